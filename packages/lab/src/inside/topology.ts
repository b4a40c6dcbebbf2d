/** The cluster that this program runs beside, as the lab's launcher described it. */
import { readFileSync } from 'node:fs';
import type { NicRef, Topology } from '../topology.ts';

/** The folder whose files outlive the lab, when the launcher was asked to keep them. */
export const outDir = (): string => variable('LAB_OUT');

/** The topology of the running lab. */
export function topology(): Topology {
  return JSON.parse(readFileSync(`${variable('LAB')}/job/topology.json`, 'utf8')) as Topology;
}

/** What the far end of a NIC is: another host's NIC, or an interface in the lab's own namespace. */
export type FarEnd =
  | { readonly kind: 'nic'; readonly plug: NicRef }
  | { readonly kind: 'port'; readonly interface: string };

/** Follows the cable that is plugged into a NIC. */
export function farEndOf(plug: NicRef): FarEnd {
  const { hosts, cables } = topology();
  const same = (other: NicRef) => other.host === plug.host && other.nic === plug.nic;
  const cable = cables.find(({ a, b }) => same(a) || same(b));
  if (cable !== undefined) return { kind: 'nic', plug: same(cable.a) ? cable.b : cable.a };
  const place =
    hosts.find(({ name }) => name === plug.host)?.nics.findIndex(({ name }) => name === plug.nic) ?? -1;
  if (place === -1) throw new Error(`the lab has no NIC ${plug.host}/${plug.nic}`);
  return { kind: 'port', interface: `${plug.host}.${place + 1}` };
}

/** A variable that the lab sets; without it this program does not run in a lab. */
export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: this runs inside the lab only`);
  return value;
}
