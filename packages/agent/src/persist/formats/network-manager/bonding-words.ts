import { type BondMode, parseMode } from '@bondctl/proto/model/mode';
import type { OptionName, OptionValues } from '@bondctl/proto/model/options';
import { optionsFor } from '../../../transaction/options.ts';
import type { KeptBond } from '../../kept.ts';
import { nmOptions, optionNamed, readValue } from './nm-options.ts';

/** A word of a bond's description with its value: `mode=802.3ad`, `miimon=100`, and whatever people wrote beside them. */
export interface BondingWord {
  readonly key: string;
  readonly value: string;
}

/** What words mean, and a sentence for each one that means nothing. */
export interface BondingMeaning {
  /** undefined: the word for it is none of the driver's modes. */
  readonly mode: BondMode | undefined;
  readonly options: OptionValues;
  readonly problems: readonly { readonly key: string; readonly message: string }[];
}

/** NetworkManager's own words beside the kernel's options. */
const notOfTheKernel: readonly string[] = ['balance-slb'];

const last = (words: readonly BondingWord[], key: string): string | undefined =>
  words.findLast((word) => word.key === key)?.value;

function problemOf({ key, value }: BondingWord): string | undefined {
  const option = optionNamed(key);
  if (key === 'mode')
    return parseMode(value) === undefined ? `"${value}" is not a mode of the driver` : undefined;
  if (option === undefined)
    return notOfTheKernel.includes(key) ? undefined : `"${key}" is not a bonding option`;
  return readValue(option, value) === undefined ? `"${key}" cannot be "${value}"` : undefined;
}

/** Reads words. Without a mode the driver makes a balance-rr; a second name of an option counts where the first is missing. */
export function bondingMeaning(words: readonly BondingWord[]): BondingMeaning {
  const values: Partial<Record<OptionName, string>> = {};
  for (const { key, value } of words) {
    const option = optionNamed(key);
    const read = option === undefined ? undefined : readValue(option, value);
    if (option === undefined || read === undefined) continue;
    if (key === option || values[option] === undefined) values[option] = read;
  }
  const mode = parseMode(last(words, 'mode') ?? 'balance-rr');
  return {
    mode,
    options: mode === undefined ? values : optionsFor(mode, values),
    problems: words.flatMap((word) => {
      const message = problemOf(word);
      return message === undefined ? [] : [{ key: word.key, message }];
    }),
  };
}

const meansAlready = (key: string, now: string, value: string): boolean => {
  const option = optionNamed(key);
  return option === undefined ? parseMode(now) === parseMode(value) : readValue(option, now) === value;
};

/**
 * The words as they shall be: mode and options exactly the bond's, in the spelling that is there where it means the same;
 * words that are no options of the kernel stay.
 */
export function bondingWords(bond: KeptBond, now: readonly BondingWord[]): readonly BondingWord[] {
  const { told } = nmOptions(bond, new Set(now.map((word) => word.key)));
  const wanted = [['mode', bond.mode] as const, ...told].map(([key, value]) => {
    const old = last(now, key);
    return { key, value: old !== undefined && meansAlready(key, old, value) ? old : value };
  });
  const place = (key: string) => now.findLastIndex((word) => word.key === key);
  const kept = now.filter(
    ({ key }, index) =>
      index === place(key) && (wanted.some((word) => word.key === key) || optionNamed(key) === undefined),
  );
  return [
    ...kept.map((word) => wanted.find(({ key }) => key === word.key) ?? word),
    ...wanted.filter(({ key }) => place(key) === -1),
  ];
}
