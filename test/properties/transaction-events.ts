// Every phase and every event of the transaction machine, small.
import type { BondName, TxId } from '@bondctl/proto/model/names';
import type { PlanStep } from '@bondctl/proto/model/step';
import type { Failure, Snapshot, Tx, Verification } from '@bondctl/proto/model/transaction';
import fc from 'fast-check';
import type { TxEvent, TxState } from '../../packages/agent/src/transaction/state.ts';

const id = 'tx_0000000000' as TxId;
const other = 'tx_1111111111' as TxId;
const bond = 'sync0' as BondName;
export const tx: Tx = {
  id,
  desired: [{ state: 'absent', name: bond, allowControlPath: false }],
  deadlineInMs: 60_000,
};
const deadlineMs = 60_000;
const before: Snapshot = {
  scope: [bond],
  state: { interfaces: [], bonds: [], routes: [], controlPath: [] },
};
const steps: readonly PlanStep[] = [
  { do: 'linkDown', device: bond },
  { do: 'deleteBond', bond, mode: 'balance-rr', options: {} },
];
const watchdog = { pid: 77, startTicks: 7 };
const why: Failure = { kind: 'asked', message: 'it was asked for' };
const verification: Verification = { differences: [], bonds: [], state: before.state };
const difference = { path: 'sync0', wanted: 'not there', found: 'a bond' };
const armed = { tx, deadlineMs, before, steps, watchdog };

/** One state of each phase. */
export const allStates: readonly TxState[] = [
  { phase: 'idle' },
  { phase: 'snapshotting', tx, deadlineMs },
  { phase: 'arming', tx, deadlineMs, before, steps },
  { phase: 'prepared', ...armed },
  { phase: 'applying', ...armed, step: 1, settleMs: 5_000 },
  { phase: 'verifying', ...armed, untilMs: 9_000 },
  { phase: 'awaitingConfirm', ...armed, verification },
  { phase: 'rollingBack', tx, before, why, watchdog },
  { phase: 'committed', tx, before, watchdog },
  { phase: 'rolledBack', tx, why },
  { phase: 'stuck', tx, before, why, differences: [difference] },
];

const times = [1_000, 8_000, 61_000];

/** Each event in each of its kinds. */
export const allEvents: readonly TxEvent[] = [
  { type: 'prepareAsked', tx: id, order: tx, deadlineMs },
  { type: 'snapshotTaken', tx: id, before, steps },
  { type: 'snapshotTaken', tx: id, before, steps: [] },
  { type: 'snapshotFailed', tx: id, message: 'ip is not installed' },
  { type: 'armed', tx: id, watchdog },
  { type: 'armFailed', tx: id, message: 'no processes left' },
  ...times.map((nowMs): TxEvent => ({ type: 'applyAsked', tx: id, settleMs: 5_000, nowMs })),
  ...[0, 1, 2].map((step): TxEvent => ({ type: 'stepDone', tx: id, step, nowMs: 2_000 })),
  ...[0, 1].map((step): TxEvent => ({ type: 'stepFailed', tx: id, step, message: 'EBUSY' })),
  ...times.map((nowMs): TxEvent => ({ type: 'readBack', tx: id, verification, unsettled: [], nowMs })),
  ...times.map(
    (nowMs): TxEvent => ({ type: 'readBack', tx: id, verification, unsettled: [difference], nowMs }),
  ),
  {
    type: 'readBack',
    tx: id,
    verification: { ...verification, differences: [difference] },
    unsettled: [],
    nowMs: 1_000,
  },
  { type: 'readBackFailed', tx: id, message: 'ip is not installed' },
  ...times.map((nowMs): TxEvent => ({ type: 'confirmAsked', tx: id, nowMs })),
  { type: 'rollBackAsked', tx: id, why: 'the proof failed' },
  { type: 'forgetAsked', tx: id },
  { type: 'remembered', tx: id },
  { type: 'rememberFailed', tx: id },
  { type: 'undoAnnounced', tx: id, why: { kind: 'asked', message: 'the proof failed' } },
  { type: 'undoUnwritten', tx: id, message: 'ENOSPC' },
  { type: 'deadlinePassed', tx: id },
  { type: 'restored', tx: id, differences: [] },
  { type: 'restored', tx: id, differences: [difference] },
  { type: 'restoreFailed', tx: id, message: 'ENODEV' },
  { type: 'journalFailed', tx: id, message: 'ENOSPC' },
  { type: 'restoreAsked', tx: id },
  { type: 'acceptAsked', tx: id },
];

const everyType: Readonly<Record<TxEvent['type'], true>> = {
  prepareAsked: true,
  snapshotTaken: true,
  snapshotFailed: true,
  armed: true,
  armFailed: true,
  applyAsked: true,
  stepDone: true,
  stepFailed: true,
  readBack: true,
  readBackFailed: true,
  confirmAsked: true,
  rollBackAsked: true,
  forgetAsked: true,
  remembered: true,
  rememberFailed: true,
  undoAnnounced: true,
  undoUnwritten: true,
  deadlinePassed: true,
  restored: true,
  restoreFailed: true,
  journalFailed: true,
  restoreAsked: true,
  acceptAsked: true,
};

/** The types of all events; the compiler sees to it that none is missing. */
export const eventTypes: readonly string[] = Object.keys(everyType);

/** The event that leads on from a state when all goes well. */
export function onwards(state: TxState): TxEvent {
  switch (state.phase) {
    case 'snapshotting':
      return { type: 'snapshotTaken', tx: id, before, steps };
    case 'arming':
      return { type: 'armed', tx: id, watchdog };
    case 'prepared':
      return { type: 'applyAsked', tx: id, settleMs: 5_000, nowMs: 1_000 };
    case 'applying':
      return { type: 'stepDone', tx: id, step: state.step, nowMs: 2_000 };
    case 'verifying':
      return { type: 'readBack', tx: id, verification, unsettled: [], nowMs: 3_000 };
    case 'awaitingConfirm':
      return { type: 'confirmAsked', tx: id, nowMs: 4_000 };
    case 'rollingBack':
      return { type: 'restored', tx: id, differences: [] };
    case 'stuck':
      return { type: 'restoreAsked', tx: id };
    case 'committed':
      return { type: 'remembered', tx: id };
    case 'idle':
    case 'rolledBack': {
      const order = { ...tx, id: (state.phase !== 'idle' && state.tx.id === id ? other : id) as TxId };
      return { type: 'prepareAsked', tx: order.id, order, deadlineMs };
    }
    default:
      return state satisfies never;
  }
}

/** The event by which it goes wrong. */
export const astray = (state: TxState): TxEvent =>
  state.phase === 'rollingBack'
    ? { type: 'restoreFailed', tx: id, message: 'ENODEV' }
    : { type: 'rollBackAsked', tx: id, why: 'the proof failed' };

/** Any event, or the one that leads on, so that the late phases are reached as often as the early ones. */
export const someMove: fc.Arbitrary<TxEvent | 'onwards' | 'astray'> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(...allEvents) },
  { weight: 8, arbitrary: fc.constant('onwards' as const) },
  { weight: 1, arbitrary: fc.constant('astray' as const) },
);
