/** Breaking the cluster on purpose. Every fault has its repair. */
import { shaper } from '../render.ts';
import type { NicRef } from '../topology.ts';
import { must } from './command.ts';
import { farEndOf, topology } from './topology.ts';

/** Takes the carrier away from a NIC, as a pulled cable does: its far end goes down. */
export const carrierDown = (plug: NicRef): Promise<void> => setFarEnd(plug, 'down');

/** Plugs the cable in again. */
export const carrierUp = (plug: NicRef): Promise<void> => setFarEnd(plug, 'up');

/** Makes every port of a switch drop frames larger than an MTU; jumbo frames then vanish without a word. */
export async function switchMtu(name: string, mtu: number): Promise<void> {
  const found = topology().switches.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the lab has no switch ${name}`);
  for (const plug of found.ports) await portMtu(plug, mtu);
}

/** The same for the one switch port that a NIC is plugged into. */
export async function portMtu(plug: NicRef, mtu: number): Promise<void> {
  const end = farEndOf(plug);
  if (end.kind === 'nic') throw new Error(`${plug.host}/${plug.nic} is on a cable, which has no MTU`);
  await must(['ip', 'link', 'set', end.interface, 'mtu', String(mtu)]);
}

/** Which way frames go, seen from the NIC. */
export type Direction = 'out' | 'in';

/** Disturbs one direction of a line, in netem's words: "loss 1%", "delay 20ms", "loss 100%". The carrier stays. */
export async function impair(plug: NicRef, words: string, direction: Direction = 'out'): Promise<void> {
  const { tc, device, rate } = lineOf(plug, direction);
  // A shaped line keeps its shaper; the disturbance sits below it.
  const place = rate === undefined ? ['root'] : ['parent', '1:1'];
  await must([...tc, 'replace', 'dev', device, ...place, 'handle', NETEM, 'netem', ...words.split(' ')]);
}

/** Ends what `impair` did. */
export async function heal(plug: NicRef, direction: Direction = 'out'): Promise<void> {
  const { tc, device, rate } = lineOf(plug, direction);
  if (rate === undefined) {
    await must([...tc, 'del', 'dev', device, 'root']);
    return;
  }
  await must([...tc, 'del', 'dev', device, 'parent', '1:1']);
  // A shaper that lost its queue drops everything (tbf_graft in net/sched/sch_tbf.c) until a change gives it a new one.
  await must([...tc, 'change', 'dev', device, 'root', 'handle', '1:', ...shaper(rate).split(' ')]);
}

const NETEM = '10:';

type Line = { readonly tc: readonly string[]; readonly device: string; readonly rate?: string | undefined };

/** The interface whose queue frames of that direction leave by. */
function lineOf(plug: NicRef, direction: Direction): Line {
  if (direction === 'in') {
    const end = farEndOf(plug);
    return end.kind === 'nic' ? lineOf(end.plug, 'out') : { tc: ['tc', 'qdisc'], device: end.interface };
  }
  const owner = topology().hosts.find(({ name }) => name === plug.host);
  const rate = owner?.nics.find(({ name }) => name === plug.nic)?.rate;
  return { tc: ['tc', '-n', plug.host, 'qdisc'], device: plug.nic, rate };
}

async function setFarEnd(plug: NicRef, state: 'up' | 'down'): Promise<void> {
  const end = farEndOf(plug);
  const where = end.kind === 'nic' ? ['-n', end.plug.host] : [];
  const what = end.kind === 'nic' ? end.plug.nic : end.interface;
  await must(['ip', ...where, 'link', 'set', what, state]);
}
