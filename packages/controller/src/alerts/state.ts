import type { AlertTold, AlertView } from '@bondctl/proto/model/alert';
import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { AlertId } from '@bondctl/proto/model/names';
import { type Heard, type JudgedTest, nothingHeard } from './heard.ts';
import type { AlertSight } from './subjects.ts';

/** An alert as the machine has it. */
export interface Alert extends Omit<AlertView, 'state' | 'deliveries'> {
  readonly hosts: readonly string[];
  /** How often receivers were told that it holds; 0: our own change keeps it quiet. */
  readonly told: number;
}

/** What is wrong with one subject in one way: not for long enough yet, or an alert. `clearUnixMs`: since when it is well again. */
export type Condition =
  | { readonly phase: 'waiting'; readonly sinceUnixMs: number }
  | { readonly phase: 'raised'; readonly alert: Alert; readonly clearUnixMs: number | null };

/** Everything the machine goes on from. */
export interface AlertsState {
  /** What makes ids: theirs alone, and how many there were. */
  readonly mint: { readonly prefix: string; readonly next: number };
  /** The last fact that was heard. */
  readonly lastEventId: number;
  readonly heard: Heard;
  /** By rule and subject. */
  readonly conditions: ReadonlyMap<string, Condition>;
}

/** The state of a controller that never looked. `prefix` is told from that of every other store; facts after the named one count. */
export const begin = (prefix: string, lastEventId: number): AlertsState => ({
  mint: { prefix, next: 1 },
  lastEventId,
  heard: nothingHeard,
  conditions: new Map(),
});

/** What happens to alerts. */
export type AlertInput =
  | { readonly type: 'looked'; readonly sight: AlertSight }
  | { readonly type: 'heard'; readonly event: RecordedEvent }
  | { readonly type: 'judged'; readonly test: JudgedTest }
  | { readonly type: 'silenced'; readonly alert: AlertId; readonly untilUnixMs: number; readonly by: string };

/** What the shell does once the new state is stored, in this order. */
export type AlertEffect =
  | { readonly do: 'record'; readonly fact: Fact }
  | { readonly do: 'tell'; readonly told: AlertTold; readonly alert: Alert }
  /** It is over and goes to the ended ones. */
  | { readonly do: 'close'; readonly alert: Alert };

/** What every step gives. */
export type Stepped = readonly [AlertsState, readonly AlertEffect[]];

/** The alerts that hold. */
export const openAlerts = ({ conditions }: Pick<AlertsState, 'conditions'>): readonly Alert[] =>
  [...conditions.values()].flatMap((one) => (one.phase === 'raised' ? [one.alert] : []));

/** What an alert is known by while it holds. */
export const keyOf = ({ rule, subject }: Pick<AlertView, 'rule' | 'subject'>): string => `${rule} ${subject}`;
