import { describe, expect, test } from 'vitest';
import { type OwnershipTexts, owners } from './ownership.ts';

const nothing: OwnershipTexts = {
  networkManager: new Map(),
  networkd: new Map(),
  ifstate: [],
  interfaces: [],
  ifreload: false,
};

const interfaces = [
  { index: 2, name: 'eth0' },
  { index: 3, name: 'eth1' },
  { index: 4, name: 'bond0' },
];

const found = (texts: Partial<OwnershipTexts>) =>
  Object.fromEntries(owners(interfaces, { ...nothing, ...texts }));
const nobody = { eth0: 'none', eth1: 'none', bond0: 'none' };

test('without any of them nobody owns anything', () => expect(found({})).toEqual(nobody));

describe('NetworkManager', () => {
  const managed =
    '# This is private data. Do not parse.\n\n[device]\nmanaged=true\nconnection-uuid=1b2c\nnm-owned=false\n';

  test('owns what it manages', () => {
    expect(found({ networkManager: new Map([[2, managed]]) })).toEqual({ ...nobody, eth0: 'NetworkManager' });
  });

  test('does not own what it knows and leaves alone', () => {
    const unmanaged = managed.replace('managed=true', 'managed=false');
    expect(
      found({
        networkManager: new Map([
          [2, unmanaged],
          [3, '[device]\n'],
        ]),
      }),
    ).toEqual(nobody);
  });
});

describe('systemd-networkd', () => {
  const state = (admin: string) =>
    `# This is private data. Do not parse.\nADMIN_STATE=${admin}\nOPER_STATE=routable\n`;

  test.each(['configured', 'configuring', 'pending', 'failed'])('owns what is %s', (admin) => {
    expect(found({ networkd: new Map([[4, state(admin)]]) })).toEqual({
      ...nobody,
      bond0: 'systemd-networkd',
    });
  });

  test('does not own what is unmanaged', () => {
    expect(
      found({
        networkd: new Map([
          [4, state('unmanaged')],
          [3, ''],
        ]),
      }),
    ).toEqual(nobody);
  });
});

describe('ifupdown', () => {
  const text = `
auto lo eth0
iface eth0 inet static
    address 192.0.2.1/24

auto bond0
iface bond0 inet manual
    bond-slaves eth1 \\
                eth2
    bond-mode 802.3ad
source /etc/network/interfaces.d/*
`;

  test('owns what has a stanza and is up, with the ports that the stanza names', () => {
    expect(found({ interfaces: [text], ifstate: ['lo=lo\nbond0=bond0\n'] })).toEqual({
      ...nobody,
      eth1: 'ifupdown',
      bond0: 'ifupdown',
    });
  });

  test('keeps one state file for each interface, too', () => {
    expect(found({ interfaces: [text], ifstate: ['eth0\n'] })).toEqual({ ...nobody, eth0: 'ifupdown' });
  });

  test('owns nothing that is not up', () => expect(found({ interfaces: [text] })).toEqual(nobody));

  test('is ifupdown2 where ifreload is, which has no such state file', () => {
    expect(found({ interfaces: [text], ifreload: true })).toEqual({
      eth0: 'ifupdown2',
      eth1: 'ifupdown2',
      bond0: 'ifupdown2',
    });
  });

  test('`bond-slaves none` names no port', () => {
    const none = 'iface bond0 inet manual\n  bond-slaves none\n';
    expect([
      ...owners([{ index: 9, name: 'none' }], { ...nothing, interfaces: [none], ifreload: true }),
    ]).toEqual([['none', 'none']]);
  });
});

test('who runs wins over a file', () => {
  const texts = {
    networkManager: new Map([[2, '[device]\nmanaged=1\n']]),
    interfaces: ['iface eth0 inet dhcp\n'],
    ifreload: true,
  };
  expect(found(texts)).toEqual({ ...nobody, eth0: 'NetworkManager' });
});
