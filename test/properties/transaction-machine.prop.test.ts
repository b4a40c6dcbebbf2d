import type { TxId } from '@bondctl/proto/model/names';
import { txPhases } from '@bondctl/proto/model/transaction';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TxEffect, TxEvent, TxState } from '../../packages/agent/src/transaction/state.ts';
import { step } from '../../packages/agent/src/transaction/transaction.ts';
import { allEvents, allStates, astray, eventTypes, onwards, someMove } from './transaction-events.ts';

const effectNames: readonly TxEffect['do'][] = [
  'journal',
  'announceUndo',
  'takeSnapshot',
  'armWatchdog',
  'disarmWatchdog',
  'perform',
  'readBack',
  'restore',
  'remember',
  'report',
];

/** What may be done without a new state: reading, telling, and remembering what is confirmed already. */
const harmless: readonly TxEffect['do'][] = ['readBack', 'remember', 'announceUndo', 'report'];

/** Phases in which the host may differ from what it was. */
const touched: readonly TxState['phase'][] = ['applying', 'verifying', 'awaitingConfirm', 'rollingBack'];

/** Walks events from idle; `see` is shown every transition. */
function walk(
  moves: readonly (TxEvent | 'onwards' | 'astray')[],
  see: (from: TxState, event: TxEvent, to: TxState, effects: readonly TxEffect[]) => void,
): TxState {
  let state: TxState = { phase: 'idle' };
  for (const move of moves) {
    const chosen = move === 'onwards' ? onwards(state) : move === 'astray' ? astray(state) : move;
    // Each is about the transaction in hand; foreign ones have a test of their own.
    const event =
      state.phase === 'idle' || chosen.type === 'prepareAsked' ? chosen : { ...chosen, tx: state.tx.id };
    const [next, effects] = step(state, event);
    see(state, event, next, effects);
    state = next;
  }
  return state;
}

const streams = fc.array(someMove, { maxLength: 60, size: 'max' });
const runs = { numRuns: 500 };

describe('the machine is total', () => {
  test('every phase and every event are there', () => {
    expect(new Set(allStates.map((state) => state.phase))).toEqual(new Set(txPhases));
    expect(new Set(allEvents.map((event) => event.type))).toEqual(new Set(eventTypes));
  });

  test.each(allStates.map((state) => [state.phase, state] as const))(
    '%s takes every event',
    (_phase, state) => {
      for (const event of allEvents) {
        const [next, effects] = step(state, event);
        expect(txPhases).toContain(next.phase);
        for (const effect of effects) expect(effectNames).toContain(effect.do);
      }
    },
  );
});

describe('over any stream of events', () => {
  test('every phase is reached, and often', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(streams, (events) => {
        walk(events, (_from, _event, { phase }) => reached.set(phase, (reached.get(phase) ?? 0) + 1));
      }),
      runs,
    );
    for (const phase of txPhases) expect(reached.get(phase) ?? 0, phase).toBeGreaterThan(20);
  });

  test('a new state is journaled before anything it announces, and nothing is done in an old one but reading, writing and telling', () => {
    fc.assert(
      fc.property(streams, (events) => {
        walk(events, (from, _event, next, effects) => {
          const [first, ...rest] = effects.map((effect) => effect.do);
          if (next !== from) expect(first).toBe('journal');
          else expect(effects.every((effect) => harmless.includes(effect.do))).toBe(true);
          expect(rest).not.toContain('journal');
        });
      }),
      runs,
    );
  });

  test('a step is taken only with a before-image and an armed watchdog; a restore only with a before-image', () => {
    fc.assert(
      fc.property(streams, (events) => {
        const done = new Set<string>();
        walk(events, (_from, event, next, effects) => {
          if (event.type === 'prepareAsked' && next.phase === 'snapshotting') done.clear();
          done.add(event.type);
          for (const effect of effects) {
            if (effect.do === 'perform')
              expect([...done]).toEqual(expect.arrayContaining(['snapshotTaken', 'armed', 'applyAsked']));
            if (effect.do === 'restore') expect(done).toContain('snapshotTaken');
          }
        });
      }),
      runs,
    );
  });

  test('it commits only after reading everything back, confirmed, before the deadline', () => {
    fc.assert(
      fc.property(streams, (events) => {
        walk(events, (from, event, next) => {
          if (next.phase !== 'committed' || from.phase === 'committed') return;
          expect(from.phase).toBe('awaitingConfirm');
          expect(
            event.type === 'confirmAsked' &&
              from.phase === 'awaitingConfirm' &&
              event.nowMs < from.deadlineMs,
          ).toBe(true);
        });
      }),
      runs,
    );
  });

  test('what was confirmed is remembered before anything else begins; an undo remembers nothing', () => {
    fc.assert(
      fc.property(streams, (events) => {
        walk(events, (from, event, next, effects) => {
          const remembers = effects.some((effect) => effect.do === 'remember');
          expect(remembers).toBe(from.phase === 'committed' && event.type === 'forgetAsked');
          if (from.phase !== 'committed' || next.phase === 'committed') return;
          expect(next.phase).toBe(event.type === 'remembered' ? 'idle' : 'rollingBack');
        });
      }),
      runs,
    );
  });

  test('what was kept goes back only once that is on disk, or when its own line could not be written', () => {
    fc.assert(
      fc.property(streams, (events) => {
        walk(events, (from, event, next, effects) => {
          const announces = effects.some((effect) => effect.do === 'announceUndo');
          expect(announces).toBe(from.phase === 'committed' && event.type === 'rollBackAsked');
          if (from.phase !== 'committed' || next.phase !== 'rollingBack') return;
          expect(['undoAnnounced', 'journalFailed']).toContain(event.type);
        });
      }),
      runs,
    );
  });

  test('nothing leads out of stuck but a person', () => {
    fc.assert(
      fc.property(streams, (events) => {
        walk(events, (from, event, next, effects) => {
          if (from.phase !== 'stuck' || event.type === 'restoreAsked' || event.type === 'acceptAsked') return;
          expect(next).toBe(from);
          expect(effects.every((effect) => effect.do === 'report')).toBe(true);
        });
      }),
      runs,
    );
  });

  test('an unconfirmed change does not outlive its deadline: the event leads back from everywhere', () => {
    fc.assert(
      fc.property(streams, (events) => {
        const state = walk(events, () => undefined);
        if (state.phase === 'idle') return;
        const [next, effects] = step(state, { type: 'deadlinePassed', tx: state.tx.id });
        if (['snapshotting', 'arming', 'prepared'].includes(state.phase))
          expect(next.phase).toBe('rolledBack');
        else if (touched.includes(state.phase)) expect(next.phase).toBe('rollingBack');
        else expect([next, effects]).toEqual([state, []]);
      }),
      runs,
    );
  });

  test('events of another transaction change nothing', () => {
    fc.assert(
      fc.property(streams, fc.constantFrom(...allEvents), (events, event) => {
        const state = walk(events, () => undefined);
        if (event.type === 'prepareAsked' || state.phase === 'idle') return;
        expect(step(state, { ...event, tx: 'tx_somebody_else' as TxId })).toEqual([state, []]);
      }),
      runs,
    );
  });

  test('everything ends: from anywhere, the deadline and then an answered restore bring it to rest', () => {
    fc.assert(
      fc.property(streams, fc.boolean(), (events, works) => {
        const state = walk(events, () => undefined);
        if (state.phase === 'idle') return;
        const tx = state.tx.id;
        const [late] = step(state, { type: 'deadlinePassed', tx });
        const [end] = step(
          late,
          works ? { type: 'restored', tx, differences: [] } : { type: 'restoreFailed', tx, message: 'no' },
        );
        expect(['committed', 'rolledBack', 'stuck']).toContain(end.phase);
        if (touched.includes(state.phase)) expect(end.phase).toBe(works ? 'rolledBack' : 'stuck');
      }),
      runs,
    );
  });
});
