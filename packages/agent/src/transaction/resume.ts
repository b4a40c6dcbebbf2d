import type { Failure, TxPhase } from '@bondctl/proto/model/transaction';
import type { Transition, TxState } from './state.ts';
import { endUntouched, turnBack } from './transaction.ts';

/** What a phase found in the journal means after its process died. */
type Meaning = 'nothing' | 'untouched' | 'touched';

/** The crash table. */
export const crashTable: Readonly<Record<TxPhase, Meaning>> = {
  idle: 'nothing',
  snapshotting: 'untouched',
  arming: 'untouched',
  prepared: 'untouched',
  applying: 'touched',
  verifying: 'touched',
  awaitingConfirm: 'touched',
  rollingBack: 'touched',
  committed: 'nothing',
  rolledBack: 'nothing',
  stuck: 'nothing',
};

const died: Failure = { kind: 'interrupted', message: 'the agent died before it was confirmed' };
/** Why a transaction ended that an earlier boot left open, where nothing had to be brought back. */
export const rebooted: Failure = {
  kind: 'interrupted',
  message: 'the host was rebooted before it was confirmed, and came up with its own configuration',
};

/**
 * Takes up a transaction that the journal left open; one that committed may have left its watchdog. After a reboot the unconfirmed change is gone with the kernel
 * that held it: what the host booted is its old configuration, and nothing is touched.
 */
export function resume(state: TxState, sameBoot: boolean): Transition {
  if (state.phase === 'committed' && sameBoot) {
    return [state, [{ do: 'disarmWatchdog', watchdog: state.watchdog }]];
  }
  if (state.phase === 'idle' || crashTable[state.phase] === 'nothing') return [state, []];
  const watchdog = 'watchdog' in state && sameBoot ? state.watchdog : null;
  if (!('before' in state) || crashTable[state.phase] === 'untouched' || !sameBoot) {
    return endUntouched(state.tx, sameBoot ? died : rebooted, watchdog);
  }
  return turnBack({ ...state, watchdog }, state.phase === 'rollingBack' ? state.why : died);
}
