// Meshes that were tested.
import type { MeshPairView, MeshView } from '@bondctl/proto/model/mesh';
import type { HostId, LinkName, TestId } from '@bondctl/proto/model/names';
import { name } from './fake-report.ts';

/** Two hosts whose link passed. */
export const meshPair = (a: string, b: string, change: Partial<MeshPairView> = {}): MeshPairView => ({
  link: `${a}-${b}` as LinkName,
  ends: [
    { host: a as HostId, bond: name('sync0') },
    { host: b as HostId, bond: name('sync0') },
  ],
  round: 1,
  test: 'test_aaaaaaaa' as TestId,
  receivedBps: 97e6,
  percentOfConfiguration: 97.4,
  percentOfHardware: 48.7,
  passed: true,
  sentence: '',
  ...change,
});

/** A mesh of such pairs. */
export const meshOf = (pairs: readonly MeshPairView[], change: Partial<MeshView> = {}): MeshView => ({
  name: 'fabric',
  rounds: [],
  bound: 3,
  boundBy: 'alpha takes part in most tests',
  expectedMs: 1,
  tookMs: 42_000,
  pairs,
  ...change,
});
