import type { InterfaceState } from '@bondctl/proto/model/host';
import { at, type World } from '../../../../../test/fakes/fake-patients.ts';
import { name } from '../../../../../test/fakes/fake-report.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { mtu } from './mtu.ts';

const healthy: World = { hosts: { alpha: {}, beta: {} }, link: {} };
const jumbo = { sync0: { mtu: 9000 }, eth2: { mtu: 9000 }, eth3: { mtu: 9000 } };
const vlan = (size: number): Record<string, Partial<InterfaceState>> => ({
  'sync0.7': { kind: 'vlan', parent: name('sync0'), mtu: size },
});
const apart: World = { hosts: { alpha: { devices: jumbo }, beta: {} }, link: {} };
const bridge = {
  sync0: { master: name('br0'), addresses: [] },
  br0: { kind: 'bridge', mtu: 1400, ...at('10.9.0.1/24') },
};
const card = { eth0: { ...at('10.8.0.1/24') } };
const otherCard = { eth0: { mtu: 9000, ...at('10.8.0.2/24') } };

proveFamily(mtu, {
  'port-mtu-below-bond': {
    fires: {
      'one port was left behind': { hosts: { alpha: { devices: { ...jumbo, eth3: { mtu: 1500 } } } } },
    },
    silent: {
      'all have one': { hosts: { alpha: { devices: jumbo } } },
      'the port has more': { hosts: { alpha: { devices: { eth3: { mtu: 9000 } } } } },
    },
  },
  'port-mtu-above-bond': {
    fires: { 'one port was raised alone': { hosts: { alpha: { devices: { eth3: { mtu: 9000 } } } } } },
    silent: {
      'all have one': healthy,
      'the port has less': { hosts: { alpha: { devices: { eth3: { mtu: 1400 } } } } },
    },
  },
  'vlan-mtu-below-bond': {
    fires: { 'the bond was raised': { hosts: { alpha: { devices: { ...jumbo, ...vlan(1500) } } } } },
    silent: { 'the VLAN was raised too': { hosts: { alpha: { devices: { ...jumbo, ...vlan(9000) } } } } },
  },
  'link-mtu-differs': {
    fires: { '9000 and 1500': apart },
    silent: { 'both 1500': healthy, 'no link': { hosts: apart.hosts } },
  },
  'link-vlan-mtu-differs': {
    fires: {
      'one VLAN was raised': {
        hosts: {
          alpha: { devices: { ...jumbo, ...vlan(9000) } },
          beta: { devices: { ...jumbo, ...vlan(1500) } },
        },
        link: {},
      },
    },
    silent: {
      equal: { hosts: { alpha: { devices: vlan(1500) }, beta: { devices: vlan(1500) } }, link: {} },
      'one end has none': { hosts: { alpha: { devices: vlan(1400) }, beta: {} }, link: {} },
    },
  },
  'network-mtu-differs': {
    fires: {
      'no spec names them': { hosts: apart.hosts },
      'a bridge on a bond': { hosts: { alpha: { devices: bridge }, beta: {} } },
    },
    silent: {
      equal: { hosts: healthy.hosts },
      'in other networks': {
        hosts: { alpha: { devices: { ...jumbo, sync0: { mtu: 9000, ...at('10.7.0.1/24') } } }, beta: {} },
      },
      'a network without a bond': { hosts: { alpha: { devices: card }, beta: { devices: otherCard } } },
    },
  },
});
