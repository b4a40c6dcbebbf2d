import type { BondMode } from '@bondctl/proto/model/mode';
import {
  bondOptions,
  type OptionName,
  type OptionRow,
  type OptionValues,
  optionNames,
} from '@bondctl/proto/model/options';

const unsetMac = '00:00:00:00:00:00';

/** The options that the mode takes and that say something; what the kernel shows as nothing cannot be written. */
export function namedOptions(mode: BondMode, options: OptionValues): OptionValues {
  const says = (name: OptionName): boolean => {
    const row: OptionRow = bondOptions[name];
    const value = options[name] ?? '';
    return !row.refusedIn.includes(mode) && value !== '' && value !== unsetMac;
  };
  return Object.fromEntries(optionNames.filter(says).map((name) => [name, options[name]]));
}
