import type { BondMode } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import type { OptionValues } from '@bondctl/proto/model/options';
import { describe, expect, test } from 'vitest';
import type { KeptBond } from '../../kept.ts';
import { bondingMeaning, bondingWords } from './bonding-words.ts';
import { nmOptions } from './nm-options.ts';

const bond = (mode: BondMode, options: OptionValues): KeptBond => ({
  name: 'bond0' as IfName,
  mode,
  options,
  ports: [{ name: 'eth2' as IfName, identity: { by: 'name' }, infiniband: false }],
  mtu: null,
  mac: null,
  addresses: { cidrs: [], named: false },
  routes: [],
  vlans: [],
  bridge: null,
});

const split = (mode: BondMode, options: OptionValues, present: readonly string[] = []) => {
  const { told, untold } = nmOptions(bond(mode, options), new Set(present));
  return { told: told.map(([option, value]) => `${option}=${value}`), untold };
};

describe('what NetworkManager takes', () => {
  test('nothing that only newer ones know, unless the file has it', () => {
    const options = { lacp_active: 'off', coupled_control: 'off' };
    expect(split('802.3ad', options).untold).toEqual(['lacp_active', 'coupled_control']);
    expect(split('802.3ad', options, ['lacp_active', 'coupled_control'])).toEqual({
      told: ['lacp_active=off'],
      untold: ['coupled_control'],
    });
  });

  test('no targets of nothing, and no interval without targets', () => {
    expect(split('active-backup', { arp_ip_target: '10.0.0.1' })).toEqual({
      told: [],
      untold: ['arp_ip_target'],
    });
    const ipv6Only = { arp_interval: '100', ns_ip6_target: 'fd00::1' };
    expect(split('active-backup', ipv6Only).untold).toEqual(['arp_interval', 'ns_ip6_target']);
    expect(split('active-backup', ipv6Only, ['ns_ip6_target']).untold).toEqual([]);
  });

  test('delays as the kernel rounds them', () => {
    expect(split('active-backup', { miimon: '100', peer_notif_delay: '250' }).told).toEqual([
      'miimon=100',
      'peer_notif_delay=200',
    ]);
  });

  test('no empty list and no primary of nothing', () => {
    expect(split('active-backup', { primary: '', arp_ip_target: '' })).toEqual({ told: [], untold: [] });
  });
});

const words = (text: string) =>
  text.split(' ').map((word) => ({ key: word.split('=')[0] ?? '', value: word.split('=')[1] ?? '' }));
const said = (list: readonly { key: string; value: string }[]) =>
  list.map(({ key, value }) => `${key}=${value}`).join(' ');

describe('words of a bond', () => {
  test('keep order and spelling where they mean the same, and what is not of the kernel', () => {
    const now = words('lacp_rate=1 balance-slb=0 mode=4 primary=eth9 num_unsol_na=2 miimon=50');
    const next = bond('802.3ad', { miimon: '100', lacp_rate: 'fast', min_links: '1' });
    expect(said(bondingWords(next, now))).toBe('lacp_rate=1 balance-slb=0 mode=4 miimon=100 min_links=1');
  });

  test('mean a balance-rr without a mode, and second names what the first ones mean', () => {
    expect(bondingMeaning(words('num_unsol_na=3 xmit_hash_policy=1'))).toEqual({
      mode: 'balance-rr',
      options: { num_grat_arp: '3', xmit_hash_policy: 'layer3+4' },
      problems: [],
    });
    expect(bondingMeaning(words('mode=1 active_slave=eth2 primary=eth3')).options).toEqual({
      primary: 'eth3',
    });
  });

  test('that mean nothing are named, and the others are read', () => {
    const { mode, options, problems } = bondingMeaning(words('mode=turbo miimon=often updelay=0 speed=11'));
    expect({ mode, options }).toEqual({ mode: undefined, options: { updelay: '0' } });
    expect(problems.map((one) => one.message)).toEqual([
      '"turbo" is not a mode of the driver',
      '"miimon" cannot be "often"',
      '"speed" is not a bonding option',
    ]);
  });
});
