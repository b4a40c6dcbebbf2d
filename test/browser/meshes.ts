// Meshes as they come: the shapes that a page of one takes.
import type { MeshPairView, MeshView } from '@bondctl/proto/model/mesh';
import { meshOf, meshPair } from '../fakes/fake-mesh.ts';
import { hostile } from '../fakes/hostile-test.ts';

type Fate = (a: string, b: string, nth: number) => Partial<MeshPairView>;

/** Every pair of some hosts, in the fewest rounds that one could hope for. */
function meshAmong(hosts: readonly string[], fate: Fate): MeshView {
  const ends = hosts.flatMap((a, nth) => hosts.slice(nth + 1).map((b) => [a, b] as const));
  const most = Math.max(1, hosts.length - 1);
  const pairs = ends.map(([a, b], nth) => meshPair(a, b, { round: 1 + (nth % most), ...fate(a, b, nth) }));
  const rounds = Array.from({ length: most }, (_, round) =>
    pairs.filter((pair) => pair.round === round + 1).map(({ link }) => link),
  );
  const boundBy = `${hosts[0] ?? 'nobody'} takes part in most tests`;
  return meshOf(pairs, { rounds, bound: most, boundBy, tookMs: most * 14_000 });
}

const six = ['alpha', 'beta', 'delta', 'epsilon', 'gamma', 'zeta'];
const many = Array.from({ length: 24 }, (_, nth) => `node-${String(nth + 1).padStart(2, '0')}`);

const good: Fate = (_a, _b, nth) => ({
  receivedBps: 94e7 + nth * 1e6,
  percentOfConfiguration: 95 + (nth % 5),
  percentOfHardware: 47.5 + (nth % 5) / 2,
});

const slow: Partial<MeshPairView> = {
  passed: false,
  receivedBps: 4.1e8,
  percentOfConfiguration: 41.3,
  percentOfHardware: 20.6,
  sentence:
    'All streams leave by eth2. 410 Mbit/s received, 41.3 % of what this configuration can carry; 90 % expected',
};

const untested = (sentence: string): Partial<MeshPairView> => ({
  test: null,
  receivedBps: null,
  percentOfConfiguration: null,
  percentOfHardware: null,
  passed: false,
  sentence,
});

/** Every kind of number there is. */
const mixed: Fate = (a, b, nth) => {
  const percent = [97, 84, 66, 41][nth % 4] ?? 97;
  const passed = percent > 80;
  return {
    ...good(a, b, nth),
    percentOfConfiguration: percent,
    passed,
    sentence: passed ? '' : (slow.sentence ?? ''),
  };
};

/** Name to mesh. */
export const meshes: Readonly<Record<string, MeshView>> = {
  'a mesh that passed': meshAmong(six, good),
  'a mesh of which some failed': meshAmong(six, mixed),
  'a mesh that lost a host': meshAmong(six, (a, b, nth) =>
    [a, b].includes('gamma') ? untested('gamma is not connected') : good(a, b, nth),
  ),
  'a mesh of two hosts': meshAmong(['alpha', 'beta'], good),
  'a mesh of forty hosts': meshAmong(many, (a, b, nth) => (nth % 97 === 0 ? slow : good(a, b, nth))),
  'a mesh of long names': meshAmong(
    ['a', 'b', 'c', 'd'].map((letter) => `${letter}-storage-node-17.rack-04.row-b.frankfurt.example-company`),
    mixed,
  ),
  'a mesh of hostile names': meshAmong(['alpha', hostile, `'"&`], (_a, _b, nth) =>
    nth === 0 ? { ...slow, sentence: hostile } : {},
  ),
};
