import type { Fact } from '@bondctl/proto/model/event';
import type { AlertRow } from '../store/ports.ts';
import { type Alert, type AlertEffect, type AlertsState, type Condition, keyOf } from './state.ts';

/** What the store keeps of the machine beside the alerts that hold, which have rows of their own. */
export interface Memory extends Omit<AlertsState, 'conditions'> {
  readonly waiting: readonly (readonly [string, Condition])[];
  /** Facts that this state brought and that may not be recorded yet: a crash in between loses none. */
  readonly owed: readonly Fact[];
}

/** The state and what it owes, as they are stored. */
export const memoryOf = ({ conditions, ...state }: AlertsState, owed: readonly Fact[]): Memory => ({
  ...state,
  waiting: [...conditions].filter(([, { phase }]) => phase === 'waiting'),
  owed,
});

/** The state as it was stored. How long an alert was well is counted anew: nobody looked in the meantime. */
export function stateOf({ waiting, owed: _, ...state }: Memory, open: readonly AlertRow[]): AlertsState {
  // What this program stored.
  const alerts = open.map((row) => row.alert as Alert);
  const raised = alerts.map(
    (alert) => [keyOf(alert), { phase: 'raised', alert, clearUnixMs: null }] as const,
  );
  return { ...state, conditions: new Map<string, Condition>([...waiting, ...raised]) };
}

const alertIn = (state: AlertsState, key: string): Alert | undefined => {
  const condition = state.conditions.get(key);
  return condition?.phase === 'raised' ? condition.alert : undefined;
};

/** The rows that a step changed: alerts that came, that are another way now, and that are over. */
export function changedRows(
  before: AlertsState,
  after: AlertsState,
  effects: readonly AlertEffect[],
): readonly AlertRow[] {
  const open = [...after.conditions.keys()].flatMap((key) => {
    const alert = alertIn(after, key);
    return alert === undefined || alert === alertIn(before, key) ? [] : [alert];
  });
  const over = effects.flatMap((effect) => (effect.do === 'close' ? [effect.alert] : []));
  return [...over, ...open].map((alert) => ({ id: alert.id, endedUnixMs: alert.endedUnixMs, alert }));
}
