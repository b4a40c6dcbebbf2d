import type { MiiStatus } from '@bondctl/proto/model/bond';
import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import type { Problem } from '@bondctl/proto/model/result';
import { type Field, type Line, problem } from './lines.ts';

/** One section of a /proc/net/bonding text: its first line, its fields by key. */
export interface Section {
  readonly line: Line;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Reads one typed value of a section; what does not fit becomes a problem and null. */
export interface FieldReader {
  readonly section: Section;
  readonly problems: Problem[];
}

type Reading<T> = (value: string) => T | undefined;

function read<T>({ section, problems }: FieldReader, key: string, reading: Reading<T>): T | null {
  const field = section.fields.get(key);
  if (field === undefined) return null;
  const value = reading(field.value);
  if (value === undefined) problems.push(problem(field.line, `the value of "${key}" is not understood`));
  return value ?? null;
}

const integer: Reading<number> = (value) => (/^\d{1,15}$/.test(value) ? Number(value) : undefined);

/** A non-negative integer; null when absent or not one. */
export const integerAt = (from: FieldReader, key: string): number | null => read(from, key, integer);

/** Text that is not empty. */
export const textAt = (from: FieldReader, key: string): string | null =>
  read(from, key, (value) => (value === '' ? undefined : value));

/** One of a few words. */
export const wordAt = <T extends string>(from: FieldReader, key: string, words: readonly T[]): T | null =>
  read(from, key, (value) => words.find((word) => word === value));

/** Texts between commas or blanks; empty when absent. */
export const listAt = (from: FieldReader, key: string): readonly string[] =>
  read(from, key, (value) => value.split(/[\s,]+/).filter(Boolean)) ?? [];

const miiWords: readonly MiiStatus[] = ['up', 'going down', 'down', 'going back', 'unknown'];

/** The driver's word for a link state; `unknown` with a problem where it is missing or new. */
export function miiStatusAt(from: FieldReader): MiiStatus {
  if (!from.section.fields.has('MII Status')) {
    from.problems.push(problem(from.section.line, 'there is no "MII Status" for this'));
  }
  return wordAt(from, 'MII Status', miiWords) ?? 'unknown';
}

/** The interface name that `pattern` finds, or null for the driver's "None". */
export const portAt = (from: FieldReader, key: string, pattern: RegExp): IfName | null =>
  read<IfName | null>(from, key, (value) => {
    const text = pattern.exec(value)?.[1] ?? '';
    const name = parseIfName(text);
    if (text === 'None') return null;
    return name.ok ? name.value : undefined;
  });

const hardwareAddress = /^[0-9A-Za-z*?#]{2}(:[0-9A-Za-z*?#]{2})+$/;
const lengths = new Set([6, 20]);

/** A hardware address of 6 or 20 bytes, hexadecimal bytes in lower case, masked bytes as printed. */
export const hardwareAddressAt = (from: FieldReader, key: string): string | null =>
  read(from, key, (value) => {
    const bytes = value.split(':');
    if (!hardwareAddress.test(value) || !lengths.has(bytes.length)) return undefined;
    return bytes.map((byte) => (/^[0-9a-f]{2}$/i.test(byte) ? byte.toLowerCase() : byte)).join(':');
  });

/** A speed in Mbit/s; null for "Unknown" and for the largest numbers, by which older drivers say the same. */
export const speedAt = (from: FieldReader, key: string): number | null =>
  read<number | null>(from, key, (value) => {
    const mbps = /^(\d{1,10}) Mbps$/.exec(value)?.[1];
    if (mbps === undefined) return value === 'Unknown' || /^-1 Mbps$/.test(value) ? null : undefined;
    return mbps === '65535' || mbps === '4294967295' || Number(mbps) === 0 ? null : Number(mbps);
  });

/** Full or half; null for "Unknown". */
export const duplexAt = (from: FieldReader, key: string): 'full' | 'half' | null =>
  read<'full' | 'half' | null>(from, key, (value) => {
    if (value === 'full' || value === 'half') return value;
    return value.toLowerCase() === 'unknown' ? null : undefined;
  });

/** A number, or null where the driver prints "N/A": a port that is in no aggregator. */
export const integerOrNotAvailableAt = (from: FieldReader, key: string): number | null =>
  read<number | null>(from, key, (value) => (value === 'N/A' ? null : integer(value)));
