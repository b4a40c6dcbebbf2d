import type { Order } from '@bondctl/proto/model/command';
import type { RunParameters } from '@bondctl/proto/model/linktest';
import type { HostId, TestId } from '@bondctl/proto/model/names';
import type { EndFacts, Path } from './ends.ts';
import type { PlannedProbe } from './probe-plan.ts';

/** One coordinated test to be. */
export interface TestPlan {
  readonly test: TestId;
  readonly from: EndFacts;
  readonly to: EndFacts;
  readonly path: Path;
  /** What is asked of the path from each end. */
  readonly probes: { readonly there: readonly PlannedProbe[]; readonly back: readonly PlannedProbe[] };
  /** Where the source ports of its streams may lie, both included. */
  readonly sourcePorts: { readonly first: number; readonly last: number };
  /** null: only the path is probed. */
  readonly parameters: RunParameters | null;
  /** What one port of the link carries; null: nobody knows. */
  readonly portBps: number | null;
  /** Without its MTU the path is not worth measuring. */
  readonly needsPathMtu: boolean;
  /** Controller's monotonic ms; nothing is started that may not end before. */
  readonly endByMs: number;
}

/** The orders of a link test. */
export type TestOrder = Extract<Order, { kind: 'probe' | 'serve' | 'measure' | 'collect' | 'cancel' }>;

/** An order for a host, and how long its answer is waited for. */
export interface Asked {
  readonly host: HostId;
  readonly order: TestOrder;
  readonly timeoutMs: number;
}

const seconds = 1000;

/** How long each answer may take: the agent's own deadlines and the way there and back. */
export const limits = {
  probeMs: 12 * seconds,
  serveMs: 8 * seconds,
  /** Over the run itself: round-trip times of the idle link, connecting, the watchdog, SIGTERM, SIGKILL. */
  measureMs: (run: number) => run * seconds + 14 * seconds,
  collectMs: 9 * seconds,
  cancelMs: 8 * seconds,
  /** What one attempt takes when nothing goes wrong, with room. */
  attemptMs: (run: number) => run * seconds + 7 * seconds,
} as const;

/** Orders as the plan has them. `there` is from the sending end to the receiving one. */
export const ask = {
  probe(plan: TestPlan, direction: 'there' | 'back', ipBytes: number, identifier: number | null): Asked {
    const [from, to] = direction === 'there' ? [plan.from.end, plan.to.end] : [plan.to.end, plan.from.end];
    const peer = direction === 'there' ? plan.path.toSeenFrom : plan.path.fromSeenTo;
    const what = { bond: from.bond, peer, from, to, ipBytes, identifier } as const;
    const order = { kind: 'probe', test: plan.test, ...what } as const;
    return { host: from.host, order, timeoutMs: limits.probeMs };
  },
  serve({ test, to, path, portBps }: TestPlan, parameters: RunParameters): Asked {
    const way = { bond: to.end.bond, address: path.to, seconds: parameters.seconds } as const;
    const order = { kind: 'serve', test, ...way, parameters, portBps } as const;
    return { host: to.end.host, order, timeoutMs: limits.serveMs };
  },
  measure(
    { test, from, path, portBps }: TestPlan,
    parameters: RunParameters,
    port: number,
    sourcePort: number | null,
  ): Asked {
    const addresses = { address: path.from, peer: path.toSeenFrom };
    const way = { bond: from.end.bond, ...addresses, port, sourcePort } as const;
    const order = { kind: 'measure', test, ...way, parameters, portBps } as const;
    return { host: from.end.host, order, timeoutMs: limits.measureMs(parameters.seconds) };
  },
  collect: ({ test, to }: TestPlan): Asked => ({
    host: to.end.host,
    order: { kind: 'collect', test },
    timeoutMs: limits.collectMs,
  }),
  cancel: ({ test }: TestPlan, host: HostId): Asked => ({
    host,
    order: { kind: 'cancel', test },
    timeoutMs: limits.cancelMs,
  }),
} as const;
