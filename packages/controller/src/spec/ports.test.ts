import { describe, expect, test } from 'vitest';
import { parseSpec } from './parse.ts';

const mistakesOf = (text: string) => {
  const parsed = parseSpec(text, 'cluster.yaml');
  if (parsed.ok) throw new Error('expected mistakes');
  return parsed.error.map((one) => `${one.line}:${one.column} ${one.path}: ${one.message}`);
};

const spec = (bond: string, more = '') => `version: 1
hosts:
  alpha: { labels: { rack: r1 } }
  beta: {}
bonds:
  sync0: { hosts: [alpha, beta], ports: [eth2, eth3], ${bond} }
${more}`;

describe('a port that is chosen by what it is', () => {
  const withPort = (port: string, more = '') => spec('mode: 0', more).replace('eth3', port);

  test.each([
    [
      'an address that is none',
      '{ mac: 02:00:00:00:00 }',
      '6:55 bonds.sync0.ports[1].mac: "mac" must be a permanent MAC address like 02:00:00:00:00:01, not "02:00:00:00:00"',
    ],
    [
      'a path that is none',
      '{ path: "the left one" }',
      '6:56 bonds.sync0.ports[1].path: "path" must be udev\'s ID_PATH of a NIC like pci-0000:03:00.0, where "*" stands for any text, not "the left one"',
    ],
    [
      'a driver without a count',
      '{ driver: e1000e }',
      '6:48 bonds.sync0.ports[1].count: "count" is missing here',
    ],
    [
      'a count of none',
      '{ driver: e1000e, count: 0 }',
      '6:73 bonds.sync0.ports[1].count: "count" must be at least 1, not 0',
    ],
    [
      'a driver that is none',
      '{ driver: "e1000e*", count: 2 }',
      '6:58 bonds.sync0.ports[1].driver: "driver" must be the name of a kernel driver like e1000e, not "e1000e*"',
    ],
    [
      'two ways at once',
      '{ mac: 02:00:00:00:00:01, driver: e1000e }',
      '6:74 bonds.sync0.ports[1].driver: "driver" is not a word of this place; known: mac',
    ],
    [
      'another way',
      '{ vendor: intel }',
      '6:48 bonds.sync0.ports[1]: a port is the name of an interface or a map with mac, path, or driver and count, not a map with vendor',
    ],
    [
      'nothing',
      'null',
      '6:48 bonds.sync0.ports[1]: a port is the name of an interface or a map with mac, path, or driver and count, not empty',
    ],
    [
      'the same twice',
      '{ driver: igb, count: 1 }, { driver: igb, count: 2 }',
      '6:75 bonds.sync0.ports[2]: the port "driver igb" stands in this list twice',
    ],
  ])('by %s', (_title, port, mistake) => {
    expect(mistakesOf(withPort(port))).toEqual([mistake]);
  });

  test.each([
    ['{ mac: "AA:00:00:00:00:01" }', '"mac aa:00:00:00:00:01" is already a port of "sync0" on alpha'],
    ['{ path: "pci-*" }', '"path pci-*" is already a port of "sync0" on alpha'],
    ['{ driver: igb, count: 2 }', 'the NICs of driver igb are counted for "sync0" on alpha already'],
  ])('%s is of one bond', (port, message) => {
    const other = `  b1: { hosts: [alpha], ports: [${port.toLowerCase()}], mode: 0 }`;
    expect(mistakesOf(withPort(port, other))).toEqual([expect.stringContaining(message)]);
  });

  test('leaves it to the host whether the primary is a port, and not what a name is', () => {
    const text = spec('mode: 1, options: { primary: eth9 }').replace('eth3', '{ mac: 02:00:00:00:00:01 }');
    expect(parseSpec(text, 'cluster.yaml').ok).toBe(true);
    expect(mistakesOf(text.replace('eth9', '"eth 9"'))).toEqual([
      expect.stringContaining('bonds.sync0.options.primary: "eth 9" is not an interface name'),
    ]);
  });
});
