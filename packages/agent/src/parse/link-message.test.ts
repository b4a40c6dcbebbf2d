import { expect, test } from 'vitest';
import { parseLinkMessage } from './link-message.ts';

test.each([
  [
    '5: eth1@if6: <BROADCAST,MULTICAST,SLAVE,UP,LOWER_UP> mtu 1500 qdisc noqueue master bond0 state UP',
    { name: 'eth1', up: true, carrier: true, gone: false },
  ],
  [
    '5: eth1: <NO-CARRIER,BROADCAST,MULTICAST,SLAVE,UP> mtu 1500 qdisc mq master bond0 state DOWN',
    { name: 'eth1', up: true, carrier: false, gone: false },
  ],
  [
    '5: eth1: <BROADCAST,MULTICAST> mtu 1500 qdisc noop',
    { name: 'eth1', up: false, carrier: false, gone: false },
  ],
  ['Deleted 9: bond0: <BROADCAST,MASTER> mtu 1500', { name: 'bond0', up: false, carrier: false, gone: true }],
  [
    '[2026-11-28T13:44:59.123456] [LINK]4: eth2: <UP,LOWER_UP> mtu 9000',
    { name: 'eth2', up: true, carrier: true, gone: false },
  ],
])('%s', (line, message) => {
  expect(parseLinkMessage(line)).toEqual(message);
});

test.each(['', '    link/ether 02:00:00:00:00:01', 'Timestamp: Sat', '5: a/b: <UP>', '5: eth1 <UP>'])(
  'not of an interface: %j',
  (line) => {
    expect(parseLinkMessage(line)).toBeNull();
  },
);
