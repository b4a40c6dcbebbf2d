import type { IperfRun, RunFault, RunVerdict } from '@bondctl/proto/model/linktest';
import type { TestOrder, TestPlan } from './orders.ts';

type Measure = Extract<TestOrder, { kind: 'measure' }>;
type Failed = Extract<RunVerdict, { ok: false }>;

/**
 * The verdict of a client whose server was seen to listen: where it could not reach it, one sentence on who is in the
 * way and what to open, and iperf3's own words after it. `server`: how the server ended; null when nobody knows.
 */
export function withReach(
  verdict: RunVerdict,
  plan: TestPlan,
  order: Measure,
  server: IperfRun | null,
): RunVerdict {
  if (verdict.ok) return verdict;
  const why = hindrance(verdict, server);
  if (why === undefined) return verdict;
  const [from, to] = [plan.from.end.host, plan.to.end.host];
  const where = `${protocolOf(verdict.fault, order)} port ${order.port} of ${to} (${order.peer})`;
  const ports = `the ports from ports.from to ports.to of ${to}'s agent.yaml`;
  const remedy = `open ${ports} for ${order.address}${why === thief ? ' alone' : ', TCP and UDP'}`;
  return { ...verdict, message: `${from} cannot reach ${where}: ${why}; ${remedy} (${verdict.message})` };
}

/** A client connects over TCP first, whatever it sends then. */
const protocolOf = (fault: RunFault, { parameters }: Measure): string =>
  fault === 'network' ? parameters.protocol.toUpperCase() : 'TCP';

const thief = 'something else connected to the one-off server first';

interface Hindrance {
  readonly words: RegExp;
  readonly why: string;
  /** A server that ended by itself was used up: one behind a firewall still waits. */
  readonly isThiefs: boolean;
}

const hindrances: readonly Hindrance[] = [
  {
    words: /connection refused/i,
    why: 'it is refused although iperf3 listened there, so a firewall rejects it',
    isThiefs: true,
  },
  {
    words: /no route to host|permission denied|not permitted/i,
    why: 'a firewall rejects it',
    isThiefs: false,
  },
  {
    words: /timed out|got no answer/i,
    why: 'nothing answers, so a firewall drops it',
    isThiefs: false,
  },
  // 3.9 does not say what became of its connection.
  { words: /bad file descriptor/i, why: 'a firewall drops or rejects it', isThiefs: true },
];

const unreached: readonly RunFault[] = ['cannot-connect', 'network'];

function hindrance({ fault, message }: Failed, server: IperfRun | null): string | undefined {
  if (!unreached.includes(fault)) return undefined;
  const found = hindrances.find(({ words }) => words.test(message));
  return found?.isThiefs && server?.ending === 'finished' ? thief : found?.why;
}
