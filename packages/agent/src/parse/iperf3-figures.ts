import type { RunFigures, StreamFigures, UdpFigures } from '@bondctl/proto/model/linktest';
import { countAt, type Stream, streamsOf, sum, summed, sumsOf } from './iperf3-sums.ts';
import { type JsonObject, numberAt, objectAt, objectsAt } from './json.ts';

/** What a client's whole document (3.7 to 3.22) says was measured; undefined when nothing arrived. */
export function figuresOf(document: JsonObject): RunFigures | undefined {
  const streams = streamsOf(document);
  const forth = streams.filter(({ sends }) => sends !== false);
  const back = streams.filter(({ sends }) => sends === false);
  const isBothWays = back.length > 0 && forth.length > 0;
  // Up to 3.10.1 a document of --bidir holds its sums twice under one name, so that only the streams tell the ways apart.
  const reverse = sumsOf(document, '_bidir_reverse');
  const isDoubled = isBothWays && reverse === undefined;
  const sums = isDoubled ? summed(forth) : sumsOf(document);
  if (sums === undefined || sums.receivedBps <= 0 || sums.receivedBytes <= 0) return undefined;
  const total = isDoubled ? undefined : totalOf(document);
  return {
    ...sums,
    seconds: isDoubled ? longest(forth) : (numberAt(total, 'seconds') ?? 0),
    mss: numberAt(objectAt(document, 'start'), 'tcp_mss_default') ?? null,
    streams: sentBy(document, forth),
    back: isBothWays ? (reverse ?? summed(back)) : null,
    udp: forth.some(({ isUdp }) => isUdp) ? udpOf(forth, total) : null,
  };
}

function totalOf(document: JsonObject): JsonObject | undefined {
  const end = objectAt(document, 'end');
  return objectAt(end, 'sum_received') ?? objectAt(end, 'sum');
}

const longest = (streams: readonly Stream[]): number =>
  Math.max(...streams.map(({ receiver }) => numberAt(receiver, 'seconds') ?? 0));

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

/** `total`: what the document says of all streams; undefined where that cannot be told from the other way's. */
function udpOf(streams: readonly Stream[], total: JsonObject | undefined): UdpFigures | null {
  const told = total === undefined ? streams.map(({ sender }) => sender) : [total];
  const packets = sum(told.map((one) => countAt(one, 'packets') ?? 0));
  if (packets === 0) return null;
  const unordered = streams.map(({ sender }) => numberAt(sender, 'out_of_order'));
  return {
    packets,
    lost: sum(told.map((one) => countAt(one, 'lost_packets') ?? 0)),
    jitterMs: sum(told.map((one) => countAt(one, 'jitter_ms') ?? 0)) / told.length,
    outOfOrder: unordered.some((one) => one === undefined) ? null : sum(unordered.map(Number)),
  };
}
