import type { HostId } from '@bondctl/proto/model/names';
import type { ProcessIdentity } from '../../packages/agent/src/transaction/state.ts';
import type { FakeHost } from '../fakes/fake-host.ts';
import type { Chance } from './chance.ts';
import { createDisk, type OnSeen, type VirtualDisk } from './disk.ts';
import { createProcess, type Process } from './process.ts';
import type { Time } from './time.ts';

/** What goes wrong on a host the next time it can; each is used up by one act. */
export interface Troubles {
  stepsFail: number;
  stepsIgnored: number;
  /** How long each of the next steps takes, in ms. */
  slowSteps: number[];
  restoreStepsFail: number;
  readsFail: number;
  armsFail: number;
}

/** One host: what outlives its processes. */
export interface Machine {
  readonly id: HostId;
  readonly disk: VirtualDisk;
  readonly chance: Chance;
  readonly troubles: Troubles;
  /** The network as the kernel has it; another object after each boot. */
  network: FakeHost;
  /** The network as it was right after booting. */
  readonly booted: () => FakeHost;
  bootId: string;
  bootedAtMs: number;
  /** By how much the wall clock is off. */
  wallOffMs: number;
  /** Who holds the lock of transactions. */
  lockedBy: Process | null;
  readonly running: Map<number, { readonly process: Process; readonly identity: ProcessIdentity }>;
  /** Until when the kernel itself holds a step up. */
  heldUpUntilMs: number;
}

/** What a machine is made of. */
export interface MachineParts {
  readonly booted: () => FakeHost;
  readonly time: Time;
  readonly chance: Chance;
  /** Told of what its programs see in a file from now on. */
  readonly onSeen: (machine: Machine, ...seen: Parameters<OnSeen>) => void;
}

/** A host that has just booted. */
export function createMachine(id: HostId, { booted, time, chance, onSeen }: MachineParts): Machine {
  const texts: Readonly<Record<string, () => string>> = {
    '/proc/uptime': () => `${((time.nowMs() - machine.bootedAtMs) / 1000 + bootTakesS).toFixed(2)} 0.00`,
    '/proc/sys/kernel/random/boot_id': () => machine.bootId,
  };
  const machine: Machine = {
    id,
    disk: createDisk(
      (path) => texts[path]?.(),
      chance,
      (...seen) => onSeen(machine, ...seen),
    ),
    chance,
    troubles: noTroubles(),
    network: booted(),
    booted,
    bootId: `${id}-boot-1`,
    bootedAtMs: 0,
    wallOffMs: 0,
    lockedBy: null,
    running: new Map(),
    heldUpUntilMs: 0,
  };
  return machine;
}

/** From power on to the first process. */
const bootTakesS = 8;

const noTroubles = (): Troubles => ({
  stepsFail: 0,
  stepsIgnored: 0,
  slowSteps: [],
  restoreStepsFail: 0,
  readsFail: 0,
  armsFail: 0,
});

/** Nothing goes wrong any more. */
export const calm = (machine: Machine): void => void Object.assign(machine.troubles, noTroubles());

/** Milliseconds since the kernel booted. */
export const bootMs = (machine: Machine, time: Time): number =>
  time.nowMs() - machine.bootedAtMs + bootTakesS * 1000;

const firstPid = 100;

/** Starts a process on a host; pids are used again as soon as they are free. */
export function spawn(
  machine: Machine,
  name: string,
  time: Time,
  beforeAct?: () => void,
): { readonly process: Process; readonly identity: ProcessIdentity } {
  const process = createProcess(`${machine.id} ${name}`, time, beforeAct);
  let pid = firstPid;
  while (machine.running.has(pid)) pid += 1;
  const started = { process, identity: { pid, startTicks: Math.floor(bootMs(machine, time) / 10) } };
  machine.running.set(pid, started);
  process.onDeath(() => {
    machine.running.delete(pid);
    if (machine.lockedBy === process) machine.lockedBy = null;
  });
  return started;
}

/** The power fails and comes back: every process and everything in the kernel is gone. True when a write is, too. */
export function reboot(machine: Machine, time: Time): boolean {
  for (const { process } of [...machine.running.values()]) process.kill();
  machine.network = machine.booted();
  machine.bootedAtMs = time.nowMs();
  machine.bootId = `${machine.id}-boot-${Number(machine.bootId.split('-').at(-1)) + 1}`;
  return machine.disk.losePower(machine.chance);
}
