import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import type { KeptBond } from '../kept.ts';
import { netplan } from './netplan.ts';

const file = (name: string, text: string) => ({ path: `/etc/netplan/${name}`, text });
const name = (text: string) => text as IfName;
const bond: KeptBond = {
  name: name('bond0'),
  mode: 'active-backup',
  options: { miimon: '100' },
  ports: [{ name: name('eth1'), identity: { by: 'name' }, infiniband: false }],
  mtu: null,
  mac: null,
  addresses: { cidrs: [], named: false },
  routes: [],
  vlans: [],
  bridge: null,
};
const nics = file('10-nics.yaml', 'network:\n  version: 2\n  ethernets:\n    eth1: {}\n    eth2: {}\n');
const bonds = file(
  '20-bonds.yaml',
  'network:\n  bonds:\n    bond0:\n      interfaces: [eth1]\n      parameters:\n        mode: active-backup # for now\n        mii-monitor-interval: 100\n',
);

describe('render', () => {
  test('what says it already stays as it is', () => {
    expect(netplan.render(bond, [nics, bonds])).toEqual({ files: [], removed: [], untilReboot: [] });
  });

  test('a key is changed in the file in which it counts', () => {
    const over = file(
      '30-over.yaml',
      'network:\n  bonds:\n    bond0:\n      parameters: {mode: broadcast}\n',
    );
    expect(netplan.render(bond, [nics, bonds, over]).files).toEqual([
      { path: over.path, text: over.text.replace('broadcast', 'active-backup') },
    ]);
  });

  test('a comment behind a value stays', () => {
    const [{ text } = { text: '' }] = netplan.render({ ...bond, mode: 'balance-xor' }, [nics, bonds]).files;
    expect(text).toBe(bonds.text.replace('active-backup', 'balance-xor'));
  });

  test('an interface with nothing behind its key is described', () => {
    const empty = file('10-a.yaml', 'network:\n  ethernets:\n    eth1:\n  bonds:\n    bond0:\n');
    const [{ text } = { text: '' }] = netplan.render(bond, [empty]).files;
    expect(text).toContain('bond0:\n      interfaces:\n        - eth1\n');
  });

  test('a NIC is a port of one thing only', () => {
    const bridge = file('30-br.yaml', 'network:\n  bridges:\n    br0:\n      interfaces: [eth2, eth1]\n');
    expect(netplan.render(bond, [nics, bonds, bridge]).files).toEqual([
      { path: bridge.path, text: bridge.text.replace(', eth1', '') },
    ]);
  });

  test('numbers that netplan loses, and how it does not find a NIC, last until a reboot', () => {
    const one: KeptBond = {
      ...bond,
      options: { miimon: '100', num_grat_arp: '0', resend_igmp: '0' },
      ports: [{ name: name('eth1'), identity: { by: 'path', path: 'pci-0000:03:00.0' }, infiniband: false }],
    };
    const { untilReboot } = netplan.render(one, []);
    expect(untilReboot).toEqual(['num_grat_arp', 'resend_igmp', 'eth1 by its path (written by its name)']);
  });

  test('a file that cannot be read is left alone, also where ours would lie', () => {
    const broken = file('60-bondctl-bond0.yaml', 'network: {');
    expect(netplan.render(bond, [broken]).files.map(({ path }) => path)).toEqual([
      '/etc/netplan/61-bondctl-bond0.yaml',
    ]);
  });
});

describe('adopt', () => {
  const problemsOf = (text: string) =>
    netplan.adopt([file('a.yaml', text)]).problems.map((one) => `${one.line} ${one.message}`);

  test.each([
    ['no YAML', 'network:\n  bonds: [\n', /^3 /],
    ['no mapping', '- a\n- b\n', /^1 it is not a mapping$/],
    ['an alias of nothing', 'a: 1\nb: *no\n', /^2 an alias/],
    ['an alias of itself', 'a: &a [*a]\n', /^1 an alias/],
    [
      'no mode',
      'network:\n  bonds:\n    b:\n      interfaces: [e1]\n      parameters: {mode: fast}\n',
      /^5 "fast"/,
    ],
    ['no ports', 'network:\n  bonds:\n    b: {}\n', /^3 it names no port of b$/],
    [
      'a value that is none',
      'network:\n  bonds:\n    b:\n      interfaces: [e1]\n      parameters:\n        min-links: many\n',
      /^6 "many" is not a value of min-links$/,
    ],
    [
      'a NIC that only a pattern finds',
      'network:\n  ethernets:\n    all:\n      match: {driver: e1000}\n  bonds:\n    b:\n      interfaces: [all]\n',
      /^7 which NIC is meant by all cannot be told from the file$/,
    ],
  ])('%s is said with its line', (_, text, expected) => expect(problemsOf(text)[0]).toMatch(expected));

  test('keys of several files are read as one bond, in the newer words too', () => {
    const more = file(
      '30.yaml',
      'network:\n  bonds:\n    bond0:\n      parameters: {all-members-active: yes, up-delay: 1s}\n      gateway4: 10.0.0.1\n',
    );
    const [found] = netplan.adopt([nics, bonds, more]).bonds;
    expect(found?.path).toBe(bonds.path);
    expect(found?.bond.options).toEqual({ miimon: '100', all_slaves_active: '1', updelay: '1000' });
    expect(found?.bond.routes).toEqual([{ family: 'inet', text: 'default via 10.0.0.1' }]);
  });
});

test('a bond goes with its VLANs and leaves the bridge', () => {
  const above = file(
    '30-above.yaml',
    '# mine\nnetwork:\n  vlans:\n    v5: {id: 5, link: bond0}\n    v6: {id: 6, link: v5}\n  bridges:\n    br0:\n      interfaces: [v5, eth2]\n',
  );
  expect(netplan.withdraw(bond.name, [nics, bonds, above]).files.map(({ text }) => text)).toEqual([
    'network: {}\n',
    '# mine\nnetwork:\n  bridges:\n    br0:\n      interfaces: [eth2]\n',
  ]);
});
