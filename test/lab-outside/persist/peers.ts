/** What is at the far ends of the NICs, in a namespace of its own. */
import { readFileSync } from 'node:fs';
import { must } from '@bondctl/lab/inside/command';
import { eventually } from '@bondctl/lab/inside/wait';
import type { KeptBond } from '../../../packages/agent/src/persist/kept.ts';

/** The address that answers behind a bond. */
export const peerOf = ({ addresses }: KeptBond): string =>
  addresses.cidrs[0]?.replace(/1\/24$/, '2') ?? 'a bond without an address has no peer';

/** One port at a time needs a switch, several at once a bond of the same mode. */
function kindOf({ mode }: KeptBond): string {
  if (mode === 'active-backup') return 'bridge';
  return `bond mode ${mode} miimon 50${mode === '802.3ad' ? ' lacp_rate fast' : ''}`;
}

function wiring(bond: KeptBond): readonly string[] {
  const own = `to-${bond.name}`;
  const far = bond.ports.map(({ name }) => name.replace('eth', 'far'));
  // Its first target is the peer itself.
  const third = bond.options.arp_ip_target === undefined ? [] : [peerOf(bond).replace(/2$/, '3')];
  return [
    `link add ${own} type ${kindOf(bond)}`,
    ...far.flatMap((port) => [
      `link set ${port} down`,
      `link set ${port} master ${own}`,
      `link set ${port} up`,
    ]),
    `link set ${own} up`,
    ...[peerOf(bond), ...third].map((address) => `addr add ${address}/24 dev ${own}`),
  ];
}

const batch = (args: readonly string[], lines: readonly string[]): Promise<string> =>
  must(['ip', ...args, '-batch', '-'], { input: lines.map((line) => `${line}\n`).join('') });

/** Both ends of every port send and take: the driver says 61 with slow LACP, 63 with fast. Before, single pings get lost. */
function negotiated({ name, mode, ports }: KeptBond): boolean {
  const text = readFileSync(`/proc/net/bonding/${name}`, 'utf8');
  return mode !== '802.3ad' || text.match(/port state: 6[13]$/gm)?.length === 2 * ports.length;
}

const answers = async (address: string): Promise<boolean> =>
  (await must(['ping', '-n', '-c', '1', '-W', '1', address])) !== '';

/** Connects the bonds and waits until each is answered. */
export async function connect(bonds: readonly KeptBond[]): Promise<void> {
  const far = bonds.flatMap(({ ports }) => ports.map(({ name }) => name.replace('eth', 'far')));
  await must(['ip', 'netns', 'add', 'far']);
  await batch(
    [],
    far.map((port) => `link set ${port} netns far`),
  );
  await batch(['-n', 'far'], bonds.flatMap(wiring));
  for (const bond of bonds)
    await eventually(async () => negotiated(bond) && (await answers(peerOf(bond))), { timeoutMs: 20_000 });
}
