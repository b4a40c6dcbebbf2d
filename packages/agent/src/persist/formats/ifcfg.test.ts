import type { BondName, IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import type { TextFile } from '../format.ts';
import type { KeptBond } from '../kept.ts';
import { ifcfg } from './ifcfg.ts';

const folder = '/etc/sysconfig/network-scripts';
const file = (name: string, ...lines: readonly string[]): TextFile => ({
  path: `${folder}/${name}`,
  text: `${lines.join('\n')}\n`,
});
const bondFile = file(
  'ifcfg-bond0',
  'UUID=u-1',
  'BONDING_OPTS="mode=1 miimon=100 primary=eth2"',
  'BRIDGE=br0',
  'MTU=9000',
  'MACADDR=02:00:00:00:00:AA',
);
const portFile = file('ifcfg-Left_port', 'HWADDR=02:00:00:00:00:0B', 'MASTER_UUID=u-1', 'SLAVE=yes');
const bridgeFile = file(
  'ifcfg-lan',
  'DEVICE=br0',
  'TYPE=Bridge',
  'IPADDR0=10.0.0.1',
  'NETMASK0=255.255.240.0',
  'IPADDR1=10.0.0.2',
  'PREFIX1=32',
  'GATEWAY=10.0.0.254',
  'IPV6ADDR=FD00::1/64',
  'IPV6ADDR_SECONDARIES="fd00::2/64 fd00::3"',
  'IPV6_DEFAULTGW=fd00::fe%br0',
);
const routes = [
  file('route-lan', 'ADDRESS0=10.1.0.0', 'NETMASK0=255.255.0.0', 'GATEWAY0=10.0.0.9'),
  file('route6-lan', '# of people', 'fd01::/64 via fd00::9 dev br0 metric 5', 'fd02::/64 by magic'),
];
const guest = file('ifcfg-eth9', 'DEVICE=eth9', 'BRIDGE=br0');
const vlan = file('ifcfg-bond0.7', 'DEVICE=bond0.7', 'VLAN=yes', 'IPADDR=10.7.0.1', 'PREFIX=24');
const all = [guest, bondFile, portFile, bridgeFile, vlan, ...routes];

const said = (files: readonly TextFile[]) =>
  ifcfg
    .adopt(files)
    .problems.map(({ path, line, message }) => `${path.slice(folder.length + 1)}:${line} ${message}`);

describe('files of people', () => {
  test('are read with all that may be left out of them', () => {
    const { bonds } = ifcfg.adopt(all);
    expect(said(all)).toEqual(['route6-lan:3 this route could not be read']);
    expect(bonds).toEqual([
      {
        path: bondFile.path,
        bond: {
          name: 'bond0',
          mode: 'active-backup',
          options: { miimon: '100', primary: 'eth2' },
          ports: [
            { name: 'Left_port', identity: { by: 'mac', mac: '02:00:00:00:00:0b' }, infiniband: false },
          ],
          mtu: 9000,
          mac: '02:00:00:00:00:aa',
          addresses: { cidrs: [], named: false },
          routes: [],
          vlans: [{ name: 'bond0.7', id: 7, mtu: null, addresses: ['10.7.0.1/24'], routes: [] }],
          bridge: {
            name: 'br0',
            addresses: ['10.0.0.1/20', '10.0.0.2/32', 'fd00::1/64', 'fd00::2/64', 'fd00::3/128'],
            routes: [
              { family: 'inet', text: 'default via 10.0.0.254' },
              { family: 'inet6', text: 'default via fd00::fe' },
              { family: 'inet', text: '10.1.0.0/16 via 10.0.0.9' },
              { family: 'inet6', text: 'fd01::/64 via fd00::9 metric 5' },
            ],
            otherPorts: ['eth9'],
          },
        },
      },
    ]);
    expect([...ifcfg.described(all)].sort()).toEqual(['Left_port', 'bond0', 'bond0.7', 'br0', 'eth9']);
  });

  test('that say nothing sensible are reported with their line', () => {
    const odd = file(
      'ifcfg-bond1',
      'TYPE=Bond',
      'what',
      'BONDING_OPTS="mode=turbo',
      'BONDING_OPTS="mode=turbo"',
    );
    const lost = file('ifcfg-eth4', 'SLAVE=yes', 'MASTER=bond7');
    expect(said([odd, lost])).toEqual([
      'ifcfg-bond1:2 this line could not be read',
      'ifcfg-bond1:3 this line could not be read',
      'ifcfg-eth4:2 no file describes the bond "bond7"',
      'ifcfg-bond1:4 "turbo" is not a mode of the driver',
      'ifcfg-bond1:1 no file describes a port of bond1',
    ]);
  });

  test('that packages left behind are none', () => {
    expect(
      ifcfg.described([file('ifcfg-eth0.rpmsave', 'DEVICE=eth0'), file('ifcfg-eth1~', 'DEVICE=eth1')]).size,
    ).toBe(0);
  });
});

test('a second file of one bond is reported, and the first one counts', () => {
  const files = [bondFile, portFile, file('ifcfg-second', 'TYPE=Bond', 'DEVICE=bond0')];
  expect(ifcfg.adopt(files).bonds.map((one) => one.path)).toEqual([bondFile.path]);
  expect(said(files)).toEqual([`ifcfg-second:2 bond0 is described by ${bondFile.path} too`]);
});

const kept = (more: Partial<KeptBond>): KeptBond => ({
  name: 'bond0' as BondName,
  mode: 'active-backup',
  options: { miimon: '100', primary: 'eth2' },
  ports: [{ name: 'eth1' as IfName, identity: { by: 'mac', mac: '02:00:00:00:00:0b' }, infiniband: false }],
  mtu: null,
  mac: null,
  addresses: { cidrs: [], named: false },
  routes: [],
  vlans: [],
  bridge: null,
  ...more,
});

describe('an edit', () => {
  test('finds a port by its address, and leaves alone what is right', () => {
    expect(ifcfg.render(kept({}), all).files).toEqual([]);
  });

  test('gives a file of a name the address that people chose', () => {
    const named = file('ifcfg-eth1', 'DEVICE=eth1', '# mine', 'MASTER=bond0', 'SLAVE=yes');
    const [changed] = ifcfg.render(kept({}), [bondFile, named]).files;
    expect(changed?.text).toBe('# mine\nMASTER=bond0\nSLAVE=yes\nHWADDR=02:00:00:00:00:0B\n');
  });

  test('puts addresses beside DHCP, and takes them away again', () => {
    const dhcp = file(
      'ifcfg-bond0',
      'BOOTPROTO=dhcp',
      'BONDING_OPTS="mode=1 miimon=100 primary=eth2"',
      'IPV6INIT=no',
    );
    const named = (cidrs: readonly string[]) => kept({ addresses: { cidrs, named: true } });
    const ownOf = (files: readonly TextFile[]) => files.find(({ path }) => path === dhcp.path);
    const more = ownOf(ifcfg.render(named(['10.0.0.1/24', 'fd00::1/64']), [dhcp, portFile]).files);
    expect(more?.text).toBe(
      'BOOTPROTO=dhcp\nBONDING_OPTS="mode=1 miimon=100 primary=eth2"\nIPV6INIT=yes\nIPADDR=10.0.0.1\nPREFIX=24\nIPV6ADDR=fd00::1/64\nIPV6_AUTOCONF=no\n',
    );
    const less = ownOf(ifcfg.render(named([]), [more ?? dhcp, portFile]).files);
    expect(less?.text).not.toMatch(/ADDR=|PREFIX=/);
  });

  test('writes a port that is known by its path by its name, and says so', () => {
    const port = {
      name: 'eth1' as IfName,
      identity: { by: 'path' as const, path: 'pci-0000:03:00.0' },
      infiniband: false,
    };
    const { untilReboot, files } = ifcfg.render(kept({ ports: [port] }), []);
    expect(untilReboot).toEqual(['eth1 by its path (written by its name)']);
    expect(files.find((one) => one.path.endsWith('eth1'))?.text).toContain('DEVICE=eth1\n');
  });

  test("takes no path that somebody's file has", () => {
    const other = file('ifcfg-bond0', 'TYPE=Team', 'DEVICE=team0');
    expect(ifcfg.render(kept({}), [other, portFile]).files.map((one) => one.path)).toContain(
      `${folder}/ifcfg-bond0-bondctl`,
    );
  });
});

test('without the bond its people-made ports stand alone, and VLANs of people are left to them', () => {
  expect(
    ifcfg.withdraw('bond0' as BondName, [...all, file('route-bond0', '10.0.0.0/8 via 10.0.0.1')]),
  ).toEqual({
    files: [{ ...portFile, text: 'HWADDR=02:00:00:00:00:0B\n' }],
    removed: [bondFile.path, `${folder}/route-bond0`],
    untilReboot: [],
  });
});
