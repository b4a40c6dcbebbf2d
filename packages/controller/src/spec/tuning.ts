import type { BondName, HostId } from '@bondctl/proto/model/names';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import {
  isSysctlName,
  isTuningName,
  sysctlNames,
  type Tuning,
  type TuningName,
  tuningNames,
  tunings,
} from '@bondctl/proto/model/tuning';
import type { Path, SpecDocument } from './document.ts';
import { suggestion } from './nearest.ts';
import { readInteger, readWord } from './options.ts';

/** Checks `tuning` of one bond against the table: names, values, and what a bond that shall be absent cannot have. */
export function readTuning(
  page: SpecDocument,
  path: Path,
  written: Readonly<Record<string, unknown>>,
  state: 'present' | 'absent',
): Tuning {
  const values: Partial<Record<TuningName, string>> = {};
  for (const [name, value] of Object.entries(written)) {
    const read = readOne(name, value, state);
    if (read.ok) values[read.value.name] = read.value.text;
    else page.report([...path, name], read.error.message, read.error.at);
  }
  return values;
}

type Complaint = { readonly message: string; readonly at: 'key' | 'value' };

function readOne(
  name: string,
  value: unknown,
  state: 'present' | 'absent',
): Result<{ name: TuningName; text: string }, Complaint> {
  if (!isTuningName(name))
    return failure({ message: `"${name}" is not a tuning${suggestion(name, tuningNames)}`, at: 'key' });
  const { scope, value: rule } = tunings[name];
  if (state === 'absent' && scope === 'bond')
    return failure({ message: `this bond shall be absent, so "${name}" says nothing; remove it`, at: 'key' });
  const text = rule.kind === 'integer' ? readInteger(name, value, rule) : readWord(name, value, rule.words);
  return text.ok ? success({ name, text: text.value }) : failure({ message: text.error, at: 'value' });
}

/** As much of a bond as another one can contradict. */
export interface TunedBond {
  readonly name: BondName;
  readonly path: Path;
  readonly hosts: readonly HostId[];
  readonly tuning: Tuning;
}

/** A setting of the whole host has one value there; the second bond that names another is told, once for all its hosts. */
export function reportRivalTunings(page: SpecDocument, bonds: readonly TunedBond[]): void {
  for (const [position, bond] of bonds.entries())
    for (const name of sysctlNames) {
      const rival = rivalOf(bond, name, bonds.slice(0, position));
      if (rival !== undefined)
        page.report([...bond.path, 'tuning', name], `"${name}" has one value on a host, and ${rival}`);
    }
}

function rivalOf(bond: TunedBond, name: TuningName, earlier: readonly TunedBond[]): string | undefined {
  const value = bond.tuning[name];
  for (const other of earlier) {
    const host = bond.hosts.find((id) => other.hosts.includes(id));
    const theirs = other.tuning[name];
    if (host === undefined || value === undefined || theirs === undefined || theirs === value) continue;
    return `"${other.name}" on ${host} says ${theirs}`;
  }
  return undefined;
}

/** A tuning as people write it. */
export const writtenTuning = (tuning: Tuning): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    Object.entries(tuning).map(([name, value]) => [name, isSysctlName(name) ? Number(value) : value]),
  );
