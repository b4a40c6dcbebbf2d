import type { RunFigures, StreamFigures, UdpFigures } from '@bondctl/proto/model/linktest';
import { type JsonObject, numberAt, objectAt, objectsAt } from './json.ts';

/** What a client's whole document (3.7 to 3.21) says was measured; undefined when nothing arrived. */
export function figuresOf(document: JsonObject): RunFigures | undefined {
  const streams = streamsOf(document);
  const udp = streams.some(({ isUdp }) => isUdp);
  // Up to 3.10.1 a document of --bidir holds its sums twice under one name, so that only the streams tell the ways apart.
  const isBothWays = [true, false].every((way) => streams.some(({ sends }) => sends === way));
  const forth = streams.filter(({ sends }) => sends !== false);
  const sums = isBothWays && !udp ? summed(forth) : sumsOf(document);
  if (sums === undefined || sums.receivedBps <= 0 || sums.receivedBytes <= 0) return undefined;
  return {
    ...sums,
    seconds: isBothWays && !udp ? longest(forth) : secondsOf(document),
    mss: numberAt(objectAt(document, 'start'), 'tcp_mss_default') ?? null,
    streams: sentBy(document, forth),
    back: isBothWays ? wayBack(document, streams, udp) : null,
    udp: udp ? udpOf(document, forth) : null,
  };
}

type Sums = Pick<RunFigures, 'receivedBps' | 'receivedBytes' | 'sentBytes' | 'retransmits'>;

/** One stream of `end.streams`; `sends`: whether this end is its sender, undefined when the stream does not say. */
interface Stream {
  readonly isUdp: boolean;
  readonly sends: unknown;
  readonly socket: number | undefined;
  readonly sender: JsonObject | undefined;
  readonly receiver: JsonObject | undefined;
}

const streamsOf = (document: JsonObject): readonly Stream[] =>
  objectsAt(objectAt(document, 'end'), 'streams').map((stream) => {
    const udp = objectAt(stream, 'udp');
    const sender = udp ?? objectAt(stream, 'sender');
    return {
      isUdp: udp !== undefined,
      sends: sender?.['sender'],
      socket: numberAt(sender, 'socket'),
      sender,
      receiver: udp ?? objectAt(stream, 'receiver'),
    };
  });

/** `end.sum_received` is the truth; `sum_sent` counts what the sender's socket took. UDP up to 3.10 has neither. */
function sumsOf(document: JsonObject, suffix = ''): Sums | undefined {
  const end = objectAt(document, 'end');
  const received = objectAt(end, `sum_received${suffix}`);
  const sent = objectAt(end, `sum_sent${suffix}`);
  if (received === undefined) return arrived(objectAt(end, `sum${suffix}`));
  const receivedBytes = numberAt(received, 'bytes') ?? 0;
  return {
    receivedBps: numberAt(received, 'bits_per_second') ?? 0,
    receivedBytes,
    sentBytes: numberAt(sent, 'bytes') ?? receivedBytes,
    retransmits: numberAt(sent, 'retransmits') ?? null,
  };
}

/** Up to 3.10 the one sum of UDP has the sender's bytes and rate beside the receiver's loss. */
function arrived(sum: JsonObject | undefined): Sums | undefined {
  const [bytes, bps] = [numberAt(sum, 'bytes'), numberAt(sum, 'bits_per_second')];
  const [packets, lost] = [numberAt(sum, 'packets') ?? 0, numberAt(sum, 'lost_packets') ?? 0];
  if (bytes === undefined || bps === undefined || packets <= 0) return undefined;
  const share = Math.max(0, 1 - lost / packets);
  return {
    receivedBps: bps * share,
    receivedBytes: Math.round(bytes * share),
    sentBytes: bytes,
    retransmits: null,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const valuesOf = (streams: readonly Stream[], side: 'sender' | 'receiver', key: string): readonly number[] =>
  streams.map((stream) => numberAt(stream[side], key) ?? 0);

const summed = (streams: readonly Stream[]): Sums => ({
  receivedBps: sum(valuesOf(streams, 'receiver', 'bits_per_second')),
  receivedBytes: sum(valuesOf(streams, 'receiver', 'bytes')),
  sentBytes: sum(valuesOf(streams, 'sender', 'bytes')),
  retransmits: sum(valuesOf(streams, 'sender', 'retransmits')),
});

const longest = (streams: readonly Stream[]): number => Math.max(...valuesOf(streams, 'receiver', 'seconds'));

function secondsOf(document: JsonObject): number {
  const end = objectAt(document, 'end');
  return numberAt(objectAt(end, 'sum_received') ?? objectAt(end, 'sum'), 'seconds') ?? 0;
}

function wayBack(document: JsonObject, streams: readonly Stream[], udp: boolean): RunFigures['back'] {
  if (udp) return sumsOf(document, '_bidir_reverse') ?? null;
  return summed(streams.filter(({ sends }) => sends === false));
}

/** The sender's streams with their ports; a stream whose socket the document did not name is left out. */
function sentBy(document: JsonObject, streams: readonly Stream[]): readonly StreamFigures[] {
  const connected = objectsAt(objectAt(document, 'start'), 'connected');
  return streams.flatMap(({ socket, sender }) => {
    const named = connected.find((one) => socket !== undefined && numberAt(one, 'socket') === socket);
    const [sourcePort, serverPort] = [numberAt(named, 'local_port'), numberAt(named, 'remote_port')];
    if (sourcePort === undefined || serverPort === undefined) return [];
    return [{ sourcePort, serverPort, sentBytes: numberAt(sender, 'bytes') ?? 0 }];
  });
}

function udpOf(document: JsonObject, streams: readonly Stream[]): UdpFigures | null {
  const end = objectAt(document, 'end');
  const received = objectAt(end, 'sum_received') ?? objectAt(end, 'sum');
  const packets = numberAt(received, 'packets');
  if (packets === undefined) return null;
  const unordered = streams.map(({ sender }) => numberAt(sender, 'out_of_order'));
  return {
    packets,
    lost: numberAt(received, 'lost_packets') ?? 0,
    jitterMs: numberAt(received, 'jitter_ms') ?? 0,
    outOfOrder: unordered.some((one) => one === undefined) ? null : sum(unordered.map(Number)),
  };
}
