// Alerts as they come.
import type { AlertDelivery, AlertView } from '@bondctl/proto/model/alert';
import type { AlertId } from '@bondctl/proto/model/names';
import { sceneUnixMs } from './scene.ts';

const delivery = (change: Partial<AlertDelivery>): AlertDelivery => ({
  target: 'pager',
  told: 'raised',
  atUnixMs: sceneUnixMs - 600_000,
  delivered: true,
  isSettled: true,
  tries: 1,
  error: null,
  ...change,
});

const alert = (nth: number, change: Partial<AlertView>): AlertView => ({
  id: `alert_fake1234${nth}` as AlertId,
  rule: 'bondDegraded',
  subject: 'alpha/sync0',
  kind: 'bond',
  severity: 'warning',
  state: 'firing',
  sinceUnixMs: sceneUnixMs - nth * 700_000,
  endedUnixMs: null,
  silencedUntilUnixMs: null,
  sentence: 'eth3 of alpha/sync0 is down; the other port carries everything',
  members: ['alpha/sync0/eth3'],
  deliveries: [],
  ...change,
});

/** Some of every kind. */
export const someAlerts: { readonly alerts: readonly AlertView[] } = {
  alerts: [
    alert(1, {
      deliveries: [
        delivery({}),
        delivery({
          target: 'chat',
          delivered: false,
          isSettled: false,
          tries: 4,
          error: 'connection refused by 10.0.0.9:443',
        }),
      ],
    }),
    alert(2, {
      rule: 'bondDown',
      severity: 'critical',
      subject: 'drbd',
      kind: 'link',
      sentence: 'no port of beta/sync0 has a carrier',
      members: ['alpha/sync0', 'beta/sync0'],
      deliveries: [delivery({ delivered: false, tries: 10, error: 'HTTP 500' })],
    }),
    alert(3, {
      rule: 'flapping',
      state: 'silenced',
      silencedUntilUnixMs: sceneUnixMs + 7_200_000,
      sentence: 'eth2 went down 14 times in 10 min',
    }),
    alert(4, {
      rule: 'agentLost',
      subject: 'gamma',
      kind: 'host',
      state: 'ended',
      severity: 'critical',
      endedUnixMs: sceneUnixMs - 60_000,
      sentence: 'gamma was not heard of for 5 min',
      deliveries: [delivery({}), delivery({ told: 'ended' })],
    }),
  ],
};
