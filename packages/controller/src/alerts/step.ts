import type { AlertId } from '@bondctl/proto/model/names';
import { type After, advance } from './advance.ts';
import { heardAfter, judgedAfter, pruned } from './heard.ts';
import type { Look } from './look.ts';
import { namesIn, observed } from './observed.ts';
import {
  type AlertEffect,
  type AlertInput,
  type AlertsState,
  type Condition,
  keyOf,
  openAlerts,
  type Stepped,
} from './state.ts';
import type { AlertSight } from './subjects.ts';
import type { Thresholds } from './thresholds.ts';

/** The machine of alerts over its thresholds. */
export type AlertStep = (state: AlertsState, input: AlertInput, nowUnixMs: number) => Stepped;

/**
 * The machine of all alerts. INVARIANTS: a subject has at most one alert per rule; nothing is told that was not raised, and
 * every raise is followed by its end before the next one; only a look raises or ends.
 */
export const createStep =
  (thresholds: Thresholds): AlertStep =>
  (state, input, nowUnixMs) => {
    switch (input.type) {
      case 'looked':
        return looked(state, input.sight, {
          nowUnixMs,
          thresholds,
          heard: pruned(state.heard, linksOf(input.sight), nowUnixMs, thresholds),
        });
      case 'heard': {
        const heard = heardAfter(state.heard, input.event, thresholds);
        return [{ ...state, heard, lastEventId: Math.max(state.lastEventId, input.event.id) }, []];
      }
      case 'judged':
        return [{ ...state, heard: judgedAfter(state.heard, input.test) }, []];
      case 'silenced':
        return silenced(state, input);
      default:
        return input satisfies never;
    }
  };

const linksOf = ({ links }: AlertSight): readonly string[] => links.map(({ name }) => name);

/** More alerts at once than anybody reads; what comes then waits until others end. */
const mostAlerts = 20_000;

function looked(state: AlertsState, sight: AlertSight, look: Look): Stepped {
  const seen = new Map(observed(sight, look).map((one) => [keyOf(one), one] as const));
  const known = namesIn(sight);
  const conditions = new Map<string, Condition>();
  const effects: AlertEffect[] = [];
  let { next } = state.mint;
  let open = openAlerts(state).length;
  for (const key of new Set([...state.conditions.keys(), ...seen.keys()])) {
    const id = `alert_${state.mint.prefix}-${next}` as AlertId;
    const after = advance(state.conditions.get(key), seen.get(key), {
      ...look,
      id,
      known,
      mayRaise: open < mostAlerts,
    });
    if (after.condition !== undefined) conditions.set(key, after.condition);
    if (isNew(after, id)) [next, open] = [next + 1, open + 1];
    effects.push(...after.effects);
  }
  const after = isSame(conditions, state.conditions) ? state.conditions : conditions;
  return [{ ...state, mint: { ...state.mint, next }, heard: look.heard, conditions: after }, effects];
}

const isSame = (a: AlertsState['conditions'], b: AlertsState['conditions']): boolean =>
  a.size === b.size && [...a].every(([key, one]) => b.get(key) === one);

const isNew = ({ condition }: After, id: AlertId): boolean =>
  condition?.phase === 'raised' && condition.alert.id === id;

function silenced(state: AlertsState, input: Extract<AlertInput, { type: 'silenced' }>): Stepped {
  const { alert: id, untilUnixMs, by } = input;
  const entry = [...state.conditions].find(([, one]) => one.phase === 'raised' && one.alert.id === id);
  if (entry?.[1].phase !== 'raised') return [state, []];
  const [key, condition] = entry;
  const alert = { ...condition.alert, silencedUntilUnixMs: untilUnixMs };
  const conditions = new Map(state.conditions).set(key, { ...condition, alert });
  return [
    { ...state, conditions },
    [{ do: 'record', fact: { type: 'alertSilenced', alert: id, untilUnixMs, by } }],
  ];
}
