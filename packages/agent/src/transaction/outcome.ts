import type { TxOutcome } from '@bondctl/proto/model/transaction';
import type { TxState } from './state.ts';

/** How a transaction stands, as the host tells it; null while it is between two answers. */
export function outcomeOf(state: TxState): TxOutcome | null {
  switch (state.phase) {
    case 'prepared':
      return { phase: 'prepared', deadlineInMs: state.tx.deadlineInMs };
    case 'awaitingConfirm':
      return { phase: 'awaitingConfirm', verification: state.verification };
    case 'committed':
      return { phase: 'committed' };
    case 'rolledBack':
      return { phase: 'rolledBack', why: state.why };
    case 'stuck':
      return { phase: 'stuck', why: state.why, differences: state.differences };
    case 'idle':
    case 'snapshotting':
    case 'arming':
    case 'applying':
    case 'verifying':
    case 'rollingBack':
      return null;
    default:
      return state satisfies never;
  }
}
