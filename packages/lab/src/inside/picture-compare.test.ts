import { describe, expect, test } from 'vitest';
import {
  comparePictures,
  featuresOf,
  ignoredFields,
  keyedBy,
  type Picture,
  sectionsOf,
} from './picture-compare.ts';

const picture = (link: Picture, more: Picture = {}): Picture => ({ link: { bond0: link }, ...more });

describe('comparePictures', () => {
  test.each<[string, Picture, Picture, string[]]>([
    ['the same', picture({ mtu: 9000 }), picture({ mtu: 9000 }), []],
    ['another value', picture({ mtu: 9000 }), picture({ mtu: 1500 }), ['link.bond0.mtu']],
    ['something new', picture({}), picture({ mtu: 1500 }), ['link.bond0', 'link.bond0.mtu']],
    ['flags in another order', picture({ flags: ['UP', 'SLAVE'] }), picture({ flags: ['SLAVE', 'UP'] }), []],
    ['another flag', picture({ flags: ['UP'] }), picture({ flags: ['UP', 'SLAVE'] }), ['link.bond0.flags']],
    ['another ifindex only', picture({ ifindex: 7 }), picture({ ifindex: 9 }), []],
    ['a counter of a port', portCounting(1), portCounting(2), []],
    ['a life time', living(20), living(19), []],
    ['the driver’s aggregator', aggregator('1'), aggregator('3'), []],
    [
      'the driver’s count of ports',
      { proc: { bond0: { bond: { 'Number of ports': '2' } } } },
      { proc: { bond0: { bond: { 'Number of ports': '1' } } } },
      ['proc.bond0.bond.Number of ports'],
    ],
  ])('%s', (_, before, after, paths) => {
    expect(comparePictures(before, after).map(({ path }) => path)).toEqual(paths);
  });

  test('a difference has both values', () => {
    expect(comparePictures(picture({ mtu: 9000 }), picture({ mtu: 1500 }))).toEqual([
      { path: 'link.bond0.mtu', before: 9000, after: 1500 },
    ]);
  });
});

function portCounting(count: number): Picture {
  return {
    link: { eth1: { linkinfo: { info_slave_data: { link_failure_count: count } } } },
    proc: { bond0: { 'port eth1': { 'Link Failure Count': String(count) } } },
    sysfs: { 'eth1/bonding_slave/link_failure_count': String(count) },
  };
}

function living(seconds: number): Picture {
  return {
    addr: {
      eth1: { addr_info: { 'fe80::1 64': { valid_life_time: seconds, preferred_life_time: seconds } } },
    },
  };
}

function aggregator(id: string): Picture {
  return {
    proc: {
      bond0: { 'port eth1': { 'Aggregator ID': id }, bond: { 'Active Aggregator Info: Aggregator ID': id } },
    },
    sysfs: { 'eth1/bonding_slave/ad_aggregator_id': id, 'bond0/bonding/ad_aggregator': id },
  };
}

test('every ignored field has a reason', () => {
  for (const { reason } of ignoredFields) expect(reason.length).toBeGreaterThan(20);
});

test('rows are found by their fields, and twins do not hide each other', () => {
  const rows = [{ dev: 'eth1', dst: 'default' }, { dev: 'eth1', dst: 'default' }, { dst: 'ff00::/8' }];
  expect(Object.keys(keyedBy(rows, ['dst', 'dev']))).toEqual(['default eth1', 'default eth1 #2', 'ff00::/8']);
});

test('features become values by device', () => {
  const text = `Features for eth1:
rx-checksumming: off [fixed]
tcp-segmentation-offload: on
	tx-tcp-segmentation: on
Features for lo:
highdma: on [fixed]
`;
  expect(featuresOf(text)).toEqual({
    eth1: {
      'rx-checksumming': 'off [fixed]',
      'tcp-segmentation-offload': 'on',
      'tx-tcp-segmentation': 'on',
    },
    lo: { highdma: 'on [fixed]' },
  });
});

test('a driver text becomes parts, and same words under different headings stay apart', () => {
  const text = `Bonding Mode: IEEE 802.3ad Dynamic link aggregation

802.3ad info
LACP active: on
Active Aggregator Info:
	Number of ports: 2

Slave Interface: eth1
MII Status: up
details actor lacp pdu:
    port state: 63
details partner lacp pdu:
    port state: 7
`;
  expect(sectionsOf(text)).toEqual({
    bond: {
      'Bonding Mode': 'IEEE 802.3ad Dynamic link aggregation',
      '802.3ad info': '',
      'LACP active': 'on',
      'Active Aggregator Info': '',
      'Active Aggregator Info: Number of ports': '2',
    },
    'port eth1': {
      'Slave Interface': 'eth1',
      'MII Status': 'up',
      'details actor lacp pdu': '',
      'details actor lacp pdu: port state': '63',
      'details partner lacp pdu': '',
      'details partner lacp pdu: port state': '7',
    },
  });
});
