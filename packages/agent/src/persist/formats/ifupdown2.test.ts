import type { BondName, IfName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import type { KeptBond } from '../kept.ts';
import { ifupdown2 } from './ifupdown2.ts';

const path = '/etc/network/interfaces';
const file = (text: string) => [{ path, text }];
const port = (name: string) => ({
  name: name as IfName,
  identity: { by: 'name' as const },
  infiniband: false,
});

const bond: KeptBond = {
  name: 'bond0' as BondName,
  mode: '802.3ad',
  options: { miimon: '100' },
  ports: [port('swp1'), port('swp2')],
  mtu: 9000,
  mac: null,
  addresses: { cidrs: ['10.0.0.1/24'], named: true },
  routes: [],
  vlans: [],
  bridge: null,
};

/** What makes ports keep the MTU of their bond. */
const portStanzas = ['swp1', 'swp2'].map((name) => `\niface ${name} inet manual\n    mtu 9000\n`).join('');

test('old spellings are read, and kept where they say the same', () => {
  const there = `auto bond0
iface bond0
  bond-ports swp2 swp1
  bond_mode 4
  bond-miimon 100
  bond-use-carrier yes
  bond-lacp-rate on
  bond-ad-sys-priority 7
  bond-ad-sys-mac-addr 02:00:00:00:00:0A
  address 10.0.0.1/24
  mtu 9000
`;
  const options = {
    miimon: '100',
    use_carrier: '1',
    lacp_rate: 'fast',
    ad_actor_sys_prio: '7',
    ad_actor_system: '02:00:00:00:00:0a',
  };
  expect(ifupdown2.adopt(file(there))).toMatchObject({ bonds: [{ bond: { options } }], problems: [] });
  expect(ifupdown2.render({ ...bond, options }, file(there + portStanzas)).files).toEqual([]);
});

test('each stanza says the MTU: one without it would set the usual one', () => {
  const there = `auto bond0
iface bond0 inet static
  address 10.0.0.1/24
  bond-slaves swp1 swp2
  bond-mode 802.3ad
  bond-miimon 100

iface bond0 inet6 auto

auto swp1
iface swp1 inet manual
  # people
`;
  const written = ifupdown2.render(bond, file(there)).files[0]?.text;
  expect(written?.match(/mtu 9000/g)).toHaveLength(4);
  expect(written).toContain('iface swp1 inet manual\n    mtu 9000\n  # people\n');
});

test('the stanza of a port that was there for the MTU goes with the port, and what people have brought up stays', () => {
  const [{ text = '' } = {}] = ifupdown2.render(bond, []).files;
  expect(text).toContain(portStanzas);
  const one = { ...bond, ports: [port('swp1')] as const };
  expect(ifupdown2.render(one, file(text)).files[0]?.text).not.toContain('swp2');
  const brought = ifupdown2.render(one, file(`${text}auto swp2\n`)).files[0]?.text;
  expect(brought).toContain('iface swp2 inet manual\n    mtu 9000\nauto swp2\n');
});

test('a server that gives addresses is still asked beside a named one', () => {
  const there =
    'auto bond0\niface bond0 inet dhcp\n  bond-slaves swp1 swp2\n  bond-mode 4\n  bond-miimon 100\n  mtu 9000\n';
  expect(ifupdown2.render(bond, file(there)).files[0]?.text).toBe(
    `${there}\niface bond0 inet static\n    address 10.0.0.1/24\n    mtu 9000\n${portStanzas}`,
  );
});

test('a hash that it does not know and a primary that it would not find are not written', () => {
  const { files, untilReboot } = ifupdown2.render(
    {
      ...bond,
      mode: 'balance-alb',
      ports: [port('Eth1'), port('swp2')],
      options: { primary: 'Eth1', xmit_hash_policy: 'vlan+srcmac', arp_all_targets: 'all' },
    },
    [],
  );
  expect(untilReboot).toEqual(['arp_all_targets', 'xmit_hash_policy', 'primary']);
  expect(files[0]?.text).not.toMatch(/primary|hash|arp/);
});

test.each([
  ['iface bond0\n bond-slaves glob swp[1-4]\n', 2, '"glob swp[1-4]" does not name the ports'],
  [
    'iface bond0\n bond-slaves swp1\n bond-arp-interval 100\n',
    3,
    'ifupdown2 does not know bond-arp-interval',
  ],
])('%j is a problem with its place', (existing, line, message) => {
  expect(ifupdown2.adopt(file(existing)).problems).toEqual([{ path, line, message }]);
});
