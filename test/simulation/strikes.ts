import type { HostId } from '@bondctl/proto/model/names';
import { type Fault, type FaultName, pastDeadlineMs } from './faults.ts';
import type { Host } from './hosts.ts';
import { newestOf, type Watch } from './laws.ts';
import { reboot } from './machine.ts';
import type { Memory } from './memory.ts';
import type { Network } from './network.ts';
import type { Process } from './process.ts';
import type { Ending } from './prover.ts';
import type { Time } from './time.ts';

/** What faults strike. */
export interface Targets {
  readonly time: Time;
  readonly network: Network;
  readonly memory: Memory;
  readonly watch: Watch;
  readonly hosts: ReadonlyMap<HostId, Host>;
  readonly controller: () => Process | null;
  /** The controller stays away this long after its death. */
  awayMs: number;
  wallOffMs: number;
  readonly endings: Ending[];
  readonly writeLost: () => void;
  /** What somebody asks of the rollout in hand; false when there is none. */
  readonly steer: (action: 'pause' | 'resume' | 'abort') => boolean;
}

/** Lets a fault happen. False when there is nothing for it to strike. */
type Strike<T> = (targets: T, fault: Fault) => boolean;

const processesOf = (host: Host): readonly Process[] =>
  [...host.machine.running.values()].map(({ process }) => process);

const watchdogsOf = (host: Host): readonly Process[] =>
  processesOf(host).filter((process) => process.name.endsWith('watchdog'));

const stop = ({ time }: Targets, processes: readonly Process[], forMs: number): void => {
  for (const process of processes) process.freeze();
  time.after(forMs, () => {
    for (const process of processes) process.goOn();
  });
};

/** A watchdog bears an agent that began its rollback and makes no progress this long. */
const stallMs = 60_000;

function freezeAgent(targets: Targets, host: Host, forMs: number): boolean {
  const { time, watch } = targets;
  if (host.agent === null) return false;
  const share = newestOf(watch.record, host.machine);
  if (share?.last === 'rollingBack') watch.excused(host.machine, time.nowMs() + stallMs);
  stop(targets, [host.agent], lasting(targets, host, forMs));
  return true;
}

/** How long: as drawn, or until shortly after the deadline of the change in hand. */
function lasting({ time, watch }: Targets, { machine }: Host, forMs: number): number {
  const leftMs = (newestOf(watch.record, machine)?.deadlineMs ?? 0) - time.nowMs();
  return forMs === pastDeadlineMs && leftMs > 0 ? leftMs + machine.chance.between(0, 4000) : forMs;
}

const ofHosts = {
  agentKilled(_targets, host, { forMs }) {
    if (host.agent === null) return false;
    host.awayMs = forMs;
    host.agent.kill();
    return true;
  },
  agentFrozen: (targets, host, { forMs }) => freezeAgent(targets, host, forMs),
  watchdogKilled({ watch }, host) {
    const watchdogs = watchdogsOf(host);
    for (const watchdog of watchdogs) watchdog.kill();
    if (watchdogs.length > 0) watch.unwatched(host.machine);
    return watchdogs.length > 0;
  },
  hostRebooted({ time, watch, writeLost }, host, { forMs }) {
    if (reboot(host.machine, time)) writeLost();
    watch.rebooted(host.machine);
    host.startAgain(forMs);
    return true;
  },
  hostSuspended(targets, host, { forMs }) {
    targets.watch.excused(host.machine, targets.time.nowMs() + forMs);
    stop(targets, processesOf(host), forMs);
    return true;
  },
  messageLost({ network }, { machine }) {
    network.mishap(machine.id, { kind: 'lost' });
    return true;
  },
  messageDuplicated({ network }, { machine }) {
    network.mishap(machine.id, { kind: 'duplicated' });
    return true;
  },
  messageDelayed({ network }, { machine }, { forMs }) {
    network.mishap(machine.id, { kind: 'delayed', byMs: forMs });
    return true;
  },
  hostCutOff: ({ network, time }, { machine }, { forMs }) => cutOff(network, time, [machine.id], forMs),
  diskFull({ time }, { machine }, { forMs }) {
    machine.disk.setFull(true);
    time.after(forMs, () => machine.disk.setFull(false));
    return true;
  },
  stepFailed: (_targets, { machine }) => counted(() => (machine.troubles.stepsFail += 1)),
  stepIgnored: (_targets, { machine }) => counted(() => (machine.troubles.stepsIgnored += 1)),
  stepSlow: (targets, host, { forMs }) =>
    counted(() => host.machine.troubles.slowSteps.push(lasting(targets, host, forMs))),
  restoreFailed: (_targets, { machine }) =>
    counted(() => (machine.troubles.restoreStepsFail += machine.chance.between(1, 9))),
  readFailed: (_targets, { machine }) =>
    counted(() => (machine.troubles.readsFail += machine.chance.pick([1, 8]))),
  armFailed: (_targets, { machine }) => counted(() => (machine.troubles.armsFail += 1)),
  lacpSlow: (_targets, { machine }) =>
    counted(() => (machine.network.lacpAfterReads += machine.chance.between(1, 60))),
} as const satisfies Partial<
  Readonly<Record<FaultName, (targets: Targets, host: Host, fault: Fault) => boolean>>
>;

const counted = (act: () => unknown): boolean => {
  act();
  return true;
};

function cutOff(network: Network, time: Time, hosts: readonly HostId[], forMs: number): boolean {
  network.cut(hosts);
  time.after(forMs, () => network.mend(hosts));
  return true;
}

const ofOthers: Readonly<Record<Exclude<FaultName, keyof typeof ofHosts>, Strike<Targets>>> = {
  controllerCrashed(targets, { forMs }) {
    const process = targets.controller();
    if (process === null) return false;
    targets.awayMs = forMs;
    process.kill();
    return true;
  },
  storeFailed({ memory, time }, { forMs }) {
    memory.failsUntilMs = time.nowMs() + forMs;
    return true;
  },
  clusterCutOff: ({ network, time, hosts }, { forMs }) => cutOff(network, time, [...hosts.keys()], forMs),
  clockForward: (targets, { host, forMs }) => setClock(targets, host, forMs),
  clockBackward: (targets, { host, forMs }) => setClock(targets, host, -forMs),
  rolloutAborted: ({ steer }) => steer('abort'),
  rolloutPaused({ steer, time }, { forMs }) {
    time.after(forMs, () => void steer('resume'));
    return steer('pause');
  },
  proofMissed: ({ endings }) => counted(() => endings.push('misses')),
  proofBroken: ({ endings }) => counted(() => endings.push('breaks')),
  proofHung: ({ endings }) => counted(() => endings.push('hangs')),
};

/** The clock of a host, or of the controller. */
function setClock(targets: Targets, host: string | null, byMs: number): boolean {
  const machine = host === null ? undefined : targets.hosts.get(host as HostId)?.machine;
  if (machine === undefined) targets.wallOffMs += byMs;
  else machine.wallOffMs += byMs;
  return true;
}

const isOfHost = (name: FaultName): name is keyof typeof ofHosts => name in ofHosts;

/** Lets a fault happen. False when there was nothing for it to strike. */
export function strike(targets: Targets, fault: Fault): boolean {
  const { name } = fault;
  if (!isOfHost(name)) return ofOthers[name](targets, fault);
  const host = targets.hosts.get(fault.host as HostId);
  return host !== undefined && ofHosts[name](targets, host, fault);
}
