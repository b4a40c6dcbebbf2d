import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import type { TxId } from '@bondctl/proto/model/names';
import type { PlanView, RolloutView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import {
  alpha,
  beta,
  drbd,
  emptyPlan,
  fakeRollout,
  fakeSpec,
  fakeTest,
} from '../../../../test/fakes/fake-parts.ts';
import { bond, bondReport, name, port } from '../../../../test/fakes/fake-report.ts';
import { plain } from '../cli/render/paint.ts';
import { renderWhy } from '../cli/render/why.ts';
import { statusView } from './view.ts';
import { whyView } from './why.ts';
import { aboutOf, type WhySight } from './why-sight.ts';

const at = 100_000;
const tx = 'tx_why1234567' as TxId;
const sync0 = name('sync0');
const spec = {
  ...fakeSpec,
  desires: [alpha, beta].map((host) => ({
    host,
    bonds: [
      {
        state: 'present',
        spec: {
          name: sync0,
          mode: 'balance-rr',
          ports: [name('eth2'), name('eth3')],
          options: { miimon: '100' },
          mtu: 9000,
          addresses: ['10.9.0.1/24'],
        },
        allowControlPath: false,
      },
    ] as const,
  })),
};

const config = (miimon: string): HostReport => ({
  ...bondReport(),
  state: {
    ...bondReport().state,
    bonds: [{ name: sync0, mode: 'balance-rr', options: { miimon }, ports: [name('eth2'), name('eth3')] }],
  },
});
const drifting: HostReport = {
  ...config('0'),
  drift: [
    {
      bond: sync0,
      differences: [{ path: 'sync0.options.miimon', wanted: '100', found: '0' }],
      sinceUnixMs: at - 12_000,
    },
  ],
};
const inPhase = (phase: string): HostReport => ({ ...config('100'), transaction: { id: tx, phase } });

const wayBack: PlanView = {
  ...emptyPlan,
  nothingToDo: false,
  changeSets: [
    {
      name: 'drbd',
      participants: [
        {
          host: alpha,
          steps: [
            {
              step: { do: 'setOption', bond: sync0, option: 'miimon', from: '0', to: '100' },
              disruption: 'none',
              sentence: 'set miimon of sync0 from 0 to 100',
              loses: [],
            },
          ],
        },
      ],
      proofs: [drbd.name],
      unproven: [],
      deadlineMs: 1,
    },
  ],
};

const rollout = (over: Partial<RolloutView>): RolloutView => ({
  id: fakeRollout,
  revision: 3,
  startedUnixMs: at - 60_000,
  endedUnixMs: at - 30_000,
  actor: 'cli:ada',
  state: 'finished',
  why: '',
  hosts: [alpha, beta].map((host) => ({ host, tx, phase: 'committed', why: '' })),
  proofs: [],
  ...over,
});

interface World {
  readonly subject?: string;
  readonly a?: HostReport | undefined;
  readonly b?: HostReport | undefined;
  readonly plan?: WhySight['plan'];
  readonly rollouts?: readonly RolloutView[];
  readonly events?: readonly RecordedEvent[];
  readonly accepted?: boolean;
  readonly heal?: boolean;
  readonly attention?: WhySight['status']['attention'];
}

function answer(world: World) {
  const { subject = 'alpha', plan = emptyPlan, rollouts = [rollout({})], accepted = true } = world;
  const reports = new Map([
    [alpha, 'a' in world ? world.a : config('100')],
    [beta, 'b' in world ? world.b : config('100')],
  ]);
  const revision = {
    revision: 3,
    spec: { ...spec, ...(world.heal === true ? { heal: [{ host: alpha, bond: sync0 }] } : {}) },
  };
  const status = statusView({
    atUnixMs: at,
    hosts: [...reports].map(([host, report]) => ({
      host,
      enrolledUnixMs: 1,
      presence: report === undefined ? 'lost' : 'connected',
      lastSeenUnixMs: at - 5_000,
      report,
    })),
    revision: accepted ? revision : undefined,
    tests: [fakeTest],
    rollouts,
    held: [],
  });
  const whole = { ...status, attention: [...status.attention, ...(world.attention ?? [])] };
  const about = aboutOf(subject, whole);
  if (!about.ok) throw new Error(about.error);
  return whyView({
    about: about.value,
    status: whole,
    accepted: accepted ? revision : undefined,
    reports: new Map([...reports].flatMap(([host, report]) => (report ? [[host, report] as const] : []))),
    plan: accepted ? plan : null,
    rollouts,
    events: world.events ?? [],
  });
}

const blocked = (world: World) =>
  answer(world).blockers.map(({ who, sentence, sinceUnixMs, needsPerson }) => [
    who,
    sentence,
    sinceUnixMs === null ? null : at - sinceUnixMs,
    needsPerson,
  ]);

describe('what to do next', () => {
  const cable = config('100');
  const portDown = {
    ...cable,
    bonds: [bond({ ports: [port('eth2'), port('eth3', { miiStatus: 'down' })] })],
  };
  test.each<[string, World, string]>([
    ['all is well', {}, 'Nothing: alpha is what revision 3 wants.'],
    ['no spec', { accepted: false }, 'No spec was applied yet'],
    ['drift', { a: drifting, plan: wayBack }, 'Look at "bondctl plan" (1 step)'],
    ['drift that heals', { a: drifting, plan: wayBack, heal: true }, 'Wait: the spec says "drift: heal"'],
    [
      'a port without a link',
      { a: portDown },
      'look at cables, switch and the other end, because alpha/sync0: down: eth3.',
    ],
  ])('when there is %s', (_what, world, words) => {
    expect(answer(world).next).toContain(words);
    expect(answer(world).needsPerson).toBe(false);
  });
});

describe('who or what blocks', () => {
  test('nobody, when all is well', () => expect(blocked({})).toEqual([]));

  test('a host that is not connected, since it was last seen', () => {
    expect(blocked({ a: undefined })).toEqual([
      ['alpha', 'It is not connected; what is shown is what it said last.', 5_000, false],
    ]);
    expect(answer({ a: undefined }).next).toContain('Start the agent on alpha');
  });

  test('a transaction in hand, with its rollout and since when', () => {
    const running = rollout({ state: 'running', endedUnixMs: null });
    const fact = { type: 'hostVerified', rollout: fakeRollout, host: alpha, tx } as const;
    const events = [{ id: 9, atUnixMs: at - 3_000, actor: 'controller', fact }];
    const world = { a: inPhase('awaitingConfirm'), rollouts: [running], events };
    expect(blocked(world)).toEqual([
      [fakeRollout, `Transaction ${tx} holds the host and is awaitingConfirm.`, 3_000, false],
    ]);
    expect(answer(world).next).toContain(`bondctl rollout watch ${fakeRollout}`);
    expect(answer({ ...world, subject: 'beta' }).blockers).toMatchObject([{ who: fakeRollout }]);
  });

  test('nobody, once a transaction rests', () => {
    for (const phase of ['committed', 'rolledBack']) expect(blocked({ a: inPhase(phase) })).toEqual([]);
  });

  test('a rollback that failed: a person first', () => {
    const found = answer({ a: inPhase('stuck'), b: undefined, subject: 'drbd' });
    expect(found.blockers.map(({ who, needsPerson }) => [who, needsPerson])).toEqual([
      ['alpha', true],
      ['beta', false],
    ]);
    expect(found.next).toContain('bondctl-agent restore');
    expect([found.needsPerson, answer({ a: inPhase('stuck'), subject: 'beta' }).needsPerson]).toEqual([
      true,
      false,
    ]);
  });

  test('a rollout that needs a person, for its own hosts only', () => {
    const split = rollout({
      state: 'needsPerson',
      why: 'split',
      hosts: [{ host: beta, tx, phase: 'verified', why: '' }],
    });
    expect(blocked({ rollouts: [split], subject: 'beta' })).toEqual([[fakeRollout, 'split', 30_000, true]]);
    expect(blocked({ rollouts: [split] })).toEqual([]);
  });

  test('healing that was given up', () => {
    const attention = [{ subject: 'alpha/sync0', sentence: 'in vain' }];
    const world = { a: drifting, plan: wayBack, attention };
    expect(blocked(world)).toEqual([['alpha/sync0', 'in vain', 12_000, true]]);
    expect(answer(world).next).toContain('bondctl apply');
    expect(blocked({ ...world, subject: 'beta' })).toEqual([]);
  });

  test('a refusal of its own; one of another host only where there is a way to go', () => {
    const refusal = {
      host: beta,
      kind: 'refused',
      subject: 'eth2',
      message: 'NetworkManager owns it',
    } as const;
    const plan = { ...emptyPlan, refusals: [refusal] };
    const said = ['beta', 'It refuses the plan: eth2: NetworkManager owns it', null, false];
    expect(blocked({ plan, subject: 'beta' })).toEqual([said]);
    expect(blocked({ plan })).toEqual([]);
    expect(blocked({ plan, a: drifting })).toEqual([said]);
  });

  test('a spec that cannot be planned any more', () => {
    expect(blocked({ plan: 'it has a mistake.' })).toEqual([
      ['controller', 'The accepted spec could not be planned: it has a mistake.', null, false],
    ]);
  });
});

test('a name that nothing has', () => {
  const nothing = { hosts: [], revision: undefined, tests: [], rollouts: [], held: [] };
  expect(aboutOf('gamma', statusView({ atUnixMs: at, ...nothing }))).toEqual({
    ok: false,
    error: 'There is no host or link called "gamma"; no host has joined yet.',
  });
});

test('a host that drifts reads like this', () => {
  expect(renderWhy(answer({ a: drifting, plan: wayBack }), plain)).toMatchInlineSnapshot(`
    "alpha: connected, committed revision 3
      sync0
        revision 3 wants: balance-rr; ports eth2, eth3; mtu 9000; miimon 100; 10.9.0.1/24
        found: balance-rr; ports eth2, eth3; mtu 9000; miimon 0; 10.9.0.1/24
        drift: sync0.options.miimon is 0, confirmed was 100 (for 12 s)
      next step: set miimon of sync0 from 0 to 100

    Next: Look at "bondctl plan" (1 step), then go it with "bondctl apply".
    "
  `);
});

test('a link that is blocked reads like this', () => {
  const failed = rollout({ state: 'needsPerson', why: 'beta did not answer' });
  expect(
    renderWhy(answer({ subject: 'drbd', b: undefined, rollouts: [failed] }), plain),
  ).toMatchInlineSnapshot(`
    "alpha: connected, committed revision 3
      sync0
        revision 3 wants: balance-rr; ports eth2, eth3; mtu 9000; miimon 100; 10.9.0.1/24
        found: balance-rr; ports eth2, eth3; mtu 9000; miimon 100; 10.9.0.1/24
    beta: lost, committed revision 3
      sync0
        revision 3 wants: balance-rr; ports eth2, eth3; mtu 9000; miimon 100; 10.9.0.1/24
        found: unknown
    drbd: last test passed: alpha/sync0 to beta/sync0 holds what was expected
    A PERSON IS NEEDED: ro_fake12345: beta did not answer (for 30 s)
    blocked: beta: It is not connected; what is shown is what it said last. (for 5 s)

    Next: Look at "bondctl rollout show ro_fake12345" and at the hosts it names, then apply again.
    "
  `);
});
