/** Specs of one host, in the YAML that JSON is too. */
import type { KeptBond } from '../../../packages/agent/src/persist/kept.ts';

function optionOf(option: string, text: string): unknown {
  if (option === 'arp_ip_target') return text.split(',');
  return /^\d+$/.test(text) ? Number(text) : text;
}

const bondOf = (host: string, { mode, options, ports, mtu, addresses }: KeptBond) => ({
  hosts: [host],
  mode,
  ports: ports.map(({ name }) => name),
  options: Object.fromEntries(Object.entries(options).map(([name, text]) => [name, optionOf(name, text)])),
  mtu: mtu ?? 1500,
  addresses: { [host]: addresses.cidrs },
});

/** The spec that says of these bonds what their files shall say. */
export const specOf = (host: string, bonds: readonly KeptBond[]): string =>
  JSON.stringify({
    version: 1,
    hosts: { [host]: {} },
    bonds: Object.fromEntries(bonds.map((bond) => [bond.name, bondOf(host, bond)])),
  });
