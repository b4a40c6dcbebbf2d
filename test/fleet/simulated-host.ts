import type { BondState } from '@bondctl/proto/model/bond';
import type { PortCounters } from '@bondctl/proto/model/command';
import type { IfName } from '@bondctl/proto/model/names';
import type { HostReader, HostWriter } from '../../packages/agent/src/kernel/ports.ts';
import { planHost } from '../../packages/agent/src/transaction/plan.ts';
import { createFakeHost, type FakeHost } from '../fakes/fake-host.ts';
import type { Member } from './cluster.ts';

/** The host that its agent sees: production's plan has made its bonds, and it does what it is told. */
export interface SimulatedHost {
  readonly kernel: FakeHost;
  readonly reader: HostReader;
  readonly writer: HostWriter;
  /** A cable goes out, or in again; the driver counts a failure. */
  plug(port: string, isIn: boolean): void;
  /** Who answers LACP: who should, or somebody else. */
  usualPartner: boolean;
  /** Lets its traffic go on for so many ms and says what the ports have counted by then. */
  counters(elapsedMs: number): readonly PortCounters[];
}

const nics = ['eth0', 'eth1', 'eth2'];
const switchMac = '00:1c:73:aa:00:01';
const strangeMac = '00:1c:73:ee:00:99';
const noPartner = '00:00:00:00:00:00';
const usualMtu = 1500;

/** A MAC address of NIC `nic` of host `at`, locally administered. */
const macOf = (at: number, nic: number): string =>
  [0x02, 0x10, at >> 8, at & 0xff, 0, nic].map((byte) => byte.toString(16).padStart(2, '0')).join(':');

/** A host whose bonds are as the spec wants them; `peerAt` is the host at the other end, null: none. */
export function simulateHost(member: Member, at: number, peerAt: number | null): SimulatedHost {
  const kernel = createFakeHost(
    nics.map((name, nic) => ({ name, mac: macOf(at, nic), up: name === 'eth0' })),
  );
  const { steps, refusals } = planHost(kernel.state(), member.desired, { interfaces: null });
  if (refusals.length > 0) throw new Error(`${member.host}: ${JSON.stringify(refusals)}`);
  for (const { step } of steps) kernel.take(step);
  const failures = new Map<string, number>();
  const traffic = createTraffic(at);
  const partner = (): string => {
    if (!host.usualPartner) return strangeMac;
    if (!member.isDirect) return switchMac;
    return peerAt === null ? noPartner : macOf(peerAt, 1);
  };
  const bonds = (): readonly BondState[] => kernel.bonds().map((bond) => seenBond(bond, failures, partner()));
  const host: SimulatedHost = {
    kernel,
    usualPartner: true,
    reader: {
      ...kernel.reader,
      bonds: async () => bonds().map((value) => ({ value, problems: [] })),
    },
    writer: kernel.writer,
    plug(port, isIn) {
      kernel.plug(port, isIn);
      if (!isIn) failures.set(port, (failures.get(port) ?? 0) + 1);
    },
    counters: (elapsedMs) => traffic(bonds(), elapsedMs),
  };
  return host;
}

/** What the driver would say and the fake host does not: failures, the port in use, who answers LACP. */
function seenBond(bond: BondState, failures: ReadonlyMap<string, number>, partner: string): BondState {
  const ports = bond.ports.map((port) => ({ ...port, linkFailureCount: failures.get(port.name) ?? 0 }));
  const up = ports.filter((port) => port.miiStatus === 'up');
  const active = bond.mode === 'active-backup' ? (up[0]?.name ?? null) : null;
  const aggregator = bond.lacp?.aggregator ?? null;
  if (bond.lacp === null || aggregator === null) return { ...bond, ports, activePort: active };
  return {
    ...bond,
    ports,
    lacp: { ...bond.lacp, aggregator: { ...aggregator, ports: up.length, partnerMac: partner } },
  };
}

interface Counted {
  txBytes: number;
  rxBytes: number;
}

const portBps = 1e9;
const waveMs = 90_000;

/** Traffic that comes and goes in waves, of its own size on every host. */
function createTraffic(
  at: number,
): (bonds: readonly BondState[], elapsedMs: number) => readonly PortCounters[] {
  const counted = new Map<IfName, Counted>();
  const share = 0.05 + ((at * 37) % 80) / 100;
  let nowMs = at * 997;
  return (bonds, elapsedMs) => {
    nowMs += elapsedMs;
    return bonds.flatMap((bond) =>
      bond.ports.map((port, nth) => {
        const sum = counted.get(port.name) ?? { txBytes: 0, rxBytes: 0 };
        const carries = port.miiStatus === 'up' && (bond.activePort ?? port.name) === port.name;
        const wave = 0.6 + 0.4 * Math.sin((nowMs / waveMs) * 2 * Math.PI + nth);
        const bytes = carries ? ((portBps / 8) * share * wave * elapsedMs) / 1000 : 0;
        sum.txBytes += Math.round(bytes);
        sum.rxBytes += Math.round(bytes * 0.4);
        counted.set(port.name, sum);
        return countersOf(bond, port.name, sum);
      }),
    );
  };
}

const countersOf = (bond: BondState, port: IfName, { txBytes, rxBytes }: Counted): PortCounters => ({
  bond: bond.name,
  port,
  txBytes,
  rxBytes,
  txPackets: Math.ceil(txBytes / usualMtu),
  rxPackets: Math.ceil(rxBytes / usualMtu),
  errors: 0,
  drops: 0,
});
