import type { FleetLink, FleetView } from '@bondctl/proto/model/fleet';
import type { BondName, HostId, LinkName } from '@bondctl/proto/model/names';
import type { Health } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { type FleetQuery, usualFleetQuery } from './fleet-query.ts';
import { allTiles, loudAndQuiet, tileGroups } from './fleet-tiles.ts';

const end = (host: string) => ({ host: host as HostId, bond: 'sync0' as BondName });

const link = (
  name: string,
  health: Health,
  percent: number | null,
  hosts = ['alpha', 'beta'],
): FleetLink => ({
  name: name as LinkName,
  medium: health === 'down' ? 'switched' : 'direct',
  health,
  sentence: health === 'ok' ? '' : 'down: eth3',
  ends: [end(hosts[0] ?? ''), end(hosts[1] ?? '')],
  percent,
  rolling: health === 'unknown',
});

const fleet: FleetView = {
  atUnixMs: 1,
  revision: 1,
  health: 'down',
  links: [
    link('drbd-10', 'ok', 97),
    link('drbd-9', 'ok', 40),
    link('store', 'degraded', 80, ['beta', 'gamma']),
    link('mesh', 'down', null),
    link('odd', 'unknown', 90),
  ],
  hosts: [
    {
      host: 'alpha' as HostId,
      presence: 'lost',
      health: 'unknown',
      sentence: 'not heard of',
      bonds: 2,
      bondsNotOk: 1,
    },
  ],
  attention: [],
  rollout: null,
};

const shown = (change: Partial<FleetQuery>) =>
  tileGroups(allTiles(fleet, 'links'), { ...usualFleetQuery, ...change }).map(({ name, tiles }) => [
    name,
    tiles.map((tile) => tile.name),
  ]);

test('what is worst stands first, and numbers count as numbers', () => {
  expect(shown({})).toEqual([['', ['mesh', 'store', 'odd', 'drbd-9', 'drbd-10']]]);
  expect(shown({ sort: 'name' })).toEqual([['', ['drbd-9', 'drbd-10', 'mesh', 'odd', 'store']]]);
  expect(shown({ sort: 'percent' })).toEqual([['', ['drbd-9', 'store', 'odd', 'drbd-10', 'mesh']]]);
});

test('a filter is by health and by part of a name, of the link or of its hosts', () => {
  expect(shown({ healths: ['down', 'unknown'] })).toEqual([['', ['mesh', 'odd']]]);
  expect(shown({ text: 'DRBD' })).toEqual([['', ['drbd-9', 'drbd-10']]]);
  expect(shown({ text: ' gamma ' })).toEqual([['', ['store']]]);
  expect(shown({ text: 'nowhere' })).toEqual([['', []]]);
});

test('groups come worst first, or by name; a link stands with both its hosts', () => {
  expect(shown({ group: 'health' }).map(([name]) => name)).toEqual(['down', 'degraded', 'unknown', 'ok']);
  expect(shown({ group: 'medium' }).map(([name]) => name)).toEqual(['direct', 'switched']);
  expect(shown({ group: 'host', healths: ['degraded'] })).toEqual([
    ['beta', ['store']],
    ['gamma', ['store']],
  ]);
});

test('a tile says in words what its colour says, and begins with what is seen', () => {
  const [first, , store, mesh, odd] = allTiles(fleet, 'links');
  expect(first?.sentence).toBe(
    'drbd-10 97 %: ok. alpha/sync0 to beta/sync0, direct. 97 % of what it can do in its last test',
  );
  expect(store?.sentence).toContain('store 80 %: degraded. down: eth3');
  expect(mesh?.sentence).toContain('mesh no test: down');
  expect(odd?.sentence).toContain('odd changing: unknown');
  expect(allTiles(fleet, 'hosts')[0]).toMatchObject({ detail: 'lost', href: '/hosts/alpha' });
});

test('the same row gives the same tile', () => {
  expect(allTiles(fleet, 'links')[0]).toBe(allTiles({ ...fleet, health: 'ok' }, 'links')[0]);
});

test('of many, what is not well is loud, up to a bound, and nothing is lost', () => {
  const many = Array.from({ length: 100 }, (_, nth) => link(`l${nth}`, nth < 60 ? 'down' : 'ok', null));
  const { loud, quiet } = loudAndQuiet(allTiles({ ...fleet, links: many }, 'links'));
  expect([loud.length, quiet.length]).toEqual([48, 52]);
});
