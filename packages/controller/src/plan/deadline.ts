import type { BondDesire } from '@bondctl/proto/model/bond';
import type { Link } from '@bondctl/proto/model/spec';
import type { PlannedStep } from '@bondctl/proto/model/step';
import type { Deadline, DeadlinePart } from './plan.ts';

const second = 1000;
/** How long all hosts may take to validate, to take their snapshots and to arm their watchdogs. */
export const prepareMs = 30 * second;
const confirmMs = 15 * second;
/** LACP is settled after three periods of the rate we ask the partner for (1 s or 30 s), and some seconds of patience. */
const settleMs = { fast: 10 * second, slow: 100 * second, none: 5 * second } as const;
const probesMs = 10 * second;
/** iperf3 until it listens (3 s), the idle link's round-trip times (2 s), its watchdog (6 s), its end (3 s), and a second. */
const guardsMs = 15 * second;

/**
 * The longest a step may take before something is wrong. Most end in milliseconds; a NIC whose firmware is reset when its
 * MTU or an offload changes or when it becomes a port takes seconds, and so does everything on a host that is busy.
 */
const stepMs: Readonly<Record<PlannedStep['step']['do'], number>> = {
  createBond: 5 * second,
  deleteBond: 5 * second,
  setOption: 2 * second,
  setMode: 3 * second,
  addPort: 5 * second,
  removePort: 5 * second,
  setMtu: 5 * second,
  setMac: 2 * second,
  linkUp: 5 * second,
  linkDown: 3 * second,
  addAddress: 2 * second,
  removeAddress: 2 * second,
  addRoute: 2 * second,
  removeRoute: 2 * second,
  setSysctl: 2 * second,
  setOffload: 5 * second,
  setManaged: 5 * second,
  // Files follow the confirmation, with which the deadline has ended.
  keep: 0,
};

interface Share {
  readonly host: string;
  readonly desired: readonly BondDesire[];
  readonly steps: readonly PlannedStep[];
}

/** The deadline of a change set: a sum whose parts are shown, so that nobody has to trust a figure. */
export function deadlineOf(shares: readonly Share[], links: readonly Link[]): Deadline {
  const parts = {
    apply: applyPart(shares),
    verify: verifyPart(shares.flatMap((share) => share.desired)),
    proof: proofPart(links),
    confirm: { ms: confirmMs, because: 'both ends hear the decision' },
  };
  const totalMs = Object.values(parts).reduce((sum, part) => sum + part.ms, 0);
  return { totalMs, ...parts };
}

function applyPart(shares: readonly Share[]): DeadlinePart {
  const costs = shares.map((share) => ({
    share,
    ms: share.steps.reduce((sum, { step }) => sum + stepMs[step.do], prepareMs),
  }));
  const slowest = costs.toSorted((a, b) => b.ms - a.ms)[0];
  const count = slowest?.share.steps.length ?? 0;
  const because = `prepare, and ${count} step${count === 1 ? '' : 's'} on ${slowest?.share.host ?? 'no host'}`;
  return { ms: slowest?.ms ?? prepareMs, because };
}

function verifyPart(desired: readonly BondDesire[]): DeadlinePart {
  const rates = desired.map(lacpRate);
  if (rates.includes('slow')) return { ms: settleMs.slow, because: 'LACP, slow rate' };
  if (rates.includes('fast')) return { ms: settleMs.fast, because: 'LACP, fast rate' };
  return { ms: settleMs.none, because: 'ports come up' };
}

function lacpRate(desire: BondDesire): 'fast' | 'slow' | 'none' {
  if (desire.state === 'absent' || desire.spec.mode !== '802.3ad') return 'none';
  return desire.spec.options.lacp_rate === 'fast' ? 'fast' : 'slow';
}

/** How long the proof of one link may take, in ms. */
export function proofMsOf(link: Link): number {
  const throughput = link.expect.throughput === null ? 0 : link.expect.throughput.seconds * second + guardsMs;
  return probesMs + throughput;
}

function proofPart(links: readonly Link[]): DeadlinePart {
  const ms = links.reduce((sum, link) => sum + proofMsOf(link), 0);
  if (links.length === 0) return { ms, because: 'no link proves it' };
  return { ms, because: links.map(testsOf).join(', ') };
}

function testsOf(link: Link): string {
  const { throughput } = link.expect;
  return throughput === null
    ? `${link.name}: probes`
    : `${link.name}: probes, ${throughput.seconds} s of traffic and its guards`;
}
