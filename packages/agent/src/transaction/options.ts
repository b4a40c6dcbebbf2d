import { defaultOption } from '@bondctl/proto/model/driver';
import type { BondMode } from '@bondctl/proto/model/mode';
import { bondOptions, type OptionName, type OptionValues, optionNames } from '@bondctl/proto/model/options';

/** True when the kernel takes this option in this mode; elsewhere it answers EACCES even to the default. */
export const takesOption = (mode: BondMode, option: OptionName): boolean =>
  !bondOptions[option].refusedIn.includes(mode);

/** The options of a bond that its mode takes. */
export function optionsFor(mode: BondMode, options: OptionValues): OptionValues {
  const kept = optionNames.filter((option) => options[option] !== undefined && takesOption(mode, option));
  return Object.fromEntries(kept.map((option) => [option, options[option]]));
}

/** The options that must be said when a bond is made: those that differ from what a new bond has anyway. */
export function optionsToSay(mode: BondMode, options: OptionValues): OptionValues {
  const said = Object.entries(optionsFor(mode, options)).filter(
    ([option, value]) => option !== 'primary' && value !== defaultOption(mode, option as OptionName),
  );
  return Object.fromEntries(said);
}

/** The delays, which the driver keeps as multiples of miimon. */
export const delays = ['updelay', 'downdelay', 'peer_notif_delay'] as const;

const isDelay = (option: OptionName): boolean => (delays as readonly OptionName[]).includes(option);

/** An option's value as the kernel spells it: word numbers as words, lists sorted and with commas, addresses in lower case. */
export function spelled(option: OptionName, value: string): string {
  const { value: kind } = bondOptions[option];
  switch (kind.kind) {
    case 'word':
      return /^\d+$/.test(value) ? (kind.words[Number(value)] ?? value) : value;
    case 'integer':
      return /^\d+$/.test(value) ? String(Number(value)) : value;
    case 'ipv4-list':
    case 'ipv6-list':
      return value
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean)
        .sort()
        .join(',');
    case 'mac':
      return value.toLowerCase();
    case 'port':
      return value.trim();
    default:
      return kind satisfies never;
  }
}

/** What the kernel holds after it was told `value`: delays are rounded down to a multiple of miimon. */
export function heldByKernel(option: OptionName, value: string, miimonMs: number): string {
  if (!isDelay(option)) return spelled(option, value);
  return miimonMs === 0 ? '0' : String(Math.floor(Number(value) / miimonMs) * miimonMs);
}
