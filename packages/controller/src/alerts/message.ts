import type { AlertTold, AlertView } from '@bondctl/proto/model/alert';
import type { DeliveryRow } from '../store/ports.ts';
import type { Alert } from './state.ts';
import { alertView } from './view.ts';

/** What a receiver gets as JSON. `delivery` is the same at every try, also after a restart: whoever has seen it ignores it. */
export interface AlertMessage {
  readonly version: 1;
  readonly delivery: string;
  readonly told: AlertTold | 'test';
  readonly atUnixMs: number;
  readonly alert: Omit<AlertView, 'deliveries'> | null;
}

const written = (message: AlertMessage): string => `${JSON.stringify(message)}\n`;

/** The deliveries of one alert to its targets, none tried yet. */
export function deliveriesOf(
  alert: Alert,
  told: AlertTold,
  targets: readonly string[],
  nowUnixMs: number,
): readonly DeliveryRow[] {
  const id = `${alert.id}.${told}.${alert.told}`;
  const { deliveries: _, ...shown } = alertView(alert, [], nowUnixMs);
  const body = written({ version: 1, delivery: id, told, atUnixMs: nowUnixMs, alert: shown });
  const times = { createdUnixMs: nowUnixMs, atUnixMs: nowUnixMs };
  return targets.map((target) => ({
    ...{ id, target, alert: alert.id, told, body, tries: 0, outcome: 'waiting', error: null },
    ...times,
  }));
}

/** What a route gets when somebody wants to see whether it works. */
export const testBody = (delivery: string, nowUnixMs: number): string =>
  written({ version: 1, delivery, told: 'test', atUnixMs: nowUnixMs, alert: null });

/** What a command finds in its environment beside the JSON: enough for a line of text. */
export function environmentOf(body: string): Readonly<Record<string, string>> {
  // Written by `written` above, and by nobody else.
  const { delivery, told, alert } = JSON.parse(body) as AlertMessage;
  return {
    BONDCTL_ALERT_DELIVERY: delivery,
    BONDCTL_ALERT_TOLD: told,
    BONDCTL_ALERT_ID: alert?.id ?? '',
    BONDCTL_ALERT_RULE: alert?.rule ?? '',
    BONDCTL_ALERT_SUBJECT: alert?.subject ?? '',
    BONDCTL_ALERT_KIND: alert?.kind ?? '',
    BONDCTL_ALERT_SEVERITY: alert?.severity ?? '',
    BONDCTL_ALERT_SENTENCE: alert?.sentence ?? 'this is a test of bondctl alerts',
  };
}
