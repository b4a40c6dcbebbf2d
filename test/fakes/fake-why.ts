// A pair of hosts with an accepted spec, as `why` sees it.
import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import type { TxId } from '@bondctl/proto/model/names';
import { testSummary } from '@bondctl/proto/model/test-summary';
import type { PlanView, RolloutView } from '@bondctl/proto/model/view';
import type { WhyView } from '@bondctl/proto/model/why';
import { statusView } from '../../packages/controller/src/record/view.ts';
import { whyView } from '../../packages/controller/src/record/why.ts';
import { aboutOf, type WhySight } from '../../packages/controller/src/record/why-sight.ts';
import { alpha, beta, drbd, emptyPlan, fakeRollout, fakeSpec, fakeTest } from './fake-parts.ts';
import { bondReport, name } from './fake-report.ts';

export const at = 100_000;
export const tx = 'tx_why1234567' as TxId;
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

export const config = (miimon: string): HostReport => ({
  ...bondReport(),
  state: {
    ...bondReport().state,
    bonds: [{ name: sync0, mode: 'balance-rr', options: { miimon }, ports: [name('eth2'), name('eth3')] }],
  },
});
export const drifting: HostReport = {
  ...config('0'),
  drift: [
    {
      bond: sync0,
      differences: [{ path: 'sync0.options.miimon', wanted: '100', found: '0' }],
      sinceUnixMs: at - 12_000,
    },
  ],
};
export const inPhase = (phase: string): HostReport => ({ ...config('100'), transaction: { id: tx, phase } });

export const wayBack: PlanView = {
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
      witnesses: [],
      unproven: [],
      deadlineMs: 1,
    },
  ],
};

export const rollout = (over: Partial<RolloutView>): RolloutView => ({
  id: fakeRollout,
  revision: 3,
  startedUnixMs: at - 60_000,
  endedUnixMs: at - 30_000,
  actor: 'cli:ada',
  state: 'finished',
  why: '',
  waves: [],
  hosts: [alpha, beta].map((host) => ({ host, tx, phase: 'committed', why: '' })),
  proofs: [],
  ...over,
});

/** What differs from a pair of hosts that is as it shall be. */
export interface World {
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

/** What `why` answers in a world. */
export function answer(world: World): WhyView {
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
    tests: [testSummary(fakeTest)],
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
