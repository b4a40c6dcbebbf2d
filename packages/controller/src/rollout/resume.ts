import { asks } from './pair/back.ts';
import { confirmRest, forgetAll } from './pair/decided.ts';
import { retreat } from './pair/forward.ts';
import { type In, type PairEffect, type PairState, patienceMs, type Stepped, stay } from './pair/state.ts';

const restarted = 'the controller restarted before the decision';

/** What each stored phase means after the controller was gone. Every order carries the id it had before. */
export function resume(state: PairState, nowMs: number): Stepped {
  switch (state.phase) {
    case 'queued':
      return stay(state);
    case 'preparing':
    case 'applying':
    case 'proving':
      return patient(retreat(state, restarted, nowMs), nowMs);
    case 'deciding':
      return [state, [{ do: 'storeDecision', tx: state.change.tx, decision: 'confirm' }]];
    case 'confirming':
    case 'rollingBack':
    case 'undoing':
      return patient([state, again(state)], nowMs);
    case 'done':
      return [state, forgetAll(state.change)];
    case 'rolledBack':
    case 'undone':
    case 'needsPerson':
      return stay(state);
    default:
      return state satisfies never;
  }
}

function again(state: In<'confirming' | 'rollingBack' | 'undoing'>): readonly PairEffect[] {
  return state.phase === 'confirming' ? confirmRest(state) : asks(state.change, state.why, state.back);
}

/** Agents need a moment to come back to a controller that has just started. */
function patient([state, effects]: Stepped, nowMs: number): Stepped {
  const untilMs = nowMs + patienceMs;
  if (state.phase === 'confirming')
    return [{ ...state, patientUntilMs: Math.max(state.patientUntilMs, untilMs) }, effects];
  if (state.phase === 'rollingBack' || state.phase === 'undoing')
    return [{ ...state, untilMs: Math.max(state.untilMs, untilMs) }, effects];
  return [state, effects];
}
