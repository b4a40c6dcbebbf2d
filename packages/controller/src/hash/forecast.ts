import type { IfName } from '@bondctl/proto/model/names';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import type { HostPair } from './hosts.ts';
import { type HashGeneration, type HashPolicy, steering, transmitHash } from './policies.ts';

/** A bond in mode balance-xor or 802.3ad that sends, as a client of iperf3 without -R does. */
export interface Sender {
  readonly hosts: HostPair;
  readonly policy: HashPolicy;
  readonly generation: HashGeneration;
  /** Ports that can send, in the order in which they joined the bond; in 802.3ad those of the active aggregator only. */
  readonly usable: readonly IfName[];
}

/** One TCP or UDP stream from the sender to a server, by its two port numbers. */
export interface Stream {
  readonly sourcePort: number;
  readonly serverPort: number;
}

/** A stream and the port of the bond by which it leaves. */
export interface StreamPort extends Stream {
  readonly port: IfName;
}

/** How many streams leave by one port of the bond. */
export interface PortLoad {
  readonly port: IfName;
  readonly streams: number;
}

/** Where the streams of a run leave: every stream in the order asked for, every usable port in the bond's order. */
export interface Forecast {
  readonly streams: readonly StreamPort[];
  readonly ports: readonly PortLoad[];
}

/** Which port each stream leaves by, or one sentence why nobody can know. */
export function forecast(sender: Sender, streams: readonly Stream[]): Result<Forecast, string> {
  const { usable, policy } = sender;
  if (usable.length === 0) return failure('the bond has no port that can send');
  if (usable.length > 1 && steering(policy) === 'chance')
    return failure(`${policy} takes a random number of each stream, so its port cannot be foretold`);
  return success({ streams: streamPorts(sender, streams), ports: portLoads(sender, streams) });
}

function streamPorts(sender: Sender, streams: readonly Stream[]): readonly StreamPort[] {
  return streams.flatMap((stream) => {
    const port = sender.usable[portIndex(sender, stream)];
    return port === undefined ? [] : [{ ...stream, port }];
  });
}

/** How many of the streams leave by each usable port, for a sender whose policy is not a matter of chance. */
export function portLoads(sender: Sender, streams: readonly Stream[]): readonly PortLoad[] {
  const indices = streams.map((stream) => portIndex(sender, stream));
  return sender.usable.map((port, place) => ({
    port,
    streams: indices.filter((index) => index === place).length,
  }));
}

/**
 * The place of the stream's port among the usable ones: hash % count (bond_xmit_3ad_xor_slave_get). What the server sends
 * back has the same place only where the count is a power of two.
 */
export function portIndex({ hosts, policy, generation, usable }: Sender, stream: Stream): number {
  const { sourcePort, serverPort: destinationPort } = stream;
  return transmitHash(policy, { hosts, sourcePort, destinationPort }, generation) % usable.length;
}
