import { counter, gauge, one, type Table } from '@bondctl/proto/metrics/family';
import type { AlertRule, AlertSeverity } from '@bondctl/proto/model/alert';

/** How many alerts of one rule and severity hold. */
export interface AlertCount {
  readonly rule: AlertRule;
  readonly severity: AlertSeverity;
  readonly firing: number;
  readonly silenced: number;
}

/** What became of telling receivers since the controller started. */
export interface DeliveryCount {
  readonly delivered: number;
  readonly failed: number;
  readonly waiting: number;
}

/** Alerts as they are counted. */
export interface AlertCounts {
  readonly rules: readonly AlertCount[];
  readonly deliveries: DeliveryCount;
}

/** The alerts that hold. */
export const alertTable: Table<AlertCount> = {
  labels: ['rule', 'severity'],
  name: ({ rule, severity }) => [rule, severity],
  rows: [
    gauge(
      'bondctl_alerts',
      'Alerts that hold; silenced: a person, or our own change, keeps them quiet.',
      ({ firing, silenced }) => [
        { labels: { state: 'firing' }, value: firing },
        { labels: { state: 'silenced' }, value: silenced },
      ],
      'state',
    ),
  ],
};

/** Whether anybody hears of them. */
export const deliveryTable: Table<DeliveryCount> = {
  labels: [],
  name: () => [],
  rows: [
    counter(
      'bondctl_alert_deliveries_total',
      'Deliveries of alerts that a receiver took, or that were given up.',
      ({ delivered, failed }) => [
        { labels: { outcome: 'delivered' }, value: delivered },
        { labels: { outcome: 'failed' }, value: failed },
      ],
      'outcome',
    ),
    gauge('bondctl_alert_deliveries_waiting', 'Deliveries of alerts that are still tried.', ({ waiting }) =>
      one(waiting),
    ),
  ],
};
