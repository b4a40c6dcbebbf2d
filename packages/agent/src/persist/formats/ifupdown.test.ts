import type { BondName, IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import type { KeptBond } from '../kept.ts';
import { ifupdown } from './ifupdown.ts';

const path = '/etc/network/interfaces';
const file = (text: string) => [{ path, text }];
const port = (name: string) => ({
  name: name as IfName,
  identity: { by: 'name' as const },
  infiniband: false,
});

const bond: KeptBond = {
  name: 'bond0' as BondName,
  mode: 'active-backup',
  options: { miimon: '100' },
  ports: [port('eth1'), port('eth2')],
  mtu: null,
  mac: null,
  addresses: { cidrs: [], named: false },
  routes: [],
  vlans: [],
  bridge: null,
};

const text = (kept: KeptBond, existing: string) => ifupdown.render(kept, file(existing)).files[0]?.text;

describe('adopting', () => {
  test.each([
    ['auto bond0\nmtu 9000\n', 2, '"mtu 9000" belongs to no stanza'],
    ['iface\n', 1, 'iface names nothing'],
    ['iface bond0 inet manual\n bond-slaves eth1\n\n bond-mode fast\n', 4, '"fast" is not a mode'],
    ['iface bond0 inet manual\n bond-mode 1\n bond-slaves all\n', 3, '"all" does not name the ports'],
    ['\niface bond0 inet manual\n bond-slaves none\n', 2, 'bond0 has no ports'],
    ['iface bond0 inet manual\n bond-slaves a \\\n b\n bond-miimon soon\n', 4, 'bond-miimon takes no "soon"'],
    [
      'iface bond0 inet manual\n bond-slaves a\n bond-min-links 2\n',
      3,
      'ifupdown does not know bond-min-links',
    ],
  ])('%j is a problem with its place', (existing, line, message) => {
    expect(ifupdown.adopt(file(existing)).problems).toEqual([{ path, line, message }]);
  });

  test('a bond that is unknown in one line is read in its others', () => {
    const read = ifupdown.adopt(file('iface b inet manual\n slaves x y\n bond-miimon soon\n bond-mode 4\n'));
    expect(read.bonds[0]?.bond).toMatchObject({ name: 'b', mode: '802.3ad', options: {} });
  });

  test('addresses, masks, gateways and commands of people', () => {
    const read = ifupdown.adopt(
      file(`iface bond0 inet static
        address 10.9.0.1
        netmask 255.255.240.0
        gateway 10.9.0.254
        metric 7
        mtu 9000
        hwaddress ether 02:00:00:00:00:AA
        bond-slaves eth1
        bond-primary eth7 eth1
        bond-mode 1
        up ip addr add 10.9.1.1/24 dev $IFACE
        post-up ip r add 10.20.0.0/16 via 10.9.0.3 dev $IFACE || true
        up ip route add 10.30.0.0/16 via 10.8.0.3 dev eth9
iface bond0:1 inet static
        address 172.16.0.1`),
    );
    expect(read.bonds[0]?.bond).toMatchObject({
      mtu: 9000,
      mac: '02:00:00:00:00:aa',
      options: { primary: 'eth1' },
      addresses: { cidrs: ['10.9.0.1/20', '10.9.1.1/24', '172.16.0.1/16'], named: true },
      routes: [
        { family: 'inet', text: 'default via 10.9.0.254 metric 7 onlink' },
        { family: 'inet', text: '10.20.0.0/16 via 10.9.0.3' },
      ],
    });
  });

  test('a file that nothing takes in says nothing', () => {
    const other = {
      path: '/etc/network/interfaces.d/a.cfg',
      text: 'iface bond0 inet manual\n bond-slaves eth1\n',
    };
    const names = (source: string) => [...ifupdown.described([{ path, text: source }, other])];
    expect(names('')).toEqual([]);
    expect(names('source-directory /etc/network/interfaces.d\n')).toEqual([]);
    expect(names('source interfaces.d/*.cfg\n')).toEqual(['bond0']);
  });
});

describe('rendering', () => {
  test.each([
    ['', path],
    ['source /etc/network/interfaces.d/*\n', '/etc/network/interfaces.d/bondctl-bond0'],
    ['source /etc/network/interfaces.d/*.cfg\n', '/etc/network/interfaces.d/bondctl-bond0.cfg'],
    ['source-directory /etc/network/interfaces.d/\n', '/etc/network/interfaces.d/bondctl-bond0'],
    ['source /srv/interfaces/*\n', path],
  ])('%j decides on the file', (existing, place) => {
    expect(ifupdown.render(bond, file(existing)).files.map((one) => one.path)).toEqual([place]);
  });

  test('a described bond that nothing brings up is brought up', () => {
    const there =
      'iface bond0 inet manual\n    bond-slaves eth1 eth2\n    bond-mode 1\n    bond-miimon 100\n';
    expect(text(bond, `# ours\n${there}`)).toBe(`# ours\nauto bond0\n${there}`);
    expect(text(bond, `auto /bond*\n${there}`)).toBeUndefined();
  });

  test('delays are written with the monitoring that their mode would turn on too late', () => {
    const written = text({ ...bond, mode: '802.3ad', options: { updelay: '200' } }, '');
    expect(written).toContain('    bond-miimon 100\n    bond-updelay 200\n');
  });

  test('what cannot be held is said, and its old value goes', () => {
    const kept: KeptBond = {
      ...bond,
      mode: '802.3ad',
      options: { miimon: '0', min_links: '2' },
      ports: [
        { ...port('eth1'), identity: { by: 'mac', mac: '02:00:00:00:00:01' } },
        { ...port('eth2'), identity: { by: 'path', path: 'pci-0000:03:00.0' } },
      ],
    };
    const { untilReboot, files } = ifupdown.render(
      kept,
      file(
        'auto bond0\niface bond0 inet manual\n    bond-slaves eth1 eth2\n    bond-min-links 1\n    bond-mode 4\n',
      ),
    );
    expect(untilReboot).toEqual([
      'miimon',
      'min_links',
      'eth1 by its MAC address (written by its name)',
      'eth2 by its path (written by its name)',
    ]);
    expect(files[0]?.text).not.toContain('min-links');
  });

  test("a port's labels, addresses, MTU and other masters go, its other lines stay", () => {
    const there = `auto eth1 eth1:0
iface eth1 inet static
    address 10.0.0.1
    netmask 255.0.0.0
    mtu 1500
    up ip route add 10.1.0.0/16 via 10.0.0.9 dev eth1
    up ethtool -K eth1 lro off
iface eth1:0 inet static
    address 10.0.0.2/8
iface br0 inet manual
    bridge_ports eth2 eth3
iface bond1 inet manual
    bond-slaves eth2
`;
    expect(text({ ...bond, mtu: 9000 }, there)).toContain(`auto eth1
iface eth1 inet manual
    mtu 9000
    up ethtool -K eth1 lro off
iface br0 inet manual
    bridge_ports eth3
iface bond1 inet manual
    bond-slaves none
`);
  });
});

describe('withdrawing', () => {
  test('a file that says nothing more goes, and comments of people stay', () => {
    const source = {
      path,
      text: 'source /etc/network/interfaces.d/*\n\n# the storage network\nallow-hotplug bond0 eth4\n',
    };
    const [own] = ifupdown.render(bond, [source]).files;
    const there = own === undefined ? [] : [source, own];
    expect(ifupdown.withdraw(bond.name, there)).toEqual({
      files: [{ path, text: source.text.replace('bond0 ', '') }],
      removed: ['/etc/network/interfaces.d/bondctl-bond0'],
      untilReboot: [],
    });
  });

  test('VLANs go with it, bridges and ports lose it', () => {
    const there = `auto bond0 bond0.7 br0
iface bond0 inet manual
    bond-slaves eth1
iface bond0.7 inet dhcp
iface eth1 inet manual
    bond-master bond0
iface br0 inet dhcp
    bridge_ports bond0.7
`;
    expect(ifupdown.withdraw(bond.name, file(there)).files[0]?.text).toBe(`auto br0
iface eth1 inet manual
iface br0 inet dhcp
    bridge_ports none
`);
  });
});
