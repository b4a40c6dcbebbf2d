import type { RunFigures } from '@bondctl/proto/model/linktest';
import { type JsonObject, numberAt, objectAt, objectsAt } from './json.ts';

/** What went one way. */
type Sums = Pick<RunFigures, 'receivedBps' | 'receivedBytes' | 'sentBytes' | 'retransmits'>;

/** One stream of `end.streams`; `sends`: whether this end is its sender, undefined when the stream does not say. */
export interface Stream {
  readonly isUdp: boolean;
  readonly sends: unknown;
  readonly socket: number | undefined;
  readonly sender: JsonObject | undefined;
  readonly receiver: JsonObject | undefined;
}

/** The streams of a document, in its order. */
export const streamsOf = (document: JsonObject): readonly Stream[] =>
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
export function sumsOf(document: JsonObject, suffix = ''): Sums | undefined {
  const end = objectAt(document, 'end');
  const received = objectAt(end, `sum_received${suffix}`);
  return received === undefined
    ? arrived(objectAt(end, `sum${suffix}`))
    : transferred(objectAt(end, `sum_sent${suffix}`), received);
}

/** The same from the streams alone. */
export function summed(streams: readonly Stream[]): Sums {
  const all = streams.flatMap(
    ({ isUdp, sender, receiver }) => (isUdp ? arrived(sender) : transferred(sender, receiver)) ?? [],
  );
  const retransmits = all.flatMap((one) => one.retransmits ?? []);
  return {
    receivedBps: sum(all.map((one) => one.receivedBps)),
    receivedBytes: sum(all.map((one) => one.receivedBytes)),
    sentBytes: sum(all.map((one) => one.sentBytes)),
    retransmits: retransmits.length < all.length ? null : sum(retransmits),
  };
}

/** The sum of all; 0 of none. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function transferred(sent: JsonObject | undefined, received: JsonObject | undefined): Sums {
  const receivedBytes = numberAt(received, 'bytes') ?? 0;
  return {
    receivedBps: numberAt(received, 'bits_per_second') ?? 0,
    receivedBytes,
    sentBytes: numberAt(sent, 'bytes') ?? receivedBytes,
    retransmits: countAt(sent, 'retransmits'),
  };
}

/** Up to 3.10 what UDP has is the sender's bytes and rate beside the receiver's loss. */
function arrived(both: JsonObject | undefined): Sums | undefined {
  const [bytes, bps] = [numberAt(both, 'bytes'), numberAt(both, 'bits_per_second')];
  const [packets, lost] = [numberAt(both, 'packets') ?? 0, countAt(both, 'lost_packets') ?? 0];
  if (bytes === undefined || bps === undefined || packets <= 0) return undefined;
  const share = Math.max(0, 1 - lost / packets);
  return {
    receivedBps: bps * share,
    receivedBytes: Math.round(bytes * share),
    sentBytes: bytes,
    retransmits: null,
  };
}

/** A count; null where there is none, as a negative one is. */
export function countAt(object: JsonObject | undefined, key: string): number | null {
  const value = numberAt(object, key);
  return value === undefined || value < 0 ? null : value;
}
