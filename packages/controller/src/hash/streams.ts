import type { BondMode } from '@bondctl/proto/model/mode';
import { type PortLoad, portIndex, portLoads, type Sender, type Stream } from './forecast.ts';
import { type HashPolicy, steering } from './policies.ts';
import { type Candidates, chooseStretches } from './runs.ts';

/** One process of iperf3: `-p serverPort --cport firstPort -P streams`, which uses firstPort and those after it. */
export interface Run {
  readonly firstPort: number;
  readonly serverPort: number;
  readonly streams: number;
}

/** What a test wants. Source ports lie between `first` and `last`, both included, and none is one of `avoid`. */
export interface StreamWish {
  readonly mode: BondMode;
  readonly streams: number;
  readonly sourcePorts: { readonly first: number; readonly last: number };
  readonly avoid: ReadonlySet<number>;
  /** One for each process that may run at a time, since a server of iperf3 has one client. */
  readonly serverPorts: readonly number[];
}

/** How the streams of a test are spread over the ports of the sending bond; `why` is one sentence. */
export type StreamPlan =
  | { readonly kind: 'balanced'; readonly runs: readonly Run[]; readonly perPort: readonly PortLoad[] }
  | {
      /** No port has more than one stream more than another. `nearest`: numbers of streams that would be balanced. */
      readonly kind: 'uneven';
      readonly why: string;
      readonly runs: readonly Run[];
      readonly perPort: readonly PortLoad[];
      readonly nearest: readonly number[];
    }
  /** balance-rr: every stream uses every port, whatever its source port. */
  | { readonly kind: 'perPacket'; readonly why: string }
  | { readonly kind: 'impossible'; readonly why: string };

/** Source ports for which every usable port carries equally many streams, in few processes; the same for the same wish. */
export function planStreams(sender: Sender, wish: StreamWish): StreamPlan {
  switch (wish.mode) {
    case 'balance-rr':
      return { kind: 'perPacket', why: 'balance-rr spreads the packets of every stream over all ports' };
    case 'active-backup':
      return impossible('active-backup sends everything over its active port');
    case 'broadcast':
      return impossible('broadcast sends every packet over every port, so there is nothing to share out');
    case 'balance-tlb':
    case 'balance-alb':
      return impossible(`${wish.mode} chooses by load and by peer; source ports do not steer it`);
    case 'balance-xor':
    case '802.3ad':
      return planHashed(sender, wish);
    default:
      return wish.mode satisfies never;
  }
}

const impossible = (why: string): StreamPlan => ({ kind: 'impossible', why });

function planHashed(sender: Sender, wish: StreamWish): StreamPlan {
  const obstacle = obstacleOf(sender, wish.streams);
  if (obstacle !== null) return impossible(obstacle);
  const runs = runsOf(sender, wish);
  const ports = sender.usable.length;
  if (runs === undefined) return impossible(tooFew(wish, ports));
  const perPort = portLoads(sender, runs.flatMap(streamsOf));
  return wish.streams % ports === 0
    ? { kind: 'balanced', runs, perPort }
    : { kind: 'uneven', runs, perPort, ...unevenness(wish.streams, ports) };
}

/** Why no source ports help; one usable port carries everything under any policy. */
function obstacleOf({ usable, policy }: Sender, streams: number): string | null {
  if (usable.length === 0) return 'the bond has no port that can send';
  if (streams < 1) return 'a test needs at least one stream';
  return usable.length === 1 ? null : blindness(policy);
}

function blindness(policy: HashPolicy): string | null {
  const steers = steering(policy);
  switch (steers) {
    case 'ports':
      return null;
    case 'nothing':
      return `${policy} does not look at TCP and UDP ports: all that goes to one host leaves by one port`;
    case 'chance':
      return `${policy} takes a random number of each stream, so source ports do not steer it; layer3+4 looks at them`;
    default:
      return steers satisfies never;
  }
}

/** Below 1024 a process needs a privilege. */
const allowed = ({ sourcePorts: { first, last } }: StreamWish) => ({
  first: Math.max(1024, first),
  last: Math.min(65_535, last),
});

function runsOf(sender: Sender, wish: StreamWish): readonly Run[] | undefined {
  const { serverPorts, streams } = wish;
  const { first } = allowed(wish);
  const stretches = chooseStretches(candidatesOf(sender, wish), sender.usable.length, streams);
  return (
    stretches &&
    serverPorts.flatMap((serverPort, process) => {
      const stretch = stretches[process];
      return stretch === undefined
        ? []
        : [{ firstPort: first + stretch.at, serverPort, streams: stretch.length }];
    })
  );
}

/** Made one by one, since most plans need the first alone. */
function* candidatesOf(sender: Sender, wish: StreamWish): Generator<Candidates> {
  const { first, last } = allowed(wish);
  const count = Math.max(0, last - first + 1);
  for (const serverPort of wish.serverPorts)
    yield Array.from({ length: count }, (_, offset) => {
      const sourcePort = first + offset;
      return wish.avoid.has(sourcePort) ? null : portIndex(sender, { sourcePort, serverPort });
    });
}

/** The streams of one process, in the order in which iperf3 opens them. */
export const streamsOf = ({ firstPort, serverPort, streams }: Run): readonly Stream[] =>
  Array.from({ length: streams }, (_, offset) => ({ sourcePort: firstPort + offset, serverPort }));

function tooFew(wish: StreamWish, ports: number): string {
  const { first, last } = allowed(wish);
  return `the free source ports from ${first} to ${last} do not share out ${wish.streams} streams over ${ports} ports; allow more source or server ports`;
}

function unevenness(streams: number, ports: number) {
  const below = streams - (streams % ports);
  const nearest = [below, below + ports].filter((number) => number > 0);
  const why = `${streams} streams over ${ports} ports are not equally many per port; ${nearest.join(' or ')} would be`;
  return { why, nearest };
}
