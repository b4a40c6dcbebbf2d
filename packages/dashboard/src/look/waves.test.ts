import type { HostId, LinkName, RolloutId, TxId } from '@bondctl/proto/model/names';
import type { ProofView, RolloutHostView, RolloutView } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { setsOf, wavesOf } from './waves.ts';

const host = (name: string): RolloutHostView => ({
  host: name as HostId,
  tx: 'tx_1' as TxId,
  phase: 'prepared',
  why: '',
});
const proof = (link: string): ProofView => ({ link: link as LinkName, passed: true, test: null, why: '' });
const view = (change: Partial<RolloutView>): RolloutView => ({
  id: 'ro_1' as RolloutId,
  revision: 1,
  startedUnixMs: 0,
  endedUnixMs: null,
  actor: 'ada',
  state: 'running',
  why: '',
  waves: [
    { wave: 1, waves: 3, sets: ['drbd'] },
    { wave: 2, waves: 3, sets: ['gamma'] },
  ],
  hosts: [],
  proofs: [],
  ...change,
});

test.each([
  [{}, ['done', 'now', 'coming']],
  [{ state: 'soaking' }, ['done', 'done', 'coming']],
  [{ state: 'failed', endedUnixMs: 5 }, ['done', 'ended', 'coming']],
  [{ state: 'needsPerson' }, ['done', 'ended', 'coming']],
  [{ waves: [] }, []],
] as const)('waves of %o', (change, states) => {
  expect(wavesOf(view(change)).map(({ state }) => state)).toEqual(states);
});

test('a set has the hosts of its link or its only host; whoever is left stands alone', () => {
  const hosts = ['alpha', 'beta', 'gamma', 'delta'].map(host);
  const proofs = [proof('drbd'), proof('store')];
  const hostsOf = (link: string) => (link === 'drbd' ? ['alpha', 'beta'] : []);
  const sets = setsOf(view({ hosts, proofs }), hostsOf).map((one) => [
    one.name,
    one.hosts.map((each) => each.host),
    one.proofs.map(({ link }) => link),
  ]);
  expect(sets).toEqual([
    ['drbd', ['alpha', 'beta'], ['drbd']],
    ['gamma', ['gamma'], []],
    ['delta', ['delta'], []],
    ['other proofs', [], ['store']],
  ]);
});
