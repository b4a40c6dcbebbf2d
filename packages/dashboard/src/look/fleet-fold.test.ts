import type { FleetLink, FleetView } from '@bondctl/proto/model/fleet';
import type { LinkName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { foldFleet } from './fleet-fold.ts';

const link = (name: string, percent: number | null = null) => ({ name, percent }) as unknown as FleetLink;

const fleet: FleetView = {
  atUnixMs: 1,
  revision: 7,
  health: 'ok',
  links: [link('a'), link('b'), link('c')],
  hosts: [],
  attention: [],
  rollout: null,
};

const changed = (links: readonly FleetLink[], gone: readonly string[] = []) =>
  ({
    type: 'changed',
    atUnixMs: 2,
    health: 'down',
    links,
    hosts: [],
    gone: { links: gone as readonly LinkName[], hosts: [] },
    attention: [],
    rollout: null,
  }) as const;

test('a change before the first whole fleet means nothing', () => {
  expect(foldFleet(null, changed([link('a')]))).toBeNull();
});

test('what changed is replaced in its place, what is new comes last, what is gone is gone', () => {
  const next = foldFleet(fleet, changed([link('b', 50), link('d')], ['c']));
  expect(next?.links.map(({ name, percent }) => [name, percent])).toEqual([
    ['a', null],
    ['b', 50],
    ['d', null],
  ]);
  expect(next).toMatchObject({ revision: 7, health: 'down', atUnixMs: 2 });
});

test('what did not change stays the same object, so that it is not drawn again', () => {
  const next = foldFleet(fleet, changed([link('b', 50)]));
  expect(next?.links[0]).toBe(fleet.links[0]);
  expect(next?.hosts).toBe(fleet.hosts);
});

test('a whole fleet replaces all of it', () => {
  const fresh = { ...fleet, links: [] };
  expect(foldFleet(fleet, { type: 'fleet', fleet: fresh })).toBe(fresh);
});
