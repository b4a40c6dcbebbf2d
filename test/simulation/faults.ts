import type { Order } from '@bondctl/proto/model/command';
import type { Chance } from './chance.ts';

/**
 * When a fault strikes: at a moment, before the nth act of the host's agents, of its watchdogs or of the controller, or
 * when the nth order of a kind arrives or begins to be carried out.
 */
export type When =
  | { readonly kind: 'time'; readonly atMs: number }
  | { readonly kind: 'act' | 'watchdogAct'; readonly nth: number }
  | { readonly kind: 'arrival' | 'beginning'; readonly order: Order['kind']; readonly nth: number };

/** One fault of a world. `host` is null for what strikes the controller or the whole cluster. */
export interface Fault {
  readonly name: FaultName;
  readonly host: string | null;
  readonly when: When;
  /** How long it lasts, or how late something gets; 0 where that means nothing. */
  readonly forMs: number;
}

/** What a fault is, where it strikes, and how long it may last. */
interface Kind {
  readonly says: string;
  readonly strikes: 'host' | 'controller' | 'cluster';
  readonly lasts: readonly [number, ...number[]];
  /** How often it is drawn, against the others. */
  readonly weight: number;
}

const short = [300, 2_000, 8_000] as const;
const long = [2_000, 20_000, 70_000, 200_000] as const;
/** Lasts until the morning, when everything is put right. */
export const untilMorningMs = 7_200_000;
/** What ends shortly after the deadline of the change in hand; this long where there is none. */
export const pastDeadlineMs = 1_000;

/** Every fault that is drawn. */
export const faultKinds = {
  agentKilled: {
    says: 'the agent is killed',
    strikes: 'host',
    lasts: [...short, ...long, untilMorningMs],
    weight: 5,
  },
  agentFrozen: {
    says: 'the agent is stopped and goes on',
    strikes: 'host',
    lasts: [...short, ...long, pastDeadlineMs, pastDeadlineMs, pastDeadlineMs],
    weight: 6,
  },
  watchdogKilled: { says: 'the watchdog is killed', strikes: 'host', lasts: [0], weight: 3 },
  hostRebooted: {
    says: 'the power of the host fails',
    strikes: 'host',
    lasts: [4_000, 30_000, 150_000],
    weight: 4,
  },
  hostSuspended: { says: 'the host sleeps', strikes: 'host', lasts: long, weight: 1 },
  controllerCrashed: {
    says: 'the controller is killed',
    strikes: 'controller',
    lasts: [...short, ...long],
    weight: 5,
  },
  storeFailed: {
    says: 'the store takes nothing',
    strikes: 'controller',
    lasts: [2_000, 20_000, 200_000],
    weight: 1,
  },
  messageLost: { says: 'the next message is lost', strikes: 'host', lasts: [0], weight: 3 },
  messageDuplicated: { says: 'the next message comes twice', strikes: 'host', lasts: [0], weight: 2 },
  messageDelayed: {
    says: 'the next message is late',
    strikes: 'host',
    lasts: [...short, 20_000, 70_000],
    weight: 3,
  },
  hostCutOff: { says: 'the host is cut off', strikes: 'host', lasts: long, weight: 4 },
  clusterCutOff: {
    says: 'the controller is cut off from all hosts',
    strikes: 'cluster',
    lasts: long,
    weight: 2,
  },
  diskFull: { says: 'the disk is full', strikes: 'host', lasts: [500, ...long], weight: 3 },
  stepFailed: { says: 'the next step fails', strikes: 'host', lasts: [0], weight: 2 },
  stepIgnored: { says: 'the next step is ignored by the driver', strikes: 'host', lasts: [0], weight: 1 },
  stepSlow: {
    says: 'the next step takes long',
    strikes: 'host',
    lasts: [3_000, 40_000, 120_000, pastDeadlineMs],
    weight: 1,
  },
  restoreFailed: {
    says: 'a step of a restore fails again and again',
    strikes: 'host',
    lasts: [0],
    weight: 2,
  },
  readFailed: {
    says: 'the host cannot be read, once or several times',
    strikes: 'host',
    lasts: [0],
    weight: 1,
  },
  armFailed: { says: 'the next watchdog cannot be started', strikes: 'host', lasts: [0], weight: 1 },
  lacpSlow: { says: 'LACP takes many looks to find its partner', strikes: 'host', lasts: [0], weight: 1 },
  clockForward: {
    says: 'a wall clock is set forward',
    strikes: 'cluster',
    lasts: [30_000, 3_600_000],
    weight: 1,
  },
  clockBackward: {
    says: 'a wall clock is set back',
    strikes: 'cluster',
    lasts: [30_000, 3_600_000],
    weight: 1,
  },
  proofMissed: {
    says: 'the next proof misses its expectations',
    strikes: 'controller',
    lasts: [0],
    weight: 2,
  },
  proofBroken: { says: 'the next proof cannot be carried out', strikes: 'controller', lasts: [0], weight: 1 },
  rolloutAborted: { says: 'somebody aborts the rollout', strikes: 'controller', lasts: [0], weight: 2 },
  rolloutPaused: {
    says: 'somebody pauses the rollout and resumes it',
    strikes: 'controller',
    lasts: [2_000, 20_000],
    weight: 1,
  },
  proofHung: { says: 'the next proof does not end', strikes: 'controller', lasts: [0], weight: 1 },
} as const satisfies Readonly<Record<string, Kind>>;

/** The name of a fault that is drawn. */
export type FaultName = keyof typeof faultKinds;

/** What happens to a world without being drawn, because of something else. */
export const consequences = {
  messageReordered: 'a message was overtaken by a later one',
  writeLost: 'a write that was not synced was lost with the power',
  personRestored: 'a person restored a host that was stuck',
  personAccepted: 'a person took a host that was stuck as it was',
} as const;

/** All that is counted. */
export type Happening = FaultName | keyof typeof consequences;

const names = Object.keys(faultKinds) as [FaultName, ...FaultName[]];
const lots = names.flatMap((name) => Array.from({ length: faultKinds[name].weight }, () => name)) as [
  FaultName,
  ...FaultName[],
];
const orders = ['prepare', 'apply', 'confirm', 'confirm', 'confirm', 'rollBack', 'forget'] as const;

function drawWhen(chance: Chance): When {
  const kind = chance.pick(['time', 'act', 'act', 'arrival', 'beginning', 'watchdogAct'] as const);
  switch (kind) {
    case 'time':
      return { kind, atMs: chance.between(1_000, 90_000) };
    case 'act':
      return { kind, nth: chance.between(1, 900) };
    case 'watchdogAct':
      return { kind, nth: chance.between(1, 250) };
    case 'arrival':
    case 'beginning':
      return { kind, order: chance.pick(orders), nth: chance.pick([1, 1, 1, 2]) };
    default:
      return kind satisfies never;
  }
}

function drawFault(chance: Chance, hosts: readonly [string, ...string[]]): Fault {
  const name = chance.pick(lots);
  const { strikes, lasts } = faultKinds[name];
  // What strikes the controller may wait for an act or an order of any host.
  const host = strikes === 'host' || chance.happens(0.5) ? chance.pick(hosts) : null;
  const when = drawWhen(chance);
  const timely =
    host === null && 'order' in when ? { kind: 'act' as const, nth: chance.between(1, 120) } : when;
  return { name, host, when: timely, forMs: chance.pick<number>(lasts) };
}

/** The faults of a world, from none to six. */
export function drawFaults(chance: Chance, hosts: readonly [string, ...string[]]): readonly Fault[] {
  const count = chance.pick([0, 1, 1, 2, 2, 3, 4, 6]);
  return Array.from({ length: count }, () => drawFault(chance, hosts));
}

const whenSentence = ({ when, host }: Fault): string => {
  const whose = host ?? 'the controller';
  switch (when.kind) {
    case 'time':
      return `${(when.atMs / 1000).toFixed(3)} s after the beginning`;
    case 'act':
      return `before act ${when.nth} of ${whose}`;
    case 'watchdogAct':
      return `before act ${when.nth} of the watchdogs of ${whose}`;
    case 'arrival':
      return `when order "${when.order}" number ${when.nth} reaches ${whose}`;
    case 'beginning':
      return `when ${whose} begins to carry out order "${when.order}" number ${when.nth}`;
    default:
      return when satisfies never;
  }
};

/** A fault as people read it. */
export function faultSentence(fault: Fault): string {
  const forS = fault.forMs === 0 ? '' : `, for ${fault.forMs / 1000} s`;
  const where = faultKinds[fault.name].strikes === 'host' ? `${fault.host}: ` : '';
  return `${fault.name}: ${where}${faultKinds[fault.name].says} ${whenSentence(fault)}${forS}`;
}
