import type { AlertId } from './names.ts';

/** What can be wrong so that somebody is told. */
export const alertRules = [
  'bondDegraded',
  'bondDown',
  'flapping',
  'partnerChanged',
  'drift',
  'belowExpectation',
  'agentLost',
] as const;

/** What is wrong. */
export type AlertRule = (typeof alertRules)[number];

/** How bad an alert can be, worst last. */
export const alertSeverities = ['warning', 'critical'] as const;

/** How bad an alert is. */
export type AlertSeverity = (typeof alertSeverities)[number];

/** How an alert can stand. `silenced`: it holds, and nobody is told. */
export const alertStates = ['firing', 'silenced', 'ended'] as const;

/** How an alert stands. */
export type AlertState = (typeof alertStates)[number];

/** What a receiver is told of an alert. */
export type AlertTold = 'raised' | 'ended';

/** What became of telling one receiver. */
export interface AlertDelivery {
  /** The route's name. */
  readonly target: string;
  readonly told: AlertTold;
  /** When it was tried last, or when it began to wait. */
  readonly atUnixMs: number;
  readonly delivered: boolean;
  /** Whether nothing more is tried. */
  readonly isSettled: boolean;
  readonly tries: number;
  /** Why the last try failed; null where none did. */
  readonly error: string | null;
}

/** One alert: everything that is wrong with one subject in one way. */
export interface AlertView {
  readonly id: AlertId;
  readonly rule: AlertRule;
  /** Name of a link, `host/bond`, or a host. */
  readonly subject: string;
  readonly kind: 'link' | 'bond' | 'host';
  readonly severity: AlertSeverity;
  readonly state: AlertState;
  /** Since when it holds; receivers were told once that had lasted. */
  readonly sinceUnixMs: number;
  readonly endedUnixMs: number | null;
  /** Until when a person wants to hear nothing of it; null where nobody said so. */
  readonly silencedUntilUnixMs: number | null;
  readonly sentence: string;
  /** What belongs to it: `host`, `host/bond` or `host/bond/port`. */
  readonly members: readonly string[];
  readonly deliveries: readonly AlertDelivery[];
}

/** How a test delivery to one route went. */
export interface AlertTestView {
  readonly target: string;
  readonly delivered: boolean;
  readonly error: string | null;
}
