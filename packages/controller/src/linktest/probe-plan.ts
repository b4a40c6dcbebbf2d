import { hashes } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import { portIndex, type Sender } from '../hash/forecast.ts';
import { steering } from '../hash/policies.ts';
import type { EndFacts, Path } from './ends.ts';
import { senderOf } from './sender.ts';

/** Probes of one ICMP id, and the port of the sending bond that its hash sends them through. */
export interface PlannedProbe {
  readonly identifier: number | null;
  readonly port: IfName | null;
}

const anyPort: readonly PlannedProbe[] = [{ identifier: null, port: null }];

/** ICMP id and port numbers lie in the same bytes of the hash: type 8 and code 0 where a source port is (bond_flow_ip). */
const echoRequest = 0x0800;
const identifiers = Array.from({ length: 512 }, (_, nth) => 0x4200 + nth);

/**
 * One probe for each port that the hash can send to, since a narrow leg swallows only what goes through it. Elsewhere one:
 * balance-rr takes every port in turn, and where all goes to one host through one port no probe reaches another.
 */
export function probesFrom(from: EndFacts, to: EndFacts, path: Path): readonly PlannedProbe[] {
  const sender = senderOf(from, to, path);
  if (!hashes(from.mode) || !sender.ok || from.usable.length < 2) return anyPort;
  if (steering(sender.value.policy) !== 'ports') return anyPort;
  const planned = from.usable.map((port, place) => ({
    port,
    identifier: identifierFor(sender.value, place),
  }));
  return planned.every(({ identifier }) => identifier !== null) ? planned : anyPort;
}

const identifierFor = (sender: Sender, place: number): number | null =>
  identifiers.find((id) => portIndex(sender, { sourcePort: echoRequest, serverPort: id }) === place) ?? null;
