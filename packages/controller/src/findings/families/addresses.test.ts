import { at, mac, type World } from '../../../../../test/fakes/fake-patients.ts';
import { bond, name } from '../../../../../test/fakes/fake-report.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { addresses } from './addresses.ts';

const healthy: World = { hosts: { alpha: {}, beta: {} } };
const both = (kind: string, cidr: string): World => {
  const devices = { dev0: { kind, ...at(cidr) } };
  return { hosts: { alpha: { devices }, beta: { devices } } };
};
const vlan = { 'sync0.7': { kind: 'vlan', parent: name('sync0'), ...at('10.9.0.97/32') } };
const storage = (cidr: string) => ({
  more: [bond({ name: name('sync1') })],
  devices: { sync1: { kind: 'bond', ...at(cidr) } },
});

proveFamily(addresses, {
  'ip-on-two-hosts': {
    fires: {
      'on both bonds': { hosts: { alpha: {}, beta: { devices: { sync0: at('10.9.0.97/24') } } } },
      'on both cards': both('physical', '10.8.0.1/24'),
      'on a VLAN there': { hosts: { alpha: {}, beta: { devices: vlan } } },
    },
    silent: {
      'each has its own': healthy,
      'bridges that lead nowhere': both('bridge', '172.17.0.1/16'),
      dummies: both('dummy', '10.255.0.1/32'),
      'management chips': both('physical', '169.254.3.1/24'),
      'link-local': both('physical', 'fe80::1/64'),
    },
  },
  'mac-on-two-hosts': {
    fires: {
      'both bonds': { hosts: { alpha: {}, beta: { devices: { sync0: { mac: mac('alpha') } } } } },
      'a port there': { hosts: { alpha: {}, beta: { ports: { eth3: { permanentMac: mac('alpha') } } } } },
    },
    silent: {
      'each has its own': healthy,
      masked: {
        hosts: {
          alpha: { ports: { eth2: { permanentMac: '02:00:00:xx:xx:xx' } } },
          beta: { ports: { eth2: { permanentMac: '02:00:00:xx:xx:xx' } } },
        },
      },
      none: {
        hosts: {
          alpha: { devices: { sync0: { mac: '00:00:00:00:00:00' } } },
          beta: { devices: { sync0: { mac: '00:00:00:00:00:00' } } },
        },
      },
    },
  },
  'bonds-share-network': {
    fires: { 'one network': { hosts: { alpha: storage('10.9.0.5/24') } } },
    silent: {
      'a network each': { hosts: { alpha: storage('10.10.0.5/24') } },
      'single addresses': { hosts: { alpha: storage('10.9.0.97/32') } },
      'two addresses of one bond': {
        hosts: { alpha: { devices: { sync0: at('10.9.0.5/24', '10.9.0.6/24') } } },
      },
    },
  },
});
