// The agent's ports over a virtual host, for one process of it.
import { BondctlError } from '@bondctl/proto/model/error';
import type { IfName } from '@bondctl/proto/model/names';
import type { PlanStep } from '@bondctl/proto/model/step';
import { createFiles, type Disk } from '../../packages/agent/src/kernel/files.ts';
import type { Faults, Files, HostReader, HostWriter } from '../../packages/agent/src/kernel/ports.ts';
import type { TryLock } from '../../packages/agent/src/transaction/lock.ts';
import type { ProcessTable } from '../../packages/agent/src/transaction/process-table.ts';
import type { ProcessIdentity } from '../../packages/agent/src/transaction/state.ts';
import type { FakeHost } from '../fakes/fake-host.ts';
import type { Machine } from './machine.ts';
import { actsOf, type Process } from './process.ts';
import type { Time } from './time.ts';

/** The world strikes at acts, not at labels. */
export const noFaults: Faults = { reached: () => undefined };

/** The disk as a process uses it: each operation is an act. */
function diskOf(process: Process, { disk }: Machine): Disk {
  const open: Disk['open'] = async (path, flags) => actsOf(process, await disk.open(path, flags));
  return actsOf(process, { ...disk, open });
}

/** Production's files on the host's disk. */
export const filesOf = (process: Process, machine: Machine): Files =>
  createFiles(noFaults, diskOf(process, machine));

/** Who answers LACP at the other end of a bond; null: nobody. */
export type PartnerOf = (bond: string) => string | null;

type Bonds = ReturnType<FakeHost['bonds']>;

/** The fake host knows one partner only; here it is whoever really is at the other end. */
const withPartners = (bonds: Bonds, partnerOf: PartnerOf): Bonds =>
  bonds.map((bond) => {
    const { lacp } = bond;
    if (lacp?.aggregator === undefined || lacp.aggregator === null) return bond;
    const partnerMac = partnerOf(bond.name);
    const ports = partnerMac === null ? Math.min(1, bond.ports.length) : bond.ports.length;
    const mac = partnerMac ?? '00:00:00:00:00:00';
    return { ...bond, lacp: { ...lacp, aggregator: { ...lacp.aggregator, ports, partnerMac: mac } } };
  });

/** Reads the host's network. */
export function readerOf(process: Process, machine: Machine, partnerOf: PartnerOf): HostReader {
  const readable = () => {
    if (machine.troubles.readsFail === 0) return;
    machine.troubles.readsFail -= 1;
    throw new BondctlError('failed', 'ip: Cannot allocate memory');
  };
  return actsOf(process, {
    async state() {
      readable();
      return machine.network.state();
    },
    async offloads(_label: string, devices: readonly IfName[]) {
      readable();
      return machine.network.offloads(devices);
    },
    async bonds(label: string) {
      readable();
      // The fake host counts the looks that LACP takes.
      const read = await machine.network.reader.bonds(label);
      const values = withPartners(
        read.map((one) => one.value),
        partnerOf,
      );
      return values.map((value) => ({ value, problems: [] }));
    },
  });
}

const stepTakesMs = [4, 60] as const;

/** Changes the host's network. A step takes time, and a process that dies before its middle has not taken it. */
export function writerOf(process: Process, machine: Machine, time: Time): HostWriter {
  const { chance, troubles } = machine;
  return actsOf(process, {
    async perform(label: string, step: PlanStep) {
      const slowMs = troubles.slowSteps.shift();
      if (slowMs !== undefined) machine.heldUpUntilMs = time.nowMs() + slowMs;
      const halfMs = (slowMs ?? chance.between(...stepTakesMs)) / 2;
      await time.sleep(halfMs);
      if (process.isAlive()) take(machine, label, step);
      await time.sleep(halfMs);
    },
  });
}

function take({ network, troubles }: Machine, label: string, step: PlanStep): void {
  const trouble = label.startsWith('restore:') ? 'restoreStepsFail' : 'stepsFail';
  if (troubles[trouble] > 0) {
    troubles[trouble] -= 1;
    throw new BondctlError('failed', `${step.do}: RTNETLINK answers: Device or resource busy`);
  }
  if (trouble === 'stepsFail' && troubles.stepsIgnored > 0) {
    troubles.stepsIgnored -= 1;
    return;
  }
  try {
    network.take(step);
  } catch (thrown) {
    throw new BondctlError('failed', `${step.do}: ${BondctlError.from(thrown).message}`);
  }
}

/** The host's processes as one of them sees them. */
export function processTableOf(process: Process, own: ProcessIdentity, { running }: Machine): ProcessTable {
  const identify = (pid: number) => running.get(pid)?.identity;
  return actsOf(process, {
    self: async () => own,
    identify: async (pid: number) => identify(pid),
    async signal(who: ProcessIdentity, _signal: 'SIGTERM' | 'SIGKILL') {
      const found = running.get(who.pid);
      if (found === undefined || found.identity.startTicks !== who.startTicks) return false;
      found.process.kill();
      return true;
    },
  });
}

/** The lock of transactions: gone with the process that holds it. */
export const lockOf =
  (process: Process, machine: Machine): TryLock =>
  () =>
    process.act(() => {
      if (machine.lockedBy !== null) return null;
      machine.lockedBy = process;
      const release = async () => {
        if (machine.lockedBy === process) machine.lockedBy = null;
      };
      return { release };
    });
