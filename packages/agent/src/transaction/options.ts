import type { BondMode } from '@bondctl/proto/model/mode';
import { bondOptions, type OptionName, type OptionValues, optionNames } from '@bondctl/proto/model/options';

/** What the driver gives a new bond (bond_main.c, bond_check_params). Lists and names start empty. */
const defaults: Readonly<Partial<Record<OptionName, string>>> = {
  miimon: '0',
  arp_interval: '0',
  updelay: '0',
  downdelay: '0',
  peer_notif_delay: '0',
  use_carrier: '1',
  arp_validate: 'none',
  arp_all_targets: 'any',
  arp_missed_max: '2',
  primary_reselect: 'always',
  fail_over_mac: 'none',
  xmit_hash_policy: 'layer2',
  lacp_rate: 'slow',
  lacp_active: 'on',
  ad_select: 'stable',
  ad_actor_sys_prio: '65535',
  ad_actor_system: '00:00:00:00:00:00',
  ad_user_port_key: '0',
  coupled_control: 'on',
  broadcast_neighbor: 'off',
  min_links: '0',
  num_grat_arp: '1',
  resend_igmp: '1',
  all_slaves_active: '0',
  packets_per_slave: '1',
  lp_interval: '1',
  tlb_dynamic_lb: '1',
};

/** Modes that cannot live without link monitoring: the driver sets miimon 100 in them when it is 0. */
export const needsMiimon = (mode: BondMode): boolean =>
  mode === '802.3ad' || mode === 'balance-tlb' || mode === 'balance-alb';

/** The value a new bond of this mode has for an option. */
export const defaultOption = (mode: BondMode, option: OptionName): string =>
  option === 'miimon' && needsMiimon(mode) ? '100' : (defaults[option] ?? '');

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
