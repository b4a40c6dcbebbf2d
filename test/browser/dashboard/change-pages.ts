// The pages of what changes: plans and rollouts.
import { BondctlError } from '@bondctl/proto/model/error';
import type { PlanView } from '@bondctl/proto/model/view';
import type { Parts } from '../../../packages/controller/src/api/ports.ts';
import { fleetHost, fleetLink, fleetOf } from './fleets.ts';
import { ada, grace } from './operators.ts';
import type { PageRow } from './page-row.ts';
import { refused, twoWaves } from './plans.ts';
import { needsPerson, rolled, soaking, underWay } from './rollouts.ts';
import type { Scene } from './scene.ts';
import { waitingHosts } from './whys.ts';

const ends = (a: string, b: string) => fleetLink('x', { ends: [endOf(a), endOf(b)] }).ends;
const endOf = (host: string) => ({ ...fleetLink('x').ends[0], host: fleetHost(host).host });

/** Three links of which two change. */
export const rolling = fleetOf(
  [fleetLink('drbd'), fleetLink('store', { ends: ends('delta', 'epsilon'), rolling: true })],
  ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((host) => fleetHost(host)),
);

const spec = `version: 1
hosts:
  alpha: { labels: { rack: r1 } }
  beta: { labels: { rack: r2 } }
bonds:
  sync0:
    hosts: [alpha, beta]
    ports: [eth2, eth3, eth4]
    mode: balance-rr
    mtu: 9000
    addresses: { alpha: [10.9.0.1/24], beta: [10.9.0.2/24] }
links:
  drbd: { ends: [alpha/sync0, beta/sync0], medium: direct }
`;

/** A cluster whose hosts answer every spec with this plan. */
export const planning = (plan: PlanView, session: Scene['session'] = ada): Scene => ({
  session,
  fleet: rolling,
  parts: (parts: Parts) => ({
    ...parts,
    changes: {
      ...parts.changes,
      plan: async () => plan,
      undo: async (id) => ({ file: `undo of ${id}`, text: spec }),
    },
  }),
});

const wrongMode = () => {
  const mistake = {
    file: 'undo of ro_fake12345',
    line: 9,
    column: 11,
    path: 'bonds.sync0.mode',
    message: 'there is no mode "rr"; did you mean balance-rr?',
  };
  throw new BondctlError('bad-input', 'The spec has a mistake.', { mistakes: [mistake] });
};

const planned = planning(twoWaves);

/** A spec with a mistake in its ninth line. */
export const mistaken: Scene = {
  ...planned,
  parts: (given) => {
    const parts = planned.parts?.(given) ?? given;
    return { ...parts, changes: { ...parts.changes, plan: async () => wrongMode() } };
  },
};

const rollout = '/rollouts/ro_fake12345';

/** Name to page. */
export const changePages: Readonly<Record<string, PageRow>> = {
  plan: { path: '/plan?undo=ro_fake12345', ready: '.diff', scene: planned },
  'plan that is refused': {
    path: '/plan?undo=ro_fake12345',
    ready: '.attention',
    scene: planning(refused, grace),
  },
  'plan with a mistake': {
    path: '/plan?undo=ro_fake12345',
    ready: '.mistakes',
    scene: mistaken,
    saysBesides: '400',
  },
  rollouts: {
    path: '/rollouts',
    ready: 'tbody',
    scene: { session: ada, fleet: rolling, parts: rolled(underWay), answers: waitingHosts },
  },
  rollout: {
    path: rollout,
    ready: '.time-line',
    scene: { session: ada, fleet: rolling, parts: rolled(underWay), answers: waitingHosts },
  },
  'rollout that is watched': {
    path: rollout,
    ready: '.time-line',
    scene: { session: grace, fleet: rolling, parts: rolled(soaking) },
  },
  'rollout that needs a person': {
    path: rollout,
    ready: '.time-line',
    scene: { session: ada, fleet: rolling, parts: rolled(needsPerson) },
  },
};
