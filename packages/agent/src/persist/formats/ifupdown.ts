import { needsMiimon } from '@bondctl/proto/model/driver';
import type { OptionName } from '@bondctl/proto/model/options';
import type { Format } from '../format.ts';
import type { Dialect } from './interfaces/dialect.ts';
import { interfacesFormat } from './interfaces/format.ts';

/** What ifenslave writes to sysfs (2.13, /etc/network/if-pre-up.d/ifenslave); other keys it does not look at. */
const options: ReadonlySet<OptionName> = new Set([
  'miimon',
  'arp_interval',
  'updelay',
  'downdelay',
  'use_carrier',
  'arp_ip_target',
  'arp_validate',
  'primary_reselect',
  'fail_over_mac',
  'xmit_hash_policy',
  'lacp_rate',
  'ad_select',
  'num_grat_arp',
  'packets_per_slave',
  'tlb_dynamic_lb',
  'primary',
]);

/** The length that classes of networks had, which ifupdown still takes for an address without one. */
function usualLength(address: string): number {
  if (address.includes(':')) return 64;
  const first = Number(address.split('.')[0]);
  if (first < 128) return 8;
  return first < 192 ? 16 : 24;
}

const dialect: Dialect = {
  backend: 'ifupdown',
  aliases: { slaves: 'bond-slaves', 'bond-num-unsol-na': 'bond-num-grat-arp' },
  options,
  // ifenslave sets the mode after miimon, and these modes make 100 of 0.
  holds: (option, value, { mode }) => !(option === 'miimon' && value === '0' && needsMiimon(mode)),
  // Each target is written by itself.
  said: (option, value) => (option === 'arp_ip_target' ? value.replaceAll(',', ' ') : value),
  portsSayMaster: true,
  addressesTogether: false,
  mtuInEach: false,
  readsFolders: true,
  bridgePorts: 'bridge_ports',
  vlanLines(vlan, bond) {
    // ifupdown makes bond0.100 itself; the script of the package vlan makes vlan100, and no other name.
    if (vlan.name === `${bond}.${vlan.id}`) return [];
    return vlan.name === `vlan${vlan.id}` ? [`vlan-raw-device ${bond}`] : null;
  },
  usualLength,
};

/** Debian's ifupdown with ifenslave. */
export const ifupdown: Format = interfacesFormat(dialect);
