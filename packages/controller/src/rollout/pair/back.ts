import type { Fact } from '@bondctl/proto/model/event';
import type { HostId } from '@bondctl/proto/model/names';
import {
  type Answer,
  type Back,
  type Change,
  hostsOf,
  type In,
  type PairEffect,
  type PairEvent,
  patienceMs,
  retryMs,
  type Stepped,
  stay,
} from './state.ts';

const rollBackTimeoutMs = 30_000;

/** The way back before the decision: every participant returns, by order or by its own watchdog. */
export function rollBack(
  change: Change,
  why: string,
  how: { readonly touched: boolean; readonly untilMs: number },
  back: readonly Back[] = [],
): Stepped {
  const decided: PairEffect = {
    do: 'record',
    fact: { type: 'decisionStored', rollout: change.rollout, tx: change.tx, decision: 'rollBack' },
  };
  const [state, effects] = settle({ phase: 'rollingBack', change, why, ...how, back }, back);
  return [state, [decided, ...effects, ...asks(change, why, back)]];
}

/** The way back after the decision: what was confirmed is undone, because another participant was not. */
export function undo(change: Change, why: string, nowMs: number, back: readonly Back[] = []): Stepped {
  const [state, effects] = settle({ phase: 'undoing', change, why, untilMs: nowMs + patienceMs, back }, back);
  return [state, [...effects, ...asks(change, why, back)]];
}

/** Asks everyone who is not back yet; the same command id makes it safe to ask again. */
export const asks = (change: Change, why: string, back: readonly Back[]): readonly PairEffect[] =>
  hostsOf(change)
    .filter((host) => !back.some((one) => one.host === host))
    .map((host) => ask(change, why, host, 0));

const ask = ({ tx }: Change, why: string, host: HostId, afterMs: number): PairEffect => ({
  do: 'ask',
  host,
  order: { kind: 'rollBack', tx, why },
  afterMs,
  timeoutMs: rollBackTimeoutMs,
});

/** A host's answer on the way back, or its silence. */
export function goingBack(state: In<'rollingBack' | 'undoing'>, event: PairEvent): Stepped {
  if (event.type !== 'answered' && event.type !== 'silent') return stay(state);
  const mine = hostsOf(state.change).includes(event.host) && event.order === 'rollBack';
  if (!mine || state.back.some((one) => one.host === event.host)) return stay(state);
  if (event.type === 'answered') return settle(state, [backOf(state, event.host, event.answer)]);
  if (event.atMs + retryMs <= state.untilMs)
    return [state, [ask(state.change, state.why, event.host, retryMs)]];
  return settle(state, [{ host: event.host, how: 'unheard' }]);
}

function backOf(state: In<'rollingBack' | 'undoing'>, host: HostId, answer: Answer): Back {
  const untouched = state.phase === 'rollingBack' && !state.touched;
  switch (answer.phase) {
    case 'rolledBack':
      return { host, how: 'rolledBack' };
    case 'stuck':
      return { host, how: 'stuck', why: answer.why.message };
    case 'refused':
      // A host that never heard of the change has nothing to take back.
      return untouched ? { host, how: 'rolledBack' } : { host, how: 'unclear', why: answer.message };
    case 'failed':
      return { host, how: 'unclear', why: answer.message };
    case 'committed':
      return {
        host,
        how: 'unclear',
        why: 'it keeps the change although it was told to roll back; the log of its agent says why',
      };
    case 'prepared':
    case 'awaitingConfirm':
      return { host, how: 'unclear', why: `it answered "${answer.phase}" when it was told to roll back` };
    default:
      return answer satisfies never;
  }
}

/** Adds who is back (`back` may already stand in the state); at rest once that is everyone. */
function settle(state: In<'rollingBack' | 'undoing'>, back: readonly Back[]): Stepped {
  const added = back.filter((one) => !state.back.includes(one));
  const all = [...state.back, ...added];
  const records = back.flatMap((one) => backFacts(state.change, state.why, one)).map(recorded);
  const next = { ...state, back: all };
  if (all.length < hostsOf(state.change).length) return [next, records];
  const [rest, facts] = rested(next);
  return [rest, [...records, ...facts.map(recorded)]];
}

const recorded = (fact: Fact): PairEffect => ({ do: 'record', fact });

function backFacts({ rollout, tx }: Change, why: string, back: Back): readonly Fact[] {
  if (back.how === 'rolledBack') return [{ type: 'hostRolledBack', rollout, tx, host: back.host, why }];
  return back.how === 'stuck' ? [{ type: 'hostStuck', rollout, tx, host: back.host, why: back.why }] : [];
}

function rested(state: In<'rollingBack' | 'undoing'>): readonly [Stepped[0], readonly Fact[]] {
  const { change, why, back } = state;
  const unheard = back.filter((one) => one.how === 'unheard').map((one) => one.host);
  const sentences = [
    ...back.flatMap((one) => ('why' in one ? [`${one.host} could not be brought back: ${one.why}`] : [])),
    ...(state.phase === 'undoing' ? unheard.map(silentSentence) : []),
  ];
  if (sentences.length > 0) return needsPerson(change, told([why, ...sentences, advice]));
  if (state.phase === 'undoing') return [{ phase: 'undone', change, why }, []];
  return [{ phase: 'rolledBack', change, why: told([why, ...unheard.map(watchdogSentence)]), unheard }, []];
}

/** Sentences one after the other; some come with their full stop and some without. */
export const told = (sentences: readonly string[]): string =>
  sentences.map((one) => one.replace(/[.\s]+$/, '')).join('. ');

const silentSentence = (host: HostId) =>
  `${host} does not answer, so nobody knows whether it has the new configuration or the old one`;
const watchdogSentence = (host: HostId) =>
  `${host} did not answer; nothing was confirmed, so its own watchdog takes it back without us: look at it when it is there again`;
const advice = 'Look at the hosts before anything else';

/** Rest that only a person can end. */
export function needsPerson(change: Change, why: string): readonly [In<'needsPerson'>, readonly Fact[]] {
  const { rollout, tx } = change;
  return [{ phase: 'needsPerson', change, why }, [{ type: 'personNeeded', rollout, tx, why }]];
}
