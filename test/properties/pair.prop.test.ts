import type { HostId } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AllOf, Passed, Verified } from '../../packages/controller/src/rollout/evidence.ts';
import {
  hostsOf,
  isRested,
  type PairEffect,
  type PairEvent,
  type PairState,
} from '../../packages/controller/src/rollout/pair/state.ts';
import { step } from '../../packages/controller/src/rollout/pair.ts';
import { resume } from '../../packages/controller/src/rollout/resume.ts';
import { changeOf, eventsAt, queued, walk } from './pair-walk.ts';

const change = changeOf('two-hosts-direct.yaml');
const seen = walk(change);
const phases = [
  'queued',
  'preparing',
  'applying',
  'proving',
  'deciding',
  'confirming',
  'done',
  'rollingBack',
  'rolledBack',
  'undoing',
  'undone',
  'needsPerson',
] as const satisfies readonly PairState['phase'][];

describe('the machine of one change set is total', () => {
  test('every phase is met with every kind of event', () => {
    const kinds = new Set(eventsAt(change, 0).map((event) => event.type));
    for (const phase of phases)
      expect(new Set(seen.filter(({ from }) => from.phase === phase).map(({ event }) => event.type))).toEqual(
        kinds,
      );
  });

  test('what rests stays', () => {
    for (const { from, to, effects } of seen.filter((one) => isRested(one.from))) {
      expect(to).toBe(from);
      expect(effects).toEqual([]);
    }
  });

  test('only the decision leads to a confirmation', () => {
    for (const { from, effects } of seen)
      if (effects.some((effect) => effect.do === 'confirm'))
        expect(['deciding', 'confirming']).toContain(from.phase);
  });

  test('after a restart every state goes on or rests, and never confirms what was not decided', () => {
    for (const state of new Set(seen.map(({ to }) => to))) {
      const [next, effects] = resume(state, 2_000_000);
      const confirms = effects.some((effect) => effect.do === 'confirm');
      expect(confirms).toBe(state.phase === 'confirming');
      if (['preparing', 'applying', 'proving'].includes(state.phase)) expect(next.phase).toBe('rollingBack');
      if (!isRested(next) && next.phase !== 'queued') expect(effects.length).toBeGreaterThan(0);
    }
  });
});

test('a confirmation cannot be written without the evidence of all and a proof', () => {
  const some = [{ host: 'alpha' as HostId }] as unknown as readonly [Verified];
  const all = some as unknown as AllOf<Verified>;
  const proof = { links: [] } as unknown as Passed;
  const rest = { do: 'confirm', host: 'alpha' as HostId, tx: change.tx, afterMs: 0, timeoutMs: 1 } as const;
  const order = { kind: 'confirm', tx: change.tx } as const;
  const asked = { do: 'ask', host: rest.host, afterMs: 0, timeoutMs: 1 } as const;
  const effects: PairEffect[] = [
    { ...rest, verified: all, proof },
    // @ts-expect-error the evidence of some participants is not that of all
    { ...rest, verified: some, proof },
    // @ts-expect-error a list of links is not a proof
    { ...rest, verified: all, proof: { links: [] } },
    // @ts-expect-error nothing is not a proof
    { ...rest, verified: all },
    // @ts-expect-error confirming is not an order like any other
    { ...asked, order },
  ];
  expect(effects).toHaveLength(5);
});

/** Random events at times that only grow. Likely ones come often, or nothing would ever get far. */
const history = fc
  .array(
    fc.record({
      pick: fc.nat(),
      waitMs: fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(0, 10, 500) },
        { weight: 1, arbitrary: fc.constant(60_000) },
      ),
      likely: fc.integer({ min: 0, max: 9 }),
    }),
    {
      minLength: 8,
      maxLength: 40,
    },
  )
  .map((steps) => {
    let atMs = 1_000_000;
    return steps.map(({ pick, waitMs, likely }) => {
      atMs += waitMs;
      return { pick, atMs, likely: likely > 0 };
    });
  });

const events = eventsAt(change, 0);
const wanted: Partial<Record<PairState['phase'], readonly string[]>> = {
  queued: ['start'],
  preparing: ['answered prepare prepared'],
  applying: ['answered apply awaitingConfirm'],
  proving: ['judged'],
  deciding: ['decisionStored'],
  confirming: ['answered confirm committed', 'answered confirm rolledBack', 'silent confirm'],
  rollingBack: ['answered rollBack rolledBack', 'silent rollBack'],
  undoing: ['answered rollBack rolledBack', 'silent rollBack'],
};

/** What the world would most probably say in each phase. */
const likelyEvents = new Map(
  phases.map((phase) => [
    phase,
    events.filter((event) => wanted[phase]?.includes(labelOf(event)) && !isBad(event)),
  ]),
);

/** Readings and tests that end the matter: the unlikely picks bring enough of them. */
function isBad(event: PairEvent): boolean {
  if (event.type === 'judged') return !event.judgement.passed;
  if (event.type !== 'answered' || event.answer.phase !== 'awaitingConfirm') return false;
  return event.answer.verification.differences.length > 0;
}

function labelOf(event: PairEvent): string {
  if (event.type === 'answered') return `answered ${event.order} ${event.answer.phase}`;
  return event.type === 'silent' ? `silent ${event.order}` : event.type;
}

function play(
  steps: readonly { readonly pick: number; readonly atMs: number; readonly likely: boolean }[],
): readonly {
  readonly event: PairEvent;
  readonly from: PairState;
  readonly to: PairState;
  readonly effects: readonly PairEffect[];
}[] {
  let state = queued(change);
  return steps.flatMap(({ pick, atMs, likely }) => {
    const likelies = likely ? (likelyEvents.get(state.phase) ?? []) : [];
    const pool = likelies.length > 0 ? likelies : events;
    const picked = pool[pick % pool.length];
    if (picked === undefined) return [];
    const event = { ...picked, atMs };
    const from = state;
    const [to, effects] = step(from, event);
    state = to;
    return [{ event, from, to, effects }];
  });
}

test('never a confirmation without the reading of every participant and a passed proof', () => {
  let confirmations = 0;
  fc.assert(
    fc.property(history, (steps) => {
      const read = new Set<HostId>();
      let passed = false;
      for (const { event, effects } of play(steps)) {
        if (event.type === 'answered' && event.order === 'apply' && event.answer.phase === 'awaitingConfirm')
          read.add(event.host);
        if (event.type === 'judged' && event.judgement.passed) passed = true;
        if (!effects.some((effect) => effect.do === 'confirm')) continue;
        confirmations += 1;
        expect(hostsOf(change).every((host) => read.has(host)) && passed).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
  expect(confirmations).toBeGreaterThan(100);
});

test('never at rest with one committed and the other rolled back, unless a person is needed', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const last = new Map<HostId, string>();
      for (const { event, from, to } of play(steps)) {
        const counts = event.type === 'answered' && from !== to && hostsOf(change).includes(event.host);
        if (counts) last.set(event.host, event.answer.phase);
        if (to.phase === 'done')
          expect(hostsOf(change).map((host) => last.get(host))).toEqual(['committed', 'committed']);
        if (to.phase === 'undone')
          expect(hostsOf(change).map((host) => last.get(host))).toEqual(['rolledBack', 'rolledBack']);
        if (to.phase === 'rolledBack') expect([...last.values()]).not.toContain('committed');
      }
    }),
    { numRuns: 2000 },
  );
});

test('an answer that comes twice changes nothing the second time', () => {
  for (const { event, to } of seen) {
    if (event.type === 'silent' || event.type === 'start') continue;
    const [next, effects] = step(to, event);
    // Links are proven one after the other: the same link can be judged twice only while it is asked for.
    expect(next).toBe(to);
    expect(effects).toEqual([]);
  }
});
