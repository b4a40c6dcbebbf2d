import type { BondName, TxId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { formatEntry, type JournalEntry, replay } from './journal-lines.ts';
import type { TxState } from './state.ts';

const tx = { id: 'tx_V1StGXR8Z5' as TxId, desired: [], deadlineInMs: 1_000 };
const before = {
  scope: ['sync0' as BondName],
  state: { interfaces: [], bonds: [], routes: [], controlPath: ['mgmt0' as BondName] },
};
const states: readonly TxState[] = [
  { phase: 'snapshotting', tx, deadlineMs: 5 },
  { phase: 'arming', tx, deadlineMs: 5, before, steps: [] },
  { phase: 'rolledBack', tx, why: { kind: 'watchdog', message: 'no – "quoted"\nüber' } },
];
const entries = states.map(
  (state, at): JournalEntry => ({
    seq: at + 1,
    label: `journal:${at + 1}:${state.phase}`,
    atUnixMs: 9,
    opened: 1,
    by: { pid: 1, startTicks: 2 },
    boot: 'b',
    state,
  }),
);
const lines = entries.map((entry, at) => formatEntry(entry, entries[at - 1]?.state));
const file = lines.join('');

describe('the journal of a transaction', () => {
  test('is read as it was written, one JSON object a line', () => {
    expect(replay(file)).toEqual({ ok: true, value: { entries, text: file, torn: false } });
    expect(lines.map((line) => (JSON.parse(line) as JournalEntry).label)).toEqual(
      entries.map((entry) => entry.label),
    );
  });

  test('does not repeat what has not changed', () => {
    expect(lines[1]).toContain('"same":["tx"]');
    expect(lines[1]).not.toContain(tx.id);
  });

  test('torn at any byte of its last line, it is what it was before that line', () => {
    const kept = lines.slice(0, 2).join('');
    for (let length = kept.length + 1; length < file.length; length++) {
      const value = { entries: entries.slice(0, 2), text: kept, torn: true };
      expect(replay(file.slice(0, length)), `torn at ${length}`).toEqual({ ok: true, value });
    }
  });

  test('damaged anywhere else, it says in which line', () => {
    for (let at = 0; at < file.length - 1; at += 7) {
      const damaged = `${file.slice(0, at)}${file[at] === '#' ? '!' : '#'}${file.slice(at + 1)}`;
      const line = file.slice(0, at).split('\n').length;
      expect(replay(damaged), `damaged at ${at}`).toEqual({ ok: false, error: line });
    }
  });

  test('with a line missing or twice, it says so', () => {
    expect(replay(`${lines[0]}${lines[2]}`)).toEqual({ ok: false, error: 2 });
    expect(replay(`${lines[0]}${lines[0]}`)).toEqual({ ok: false, error: 2 });
  });

  test('empty or with half a first line, it holds nothing', () => {
    expect(replay('')).toEqual({ ok: true, value: { entries: [], text: '', torn: false } });
    expect(replay(lines[0]?.slice(0, 20) ?? '')).toEqual({
      ok: true,
      value: { entries: [], text: '', torn: true },
    });
  });
});
