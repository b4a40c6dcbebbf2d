import type { HostId } from '@bondctl/proto/model/names';
import { formatEnd } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { lacpBond, name } from '../../../../test/fakes/fake-report.ts';
import { facing } from './facing.ts';
import { proposedLinks } from './links.ts';
import { networksOf } from './networks.ts';
import type { BondSeen } from './seen.ts';

const mac = (last: number) => `52:54:00:00:00:${String(last).padStart(2, '0')}`;
const aSwitch = '00:1b:21:00:00:01';

/** A bond of a host; `partner`: who answers its LACP, null: it runs none. */
function bondOf(
  host: string,
  own: number,
  partner: string | null,
  { bond = 'bond0', addresses = [] as readonly string[] } = {},
): BondSeen {
  return {
    end: { host: host as HostId, bond: name(bond) },
    spec: {
      name: name(bond),
      mode: partner === null ? 'active-backup' : '802.3ad',
      ports: [name('eth2')],
      options: {},
      mtu: null,
      addresses: null,
    },
    state: partner === null ? undefined : lacpBond(2, partner),
    mac: mac(own),
    mtu: 1500,
    addresses,
    isConnected: true,
  };
}

const named = (bonds: readonly BondSeen[]) => bonds.map(({ end }) => formatEnd(end)).join(' ');
const segments = (bonds: readonly BondSeen[]) =>
  facing(bonds).map(({ medium, bonds: joined }) => `${medium}: ${named(joined)}`);

describe('LACP shows', () => {
  test('cables where each is the partner of the other', () => {
    expect(segments([bondOf('alpha', 1, mac(2)), bondOf('beta', 2, mac(1).toUpperCase())])).toEqual([
      'direct: alpha/bond0 beta/bond0',
    ]);
  });

  test('nothing where only one of them says so, or nobody answers', () => {
    expect(segments([bondOf('alpha', 1, mac(2)), bondOf('beta', 2, mac(9))])).toEqual([]);
    const alone = '00:00:00:00:00:00';
    expect(segments([bondOf('alpha', 1, alone), bondOf('beta', 2, alone)])).toEqual([]);
  });

  test('a switch where several have one partner that is none of them', () => {
    const bonds = [1, 2, 3].map((own) => bondOf(`host${own}`, own, aSwitch));
    expect(segments([...bonds, bondOf('alone', 4, '00:1b:21:00:00:02')])).toEqual([
      'switched: host1/bond0 host2/bond0 host3/bond0',
    ]);
  });
});

describe('links of a segment', () => {
  const links = (segment: readonly BondSeen[], others: readonly BondSeen[] = []) =>
    proposedLinks([{ bonds: segment, medium: 'switched', sentences: ['why'] }], [...segment, ...others]);
  const three = [1, 2, 3].map((own) => bondOf(`host${own}`, own, aSwitch));

  test('are a mesh where every bond of the name is in it', () => {
    const { meshes, meshBonds, links: all } = links(three);
    expect(meshes).toEqual([{ name: 'bond0', links: all.map((link) => link.name), witnesses: null }]);
    expect([...meshBonds]).toEqual([['bond0', 'bond0']]);
    expect(all.map((link) => link.name)).toContain('bond0.host1.host3');
  });

  test('are pairs where a bond of the name is elsewhere, or names differ', () => {
    expect(links(three, [bondOf('gamma', 9, null)]).meshes).toEqual([]);
    const { links: pairs } = links([...three.slice(0, 2), bondOf('host3', 3, aSwitch, { bond: 'Sync_0' })]);
    expect(pairs.map((link) => link.name)).toEqual([
      'bond0.host1.host2',
      'host1.bond0.host3.sync-0',
      'host2.bond0.host3.sync-0',
    ]);
  });

  test('are no more pairs than somebody reads, and say how many there would be', () => {
    const many = Array.from({ length: 9 }, (_, own) =>
      bondOf(`host${own}`, own, aSwitch, { bond: `b${own}` }),
    );
    const { links: pairs, notes } = links(many);
    expect(pairs).toHaveLength(28);
    expect(notes).toEqual(['8 more pairs with host0/b0 and its neighbours are not proposed one by one.']);
  });
});

describe('networks to be probed', () => {
  const at = (host: string, ...addresses: readonly string[]) => bondOf(host, 1, null, { addresses });
  const networks = (bonds: readonly BondSeen[], known = facing(bonds)) =>
    networksOf(bonds, known).map((members) =>
      members.map(({ bond, address }) => `${bond.end.host} ${address}`),
    );

  test('hold bonds of different hosts, once', () => {
    const bonds = [
      at('alpha', '10.9.0.1/24', 'fd00::1/64'),
      at('beta', '10.9.0.2/24', 'fd00::2/64'),
      at('gamma', '10.9.1.3/24', 'fd00::3/64'),
    ];
    expect(networks(bonds)).toEqual([
      ['alpha 10.9.0.1', 'beta 10.9.0.2'],
      ['alpha fd00::1', 'gamma fd00::3'],
    ]);
  });

  test('hold none whose cables are known, and one for all behind a switch', () => {
    const cabled = [bondOf('a', 1, mac(2)), bondOf('b', 2, mac(1))].map((one) => ({
      ...one,
      addresses: ['10.9.0.8/24'],
    }));
    const switched = [3, 4].map((own) => ({
      ...bondOf(`s${own}`, own, aSwitch),
      addresses: [`10.9.0.${own}/24`],
    }));
    expect(networks([...cabled, ...switched, at('beta', '10.9.0.2/24')])).toEqual([
      ['s3 10.9.0.3', 'beta 10.9.0.2'],
    ]);
  });
});
