/** Plugging cables elsewhere, and switch ports that no longer let LACP pass. Every change has its way back. */
import { shaper } from '../render.ts';
import type { NicRef } from '../topology.ts';
import { must } from './command.ts';
import { farEndOf, topology } from './topology.ts';

/** A switch of its own, for cables that are plugged into other places. */
export async function addSwitch(name: string): Promise<void> {
  await must(['ip', 'link', 'add', name, 'type', 'bridge']);
  await must(['ip', 'link', 'set', name, 'up']);
}

/** Plugs a NIC's cable into a switch, whichever it was in before. */
export async function plugInto(plug: NicRef, name: string): Promise<void> {
  await must(['ip', 'link', 'set', portOf(plug), 'master', name]);
  await lacp(plug, 'passes');
}

/** Whether the switch port of a NIC lets LACP frames pass; a port that swallows them keeps its carrier. */
export async function lacp(plug: NicRef, what: 'passes' | 'swallowed'): Promise<void> {
  const mask = what === 'passes' ? '4' : '0';
  await must(['ip', 'link', 'set', portOf(plug), 'type', 'bridge_slave', 'group_fwd_mask', mask]);
}

/** Gives a NIC another line rate, in tc's words; without one its own comes back. */
export async function lineRate(plug: NicRef, rate: string | undefined = ownRate(plug)): Promise<void> {
  if (rate === undefined) throw new Error(`${plug.host}/${plug.nic} has no line rate of its own`);
  const device = ['tc', '-n', plug.host, 'qdisc', 'replace', 'dev', plug.nic];
  await must([...device, 'root', 'handle', '1:', ...shaper(rate).split(' ')]);
}

const ownRate = ({ host, nic }: NicRef): string | undefined =>
  topology()
    .hosts.find(({ name }) => name === host)
    ?.nics.find(({ name }) => name === nic)?.rate;

function portOf(plug: NicRef): string {
  const end = farEndOf(plug);
  if (end.kind === 'port') return end.interface;
  throw new Error(`${plug.host}/${plug.nic} is on a cable, and not in a switch`);
}
