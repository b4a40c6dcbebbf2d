import { readFileSync } from 'node:fs';
import type { HostId, RolloutId, TestId, TxId } from '@bondctl/proto/model/names';
import { isNonEmpty, type NonEmpty } from '@bondctl/proto/model/result';
import { rolloutStates } from '@bondctl/proto/model/view';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planChanges } from '../../packages/controller/src/plan/changes.ts';
import {
  type CourseWave,
  isInHand,
  isOver,
  type RolloutEffect,
  type RolloutEvent,
  type RolloutState,
} from '../../packages/controller/src/rollout/course/state.ts';
import {
  type Change,
  hostsOf,
  type PairEvent,
  type PairState,
} from '../../packages/controller/src/rollout/pair/state.ts';
import { begin, resume, step } from '../../packages/controller/src/rollout/rollout.ts';
import { stepsTo } from '../fakes/fake-bonds.ts';
import { judgementOf } from '../fakes/fake-test.ts';
import { specOf } from '../golden/worlds.ts';
import { goodReading } from './pair-walk.ts';

const id = 'ro_00000001' as RolloutId;
const by = 'cli:ada';
const spec = specOf(readFileSync(new URL('../../examples/many-pairs.yaml', import.meta.url), 'utf8'));
const plan = planChanges(
  spec,
  spec.desires.map(({ host, bonds }) => ({
    host,
    kind: 'plan',
    plan: { steps: stepsTo(new Map(), bonds), refusals: [], notes: [], basis: '' },
  })),
);

/** The waves of the example: a canary, and twice two pairs. */
const waves: readonly CourseWave[] = plan.waves.map(({ canary, sets }, wave) => {
  const changes = sets.map((set, at): Change => ({ rollout: id, tx: `tx_wave${wave}set${at}` as TxId, set }));
  if (!isNonEmpty(changes)) throw new Error('a wave has change sets');
  return { canary, changes };
});

type Rules = {
  readonly maxFailed: number;
  readonly soakMs: number;
  readonly onFailure: 'rollBack' | 'pause';
};
const start = (rules: Rules) =>
  begin({ id, revision: 1, rules, waves: waves.length }, waves as NonEmpty<CourseWave>);

/** What the hosts of a change set say next; `ill` is the way to a rollback. */
function nextOf(set: PairState, ill: boolean, atMs: number): PairEvent {
  const { change } = set;
  const hosts = hostsOf(change);
  const pending = (done: readonly HostId[]): HostId =>
    hosts.find((host) => !done.includes(host)) ?? ('nobody' as HostId);
  switch (set.phase) {
    case 'queued':
      return { type: 'start', atMs, unchanged: [] };
    case 'preparing':
      return {
        type: 'answered',
        atMs,
        host: pending(set.prepared),
        order: 'prepare',
        answer: ill ? { phase: 'refused', message: 'no' } : { phase: 'prepared', deadlineInMs: 1 },
      };
    case 'applying': {
      const host = pending(set.sights.map((sight) => sight.host));
      return { type: 'answered', atMs, host, order: 'apply', answer: goodReading(change, host) };
    }
    case 'proving':
      return {
        type: 'judged',
        atMs,
        link: set.remaining[0].name,
        test: 'test_00000001' as TestId,
        judgement: judgementOf(!ill),
      };
    case 'deciding':
      return { type: 'decisionStored', atMs };
    case 'confirming':
      return {
        type: 'answered',
        atMs,
        host: pending(set.committed),
        order: 'confirm',
        answer: ill ? { phase: 'failed', message: 'no' } : { phase: 'committed' },
      };
    case 'rollingBack':
    case 'undoing':
      return {
        type: 'answered',
        atMs,
        host: pending(set.back.map((one) => one.host)),
        order: 'rollBack',
        answer: ill
          ? { phase: 'stuck', why: { kind: 'restore', message: 'no' }, differences: [] }
          : { phase: 'rolledBack', why: { kind: 'asked', message: 'no' } },
      };
    case 'done':
    case 'rolledBack':
    case 'undone':
    case 'needsPerson':
      return { type: 'start', atMs, unchanged: [] };
    default:
      return set satisfies never;
  }
}

interface Move {
  readonly pick: number;
  readonly ill: boolean;
  readonly what: 'go' | 'pauseAsked' | 'resumeAsked' | 'abortAsked' | 'restart' | 'stale';
}

const move: fc.Arbitrary<Move> = fc.record({
  pick: fc.nat({ max: 7 }),
  ill: fc.integer({ min: 0, max: 19 }).map((one) => one === 0),
  what: fc.oneof(
    { weight: 60, arbitrary: fc.constant('go' as const) },
    { weight: 4, arbitrary: fc.constantFrom('pauseAsked' as const, 'restart' as const, 'stale' as const) },
    { weight: 3, arbitrary: fc.constant('resumeAsked' as const) },
    { weight: 1, arbitrary: fc.constant('abortAsked' as const) },
  ),
});
const moves = fc.array(move, { minLength: 20, maxLength: 160, size: 'max' });
const rules: fc.Arbitrary<Rules> = fc.record({
  maxFailed: fc.constantFrom(0, 0, 1, 5),
  soakMs: fc.constantFrom(0, 30_000),
  onFailure: fc.constantFrom('rollBack' as const, 'pause' as const),
});

function eventOf(state: RolloutState, { pick, ill, what }: Move, atMs: number): RolloutEvent | null {
  if (what === 'pauseAsked' || what === 'resumeAsked') return { type: what, by };
  if (what === 'abortAsked') return { type: what, by, atMs };
  if (state.phase === 'soaking')
    return {
      type: 'soaked',
      untilMs: state.untilMs - (what === 'stale' ? 1 : 0),
      complaints: ill ? ['a port is down'] : [],
    };
  if (!isInHand(state)) return null;
  const set = state.inHand[pick % state.inHand.length] ?? state.inHand[0];
  return { type: 'set', tx: set.change.tx, happened: nextOf(set, ill, atMs) };
}

interface Seen {
  readonly from: RolloutState;
  readonly event: RolloutEvent | 'restart';
  readonly to: RolloutState;
  readonly effects: readonly RolloutEffect[];
}

function play(rule: Rules, list: readonly Move[]): readonly Seen[] {
  let [state] = start(rule);
  let atMs = 1_000_000;
  return list.flatMap((one): Seen[] => {
    atMs += 10;
    const from = state;
    if (one.what === 'restart') {
      const [to, effects] = resume(from, atMs);
      state = to;
      return [{ from, event: 'restart', to, effects }];
    }
    const event = eventOf(from, one, atMs);
    if (event === null) return [];
    const [to, effects] = step(from, event);
    state = to;
    return [{ from, event, to, effects }];
  });
}

const begun = (seen: readonly Seen[]) =>
  seen.flatMap(({ effects, event }) =>
    event === 'restart' ? [] : effects.flatMap((one) => (one.do === 'begin' ? [one.change.tx] : [])),
  );
const places = new Map(waves.flatMap((wave, at) => wave.changes.map(({ tx }) => [tx, at] as const)));
const failed = (state: RolloutState) => state.ended.filter((set) => set.phase !== 'done').length;

describe('a rollout of several waves', () => {
  test('reaches every phase, and every phase takes every event', () => {
    const met = new Map<RolloutState['phase'], RolloutState>();
    fc.assert(
      fc.property(rules, moves, (rule, list) => {
        for (const { from, to } of play(rule, list)) met.set(from.phase, from).set(to.phase, to);
      }),
      // Chance that is the same in every run: what must be met is met, or never.
      { numRuns: 600, seed: 1 },
    );
    expect(new Set(met.keys())).toEqual(new Set(rolloutStates));
    const atMs = 3_000_000;
    for (const state of met.values()) {
      const sets = isInHand(state) ? state.inHand : [];
      const untilMs = state.phase === 'soaking' ? state.untilMs : atMs;
      const events: readonly RolloutEvent[] = [
        ...sets.map(
          (set): RolloutEvent => ({ type: 'set', tx: set.change.tx, happened: nextOf(set, false, atMs) }),
        ),
        { type: 'set', tx: 'tx_of_nobody1' as TxId, happened: { type: 'start', atMs, unchanged: [] } },
        { type: 'soaked', untilMs, complaints: [] },
        { type: 'pauseAsked', by },
        { type: 'resumeAsked', by },
        { type: 'abortAsked', by, atMs },
      ];
      for (const [next] of [...events.map((event) => step(state, event)), resume(state, atMs)])
        expect(rolloutStates).toContain(next.phase);
    }
  });

  test('begins a wave only when the one before it rests, and no change set twice', () => {
    let whole = 0;
    fc.assert(
      fc.property(rules, moves, (rule, list) => {
        const seen = play(rule, list);
        const order = begun(seen);
        expect(new Set(order).size).toBe(order.length);
        for (const { from, event, effects } of seen) {
          if (event === 'restart') continue;
          for (const one of effects) {
            if (one.do !== 'begin') continue;
            const inHand = isInHand(from)
              ? from.inHand.filter((set) => places.get(set.change.tx) !== places.get(one.change.tx))
              : [];
            // The one whose event this was may be the last of its wave, and comes to rest with it.
            expect(inHand.length).toBeLessThanOrEqual(1);
          }
        }
        whole += order.length === 4 ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    expect(whole).toBeGreaterThan(50);
  });

  test('begins nothing more once too many failed, a canary failed, a person is needed, or it was aborted', () => {
    let stopped = 0;
    fc.assert(
      fc.property(rules, moves, (rule, list) => {
        for (const { from, event, to, effects } of play(rule, list)) {
          const begins = event !== 'restart' && effects.some((one) => one.do === 'begin');
          if (!begins) continue;
          const excused = event.type === 'resumeAsked' ? failed(from) : from.excused;
          const allowed = isInHand(from) && from.wave.canary ? 0 : rule.maxFailed;
          expect(failed(to) - excused).toBeLessThanOrEqual(allowed);
          expect(to.ended.map((set) => set.phase)).not.toContain('needsPerson');
          expect(from.phase).not.toBe('aborting');
          expect(to.phase).toBe('running');
        }
        stopped +=
          list.length > 0 && failed(play(rule, list).at(-1)?.to ?? start(rule)[0]) > rule.maxFailed ? 1 : 0;
      }),
      { numRuns: 500 },
    );
    expect(stopped).toBeGreaterThan(50);
  });

  test('what is over stays, and every end says how in one fact', () => {
    fc.assert(
      fc.property(rules, moves, (rule, list) => {
        const seen = play(rule, list);
        for (const { from, to, effects } of seen) {
          if (isOver(from)) expect([to, effects]).toEqual([from, []]);
          const ends = effects.filter((one) => one.do === 'record' && one.fact.type === 'rolloutEnded');
          expect(ends).toHaveLength(isOver(to) && !isOver(from) ? 1 : 0);
        }
        const last = seen.at(-1)?.to;
        if (last?.phase === 'finished') {
          expect(failed(last)).toBe(0);
          expect(last.ended).toHaveLength(waves.flatMap((wave) => wave.changes).length);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('everything ends: when hosts answer, nobody interferes and a paused one is aborted', () => {
    fc.assert(
      fc.property(rules, moves, (rule, list) => {
        let state = play(rule, list).at(-1)?.to ?? start(rule)[0];
        for (let count = 0; !isOver(state) && count < 200; count += 1) {
          const what = state.phase === 'paused' ? 'abortAsked' : 'go';
          const event = eventOf(state, { pick: 0, ill: false, what }, 2_000_000 + count);
          if (event !== null) [state] = step(state, event);
        }
        expect(isOver(state)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
