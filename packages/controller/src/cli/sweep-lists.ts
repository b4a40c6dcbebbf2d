import { type BondMode, bondModes, parseMode } from '@bondctl/proto/model/mode';
import {
  bondOptions,
  isOptionName,
  type OptionName,
  type OptionValue,
  optionNames,
} from '@bondctl/proto/model/options';
import { type TuningName, tunings } from '@bondctl/proto/model/tuning';
import { InvalidArgumentError } from 'commander';
import { whole } from './numbers.ts';

/** An option of the bonding driver and the values of it to try. */
export type NamedValues = readonly [OptionName, readonly string[]];

/** Reads the values of a setting beside the driver. */
export const tuningValues =
  (name: TuningName) =>
  (text: string): readonly string[] =>
    wordsOf(text).map((word) => checked(name, tunings[name].value, word));

const wordsOf = (text: string): readonly string[] => {
  const words = text.split(',').map((word) => word.trim());
  if (words.every((word) => word !== '')) return [...new Set(words)];
  throw new InvalidArgumentError('Write values with one comma between each two.');
};

/** Reads whole numbers with commas between them, or says what they must be. */
export const wholes =
  (option: string, min: number, max: number) =>
  (text: string): readonly number[] =>
    wordsOf(text).map(whole(option, min, max));

/** Reads modes by the kernel's names or numbers. */
export const modes = (text: string): readonly BondMode[] =>
  wordsOf(text).map((word) => {
    const mode = parseMode(word);
    if (mode !== undefined) return mode;
    throw new InvalidArgumentError(`"${word}" is no mode; there are ${bondModes.join(', ')}.`);
  });

/** Reads transmit hash policies by the kernel's names. */
export const hashPolicies = (text: string): readonly string[] =>
  wordsOf(text).map((word) => checked('xmit_hash_policy', bondOptions.xmit_hash_policy.value, word));

/** Reads `NAME=VALUE,VALUE` of any option, beside those that were given before it. */
export function optionValues(text: string, before: readonly NamedValues[] = []): readonly NamedValues[] {
  const [name = '', values = ''] = text.split(/=(.*)/s);
  if (!isOptionName(name))
    throw new InvalidArgumentError(
      `"${name}" is no option of the driver; there are ${optionNames.join(', ')}.`,
    );
  return [...before, [name, wordsOf(values).map((word) => checked(name, bondOptions[name].value, word))]];
}

function checked(name: string, value: OptionValue, word: string): string {
  if (value.kind === 'word' && !value.words.includes(word))
    throw new InvalidArgumentError(`${name} is one of ${value.words.join(', ')}, not "${word}".`);
  if (value.kind === 'integer') return String(whole(name, value.min, value.max)(word));
  return word;
}
