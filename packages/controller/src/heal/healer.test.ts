import { BondctlError, type ErrorCode } from '@bondctl/proto/model/error';
import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { PlanView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import { alpha, beta, emptyPlan, fakeRollout, fakeSpec } from '../../../../test/fakes/fake-parts.ts';
import { bondReport, name } from '../../../../test/fakes/fake-report.ts';
import { type HealerParts, healOnce, keepHealing } from './healer.ts';

const sync0 = { host: alpha, bond: name('sync0') };
const plan: PlanView = {
  ...emptyPlan,
  nothingToDo: false,
  digest: 'd9',
  changeSets: [
    {
      name: 'drbd',
      participants: [
        {
          host: alpha,
          steps: [
            {
              step: { do: 'setOption', bond: sync0.bond, option: 'miimon', from: '0', to: '100' },
              disruption: 'none',
              sentence: '',
              loses: [],
            },
          ],
        },
      ],
      proofs: [],
      witnesses: [],
      unproven: [],
      deadlineMs: 1,
    },
  ],
};

/** A controller that has seen alpha/sync0 drift for a long time. */
function world(over: Partial<HealerParts['changes']> = {}, heal = [sync0]) {
  const asked: unknown[] = [];
  const facts: Fact[] = [];
  let nowUnixMs = 1_000_000;
  const parts: HealerParts = {
    standing: () => [{ ...sync0, differences: [], sinceUnixMs: 0 }],
    agents: { presence: () => 'connected', report: () => bondReport() },
    store: {
      latestRevision: async () => ({
        ...{ revision: 3, atUnixMs: 1, actor: 'cli:ada', text: 'version: 1\n' },
        spec: { ...fakeSpec, heal },
      }),
      unfinishedRollouts: async () => [],
    },
    events: {
      list: async ({ type }) =>
        facts
          .filter((fact) => fact.type === type)
          .map((fact, id): RecordedEvent => ({ id, atUnixMs: nowUnixMs, actor: 'controller', fact })),
    },
    record: async (actor, fact) => {
      asked.push(actor);
      facts.push(fact);
    },
    changes: {
      plan: async () => plan,
      apply: async (...args) => {
        asked.push(args);
        return { rollout: fakeRollout };
      },
      settled: async (id) => {
        asked.push(id);
      },
      ...over,
    },
    needsPerson: async () => false,
    clock: {
      nowUnixMs: () => nowUnixMs,
      sleep: async (ms) => {
        nowUnixMs += ms;
      },
    },
    log: { info: () => undefined, error: (_fields, message) => asked.push(message) },
  };
  return { parts, asked, facts };
}

const tried = (rollout: typeof fakeRollout | null, why: string): Fact => ({
  type: 'healTried',
  ...sync0,
  rollout,
  why,
});

describe('drift that may be healed', () => {
  test('is healed by an ordinary apply of the accepted spec, in the name of the controller, watched to its end', async () => {
    const { parts, asked, facts } = world();
    await healOnce(parts);
    const source = { file: 'revision 3', text: 'version: 1\n' };
    expect(asked).toEqual([['controller', source, 'd9'], 'controller', fakeRollout]);
    expect(facts).toEqual([tried(fakeRollout, '')]);
    await healOnce(parts);
    expect(facts).toHaveLength(1);
  });

  test('is left alone where the way back would change a bond that nobody asked to heal', async () => {
    const { parts, facts } = world({}, [sync0, { host: beta, bond: sync0.bond }]);
    const changeSets = plan.changeSets.map((set) => ({
      ...set,
      participants: [...set.participants, ...set.participants.map((one) => ({ ...one, host: beta }))],
    }));
    await healOnce({
      ...parts,
      changes: { ...parts.changes, plan: async () => ({ ...plan, changeSets }) },
    });
    expect(facts).toEqual([
      tried(null, 'the way back would change beta/sync0 too, which nobody asked to heal'),
    ]);
  });

  const refusal = { host: beta, subject: 'eth2', message: 'no' };
  test.each<[string, Partial<HealerParts['changes']>, readonly Fact[]]>([
    [
      'a host that refuses is a try in vain',
      { plan: async () => ({ ...plan, refusals: [{ ...refusal, kind: 'refused' }] }) },
      [tried(null, 'beta: eth2: no')],
    ],
    [
      'a host that is away says nothing',
      { plan: async () => ({ ...plan, refusals: [{ ...refusal, kind: 'unreachable' }] }) },
      [],
    ],
    ['nothing to do is no try', { plan: async () => emptyPlan }, []],
    ['an apply that fails is a try in vain', { apply: () => fails('failed') }, [tried(null, 'because')]],
    ['an apply that comes second is no try', { apply: () => fails('busy') }, []],
  ])('%s', async (_what, changes, expected) => {
    const { parts, facts } = world(changes);
    await healOnce(parts);
    expect(facts).toEqual(expected);
  });
});

const fails = (code: ErrorCode) => Promise.reject(new BondctlError(code, 'because'));

test('healing goes on after a look that failed, and ends with the controller', async () => {
  const { parts, asked } = world({}, []);
  const stop = new AbortController();
  let looks = 0;
  await keepHealing(
    {
      ...parts,
      standing: () => {
        looks += 1;
        if (looks === 3) stop.abort();
        if (looks === 1) throw new Error('no store');
        return [];
      },
    },
    stop.signal,
  );
  expect([looks, asked]).toEqual([3, ['healing drift failed']]);
});
