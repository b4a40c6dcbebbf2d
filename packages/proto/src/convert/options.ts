import { type OptionName, type OptionValues, optionNames } from '../model/options.ts';
import type { Field } from './field.ts';
import { namedValues, nameOf, type WireValue } from './named.ts';

/** An option the kernel has, as far as this version knows. */
export const optionName: Field<OptionName, string> = nameOf(optionNames, 'a bonding option');

/** Options with their values, each name at most once, in the order in which they are written. */
export const optionValues: Field<OptionValues, WireValue[]> = namedValues(optionNames, 'a bonding option');
