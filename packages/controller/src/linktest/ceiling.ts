import type { PortCapacity, PortLoad, RunParameters } from '@bondctl/proto/model/linktest';
import type { EndFacts } from './ends.ts';
import { formatRate } from './figures.ts';

/** What a configuration, and the hardware below it, can carry at most. Rates are goodput in bit/s. */
export interface Ceiling {
  /** null: the port capacity is unknown. */
  readonly ceilingBps: number | null;
  readonly hardwareBps: number | null;
  /** True when the ports that the flows hit are a matter of chance: less is not yet a fault. */
  readonly isUpperBound: boolean;
  /** Why it is this much, with the formula where the port capacity is known. */
  readonly sentence: string;
}

/** Everything a ceiling depends on. */
export interface CeilingInput {
  readonly from: EndFacts;
  readonly to: EndFacts;
  readonly family: 4 | 6;
  readonly streams: number;
  readonly capacity: PortCapacity;
  readonly medium: 'direct' | 'switched';
  readonly protocol: RunParameters['protocol'];
  /** How many streams leave by each port, as far as that was planned. */
  readonly planned: readonly PortLoad[];
}

/** Bytes of a frame besides its IP packet. Ethernet: header, FCS, preamble, gap; a shaper sees the header only. */
const frameBytes = { ethernet: 38, shaped: 14 } as const;
const ipBytes = { 4: 20, 6: 40 } as const;
/** TCP's header with the timestamps that Linux sends. */
const tcpBytes = 32;
/** iperf3 makes datagrams as large as TCP's segments; a UDP header is that much smaller than TCP's. */
const headerBytes = { tcp: tcpBytes, udp: 8 } as const;

/** What one port can carry: the spec's word, else the kernel's for the slowest usable port of both ends. */
export function capacityOf(declared: PortCapacity | null, from: EndFacts, to: EndFacts): PortCapacity {
  if (declared !== null) return declared;
  if (from.slowestMbps === null || to.slowestMbps === null) return { source: 'unknown' };
  return {
    source: 'kernel',
    rateBps: Math.min(from.slowestMbps, to.slowestMbps) * 1e6,
    framing: 'ethernet',
  };
}

/** Goodput of one port at a frame size: rate x payload / bytes on the wire. */
export function goodputBps(
  rateBps: number,
  framing: 'ethernet' | 'shaped',
  mtu: number,
  family: 4 | 6,
  protocol: RunParameters['protocol'] = 'tcp',
): number {
  const { payload, wire } = frameOf(framing, mtu, family, protocol);
  return (rateBps * payload) / wire;
}

function frameOf(
  framing: 'ethernet' | 'shaped',
  mtu: number,
  family: 4 | 6,
  protocol: RunParameters['protocol'],
): { readonly payload: number; readonly wire: number } {
  const payload = mtu - ipBytes[family] - tcpBytes;
  return { payload, wire: payload + headerBytes[protocol] + ipBytes[family] + frameBytes[framing] };
}

/** The ceilings of one test (link-testing.md 5a, 5c, 5e). */
export function ceilingOf(input: CeilingInput): Ceiling {
  const { from, to, capacity, family, protocol } = input;
  const { ports, isUpperBound, sentence } = portsInUse(input);
  if (capacity.source === 'unknown') {
    const why = 'the speed of a port is unknown, so there is no percentage; declare lineRate';
    return { ceilingBps: null, hardwareBps: null, isUpperBound, sentence: `${sentence}; ${why}` };
  }
  const mtu = Math.min(from.mtu, to.mtu);
  const onePort = goodputBps(capacity.rateBps, capacity.framing, mtu, family, protocol);
  const hardwarePorts = Math.min(from.ports, to.ports);
  const formula = `${ports} x ${formatRate(onePort)}, each ${formulaOf(input, mtu, capacity)}`;
  return {
    ceilingBps: ports * onePort,
    hardwareBps: hardwarePorts * onePort,
    isUpperBound,
    sentence: `${sentence}: ${formula}`,
  };
}

/** `1.00 Gbit/s x 1448 of 1538 bytes of a frame` */
function formulaOf(
  { family, protocol }: CeilingInput,
  mtu: number,
  { rateBps, framing }: Extract<PortCapacity, { rateBps: number }>,
): string {
  const { payload, wire } = frameOf(framing, mtu, family, protocol);
  return `${formatRate(rateBps)} x ${payload} of ${wire} bytes of a frame`;
}

interface InUse {
  readonly ports: number;
  readonly isUpperBound: boolean;
  readonly sentence: string;
}

const exactly = (ports: number, sentence: string): InUse => ({ ports, isUpperBound: false, sentence });
const atMost = (ports: number, sentence: string): InUse => ({ ports, isUpperBound: true, sentence });

/** How many ports the streams can use: as many as the sender spreads over and the receiver takes. */
function portsInUse(input: CeilingInput): InUse {
  const sends = sending(input);
  const takes = receivingPorts(input);
  if (takes >= sends.ports) return sends;
  return atMost(takes, `${input.to.end.host} receives over ${count(takes)}`);
}

function sending({ from, streams, medium, planned }: CeilingInput): InUse {
  switch (from.mode) {
    case 'balance-rr':
      return medium === 'direct'
        ? exactly(from.usable.length, 'balance-rr spreads every stream over all ports')
        : atMost(from.usable.length, 'balance-rr spreads every stream; the switch may put it on one port');
    case 'active-backup':
      return exactly(1, 'active-backup uses one port');
    case 'broadcast':
      return exactly(1, 'broadcast sends the same over every port');
    case 'balance-tlb':
    case 'balance-alb':
      return exactly(1, `${from.mode} receives from one peer over one port`);
    case 'balance-xor':
    case '802.3ad':
      return planned.length > 0 ? steered(planned, medium) : hashing(from, streams);
    default:
      return from.mode satisfies never;
  }
}

/** Streams whose ports were chosen; behind a switch its own hash decides over which ports they arrive. */
function steered(planned: readonly PortLoad[], medium: 'direct' | 'switched'): InUse {
  const used = planned.filter(({ streams }) => streams > 0);
  const streams = used.reduce((sum, port) => sum + port.streams, 0);
  const sentence = `${streams === 1 ? 'one stream leaves' : `${streams} streams leave`} by ${count(used.length)}`;
  return medium === 'direct' ? exactly(used.length, sentence) : atMost(used.length, `${sentence} at most`);
}

/** Only policies that look at TCP ports can tell the streams of one pair of hosts apart. */
function hashing(from: EndFacts, streams: number): InUse {
  const policy = from.xmitHashPolicy?.split(' ')[0] ?? null;
  const seesStreams = policy === null || policy.endsWith('3+4');
  if (streams === 1) return exactly(1, `${from.mode} sends one stream over one port`);
  if (!seesStreams)
    return exactly(1, `${from.mode} with ${policy} sends all that goes to one host over one port`);
  const ports = Math.min(streams, from.usable.length);
  return atMost(ports, `${streams} streams are spread by a hash: at most ${count(ports)}`);
}

function receivingPorts({ to, medium, from }: CeilingInput): number {
  // Over cables each port receives what its far end sends; behind a switch the bond's own address decides.
  if (medium === 'direct') return Math.max(1, Math.min(to.usable.length, from.usable.length));
  const single = to.mode === 'active-backup' || to.mode === 'balance-tlb' || to.mode === 'balance-alb';
  return single ? 1 : to.usable.length;
}

const count = (ports: number): string => (ports === 1 ? 'one port' : `${ports} ports`);
