import type { OptionName } from '@bondctl/proto/model/options';
import type { Format } from '../format.ts';
import type { Dialect } from './interfaces/dialect.ts';
import { interfacesFormat } from './interfaces/format.ts';

/** What addons/bond.py gives to the kernel (3.0, and so does every later version); a key it does not know is an error. */
const options: ReadonlySet<OptionName> = new Set([
  'miimon',
  'updelay',
  'downdelay',
  'use_carrier',
  'primary_reselect',
  'xmit_hash_policy',
  'lacp_rate',
  'ad_actor_sys_prio',
  'ad_actor_system',
  'min_links',
  'num_grat_arp',
  'primary',
]);

/** Its table of hashes ends before the newest one, and it looks for the primary in lower case. */
const holds = (option: OptionName, value: string): boolean =>
  !(option === 'xmit_hash_policy' && value === 'vlan+srcmac') &&
  !(option === 'primary' && value !== value.toLowerCase());

const dialect: Dialect = {
  backend: 'ifupdown2',
  aliases: {
    'bond-ports': 'bond-slaves',
    'bond-num-unsol-na': 'bond-num-grat-arp',
    'bond-ad-sys-priority': 'bond-ad-actor-sys-prio',
    'bond-ad-sys-mac-addr': 'bond-ad-actor-system',
  },
  options,
  holds,
  // Versions before 2.0 know the rate only as a number.
  said: (option, value) => (option === 'lacp_rate' ? (value === 'fast' ? '1' : '0') : value),
  portsSayMaster: false,
  addressesTogether: true,
  mtuInEach: true,
  readsFolders: false,
  bridgePorts: 'bridge-ports',
  vlanLines: (vlan, bond) =>
    vlan.name === `${bond}.${vlan.id}` ? [] : [`vlan-raw-device ${bond}`, `vlan-id ${vlan.id}`],
  usualLength: (address) => (address.includes(':') ? 128 : 32),
};

/** Cumulus' ifupdown2, which Proxmox uses too. */
export const ifupdown2: Format = interfacesFormat(dialect);
