import type { BondMode } from './mode.ts';
import type { OptionName } from './options.ts';

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
