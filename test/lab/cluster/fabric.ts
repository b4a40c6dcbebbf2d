/** Hosts that all reach each other over two switches: bonds made by hand, and the spec that names their mesh. */
import { host } from '@bondctl/lab/inside/host';

const nics = ['eth1', 'eth2'] as const;

/** Gives each host the bond `sync0` in balance-xor with an address of its own, in the order of the names. */
export async function makeBonds(names: readonly string[]): Promise<void> {
  for (const [at, name] of names.entries())
    await host(name).ip(
      'link add sync0 type bond mode balance-xor miimon 100 xmit_hash_policy layer3+4',
      ...nics.flatMap((nic) => [`link set ${nic} down`, `link set ${nic} master sync0`]),
      'link set sync0 up',
      `addr add ${addressOf(at)}/24 dev sync0`,
    );
}

/** The address of the host at a place. */
export const addressOf = (place: number): string => `10.9.0.${place + 1}`;

/** The same as a spec, with every pair as a mesh called `fabric`; `more` are further sections. */
export function fabricSpec(names: readonly string[], rate: string, more = ''): string {
  const list = names.join(', ');
  return `version: 1
hosts: { ${names.map((name) => `${name}: {}`).join(', ')} }
bonds:
  sync0:
    hosts: [${list}]
    ports: [eth1, eth2]
    mode: balance-xor
    options: { miimon: 100, xmit_hash_policy: layer3+4 }
    addresses: { ${names.map((name, at) => `${name}: [${addressOf(at)}/24]`).join(', ')} }
links:
  fabric:
    mesh: sync0
    medium: switched
    lineRate: { rate: ${rate}, framing: shaped }
    expect: { pathMtu: true }
${more}`;
}
