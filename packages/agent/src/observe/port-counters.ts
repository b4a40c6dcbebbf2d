import type { BondState } from '@bondctl/proto/model/bond';
import type { PortCounters } from '@bondctl/proto/model/command';
import type { Parsed } from '@bondctl/proto/model/result';
import { readNetDev } from '../parse/net-dev.ts';

/** The text of /proc/net/dev as counters of the bonds' ports, at most `limit`; a port that it does not name is left out. */
export function portCounters(
  bonds: readonly Pick<BondState, 'name' | 'ports'>[],
  text: string,
  limit: number,
): Parsed<readonly PortCounters[]> {
  const ports = bonds.flatMap((bond) => bond.ports.map((port) => ({ bond: bond.name, port: port.name })));
  const read = readNetDev(text, new Set<string>(ports.map(({ port }) => port)));
  const counted = new Map(read.value.map(({ name, ...counters }) => [name, counters]));
  const value = ports.flatMap((one) => {
    const counters = counted.get(one.port);
    return counters === undefined ? [] : [{ ...one, ...counters }];
  });
  return { value: value.slice(0, limit), problems: read.problems };
}
