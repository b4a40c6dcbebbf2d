import { defaultOption } from '@bondctl/proto/model/driver';
import { parseMode } from '@bondctl/proto/model/mode';
import {
  bondOptions,
  type OptionName,
  type OptionRow,
  type OptionValues,
  optionNames,
} from '@bondctl/proto/model/options';
import { delays, spelled, takesOption } from '../../../transaction/options.ts';
import type { KeptBond } from '../../kept.ts';
import type { Line } from './blocks.ts';
import { type Dialect, keyOf, meaningIn } from './dialect.ts';
import type { Wanted } from './stanza.ts';

const byKey: ReadonlyMap<string, OptionName> = new Map(optionNames.map((option) => [keyOf(option), option]));

const switches: Readonly<Record<string, string>> = { yes: '1', on: '1', no: '0', off: '0' };

/** The option that a key sets. */
export const optionOf = (dialect: Dialect, key: string): OptionName | undefined =>
  byKey.get(meaningIn(dialect, key));

/** A value as the kernel spells it. ifenslave takes the first port of `bond-primary` that the bond has. */
export function readOption(option: OptionName, text: string, ports: readonly string[]): string {
  if (option === 'use_carrier') return switches[text] ?? text;
  if (option === 'lacp_rate') return spelled(option, switches[text] ?? text);
  if (option !== 'primary') return spelled(option, text);
  const names = text.split(' ');
  return names.find((name) => ports.includes(name)) ?? names[0] ?? '';
}

/** Whether the kernel would take a value; what it makes of addresses and names is not known here. */
export function isValue(option: OptionName, value: string): boolean {
  const { value: rule }: OptionRow = bondOptions[option];
  if (rule.kind === 'word') return rule.words.includes(value);
  if (rule.kind !== 'integer') return value !== '';
  return /^\d+$/.test(value) && Number(value) >= rule.min && Number(value) <= rule.max;
}

/** Delays are refused before there is monitoring, and the mode that would turn it on comes too late for both programs. */
function said({ mode, options }: Pick<KeptBond, 'mode' | 'options'>): OptionValues {
  const delayed = delays.some((option) => Number(options[option] ?? '0') > 0);
  const miimon = defaultOption(mode, 'miimon');
  return delayed && options.miimon === undefined && miimon !== '0' ? { ...options, miimon } : options;
}

const holds = (dialect: Dialect, bond: KeptBond, option: OptionName, value: string): boolean =>
  dialect.options.has(option) && dialect.holds(option, value, bond);

const entries = (options: OptionValues): readonly (readonly [OptionName, string])[] =>
  optionNames.flatMap((option) => {
    const value = options[option];
    return value === undefined || value === '' ? [] : [[option, value] as const];
  });

/** The options that the program leaves as they are. */
export const unheldOptions = (dialect: Dialect, bond: KeptBond): readonly OptionName[] =>
  entries(bond.options).flatMap(([option, value]) => (holds(dialect, bond, option, value) ? [] : [option]));

/** The line of one option. */
export const wantedOption = (
  dialect: Dialect,
  ports: readonly string[],
  option: OptionName,
  value: string,
): Wanted => ({
  meaning: keyOf(option),
  key: keyOf(option),
  value: dialect.said(option, value),
  same: (text) => readOption(option, text, ports) === value,
});

/** The lines of mode and options. */
export function wantedOptions(dialect: Dialect, bond: KeptBond): readonly Wanted[] {
  const ports = bond.ports.map(({ name }) => name);
  const held = entries(said(bond)).filter(([option, value]) => holds(dialect, bond, option, value));
  return [
    {
      meaning: 'bond-mode',
      key: 'bond-mode',
      value: bond.mode,
      same: (text) => parseMode(text) === bond.mode,
    },
    ...held.map(([option, value]) => wantedOption(dialect, ports, option, value)),
  ];
}

/** What lines say of options, and the lines that say what nobody can follow. */
export function readOptions(
  dialect: Dialect,
  mode: KeptBond['mode'],
  lines: readonly Line[],
  ports: readonly string[],
): { readonly options: OptionValues; readonly problems: readonly { line: number; message: string }[] } {
  const found = new Map<OptionName, string>();
  const problems: { line: number; message: string }[] = [];
  for (const line of lines) {
    const option = optionOf(dialect, line.key);
    if (option === undefined || found.has(option)) continue;
    const value = readOption(option, line.value, ports);
    const message = dialect.options.has(option)
      ? `${line.key} takes no "${line.value}"`
      : `${dialect.backend} does not know ${line.key}`;
    if (!dialect.options.has(option) || !isValue(option, value))
      problems.push({ line: line.number, message });
    else if (takesOption(mode, option)) found.set(option, value);
  }
  return { options: Object.fromEntries(found), problems };
}
