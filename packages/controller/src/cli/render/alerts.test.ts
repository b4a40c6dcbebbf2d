import type { AlertDelivery, AlertView } from '@bondctl/proto/model/alert';
import type { AlertId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { fakeAlert } from '../../../../../test/fakes/fake-parts.ts';
import { renderAlerts, renderSilenced, renderTried } from './alerts.ts';
import { plain } from './paint.ts';

const delivery: AlertDelivery = {
  target: 'pager',
  told: 'raised',
  atUnixMs: 1_000,
  delivered: true,
  isSettled: true,
  tries: 1,
  error: null,
};
const failed = { ...delivery, target: 'mail', delivered: false, tries: 8, error: 'it answered 500' };
const waiting = { ...delivery, target: 'command:page', delivered: false, isSettled: false, tries: 2 };
const lost: AlertView = {
  ...fakeAlert,
  id: 'alert_fake1234-22' as AlertId,
  rule: 'agentLost',
  subject: 'alpha',
  kind: 'host',
  severity: 'critical',
  sentence: 'the agent of alpha is not heard of any more',
  members: ['alpha'],
};

test('alerts line up, with how they stand and who was told', () => {
  const alerts = [
    { ...lost, deliveries: [delivery, failed, waiting] },
    fakeAlert,
    { ...fakeAlert, state: 'silenced', silencedUntilUnixMs: 7_200_000 } as const,
    { ...fakeAlert, state: 'silenced' } as const,
    {
      ...fakeAlert,
      state: 'ended',
      endedUnixMs: 61_000,
      deliveries: [failed, { ...failed, told: 'ended', delivered: true }],
    } as const,
  ];
  expect(renderAlerts(alerts, plain)).toMatchInlineSnapshot(`
    "ID                  SINCE                  STATE                                 SEVERITY   RULE           SUBJECT   TOLD
    alert_fake1234-22   1970-01-01 00:00:01Z   firing                                critical   agentLost      alpha     pager, mail failed: it answered 500, command:page waits after 2 tries   the agent of alpha is not heard of any more
    alert_fake1234-1    1970-01-01 00:00:01Z   firing                                warning    bondDegraded   drbd      -                                                                       alpha/sync0: down: eth3
    alert_fake1234-1    1970-01-01 00:00:01Z   silenced until 1970-01-01 02:00:00Z   warning    bondDegraded   drbd      -                                                                       alpha/sync0: down: eth3
    alert_fake1234-1    1970-01-01 00:00:01Z   silenced by a change                  warning    bondDegraded   drbd      -                                                                       alpha/sync0: down: eth3
    alert_fake1234-1    1970-01-01 00:00:01Z   ended 1970-01-01 00:01:01Z            warning    bondDegraded   drbd      mail                                                                    alpha/sync0: down: eth3
    "
  `);
  expect(renderAlerts([], plain)).toBe('No alerts.\n');
});

test('a silence says until when', () => {
  expect(renderSilenced({ ...fakeAlert, silencedUntilUnixMs: 7_200_000 })).toBe(
    'Nobody is told of alert_fake1234-1 (drbd) until 1970-01-01 02:00:00Z.\n',
  );
});

test('routes that were tried line up', () => {
  const routes = [
    { target: 'pager', delivered: true, error: null },
    { target: 'command:page-somebody', delivered: false, error: 'it ended with 1: no modem' },
  ];
  expect(renderTried(routes, plain)).toMatchInlineSnapshot(`
    "TARGET                  TEST
    pager                   delivered
    command:page-somebody   failed      it ended with 1: no modem
    "
  `);
  expect(renderTried([], plain)).toMatch(/^There is no route/);
});
