/** Reads a bond in the machine. */
import { existsSync, readFileSync } from 'node:fs';
import { must } from '@bondctl/lab/inside/command';
import type { BondName } from '@bondctl/proto/model/names';
import { bondingFiles, parseBonding } from '../../../packages/agent/src/parse/sysfs-bonding.ts';
import type { KeptBond } from '../../../packages/agent/src/persist/kept.ts';
import type { Found } from './facts.ts';

const text = (path: string): string => readFileSync(path, 'utf8').trim();

/** The value of a file of an interface in sysfs. */
export const numberIn = (name: string, file: string): number =>
  Number(text(`/sys/class/net/${name}/${file}`));

/** Lines that do not depend on whether a link is up or on who is at its far end. */
const configured =
  /^\s*(Bonding Mode|Transmit Hash|Primary Slave|MII Polling|Up Delay|Down Delay|Peer Notif|ARP |LACP (rate|active)|Min links|Aggregator selection|System priority|Slave Interface)/;

function procOf(name: BondName): readonly string[] {
  const lines = text(`/proc/net/bonding/${name}`).split('\n');
  return lines.filter((line) => configured.test(line)).map((line) => line.trim());
}

interface Shown {
  readonly addr_info: readonly {
    readonly family: string;
    readonly local: string;
    readonly prefixlen: number;
  }[];
}

async function addressesOf(name: BondName): Promise<readonly string[]> {
  const [shown] = JSON.parse(
    await must(['ip', '-json', '-4', 'addr', 'show', 'dev', name]),
  ) as readonly Shown[];
  return (shown?.addr_info ?? []).map(({ local, prefixlen }) => `${local}/${prefixlen}`).sort();
}

/** What the kernel says of a bond; null where there is none of this name. */
export async function find(name: BondName): Promise<Found | null> {
  const folder = `/sys/class/net/${name}/bonding`;
  if (!existsSync(folder)) return null;
  const files = bondingFiles.filter((file) => existsSync(`${folder}/${file}`));
  const { mode, options, ports } = parseBonding(
    name,
    new Map(files.map((file) => [file, text(`${folder}/${file}`)])),
    {},
  );
  return {
    mode,
    options: options as Found['options'],
    mtu: numberIn(name, 'mtu'),
    mac: text(`/sys/class/net/${name}/address`),
    ports: Object.fromEntries([...ports].sort().map((port) => [port, numberIn(port, 'mtu')])),
    addresses: await addressesOf(name),
    proc: procOf(name),
  };
}

/** What the kernel must say of a bond that its files describe so; what they leave open is not in it. */
export function wanted({ mode, options, mtu, ports, addresses }: KeptBond): Omit<Found, 'proc' | 'mac'> {
  return {
    mode,
    options: options as Found['options'],
    mtu: mtu ?? 1500,
    ports: Object.fromEntries(ports.map(({ name }) => [name, mtu ?? 1500])),
    addresses: [...addresses.cidrs].sort(),
  };
}
