import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { HostId, LinkName, RolloutId, TxId } from '@bondctl/proto/model/names';
import type { RolloutHostView } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { setWaits } from './set-waits.ts';

const tx = 'tx_1' as TxId;
const set = (phases: readonly RolloutHostView['phase'][], passed = false) => ({
  name: 'drbd',
  hosts: phases.map((phase, nth) => ({ host: `h${nth}` as HostId, tx, phase, why: '' })),
  proofs: passed ? [{ link: 'drbd' as LinkName, passed, test: null, why: '' }] : [],
});

test.each([
  [set(['verified', 'prepared']), 'h0 waits for h1, which has only prepared.'],
  [set(['verified', 'verified', 'prepared']), 'h0 and h1 wait for h2, which has only prepared.'],
  [set(['prepared', 'prepared']), 'h0 and h1 apply and verify what was prepared.'],
  [set(['verified', 'verified']), 'Every host has verified; proof and confirmation are next.'],
  [set(['verified', 'verified'], true), 'Its proof passed; every host is told to keep it.'],
  [set(['committed', 'verified'], true), 'h0 waits for h1, which has only verified.'],
])('of a set under way it is said what it waits for', (one, sentence) => {
  expect(setWaits([one], []).map((wait) => wait.sentence)).toEqual([sentence]);
});

test.each([
  [set(['committed', 'committed'])],
  [set(['rolledBack', 'verified'])],
  [set(['stuck', 'rolledBack'])],
  [set([])],
])('a set that has ended, or goes back, waits for nothing', (one) => {
  expect(setWaits([one], [])).toEqual([]);
});

test('it waits since its slowest host was heard', () => {
  const rollout = 'ro_1' as RolloutId;
  const events: readonly RecordedEvent[] = [
    { id: 1, atUnixMs: 5, actor: 'c', fact: { type: 'hostPrepared', rollout, host: 'h1' as HostId, tx } },
    { id: 2, atUnixMs: 9, actor: 'c', fact: { type: 'hostVerified', rollout, host: 'h0' as HostId, tx } },
  ];
  expect(setWaits([set(['verified', 'prepared'])], events)[0]?.sinceUnixMs).toBe(5);
});
