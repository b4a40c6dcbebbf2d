import type { Difference, Failure, FailureKind, Tx } from '@bondctl/proto/model/transaction';
import type { Of, ProcessIdentity, Transition, TxEffect, TxEvent, TxState } from './state.ts';

/** Into a state: it is on disk, and told, before anything it announces is done. */
export const to = (state: TxState, ...effects: readonly TxEffect[]): Transition => [
  state,
  [{ do: 'journal', state }, ...effects],
];

const stay = (state: TxState, ...effects: readonly TxEffect[]): Transition => [state, effects];

/** A question answered again: nothing changes. */
const again = (state: TxState): Transition => stay(state, { do: 'report', state });

const failure = (kind: FailureKind, message: string): Failure => ({ kind, message });

const disarm = (watchdog: ProcessIdentity | null): readonly TxEffect[] =>
  watchdog === null ? [] : [{ do: 'disarmWatchdog', watchdog }];

/** Ends a transaction that has touched nothing. */
export function endUntouched(tx: Tx, why: Failure, watchdog: ProcessIdentity | null): Transition {
  return to({ phase: 'rolledBack', tx, why }, ...disarm(watchdog));
}

/** What the way back to the before-image begins from. */
type Changed = Readonly<Pick<Of<'rollingBack'>, 'tx' | 'before' | 'watchdog'>>;

const backFrom = ({ tx, before, watchdog }: Changed, why: Failure): Of<'rollingBack'> => ({
  phase: 'rollingBack',
  tx,
  before,
  why,
  watchdog,
});

/** Begins the way back to the before-image. */
export function turnBack(from: Changed, why: Failure): Transition {
  return to(backFrom(from, why), { do: 'restore', before: from.before });
}

const deadlineWhy = failure('deadline', 'it was not confirmed before its deadline');
const unwritten = (kind: FailureKind, message: string): Failure =>
  failure(kind, `the journal could not be written, so it did not go on: ${message}`);

function begin(event: Extract<TxEvent, { type: 'prepareAsked' }>): Transition {
  const { order: tx, deadlineMs } = event;
  return to({ phase: 'snapshotting', tx, deadlineMs }, { do: 'takeSnapshot', tx });
}

/** The phases before the first step: whatever goes wrong, nothing has been touched. */
type Untouched = Of<'snapshotting' | 'arming' | 'prepared'>;

function untouched(state: Untouched, event: TxEvent): Transition {
  const end = (kind: FailureKind, message: string) =>
    endUntouched(state.tx, failure(kind, message), state.phase === 'prepared' ? state.watchdog : null);
  switch (event.type) {
    case 'deadlinePassed':
      return end('deadline', deadlineWhy.message);
    case 'rollBackAsked':
      return end('asked', event.why);
    case 'restoreAsked':
      return end('asked', 'a person asked for it');
    case 'journalFailed':
      return end('snapshot', unwritten('snapshot', event.message).message);
    case 'snapshotFailed':
      return state.phase === 'snapshotting' ? end('snapshot', event.message) : stay(state);
    case 'armFailed':
      return state.phase === 'arming' ? end('watchdog', event.message) : stay(state);
    case 'prepareAsked':
    case 'confirmAsked':
    case 'forgetAsked':
    case 'applyAsked':
      return again(state);
    case 'snapshotTaken':
    case 'armed':
    case 'stepDone':
    case 'stepFailed':
    case 'readBack':
    case 'readBackFailed':
    case 'restored':
    case 'restoreFailed':
    case 'remembered':
    case 'rememberFailed':
    case 'undoAnnounced':
    case 'undoUnwritten':
    case 'acceptAsked':
      return stay(state);
    default:
      return event satisfies never;
  }
}

function snapshotting(state: Of<'snapshotting'>, event: TxEvent): Transition {
  if (event.type !== 'snapshotTaken') return untouched(state, event);
  const { before, steps } = event;
  const { tx, deadlineMs } = state;
  return to({ phase: 'arming', tx, deadlineMs, before, steps }, { do: 'armWatchdog', tx, deadlineMs });
}

function arming(state: Of<'arming'>, event: TxEvent): Transition {
  if (event.type !== 'armed') return untouched(state, event);
  return to({ ...state, phase: 'prepared', watchdog: event.watchdog });
}

function prepared(state: Of<'prepared'>, event: TxEvent): Transition {
  if (event.type !== 'applyAsked') return untouched(state, event);
  if (event.nowMs >= state.deadlineMs) return endUntouched(state.tx, deadlineWhy, state.watchdog);
  return takeStep({ ...state, phase: 'applying', step: 0, settleMs: event.settleMs }, event.nowMs);
}

/** Announces and takes the step that is due, or goes on to read everything back. */
function takeStep(state: Of<'applying'>, nowMs: number): Transition {
  const step = state.steps[state.step];
  if (step !== undefined) return to(state, { do: 'perform', index: state.step, step });
  const { step: _taken, settleMs, ...armed } = state;
  return to(
    { ...armed, phase: 'verifying', untilMs: nowMs + settleMs },
    { do: 'readBack', tx: state.tx, before: state.before },
  );
}

/** The phases in which the host is not what it was: every way out but one leads back. */
type Touched = Of<'applying' | 'verifying' | 'awaitingConfirm'>;

function touched(state: Touched, event: TxEvent): Transition {
  switch (event.type) {
    case 'deadlinePassed':
      return turnBack(state, deadlineWhy);
    case 'rollBackAsked':
      return turnBack(state, failure('asked', event.why));
    case 'restoreAsked':
      return turnBack(state, failure('asked', 'a person asked for it'));
    case 'journalFailed':
      return turnBack(state, unwritten('step', event.message));
    case 'prepareAsked':
    case 'applyAsked':
    case 'confirmAsked':
    case 'forgetAsked':
      return again(state);
    case 'snapshotTaken':
    case 'snapshotFailed':
    case 'armed':
    case 'armFailed':
    case 'stepDone':
    case 'stepFailed':
    case 'readBack':
    case 'readBackFailed':
    case 'restored':
    case 'restoreFailed':
    case 'remembered':
    case 'rememberFailed':
    case 'undoAnnounced':
    case 'undoUnwritten':
    case 'acceptAsked':
      return stay(state);
    default:
      return event satisfies never;
  }
}

function applying(state: Of<'applying'>, event: TxEvent): Transition {
  if (event.type === 'stepDone' && event.step === state.step) {
    return takeStep({ ...state, step: state.step + 1 }, event.nowMs);
  }
  if (event.type === 'stepFailed' && event.step === state.step)
    return turnBack(state, failure('step', event.message));
  return touched(state, event);
}

const told = (differences: readonly Difference[]): string =>
  differences.map(({ path, wanted, found }) => `${path} is ${found}, not ${wanted}`).join('; ');

function verifying(state: Of<'verifying'>, event: TxEvent): Transition {
  if (event.type === 'readBackFailed') return turnBack(state, failure('verify', event.message));
  if (event.type !== 'readBack') return touched(state, event);
  const { verification, unsettled, nowMs } = event;
  if (verification.differences.length > 0)
    return turnBack(state, failure('verify', told(verification.differences)));
  if (unsettled.length === 0) {
    const { untilMs: _until, ...armed } = state;
    return to({ ...armed, phase: 'awaitingConfirm', verification });
  }
  if (nowMs < state.untilMs) return stay(state, { do: 'readBack', tx: state.tx, before: state.before });
  return turnBack(state, failure('verify', `it did not settle in time: ${told(unsettled)}`));
}

function awaitingConfirm(state: Of<'awaitingConfirm'>, event: TxEvent): Transition {
  if (event.type !== 'confirmAsked') return touched(state, event);
  // The timer may be late (a frozen process); the clock is not.
  if (event.nowMs >= state.deadlineMs) return turnBack(state, deadlineWhy);
  const { tx, before, watchdog } = state;
  return to({ phase: 'committed', tx, before, watchdog }, ...disarm(watchdog));
}

function rollingBack(state: Of<'rollingBack'>, event: TxEvent): Transition {
  const { tx, before, why, watchdog } = state;
  const stuckWith = (message: string, differences: readonly Difference[]): Transition => {
    const all = failure('restore', `${message} (it rolled back because ${why.message})`);
    return to({ phase: 'stuck', tx, before, why: all, differences }, ...disarm(watchdog));
  };
  if (event.type === 'restoreFailed') return stuckWith(event.message, []);
  if (event.type !== 'restored') return stay(state);
  if (event.differences.length > 0)
    return stuckWith(`the host is not what it was: ${told(event.differences)}`, event.differences);
  return endUntouched(tx, why, watchdog);
}

/**
 * Nothing else begins before what was confirmed is remembered: until then this transaction is all that knows it. And it
 * is not taken back before that is on disk: the next agent would find that it was kept.
 */
function committed(state: Of<'committed'>, event: TxEvent): Transition {
  if (event.type === 'rollBackAsked')
    return stay(state, { do: 'announceUndo', state: backFrom(state, failure('asked', event.why)) });
  if (event.type === 'undoAnnounced') return turnBack(state, event.why);
  if (event.type === 'undoUnwritten') return again(state);
  if (event.type === 'journalFailed') return turnBack(state, unwritten('step', event.message));
  if (event.type === 'forgetAsked')
    return stay(state, { do: 'remember', tx: state.tx, before: state.before });
  if (event.type === 'remembered') return to({ phase: 'idle' });
  return ['prepareAsked', 'applyAsked', 'confirmAsked'].includes(event.type) ? again(state) : stay(state);
}

function rolledBack(state: Of<'rolledBack'>, event: TxEvent): Transition {
  if (event.type === 'prepareAsked') return event.order.id === state.tx.id ? again(state) : begin(event);
  return event.type.endsWith('Asked') ? again(state) : stay(state);
}

/** Only a person leads out of here. */
function stuck(state: Of<'stuck'>, event: TxEvent): Transition {
  if (event.type === 'restoreAsked') {
    return turnBack({ ...state, watchdog: null }, failure('asked', 'a person asked for it'));
  }
  if (event.type === 'acceptAsked') return to({ phase: 'idle' });
  return event.type.endsWith('Asked') ? again(state) : stay(state);
}

const isForeign = (state: TxState, event: TxEvent): boolean =>
  state.phase !== 'idle' && event.type !== 'prepareAsked' && event.tx !== state.tx.id;

/**
 * One host's transaction as a machine: pure, total, never throws. Time arrives with events; late and duplicate events,
 * and those of another transaction, change nothing.
 */
export function step(state: TxState, event: TxEvent): Transition {
  if (isForeign(state, event)) return stay(state);
  switch (state.phase) {
    case 'idle':
      return event.type === 'prepareAsked' ? begin(event) : stay(state);
    case 'snapshotting':
      return snapshotting(state, event);
    case 'arming':
      return arming(state, event);
    case 'prepared':
      return prepared(state, event);
    case 'applying':
      return applying(state, event);
    case 'verifying':
      return verifying(state, event);
    case 'awaitingConfirm':
      return awaitingConfirm(state, event);
    case 'rollingBack':
      return rollingBack(state, event);
    case 'committed':
      return committed(state, event);
    case 'rolledBack':
      return rolledBack(state, event);
    case 'stuck':
      return stuck(state, event);
    default:
      return state satisfies never;
  }
}
