import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { HostId, RolloutId, TxId } from '@bondctl/proto/model/names';
import type { RolloutHostView, RolloutView } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { isOpen, soakUntil, waiting } from './rollout-words.ts';

const rollout = 'ro_1' as RolloutId;
const host = (name: string, phase: RolloutHostView['phase']): RolloutHostView => ({
  host: name as HostId,
  tx: 'tx_1' as TxId,
  phase,
  why: '',
});
const view = (change: Partial<RolloutView>): RolloutView => ({
  id: rollout,
  revision: 1,
  startedUnixMs: 0,
  endedUnixMs: null,
  actor: 'ada',
  state: 'running',
  why: '',
  waves: [],
  hosts: [],
  proofs: [],
  ...change,
});

test('a committed wave is watched until its time is over', () => {
  const events: readonly RecordedEvent[] = [
    { id: 1, atUnixMs: 1_000, actor: 'c', fact: { type: 'soakStarted', rollout, soakMs: 500 } },
    { id: 2, atUnixMs: 9_000, actor: 'c', fact: { type: 'soakStarted', rollout, soakMs: 700 } },
  ];
  expect(soakUntil(view({ state: 'soaking' }), events)).toBe(9_700);
  expect(soakUntil(view({ state: 'running' }), events)).toBeNull();
  expect(soakUntil(view({ state: 'soaking' }), [])).toBeNull();
});

test('hosts that are stuck are asked first, those that have ended not at all, and few at a time', () => {
  const hosts = [
    host('a', 'prepared'),
    host('b', 'committed'),
    host('c', 'rolledBack'),
    ...['d', 'e', 'f'].map((name) => host(name, 'verified')),
    host('g', 'stuck'),
  ];
  expect(waiting(view({ hosts }))).toEqual(['g', 'a']);
  expect(waiting(view({ hosts, state: 'needsPerson', endedUnixMs: 5 }))).toEqual(['g']);
});

test('what has ended or waits for a person does nothing any more', () => {
  expect(isOpen(view({ state: 'paused' }))).toBe(true);
  expect(isOpen(view({ state: 'needsPerson' }))).toBe(false);
  expect(isOpen(view({ state: 'finished', endedUnixMs: 5 }))).toBe(false);
});
