import type { Block, Line } from './blocks.ts';
import { blockOf, commentsOf } from './blocks.ts';
import { type Config, editStanzas, insertAfter, replace, stanzasOf } from './config.ts';
import type { Dialect } from './dialect.ts';
import {
  type Family,
  familyOf,
  isLabel,
  lineFor,
  linesWith,
  methodOf,
  nameOf,
  plain,
  withMethod,
  without,
} from './stanza.ts';

/** Keys that say more about the address above them. */
const ofAnAddress = new Set(['netmask', 'broadcast', 'pointopoint', 'scope', 'preferred-lifetime']);

/** Keys that have no sense where there is no address. */
const ofAStaticStanza = new Set([...ofAnAddress, 'address', 'gateway', 'metric', 'network']);

const familyIn = (address: string): Family => (address.includes(':') ? 'inet6' : 'inet');

/** `255.255.255.0` or `24` as 24. */
const lengthOf = (netmask: string): number =>
  netmask.includes('.')
    ? netmask
        .split('.')
        .map((part) => Number(part).toString(2).replaceAll('0', '').length)
        .reduce((sum, one) => sum + one, 0)
    : Number(netmask);

/** The netmask of an address: below it, or anywhere where there is only one. */
function netmaskOf(block: Block, address: Line): string | undefined {
  const all = linesWith(block, 'address');
  if (all.length < 2) return linesWith(block, 'netmask')[0]?.value;
  const below = block.body.slice(block.body.indexOf(address) + 1);
  const next = below.findIndex((line) => line.key === 'address');
  return below.slice(0, next < 0 ? undefined : next).find((line) => line.key === 'netmask')?.value;
}

function cidrOf(dialect: Dialect, block: Block, line: Line): string {
  const address = line.value.toLowerCase();
  if (address.includes('/')) return address;
  const netmask = netmaskOf(block, line);
  return `${address}/${netmask === undefined ? dialect.usualLength(address) : lengthOf(netmask)}`;
}

const added = /^ip (?:-[46] )?a(?:d|dd|ddr|ddress)? add (?:local )?([0-9a-fA-F.:]+\/\d+)\b(?!.*[;&|])/;

/** The address that a command adds; null for every other line. */
export const addedBy = (line: Line): string | null =>
  ['up', 'post-up', 'pre-up'].includes(plain(line.key))
    ? (added.exec(line.value)?.[1]?.toLowerCase() ?? null)
    : null;

const fromKeys = (block: Block): boolean => methodOf(block) === 'static' || methodOf(block) === 'manual';

/** The addresses of one stanza in their order. */
function addressesIn(dialect: Dialect, block: Block): readonly string[] {
  const keys = fromKeys(block) ? linesWith(block, 'address').map((line) => cidrOf(dialect, block, line)) : [];
  return [...keys, ...block.body.flatMap((line) => addedBy(line) ?? [])];
}

/** The addresses that stanzas of an interface give it. */
export const addressesOf = (dialect: Dialect, stanzas: readonly Block[]): readonly string[] => [
  ...new Set(stanzas.flatMap((block) => addressesIn(dialect, block))),
];

/** The stanza without addresses that are not wanted, and without what is said about them. */
function withOnly(dialect: Dialect, block: Block, wanted: readonly string[]): Block {
  const gone = new Set<Line>();
  let going = false;
  for (const line of block.body) {
    const address = line.key === 'address' ? cidrOf(dialect, block, line) : addedBy(line);
    if (line.key === 'address') going = !wanted.includes(address ?? '');
    if (address !== null ? !wanted.includes(address) : going && ofAnAddress.has(plain(line.key)))
      gone.add(line);
  }
  return without(block, (line) => gone.has(line));
}

/** Whether a stanza can take an address: it has room, and a method that allows it. */
const hasRoom = (dialect: Dialect, block: Block): boolean =>
  !isLabel(block) &&
  fromKeys(block) &&
  (dialect.addressesTogether || linesWith(block, 'address').length === 0);

/** The stanza for an address: one of its family, or any where they stand together. */
function roomFor(dialect: Dialect, stanzas: readonly Block[], cidr: string): Block | undefined {
  const some = stanzas.filter((block) => hasRoom(dialect, block));
  const own = some.find((block) => familyOf(block) === familyIn(cidr));
  return own ?? (dialect.addressesTogether ? some[0] : undefined);
}

/** The address behind the last one of a stanza, or above everything else. */
function withAddress(block: Block, cidr: string): Block {
  const last = block.body.findLastIndex((line) => line.key === 'address' || ofAnAddress.has(plain(line.key)));
  const body = block.body.toSpliced(last + 1, 0, lineFor(block, 'address', cidr));
  return { ...withMethod(block, 'static'), body };
}

function placed(dialect: Dialect, config: Config, name: string, cidr: string): Config {
  const stanzas = stanzasOf(config, name);
  const room = roomFor(dialect, stanzas, cidr);
  if (room !== undefined) return replace(config, room, [withAddress(room, cidr)]);
  const last = stanzas.at(-1);
  const made = blockOf(`iface ${name} ${familyIn(cidr)} static`, [`address ${cidr}`]);
  return last === undefined ? config : insertAfter(config, last, [made]);
}

/** A stanza that lost its last address: one of no other sense goes, any other waits for none. */
function settled(block: Block, alone: boolean): readonly Block[] {
  if (methodOf(block) !== 'static' || linesWith(block, 'address').length > 0) return [block];
  const rest = without(block, (line) => ofAStaticStanza.has(plain(line.key)));
  const empty = rest.body.every((line) => line.key === '');
  return empty && !alone ? commentsOf(block) : [withMethod(rest, 'manual')];
}

/** The stanzas of an interface with exactly these addresses; one that is right already does not change. */
export function withAddresses(
  dialect: Dialect,
  config: Config,
  name: string,
  cidrs: readonly string[],
): Config {
  const wanted = cidrs.map((cidr) => cidr.toLowerCase());
  const there = addressesOf(dialect, stanzasOf(config, name));
  const missing = wanted.filter((cidr) => !there.includes(cidr));
  const kept = editStanzas(config, name, (block) => [withOnly(dialect, block, wanted)]);
  const full = missing.reduce((sum, cidr) => placed(dialect, sum, name, cidr), kept);
  const alone = stanzasOf(full, name).length === 1;
  return editStanzas(full, name, (block) => settled(block, alone));
}

/** A stanza that gives its interface no address and no route. */
export function withoutAddresses(block: Block): readonly Block[] {
  if (isLabel(block)) return commentsOf(block);
  const through = new RegExp(`^ip .*route .*\\bdev (${nameOf(block).replaceAll('.', '\\.')}|\\$IFACE)\\b`);
  const bare = without(
    block,
    (line) => ofAStaticStanza.has(plain(line.key)) || addedBy(line) !== null || through.test(line.value),
  );
  return [withMethod(bare, 'manual')];
}
