import { type BondMode, bondModes } from './mode.ts';

/**
 * When the kernel accepts a change of an option (drivers/net/bonding/bond_options.c):
 * `live` any time, `down` only while the bond is down (EBUSY), `empty` only while it has no ports (ENOTEMPTY),
 * `rebuild` only while it is down and empty.
 */
export type OptionNeed = 'live' | 'down' | 'empty' | 'rebuild';

/** What values an option takes: an integer range with its unit, one of a list of words, a list of addresses, a port. */
export type OptionValue =
  | {
      readonly kind: 'integer';
      readonly min: number;
      readonly max: number;
      readonly unit: 'ms' | 's' | 'count';
    }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'ipv4-list'; readonly max: number }
  | { readonly kind: 'ipv6-list'; readonly max: number }
  | { readonly kind: 'mac' }
  | { readonly kind: 'port' };

/** One bonding option as the kernel has it. */
export interface OptionRow {
  readonly value: OptionValue;
  /** Modes in which the kernel answers EACCES, even to the default value; never sent there. */
  readonly refusedIn: readonly BondMode[];
  readonly needs: OptionNeed;
  /** `sysfs`: a file under /sys/class/net/BOND/bonding; `netlink`: only `ip link set type bond` knows it. */
  readonly interface: 'sysfs' | 'netlink';
}

const intMax = 2_147_483_647;
const all: readonly BondMode[] = [];
const notIn = (...modes: readonly BondMode[]): readonly BondMode[] => modes;
const only = (...modes: readonly BondMode[]): readonly BondMode[] =>
  bondModes.filter((mode) => !modes.includes(mode));

const arpModesOnly = notIn('802.3ad', 'balance-tlb', 'balance-alb');
const primaryModes = only('active-backup', 'balance-tlb', 'balance-alb');
const lacpOnly = only('802.3ad');
const integer = (min: number, max: number, unit: 'ms' | 's' | 'count'): OptionValue => ({
  kind: 'integer',
  min,
  max,
  unit,
});
const word = (...words: readonly string[]): OptionValue => ({ kind: 'word', words });
const row = (
  value: OptionValue,
  refusedIn: readonly BondMode[],
  needs: OptionNeed,
  via: OptionRow['interface'] = 'sysfs',
): OptionRow => ({ value, refusedIn, needs, interface: via });

/**
 * The kernel's bonding options by their own names. The order is the order in which they must be written: what clears
 * another option comes before it (miimon clears arp_interval), what is a multiple of another comes after it (updelay).
 * A new kernel option is one row here. Source: bond_options.c, Documentation/networking/bonding.rst.
 */
export const bondOptions = {
  miimon: row(integer(0, intMax, 'ms'), all, 'live'),
  arp_interval: row(integer(0, intMax, 'ms'), arpModesOnly, 'live'),
  updelay: row(integer(0, intMax, 'ms'), all, 'live'),
  downdelay: row(integer(0, intMax, 'ms'), all, 'live'),
  peer_notif_delay: row(integer(0, 300_000, 'ms'), all, 'live'),
  use_carrier: row(integer(0, 1, 'count'), all, 'live'),
  arp_ip_target: row({ kind: 'ipv4-list', max: 16 }, all, 'live'),
  ns_ip6_target: row({ kind: 'ipv6-list', max: 16 }, all, 'live', 'netlink'),
  arp_validate: row(
    word('none', 'active', 'backup', 'all', 'filter', 'filter_active', 'filter_backup'),
    arpModesOnly,
    'live',
  ),
  arp_all_targets: row(word('any', 'all'), all, 'live'),
  arp_missed_max: row(integer(1, 255, 'count'), arpModesOnly, 'live'),
  primary_reselect: row(word('always', 'better', 'failure'), all, 'live'),
  fail_over_mac: row(word('none', 'active', 'follow'), all, 'empty'),
  xmit_hash_policy: row(
    word('layer2', 'layer3+4', 'layer2+3', 'encap2+3', 'encap3+4', 'vlan+srcmac'),
    all,
    'live',
  ),
  lacp_rate: row(word('slow', 'fast'), lacpOnly, 'down'),
  lacp_active: row(word('off', 'on'), lacpOnly, 'down'),
  ad_select: row(word('stable', 'bandwidth', 'count', 'actor_port_prio'), all, 'down'),
  ad_actor_sys_prio: row(integer(1, 65_535, 'count'), lacpOnly, 'live'),
  ad_actor_system: row({ kind: 'mac' }, lacpOnly, 'live'),
  ad_user_port_key: row(integer(0, 1023, 'count'), lacpOnly, 'down'),
  coupled_control: row(word('off', 'on'), lacpOnly, 'down', 'netlink'),
  broadcast_neighbor: row(word('off', 'on'), lacpOnly, 'live', 'netlink'),
  min_links: row(integer(0, intMax, 'count'), all, 'live'),
  num_grat_arp: row(integer(0, 255, 'count'), all, 'live'),
  resend_igmp: row(integer(0, 255, 'count'), all, 'live'),
  all_slaves_active: row(integer(0, 1, 'count'), all, 'live'),
  packets_per_slave: row(integer(0, 65_535, 'count'), only('balance-rr'), 'live'),
  lp_interval: row(integer(1, intMax, 's'), all, 'live'),
  tlb_dynamic_lb: row(integer(0, 1, 'count'), only('balance-tlb', 'balance-alb'), 'down'),
  primary: row({ kind: 'port' }, primaryModes, 'live'),
} as const satisfies Readonly<Record<string, OptionRow>>;

/** A bonding option by the kernel's name. */
export type OptionName = keyof typeof bondOptions;

/** All option names in the order in which they must be written. */
export const optionNames = Object.keys(bondOptions) as readonly OptionName[];

/** True when the kernel has an option of this name (as far as this version knows). */
export const isOptionName = (name: string): name is OptionName => Object.hasOwn(bondOptions, name);

/** Option values as the kernel writes them, in its own words: `{ miimon: '100', lacp_rate: 'fast' }`. */
export type OptionValues = Readonly<Partial<Record<OptionName, string>>>;
