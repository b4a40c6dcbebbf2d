import type { RunParameters } from '@bondctl/proto/model/linktest';
import type { IperfVersion } from '../parse/iperf3-json.ts';

/** An argument array; the first is the program. */
export type Argv = readonly [string, ...string[]];

/** iperf3 prints about 430 bytes per stream and interval; this many keep a document well below one frame. */
const mostEntries = 300;
/** -i of iperf3 takes at most this. */
const longestIntervalS = 60;

const since = (version: IperfVersion, minor: number, ...flags: readonly string[]): readonly string[] =>
  version.minor >= minor ? flags : [];

/** A one-off server. The timeouts are iperf3's own; the watchdog is ours, since they save only some cases. */
export function serverArgv(version: IperfVersion, address: string, port: number): Argv {
  const common: Argv = ['iperf3', '-s', '-1', '-J', '-p', String(port), '-B', address];
  return [
    ...common,
    ...since(version, 11, '--idle-timeout', '20'),
    ...since(version, 10, '--rcv-timeout', '10000'),
  ];
}

/** Where a client goes, and from where. */
interface ClientWay {
  readonly peer: string;
  readonly port: number;
  readonly address: string;
  /** Of the first stream; null: the kernel chooses. */
  readonly sourcePort: number | null;
}

/** The client, from our own bond's address. Which end sends is the controller's choice of client, so there is no -R. */
export function clientArgv(version: IperfVersion, way: ClientWay, run: RunParameters): Argv {
  const ways = run.direction === 'both' ? 2 : 1;
  const entries = run.seconds * (run.streams * ways + ways);
  const intervalS = Math.min(longestIntervalS, Math.ceil(entries / mostEntries));
  return [
    ...(['iperf3', '-c', way.peer, '-p', String(way.port), '-B', way.address] as const),
    ...['-t', String(run.seconds), '-i', String(intervalS), '-J'],
    ...['--connect-timeout', '3000', '-P', String(run.streams)],
    ...sourcePorts(version, way, run),
    ...(run.direction === 'both' ? ['--bidir'] : []),
    ...paced(run),
  ];
}

/** Before 3.12 both directions of --bidir take the same source ports, so that the second is refused. */
const sourcePorts = (version: IperfVersion, { sourcePort }: ClientWay, { direction }: RunParameters) =>
  sourcePort === null ? [] : since(version, direction === 'both' ? 12 : 7, '--cport', String(sourcePort));

/** iperf3 takes the rate per stream, and makes datagrams as large as its control connection's segments. */
const paced = ({ protocol, class: kind, offeredBps, streams }: RunParameters): readonly string[] => [
  ...(protocol === 'udp' ? ['-u'] : []),
  // A probe is held down, never up: its streams together send no more than was said.
  ...(protocol === 'udp' || kind === 'probe' ? ['-b', String(Math.floor((offeredBps ?? 0) / streams))] : []),
];

/** Below 0.2 s ping wants to be root, which an agent is. */
const quickGapS = 0.05;
const icmpHeader = 8;
const ipHeader = (peer: string): number => (peer.includes(':') ? 40 : 20);

/** DF pings of exactly `ipBytes` on the wire's IP layer, out of the bond and nothing else; `identifier`: iputils 20210202 on. */
export function pingArgv(
  bond: string,
  peer: string,
  ipBytes: number,
  count: number,
  identifier: number | null,
): Argv {
  const payload = ipBytes - ipHeader(peer) - icmpHeader;
  return [
    ...(['ping', '-n', '-M', 'do', '-s', String(payload)] as const),
    ...(identifier === null ? [] : ['-e', String(identifier)]),
    ...['-c', String(count), '-W', '1', '-i', String(quickGapS), '-I', bond, peer],
  ];
}

const leastRttGapS = 0.2;
const idleRtts = 8;
/** A long run is asked more rarely. */
const mostRtts = 600;

/** Small pings out of the bond, until `count` are answered or `-w` seconds are over. */
const rttArgv = (bond: string, peer: string, gapS: number, count: number, seconds: number): Argv => [
  ...(['ping', '-n', '-i', String(gapS), '-c', String(count)] as const),
  ...['-w', String(seconds), '-I', bond, peer],
];

/** Round-trip times of the idle link: 0.4 s where all are answered, 2 s at most. */
export const idleRttArgv = (bond: string, peer: string): Argv => rttArgv(bond, peer, quickGapS, idleRtts, 2);

/** Round-trip times for as long as a run lasts. */
export function loadedRttArgv(bond: string, peer: string, seconds: number): Argv {
  const gapS = Math.max(leastRttGapS, seconds / mostRtts);
  return rttArgv(bond, peer, gapS, Math.round(seconds / gapS), seconds);
}

/** When `ping` with these arguments has ended for certain. */
export const pingTimeoutMs = (count: number): number => count * 200 + 1000 + 4000;
