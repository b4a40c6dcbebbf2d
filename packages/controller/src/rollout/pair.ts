import { goingBack } from './pair/back.ts';
import { confirming, deciding } from './pair/decided.ts';
import { abandon, applying, preparing, proving, queued } from './pair/forward.ts';
import { type PairEvent, type PairState, type Stepped, stay } from './pair/state.ts';

/**
 * The machine of one change set. INVARIANTS: nothing is applied before every participant is prepared; nothing is
 * confirmed without the evidence of every participant and a passed proof; after the decision a set rests only with all
 * committed, all back, or a person needed. Total: what is late, foreign or repeated changes nothing.
 */
export function step(state: PairState, event: PairEvent): Stepped {
  switch (state.phase) {
    case 'queued':
      return queued(state, event);
    case 'preparing':
      return event.type === 'abandoned' ? abandon(state, event) : preparing(state, event);
    case 'applying':
      return event.type === 'abandoned' ? abandon(state, event) : applying(state, event);
    case 'proving':
      return event.type === 'abandoned' ? abandon(state, event) : proving(state, event);
    case 'deciding':
      return deciding(state, event);
    case 'confirming':
      return confirming(state, event);
    case 'rollingBack':
    case 'undoing':
      return goingBack(state, event);
    case 'done':
    case 'rolledBack':
    case 'undone':
    case 'needsPerson':
      return stay(state);
    default:
      return state satisfies never;
  }
}
