/** The bonds of the machines: what their files say at first, and what a change makes of them. */
import type { BondName, IfName } from '@bondctl/proto/model/names';
import type { Format } from '../../../packages/agent/src/persist/format.ts';
import { ifupdown } from '../../../packages/agent/src/persist/formats/ifupdown.ts';
import { ifupdown2 } from '../../../packages/agent/src/persist/formats/ifupdown2.ts';
import { keyfile } from '../../../packages/agent/src/persist/formats/keyfile.ts';
import { netplan } from '../../../packages/agent/src/persist/formats/netplan.ts';
import { networkd } from '../../../packages/agent/src/persist/formats/networkd.ts';
import type { KeptBond, KeptPort } from '../../../packages/agent/src/persist/kept.ts';
import type { Order } from './facts.ts';

/** A bond, and the format of its files. */
interface Case extends Omit<Order, 'backend'> {
  readonly format: Format;
}

/** What a change makes of every bond of a machine, beside its options. */
const moved = (bond: KeptBond, options: KeptBond['options']): KeptBond => ({
  ...bond,
  options: { ...bond.options, ...options },
  mtu: 9000,
  addresses: { cidrs: [...bond.addresses.cidrs, `10.8.${bond.name.charCodeAt(4)}.1/24`], named: true },
});

/** A bond with one port less. */
const without = (bond: KeptBond, port: string): KeptBond => {
  const [first, ...rest] = bond.ports.filter(({ name }) => name !== port);
  return first === undefined ? bond : { ...bond, ports: [first, ...rest] };
};

const port = (number: number): KeptPort => ({
  name: `eth${number}` as IfName,
  identity: { by: 'name' },
  infiniband: false,
});

const bond = (
  own: string,
  first: number,
  mode: KeptBond['mode'],
  options: KeptBond['options'],
): KeptBond => ({
  name: own as BondName,
  mode,
  options,
  ports: [port(first), port(first + 1)],
  mtu: null,
  mac: null,
  addresses: { cidrs: [`10.9.${own.charCodeAt(4)}.1/24`], named: true },
  routes: [],
  vlans: [],
  bridge: null,
});

const kept = {
  bonda: bond('bonda', 1, 'active-backup', {
    miimon: '100',
    updelay: '200',
    downdelay: '300',
    primary: 'eth2',
    primary_reselect: 'better',
  }),
  bondb: bond('bondb', 3, '802.3ad', {
    miimon: '100',
    lacp_rate: 'fast',
    xmit_hash_policy: 'layer2+3',
    ad_select: 'bandwidth',
    min_links: '1',
  }),
  bondc: bond('bondc', 5, 'active-backup', {
    // A guest that gets no time for half a second must not lose its targets by it.
    arp_interval: '1000',
    arp_ip_target: '10.9.99.2',
    arp_validate: 'all',
    primary: 'eth5',
  }),
  bondd: bond('bondd', 7, 'balance-xor', { miimon: '100', xmit_hash_policy: 'layer2+3' }),
  bonde: bond('bonde', 1, '802.3ad', {
    miimon: '100',
    lacp_rate: 'fast',
    xmit_hash_policy: 'layer2+3',
    min_links: '1',
  }),
};

const changed = {
  bonda: moved(kept.bonda, { updelay: '400', primary: 'eth1' }),
  bondb: moved(kept.bondb, { xmit_hash_policy: 'layer3+4', miimon: '200' }),
  bondc: moved(kept.bondc, { arp_ip_target: '10.9.99.2,10.9.99.3', primary: 'eth6' }),
  bondd: moved(kept.bondd, { xmit_hash_policy: 'layer3+4', miimon: '200' }),
  bonde: moved(kept.bonde, { xmit_hash_policy: 'layer3+4', miimon: '200' }),
};

/** Four programs in one machine, as on hosts that have grown. */
export const several: readonly Case[] = [
  {
    format: keyfile,
    first: kept.bonda,
    changed: changed.bonda,
    // As soon as a port is out NetworkManager wants it back; for another mode the bond is set down.
    rebuilt: {
      ...without(changed.bonda, 'eth2'),
      mode: 'balance-xor',
      options: { miimon: '100', xmit_hash_policy: 'layer3+4' },
    },
  },
  {
    format: networkd,
    first: kept.bondb,
    changed: changed.bondb,
    rebuilt: without(changed.bondb, 'eth4'),
  },
  // Its files are after the reboot what the change that interrupts nothing made of them.
  { format: netplan, first: kept.bondc, changed: changed.bondc, rebuilt: null },
  {
    format: ifupdown,
    first: kept.bondd,
    changed: changed.bondd,
    rebuilt: { ...changed.bondd, mode: 'active-backup', options: { miimon: '200', primary: 'eth8' } },
  },
];

/** ifupdown2 cannot be installed beside ifupdown. */
export const alone: readonly Case[] = [
  { format: ifupdown2, first: kept.bonde, changed: changed.bonde, rebuilt: null },
];

/** A case as the machine gets it. */
export const orderOf = ({ format, ...order }: Case): Order => ({ ...order, backend: format.backend });
