import { type BondMode, bondModes } from '@bondctl/proto/model/mode';
import { parseIfName } from '@bondctl/proto/model/names';
import {
  bondOptions,
  isOptionName,
  type OptionName,
  type OptionRow,
  type OptionValue,
  type OptionValues,
  optionNames,
} from '@bondctl/proto/model/options';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import { formatIpv6, parseIpv4, parseIpv6 } from './addresses.ts';
import type { Path, SpecDocument } from './document.ts';
import { suggestion } from './nearest.ts';
import { shown } from './shape.ts';

/** What the options of a bond are checked against; `mode` is undefined when it was not understood. */
export interface OptionContext {
  readonly mode: BondMode | undefined;
  /** null: not all of them are known by name. */
  readonly ports: readonly string[] | null;
}

/** Checks `options` of one bond against the kernel's table: names, modes, values, and what excludes what. */
export function readOptions(
  page: SpecDocument,
  path: Path,
  written: Readonly<Record<string, unknown>>,
  context: OptionContext,
): OptionValues {
  const values: Partial<Record<OptionName, string>> = {};
  for (const [name, value] of Object.entries(written)) {
    const read = readOption(name, value, context);
    if (read.ok) values[read.value.name] = read.value.text;
    else page.report([...path, name], read.error.message, read.error.at);
  }
  for (const [name, message] of conflicts(values, written)) page.report([...path, name], message, 'key');
  return values;
}

type Complaint = { readonly message: string; readonly at: 'key' | 'value' };

function readOption(
  name: string,
  value: unknown,
  context: OptionContext,
): Result<{ name: OptionName; text: string }, Complaint> {
  if (!isOptionName(name)) {
    const message = `"${name}" is not a bonding option of the kernel${suggestion(name, optionNames)}`;
    return failure({ message, at: 'key' });
  }
  const row: OptionRow = bondOptions[name];
  if (context.mode !== undefined && row.refusedIn.includes(context.mode))
    return failure({ message: refusedSentence(name, row, context.mode), at: 'key' });
  const text = readValue(name, value, row.value, context.ports);
  return text.ok ? success({ name, text: text.value }) : failure({ message: text.error, at: 'value' });
}

function refusedSentence(name: string, row: OptionRow, mode: BondMode): string {
  const accepting = bondModes.filter((one) => !row.refusedIn.includes(one));
  return `the kernel refuses "${name}" in mode ${mode}; it belongs to ${accepting.join(', ')}`;
}

function readValue(
  name: string,
  value: unknown,
  rule: OptionValue,
  ports: readonly string[] | null,
): Result<string, string> {
  switch (rule.kind) {
    case 'integer':
      return readInteger(name, value, rule);
    case 'word':
      return readWord(name, value, rule.words);
    case 'ipv4-list':
      return readList(name, value, rule.max, readTarget4);
    case 'ipv6-list':
      return readList(name, value, rule.max, readTarget6);
    case 'mac':
      return readMac(name, value);
    case 'port':
      return readPort(name, value, ports);
    default:
      return rule satisfies never;
  }
}

/** A whole number as the kernel writes it. */
export function readInteger(
  name: string,
  value: unknown,
  rule: { readonly min: number; readonly max: number; readonly unit: 'ms' | 's' | 'count' },
): Result<string, string> {
  const number = typeof value === 'number' ? value : Number.NaN;
  if (Number.isInteger(number) && number >= rule.min && number <= rule.max) return success(String(number));
  const unit = rule.unit === 'count' ? '' : ` ${rule.unit}`;
  return failure(
    `"${name}" must be a whole number from ${rule.min} to ${rule.max}${unit}, not ${shown(value)}`,
  );
}

/** The kernel takes the number of a word as well as the word; the table holds the words in the kernel's order. */
export function readWord(name: string, value: unknown, words: readonly string[]): Result<string, string> {
  const word = typeof value === 'number' ? words[value] : words.find((one) => one === value);
  if (word !== undefined) return success(word);
  return failure(`"${name}" cannot be ${shown(value)}${suggestion(String(value), words)}`);
}

function readList(
  name: string,
  value: unknown,
  max: number,
  readOne: (text: string) => Result<string, string>,
): Result<string, string> {
  const texts = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [];
  const read = texts.map((text) => readOne(text.trim()));
  for (const one of read) if (!one.ok) return one;
  const addresses = read.flatMap((one) => (one.ok ? [one.value] : []));
  const twice = addresses.find((address, index) => addresses.indexOf(address) !== index);
  if (twice !== undefined) return failure(`"${name}" names ${twice} twice`);
  if (addresses.length >= 1 && addresses.length <= max) return success(addresses.join(','));
  return failure(`"${name}" takes a list of 1 to ${max} addresses, not ${shown(value)}`);
}

function readTarget4(text: string): Result<string, string> {
  const address = parseIpv4(text);
  if (address !== undefined && address !== 0n && address !== 0xffff_ffffn) return success(text);
  return failure(`"${text}" is not an IPv4 address that a host can have`);
}

function readTarget6(text: string): Result<string, string> {
  const address = parseIpv6(text);
  if (address !== undefined && address !== 0n) return success(formatIpv6(address));
  return failure(`"${text}" is not an IPv6 address that a host can have`);
}

function readMac(name: string, value: unknown): Result<string, string> {
  const text = String(value).toLowerCase();
  const multicast = Number.parseInt(text.slice(0, 2), 16) % 2 === 1;
  if (/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/.test(text) && !multicast) return success(text);
  return failure(
    `"${name}" must be a hardware address of one host like 02:00:00:00:00:01, not ${shown(value)}`,
  );
}

function readPort(name: string, value: unknown, ports: readonly string[] | null): Result<string, string> {
  const port = String(value);
  if (ports === null) return parseIfName(port);
  if (ports.includes(port)) return success(port);
  return failure(`"${name}" must be a port of this bond, not ${shown(value)}${suggestion(port, ports)}`);
}

/** What the kernel accepts one by one and does not keep together (bond_options.c; bonding.rst on monitoring). */
function conflicts(
  values: OptionValues,
  written: Readonly<Record<string, unknown>>,
): readonly (readonly [OptionName, string])[] {
  const set = (name: OptionName) => name in written && !['0', 'none'].includes(values[name] ?? '');
  const found: [OptionName, string][] = [];
  if (set('miimon') && set('arp_interval'))
    found.push([
      'arp_interval',
      '"arp_interval" and "miimon" exclude each other: the kernel clears one; keep one',
    ]);
  if (set('arp_interval') && !set('arp_ip_target') && !set('ns_ip6_target'))
    found.push([
      'arp_interval',
      '"arp_interval" needs "arp_ip_target": without a target every port looks dead',
    ]);
  if (set('miimon') && set('arp_validate'))
    found.push(['arp_validate', '"arp_validate" works with "arp_interval" only, and "miimon" excludes that']);
  const unwatched = values.miimon === '0' || set('arp_interval');
  for (const delay of ['updelay', 'downdelay', 'peer_notif_delay'] as const)
    if (unwatched && set(delay))
      found.push([delay, `"${delay}" needs "miimon": the kernel refuses it without`]);
  return found;
}
