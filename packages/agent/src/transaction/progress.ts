import { desiredName } from '@bondctl/proto/model/bond';
import type { Live } from '@bondctl/proto/model/command';
import type { BondName } from '@bondctl/proto/model/names';
import type { TxState } from './state.ts';
import { sentenceOf } from './steps/sentences.ts';

/** What a state says to people watching. */
function sentence(state: TxState): string {
  switch (state.phase) {
    case 'idle':
      return 'Nothing is going on.';
    case 'snapshotting':
      return 'Taking the before-image.';
    case 'arming':
      return 'Arming the watchdog.';
    case 'prepared':
      return `Ready; steps to take: ${state.steps.length}.`;
    case 'applying': {
      const step = state.steps[state.step];
      return step === undefined ? 'All steps are taken.' : sentenceOf(step);
    }
    case 'verifying':
      return 'Reading everything back.';
    case 'awaitingConfirm':
      return 'Everything is as it shall be; waiting for the confirmation.';
    case 'rollingBack':
      return `Rolling back: ${state.why.message}.`;
    case 'committed':
      return 'Committed.';
    case 'rolledBack':
      return `Rolled back: ${state.why.message}.`;
    case 'stuck':
      return `STUCK, a person is needed: ${state.why.message}.`;
    default:
      return state satisfies never;
  }
}

/** A state as live progress; null when nothing is going on. */
export function progressOf(state: TxState): Extract<Live, { kind: 'progress' }> | null {
  if (state.phase === 'idle') return null;
  const steps = 'steps' in state ? state.steps.length : 0;
  const step = state.phase === 'applying' ? state.step : steps;
  return { kind: 'progress', tx: state.tx.id, phase: state.phase, step, steps, sentence: sentence(state) };
}

const changing: ReadonlySet<TxState['phase']> = new Set<TxState['phase']>([
  'applying',
  'verifying',
  'rollingBack',
]);

/** The bonds that a transaction is changing right now: not while it waits, nor once it is over. */
export const touching = (state: TxState | undefined): readonly BondName[] =>
  state === undefined || state.phase === 'idle' || !changing.has(state.phase)
    ? []
    : state.tx.desired.map(desiredName);
