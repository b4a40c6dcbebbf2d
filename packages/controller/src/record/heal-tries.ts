import type { RecordedEvent } from '@bondctl/proto/model/event';
import { type End, formatEnd } from '@bondctl/proto/model/names';
import type { Attention } from '@bondctl/proto/model/view';

/** After so many tries in vain the controller leaves a bond to a person. */
export const mostTries = 3;

/** What was tried to heal a bond since it last began to drift in another way, or somebody applied something. */
export interface Tries {
  readonly count: number;
  /** When the last try began, counted or not; null when there was none. */
  readonly lastUnixMs: number | null;
  /** How the last try that counts went, as far as its own fact says. */
  readonly last: string;
}

/** Counts the tries for one bond; `events` oldest first. */
export const triesOf = (end: End, events: readonly RecordedEvent[]): Tries =>
  events.reduce((tries, event) => after(tries, end, event), {
    count: 0,
    lastUnixMs: null,
    last: '',
  } as Tries);

function after(tries: Tries, end: End, { fact, actor, atUnixMs }: RecordedEvent): Tries {
  const anew = { ...tries, count: 0 };
  if (fact.type === 'rolloutStarted' || fact.type === 'revisionHeld')
    return actor === 'controller' ? tries : anew;
  if (fact.type !== 'healTried' && fact.type !== 'driftSeen') return tries;
  if (fact.host !== end.host || fact.bond !== end.bond) return tries;
  if (fact.type === 'driftSeen') return anew;
  const last = fact.rollout === null ? fact.why : `rollout ${fact.rollout} did not hold`;
  return { count: tries.count + 1, lastUnixMs: atUnixMs, last };
}

/** What waits for a person because the controller gave up healing it. */
export function healAttention(
  drifting: readonly End[],
  events: readonly RecordedEvent[],
): readonly Attention[] {
  return drifting.flatMap((end) => {
    const { count, last } = triesOf(end, events);
    if (count < mostTries) return [];
    const sentence = `It drifts, and healing it was tried ${count} times in vain; the last time: ${last}. Nothing more is tried until somebody applies.`;
    return [{ subject: formatEnd(end), sentence }];
  });
}
