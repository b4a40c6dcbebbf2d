import type { BondName, IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import type { TextFile } from '../format.ts';
import type { KeptBond } from '../kept.ts';
import { keyfile } from './keyfile.ts';

const folder = '/etc/NetworkManager/system-connections';
const file = (name: string, ...lines: readonly string[]): TextFile => ({
  path: `${folder}/${name}.nmconnection`,
  text: `${lines.join('\n')}\n`,
});
const bondFile = file(
  'b',
  '[connection]',
  'id=My bond',
  'uuid=u-1',
  'type=bond',
  'interface-name=bond0',
  'master=u-2',
  'slave-type=bridge',
  '[bond]',
  'mode=6',
  '[802-3-ethernet]',
  'mtu=9000',
  'cloned-mac-address=02:00:00:00:00:AA',
);
const portFile = file(
  'p',
  '[connection]',
  'id=Left port!',
  'type=802-3-ethernet',
  'controller=u-1',
  'port-type=bond',
  '[802-3-ethernet]',
  'mac-address=02:00:00:00:00:0B',
);
const bridgeFile = file(
  'br',
  '[connection]',
  'uuid=u-2',
  'type=bridge',
  'interface-name=br0',
  '[ipv4]',
  'addresses1=10.0.0.1;24;10.0.0.254;',
  'route-metric=7',
  'route1=10.1.0.0/16,10.0.0.9',
  'route1_options=table=100,onlink=true',
  'method=manual',
);
const vlanFile = file(
  'v',
  '[connection]',
  'type=vlan',
  '[vlan]',
  'parent=u-1',
  'id=7',
  '[ipv4]',
  'address1=10.7.0.1/24',
);
const guest = file(
  'g',
  '[connection]',
  'type=ethernet',
  'interface-name=eth9',
  'master=br0',
  'slave-type=bridge',
);

const said = (files: readonly TextFile[]) =>
  keyfile
    .adopt(files)
    .problems.map(({ path, line, message }) => `${path.slice(folder.length + 1)}:${line} ${message}`);

describe('profiles of people', () => {
  test('are read by their old and new words, and by uuid', () => {
    const { bonds, problems } = keyfile.adopt([portFile, bridgeFile, guest, bondFile]);
    expect(problems).toEqual([]);
    expect(bonds).toEqual([
      {
        path: bondFile.path,
        bond: {
          name: 'bond0',
          mode: 'balance-alb',
          options: {},
          ports: [
            { name: 'Left-port-', identity: { by: 'mac', mac: '02:00:00:00:00:0b' }, infiniband: false },
          ],
          mtu: 9000,
          mac: '02:00:00:00:00:aa',
          addresses: { cidrs: [], named: false },
          routes: [],
          vlans: [],
          bridge: {
            name: 'br0',
            addresses: ['10.0.0.1/24'],
            routes: [
              { family: 'inet', text: 'default via 10.0.0.254 metric 7' },
              { family: 'inet', text: '10.1.0.0/16 via 10.0.0.9 table 100 onlink' },
            ],
            otherPorts: ['eth9'],
          },
        },
      },
    ]);
    expect([...keyfile.described([portFile, bridgeFile, guest, bondFile])]).toEqual([
      'Left-port-',
      'br0',
      'eth9',
      'bond0',
    ]);
  });

  test('may leave the name of a VLAN to its number', () => {
    const [first] = keyfile.adopt([bondFile, portFile, vlanFile]).bonds;
    expect(first?.bond.vlans.map(({ name, id, addresses }) => ({ name, id, addresses }))).toEqual([
      { name: 'bond0.7', id: 7, addresses: ['10.7.0.1/24'] },
    ]);
  });

  test('that say nothing sensible are reported with their line', () => {
    const odd = file(
      'odd',
      '[connection]',
      'type=bond',
      'interface-name=bond1',
      'what',
      '[bond]',
      'mode=turbo',
      'speed=11',
    );
    const lost = file(
      'lost',
      '[connection]',
      'type=ethernet',
      'interface-name=eth4',
      'master=bond7',
      'slave-type=bond',
    );
    const addressed = file('a', '[connection]', 'type=ethernet', '[ipv4]', 'address1=here', 'route1=there');
    expect(said([odd, lost, addressed, file('n', '[connection]', 'type=bond')])).toEqual([
      'odd.nmconnection:4 this line could not be read',
      'a.nmconnection:4 "address1=here" could not be read',
      'a.nmconnection:5 "route1=there" could not be read',
      'odd.nmconnection:6 "turbo" is not a mode of the driver',
      'odd.nmconnection:7 "speed" is not a bonding option',
      'odd.nmconnection:1 no file describes a port of bond1',
      'n.nmconnection:1 this bond has no interface name',
      'lost.nmconnection:4 no file describes the bond "bond7"',
    ]);
  });
});

test('a second file of one bond is reported, and the first one counts', () => {
  const files = [bondFile, portFile, file('second', '[connection]', 'type=bond', 'interface-name=bond0')];
  expect(keyfile.adopt(files).bonds.map((one) => one.path)).toEqual([bondFile.path]);
  expect(said(files)).toEqual([`second.nmconnection:3 bond0 is described by ${bondFile.path} too`]);
});

const kept = (more: Partial<KeptBond>): KeptBond => ({
  name: 'bond0' as BondName,
  mode: 'balance-alb',
  options: {},
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
  const changed = (bond: KeptBond, files: readonly TextFile[]) =>
    keyfile.render(bond, files).files.map(({ path, text }) => `${path.slice(folder.length + 1)}\n${text}`);

  test('finds a port by its address, and leaves alone what is right', () => {
    expect(changed(kept({}), [bondFile, portFile])).toEqual([]);
  });

  test('gives a profile of a name the address that people chose', () => {
    const named = file(
      'e',
      '[connection]',
      'type=ethernet',
      'interface-name=eth1',
      'master=bond0',
      'slave-type=bond',
    );
    expect(changed(kept({}), [bondFile, named])).toEqual([
      'e.nmconnection\n[connection]\ntype=ethernet\nmaster=bond0\nslave-type=bond\n\n[ethernet]\nmac-address=02:00:00:00:00:0B\n',
    ]);
  });

  const dhcp = file(
    'b',
    '[connection]',
    'type=bond',
    'interface-name=bond0',
    '[bond]',
    'mode=6',
    '[ipv4]',
    'method=auto',
    '[ipv6]',
    'method=disabled',
  );
  const addressesOf = (cidrs: readonly string[], of: TextFile) =>
    changed(kept({ addresses: { cidrs, named: true } }), [of, portFile])
      .find((text) => text.startsWith('b.'))
      ?.replace(/^.*?(?=\[ipv4\])/s, '');

  test('puts addresses beside DHCP', () => {
    expect(addressesOf(['10.0.0.1/24', 'fd00::1/64'], dhcp)).toBe(
      '[ipv4]\nmethod=auto\naddress1=10.0.0.1/24\n[ipv6]\nmethod=manual\naddress1=fd00::1/64\n',
    );
    expect(addressesOf([], dhcp)).toBeUndefined();
  });

  test('takes what needs an address with the last one', () => {
    const fixed = file(
      'b',
      '[connection]',
      'type=bond',
      'interface-name=bond0',
      '[bond]',
      'mode=6',
      '[ipv4]',
      'method=manual',
      'address1=10.0.0.1/24',
      'gateway=10.0.0.2',
      'dns=10.0.0.3;',
      'may-fail=false',
      '[ipv6]',
      'method=disabled',
    );
    expect(addressesOf([], fixed)).toBe('[ipv4]\nmethod=disabled\nmay-fail=false\n[ipv6]\nmethod=disabled\n');
  });

  test("takes no path that somebody's profile has", () => {
    const other = file('bond0', '[connection]', 'type=wifi', 'interface-name=wlan0');
    expect(keyfile.render(kept({}), [other, portFile]).files.map((one) => one.path)).toContain(
      `${folder}/bond0-bondctl.nmconnection`,
    );
  });
});

test('without the bond its people-made ports stand alone, and VLANs of people are left to them', () => {
  expect(keyfile.withdraw('bond0' as BondName, [bondFile, portFile, vlanFile, guest])).toEqual({
    files: [{ ...portFile, text: portFile.text.replace('controller=u-1\nport-type=bond\n', '') }],
    removed: [bondFile.path],
    untilReboot: [],
  });
});
