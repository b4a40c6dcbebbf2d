import {
  bondOptions,
  isOptionName,
  type OptionName,
  type OptionRow,
  optionNames,
} from '@bondctl/proto/model/options';
import { heldByKernel, spelled } from '../../../transaction/options.ts';
import type { KeptBond } from '../../kept.ts';

/** The options of a bond that NetworkManager takes from a file, in the order of writing, and the rest by name. */
export interface NmOptions {
  readonly told: readonly (readonly [OptionName, string])[];
  readonly untold: readonly OptionName[];
}

/** NetworkManager's second names of options: the kernel has one variable for each pair. */
const aliases: Readonly<Record<string, OptionName>> = {
  num_unsol_na: 'num_grat_arp',
  active_slave: 'primary',
};

const unknownToAll: readonly OptionName[] = ['coupled_control', 'broadcast_neighbor'];
const knownSince144: readonly OptionName[] = ['arp_missed_max', 'lacp_active', 'ns_ip6_target'];

/** The kernel's option that a word of a file means; undefined for `mode` and for what is none. */
export const optionNamed = (word: string): OptionName | undefined =>
  isOptionName(word) ? word : Object.hasOwn(aliases, word) ? aliases[word] : undefined;

/**
 * NetworkManager refuses a whole profile for one option that it does not know, and the host would come up without its bond:
 * what only 1.44 or later knows is written just where the file has it already.
 */
const isKnown = (option: OptionName, present: ReadonlySet<string>): boolean =>
  !unknownToAll.includes(option) && (!knownSince144.includes(option) || present.has(option));

/** It refuses as well what contradicts itself in its eyes (nm-setting-bond.c, verify). */
function isTaken(bond: KeptBond, option: OptionName, known: (option: OptionName) => boolean): boolean {
  const { options } = bond;
  const interval = Number(options.arp_interval ?? '0');
  const targets = (['arp_ip_target', 'ns_ip6_target'] as const).filter(
    (one) => (options[one] ?? '') !== '' && known(one),
  );
  if (options[option] === '') return false;
  if (option === 'ad_select') return options[option] !== 'actor_port_prio';
  if (option === 'arp_ip_target' || option === 'ns_ip6_target') return interval > 0;
  return option !== 'arp_interval' || interval === 0 || targets.length > 0;
}

/** A delay that is no multiple is refused, where the kernel rounds it down. */
const valueFor = (bond: KeptBond, option: OptionName, value: string): string =>
  option === 'peer_notif_delay' ? heldByKernel(option, value, Number(bond.options.miimon ?? '0')) : value;

/** What of a bond's options goes into a file that has the words `present` now. */
export function nmOptions(bond: KeptBond, present: ReadonlySet<string>): NmOptions {
  const known = (option: OptionName) => isKnown(option, present);
  const said = optionNames.flatMap((option) => {
    const value = bond.options[option];
    return value === undefined ? [] : [[option, valueFor(bond, option, value)] as const];
  });
  const told = said.filter(([option]) => known(option) && isTaken(bond, option, known));
  const untold = said.filter(([option, value]) => value !== '' && !told.some(([one]) => one === option));
  return { told, untold: untold.map(([option]) => option) };
}

/** The value of an option as the kernel spells it; undefined where it cannot be one. */
export function readValue(option: OptionName, value: string): string | undefined {
  const text = spelled(option, value);
  const rule = (bondOptions[option] as OptionRow).value;
  if (rule.kind === 'word') return rule.words.includes(text) ? text : undefined;
  if (rule.kind !== 'integer') return text === '' ? undefined : text;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return number >= rule.min && number <= rule.max ? text : undefined;
}
