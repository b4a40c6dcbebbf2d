import type { PortState } from '@bondctl/proto/model/bond';
import type { InterfaceState } from '@bondctl/proto/model/host';
import type { World } from '../../../../../test/fakes/fake-patients.ts';
import { port } from '../../../../../test/fakes/fake-report.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { ports } from './ports.ts';

const healthy: World = { hosts: { alpha: {} } };
const eth3 = (
  state: Partial<PortState>,
  device: Partial<InterfaceState> = {},
  more: Partial<World> = {},
): World => ({
  hosts: { alpha: { ports: { eth3: state }, devices: { eth3: device } } },
  ...more,
});
const slowDown: Partial<World> = {
  link: { declared: { source: 'declared', rateBps: 100_000_000, framing: 'ethernet' } },
};
const none = { bond: { ports: [] } };
const setDown = { devices: { sync0: { up: false } } };

proveFamily(ports, {
  'bond-set-down': {
    fires: { 'with ports': { hosts: { alpha: setDown } } },
    silent: {
      'it is up': healthy,
      'without ports it is a leftover': { hosts: { alpha: { ...none, ...setDown } } },
    },
  },
  'bond-no-ports': {
    fires: { 'it is up': { hosts: { alpha: none } } },
    silent: { 'it has two': healthy, 'it is down': { hosts: { alpha: { ...none, ...setDown } } } },
  },
  'bond-left-over': {
    fires: { 'down and empty': { hosts: { alpha: { ...none, ...setDown } } } },
    silent: { 'empty and up': { hosts: { alpha: none } }, 'down with ports': { hosts: { alpha: setDown } } },
  },
  'bond-one-port': {
    fires: { one: { hosts: { alpha: { bond: { ports: [port('eth2')] } } } } },
    silent: { two: healthy, 'none is another rule': { hosts: { alpha: none } } },
  },
  'port-set-down': {
    fires: { 'somebody did it': eth3({ miiStatus: 'down' }, { up: false, carrier: false }) },
    silent: { 'no carrier is another rule': eth3({ miiStatus: 'down' }, { carrier: false }) },
  },
  'port-no-carrier': {
    fires: { 'the cable is out': eth3({ miiStatus: 'down' }, { carrier: false }) },
    silent: { 'it has one': healthy, 'it is set down': eth3({}, { up: false, carrier: false }) },
  },
  'port-down': {
    fires: { 'the driver says so': eth3({ miiStatus: 'down' }) },
    silent: {
      'it is up': healthy,
      'no carrier is another rule': eth3({ miiStatus: 'down' }, { carrier: false }),
    },
  },
  'port-changing': {
    fires: {
      'going down': eth3({ miiStatus: 'going down' }),
      'going back': eth3({ miiStatus: 'going back' }),
    },
    silent: { up: healthy, down: eth3({ miiStatus: 'down' }) },
  },
  'port-half-duplex': {
    fires: { half: eth3({ duplex: 'half' }) },
    silent: {
      full: healthy,
      unknown: eth3({ duplex: null }),
      down: eth3({ duplex: 'half', miiStatus: 'down' }),
    },
  },
  'port-slow': {
    fires: {
      '100 Mbit/s': eth3({ speedMbps: 100 }),
      '10 Mbit/s where 100 are declared': eth3({ speedMbps: 10 }, {}, slowDown),
    },
    silent: {
      gigabit: healthy,
      unknown: eth3({ speedMbps: null }),
      declared: eth3({ speedMbps: 100 }, {}, slowDown),
    },
  },
  'port-speeds-differ': {
    fires: { '1000 and 100': eth3({ speedMbps: 100 }) },
    silent: {
      equal: healthy,
      'one is unknown': eth3({ speedMbps: null }),
      'the slower one stands by': {
        hosts: { alpha: { bond: { mode: 'active-backup' }, ports: { eth3: { speedMbps: 100 } } } },
      },
    },
  },
  'port-failures-differ': {
    fires: { 'one failed often': eth3({ linkFailureCount: 12 }) },
    silent: {
      'a switch that was restarted': {
        hosts: { alpha: { ports: { eth2: { linkFailureCount: 9 }, eth3: { linkFailureCount: 12 } } } },
      },
      'some times': eth3({ linkFailureCount: 4 }),
    },
  },
});
