import type { FleetLink } from '@bondctl/proto/model/fleet';
import type { BondName, HostId, LinkName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { heatMap, movedPair } from './heat.ts';

const end = (host: string) => ({ host: host as HostId, bond: 'sync0' as BondName });
const link = (a: string, b: string, percent: number | null, change: Partial<FleetLink> = {}): FleetLink => ({
  name: `${a}-${b}` as LinkName,
  medium: 'switched',
  health: 'ok',
  sentence: '',
  ends: [end(a), end(b)],
  percent,
  rolling: false,
  ...change,
});

test('a pair stands twice, once seen from each of its hosts, and nobody faces himself', () => {
  const { hosts, rows } = heatMap([link('b', 'a', 97), link('a', 'c', 41), link('b', 'c', null)], '');
  expect(hosts).toEqual(['a', 'b', 'c']);
  expect(rows.map((row) => row.map((cell) => cell?.step ?? null))).toEqual([
    [null, 'full', 'low'],
    ['full', null, 'none'],
    ['low', 'none', null],
  ]);
  expect(rows[0]?.[2]?.sentence).toBe('a to c: 41 %, a-c ok');
});

test.each([
  [49.9, 'low'],
  [50, 'fair'],
  [70, 'good'],
  [90, 'full'],
  [101, 'full'],
])('%d %% is %s', (percent, step) => {
  expect(heatMap([link('a', 'b', percent)], '').rows[0]?.[1]?.step).toBe(step);
});

test('of several links between two hosts the worst is shown', () => {
  const links = [link('a', 'b', 97), link('b', 'a', 60), link('a', 'b', 95, { health: 'degraded' })];
  expect(heatMap(links, '').rows[0]?.[1]).toMatchObject({ percent: 95, isWrong: true });
  expect(heatMap(links.slice(0, 2), '').rows[0]?.[1]?.percent).toBe(60);
});

test('beside a mesh, hosts that face one other only are left out, and counted', () => {
  const mesh = [link('a', 'b', 97), link('b', 'c', 97), link('a', 'c', 97), link('x', 'y', 97)];
  expect(heatMap(mesh, '')).toMatchObject({ hosts: ['a', 'b', 'c'], left: 2 });
  expect(heatMap(mesh, 'X').hosts).toEqual([]);
  expect(heatMap([link('x1', 'x2', 97), ...mesh], 'X').hosts).toEqual(['x1', 'x2']);
});

test('more hosts than fit are counted, in the order of their numbers', () => {
  const links = Array.from({ length: 60 }, (_, nth) => link(`n${nth}`, `n${(nth + 1) % 60}`, 97));
  const { hosts, left } = heatMap(links, '');
  expect([hosts.length, left, hosts[2], hosts[10]]).toEqual([40, 20, 'n2', 'n10']);
});

test.each([
  // a-b, a-c and b-c: the diagonal is empty.
  ['ArrowRight', 1, 2],
  ['ArrowRight', 3, 5],
  ['ArrowDown', 1, 7],
  ['ArrowLeft', 1, 1],
  ['Home', 7, 1],
  ['End', 1, 7],
  ['x', 1, undefined],
])('%s leads from pair %i to %s', (key, at, to) => {
  const map = heatMap([link('a', 'b', 97), link('a', 'c', 97), link('b', 'c', 97)], '');
  expect(movedPair(key, at, map)).toBe(to);
});
