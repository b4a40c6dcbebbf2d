import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import type { KeptBond } from '../kept.ts';
import { networkd } from './networkd.ts';

const folder = '/etc/systemd/network';
const file = (name: string, text: string) => ({ path: `${folder}/${name}`, text });
const name = (text: string) => text as IfName;
const port = (text: string) => ({ name: name(text), identity: { by: 'name' }, infiniband: false }) as const;
const bond: KeptBond = {
  name: name('bond0'),
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
const device = file(
  '10-bond0.netdev',
  '[NetDev]\nName=bond0\nKind=bond\n\n[Bond]\nMode=active-backup\nMIIMonitorSec=100ms\n',
);
const network = file('10-bond0.network', '[Match]\nName=bond0\n\n[Network]\nDHCP=yes\n');
const ports = file('20-ports.network', '[Match]\nName=eth1 eth2\n\n[Network]\nBond=bond0\n');

describe('render', () => {
  const pathsOf = (one: KeptBond, ...files: { path: string; text: string }[]) =>
    networkd.render(one, files).files.map(({ path }) => path.slice(folder.length + 1));

  test('what says it already stays as it is', () => {
    expect(networkd.render(bond, [device, network, ports])).toEqual({
      files: [],
      removed: [],
      untilReboot: [],
    });
  });

  test('a port among others becomes the primary one in a file of its own', () => {
    const one = { ...bond, options: { ...bond.options, primary: 'eth2' } };
    expect(pathsOf(one, device, network, ports)).toEqual(['05-bondctl-eth2.network']);
  });

  test('a file of ours comes before every one that fits too', () => {
    const wide = file('02-all.network', '[Match]\nType=ether\n\n[Network]\nDHCP=yes\n');
    expect(pathsOf(bond, device, network, wide)).toEqual([
      '00-bondctl-eth1.network',
      '00-bondctl-eth2.network',
    ]);
  });

  test('a NIC is known by its MAC address where the file knows it so', () => {
    const mac = '02:00:00:00:00:01';
    const known = file(
      '30-front.network',
      `[Match]\nPermanentMACAddress=${mac.toUpperCase()}\n\n[Network]\nDHCP=yes\n`,
    );
    const one: KeptBond = { ...bond, ports: [{ ...port('eth1'), identity: { by: 'mac', mac } }] };
    const [{ text } = { text: '' }] = networkd.render(one, [device, network, known]).files;
    expect(text).toBe(`${known.text}Bond=bond0\n`);
  });

  test('a port of a bridge becomes one of the bond', () => {
    const bridged = file('30-eth1.network', '[Match]\nName=eth1\n\n[Network]\nBridge=br0\n');
    const found = networkd.render({ ...bond, ports: [port('eth1')] }, [device, network, bridged]).files;
    expect(found.map(({ text }) => text)).toEqual(['[Match]\nName=eth1\n\n[Network]\nBond=bond0\n']);
  });
});

describe('adopt', () => {
  const problemsOf = (...files: { path: string; text: string }[]) =>
    networkd
      .adopt(files)
      .problems.map((one) => `${one.path.slice(folder.length + 1)}:${one.line} ${one.message}`);

  test('a file that another hides does not count', () => {
    const hidden = file('30-eth1.network', '[Match]\nName=eth1\n\n[Network]\nBond=bond0\n');
    const other = file('05-eth1.network', '[Match]\nName=eth1\n\n[Network]\nDHCP=yes\n');
    const more = file('30-eth2.network', '[Match]\nName=eth2\n\n[Network]\nBond=bond0\n');
    const [found] = networkd.adopt([device, network, hidden, other, more]).bonds;
    expect(found?.bond.ports.map((one) => one.name)).toEqual(['eth2']);
  });

  test('what cannot be understood is said with its place, and the rest is read', () => {
    const wrong = file(
      '10-bond0.netdev',
      '[NetDev]\nName=bond0\nKind=bond\nwhat\n[Bond]\nMIIMonitorSec=often\nMinLinks=2\n',
    );
    expect(problemsOf(wrong, ports)).toEqual([
      '10-bond0.netdev:4 neither a section, an assignment nor a comment',
      '10-bond0.netdev:6 "often" is not a value of MIIMonitorSec',
    ]);
    expect(networkd.adopt([wrong, ports]).bonds[0]?.bond.options).toEqual({ min_links: '2' });
  });

  test('a pattern does not tell which ports a bond has', () => {
    const wide = file('20-ports.network', '[Match]\nName=eth*\n\n[Network]\nBond=bond0\n');
    expect(problemsOf(device, wide)).toEqual([
      '20-ports.network:2 which ports of bond0 this is about cannot be told from the file',
      '10-bond0.netdev:1 no file describes a port of bond0',
    ]);
  });

  test('a mode that is none makes no bond', () => {
    const wrong = file('10-bond0.netdev', '[NetDev]\nName=bond0\nKind=bond\n[Bond]\nMode=fast\n');
    expect(problemsOf(wrong, ports)).toEqual(['10-bond0.netdev:5 "fast" is not a mode of a bond']);
  });
});

test('a bond goes with its VLANs, and other files only lose what was its', () => {
  const vlan = file('40-v.netdev', '[NetDev]\nName=bond0.5\nKind=vlan\n\n[VLAN]\nId=5\n');
  const tagged = file('10-bond0.network', '[Match]\nName=bond0\n\n[Network]\nVLAN=bond0.5\n');
  const wide = file('20-ports.network', '[Match]\nName=eth*\n\n[Network]\nBond=bond0\nLLDP=yes\n');
  expect(networkd.withdraw(bond.name, [device, tagged, vlan, wide])).toEqual({
    files: [{ path: wide.path, text: '[Match]\nName=eth*\n\n[Network]\nLLDP=yes\n' }],
    removed: [device.path, tagged.path, vlan.path],
    untilReboot: [],
  });
});
