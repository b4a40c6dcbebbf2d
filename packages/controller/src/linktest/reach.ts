import type { RunFault, RunVerdict } from '@bondctl/proto/model/linktest';
import type { TestOrder, TestPlan } from './orders.ts';

type Measure = Extract<TestOrder, { kind: 'measure' }>;
type Failed = Extract<RunVerdict, { ok: false }>;

/**
 * The verdict of a client whose server was seen to listen: where it could not reach it, one sentence on who is in the
 * way and what to open, and iperf3's own words after it.
 */
export function withReach(verdict: RunVerdict, plan: TestPlan, order: Measure): RunVerdict {
  if (verdict.ok) return verdict;
  const why = hindrance(verdict);
  if (why === undefined) return verdict;
  const [from, to] = [plan.from.end.host, plan.to.end.host];
  const where = `${protocolOf(verdict.fault, order)} port ${order.port} of ${to} (${order.peer})`;
  const remedy = `open the ports from ports.from to ports.to of ${to}'s agent.yaml for ${order.address}, TCP and UDP`;
  return { ...verdict, message: `${from} cannot reach ${where}: ${why}; ${remedy} (${verdict.message})` };
}

/** A client connects over TCP first, whatever it sends then. */
const protocolOf = (fault: RunFault, { parameters }: Measure): string =>
  fault === 'network' ? parameters.protocol.toUpperCase() : 'TCP';

const hindrances: readonly (readonly [RegExp, string])[] = [
  [/connection refused/i, 'it is refused although iperf3 listened there, so a firewall rejects it'],
  [/no route to host|permission denied|not permitted/i, 'a firewall rejects it'],
  [/timed out|got no answer/i, 'nothing answers, so a firewall drops it'],
  // 3.9 does not say what became of its connection.
  [/bad file descriptor/i, 'a firewall drops or rejects it'],
];

const unreached: readonly RunFault[] = ['cannot-connect', 'network'];

const hindrance = ({ fault, message }: Failed): string | undefined =>
  unreached.includes(fault) ? hindrances.find(([words]) => words.test(message))?.[1] : undefined;
