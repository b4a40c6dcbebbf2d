import type { IfName } from '@bondctl/proto/model/names';

/** What is known of the wire of one interface, and what of it changed since the last event that it explains. */
export interface Wire {
  readonly up: boolean;
  readonly carrier: boolean;
  readonly changed: 'carrier' | 'setDown' | null;
}

/** The wires of a host. An interface that is not in it is one of which nothing is known. */
export type Wires = ReadonlyMap<IfName, Wire>;

/** Up and carrier of an interface as somebody read it. */
export interface Reading {
  readonly name: IfName;
  readonly up: boolean;
  readonly carrier: boolean;
}

/** What changed: who is set down loses the carrier too, so that being set down explains more. */
function whatChanged(wire: Wire | undefined, { up, carrier }: Reading): Wire['changed'] {
  if (wire === undefined) return null;
  if (wire.changed === 'setDown' || wire.up !== up) return 'setDown';
  return wire.carrier === carrier ? wire.changed : 'carrier';
}

/** The wires after a reading of one of them. */
export function withReading(wires: Wires, reading: Reading): Wires {
  const { name, up, carrier } = reading;
  return new Map(wires).set(name, { up, carrier, changed: whatChanged(wires.get(name), reading) });
}

/** The wires of interfaces that are there; the others are forgotten, so that this stays as small as the host. */
export const withReadings = (wires: Wires, readings: readonly Reading[]): Wires =>
  new Map(
    readings.map(({ name, up, carrier }) => [
      name,
      { up, carrier, changed: whatChanged(wires.get(name), { name, up, carrier }) },
    ]),
  );

/** The wires once events of these ports were told: what had changed is explained. */
export const explained = (wires: Wires, ports: ReadonlySet<IfName>): Wires =>
  new Map([...wires].map(([name, wire]) => [name, ports.has(name) ? { ...wire, changed: null } : wire]));
