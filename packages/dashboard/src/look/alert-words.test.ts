import type { AlertDelivery, AlertView } from '@bondctl/proto/model/alert';
import { expect, test } from 'vitest';
import { alertAddress, alertGroups, alertTone, deliveryWords } from './alert-words.ts';

const alert = (id: string, change: Partial<AlertView>): AlertView => ({
  id: id as AlertView['id'],
  rule: 'drift',
  subject: 'alpha/sync0',
  kind: 'bond',
  severity: 'warning',
  state: 'firing',
  sinceUnixMs: 0,
  endedUnixMs: null,
  silencedUntilUnixMs: null,
  sentence: '',
  members: [],
  deliveries: [],
  ...change,
});

test('what fires stands first, critical before warnings, and the newest before older ones', () => {
  const all = [
    alert('old', { sinceUnixMs: 1 }),
    alert('over', { state: 'ended' }),
    alert('new', { sinceUnixMs: 2 }),
    alert('bad', { severity: 'critical' }),
  ];
  expect(alertGroups(all).map(({ state, alerts }) => [state, ...alerts.map(({ id }) => id)])).toEqual([
    ['firing', 'bad', 'new', 'old'],
    ['silenced'],
    ['ended', 'over'],
  ]);
});

test.each([
  [{ delivered: true, isSettled: true, tries: 1 }, 'delivered'],
  [{ delivered: false, isSettled: true, tries: 10 }, 'given up'],
  [{ delivered: false, isSettled: false, tries: 3 }, 'tries again'],
  [{ delivered: false, isSettled: false, tries: 0 }, 'waits'],
])('a delivery of %o %s', (change, words) => {
  const delivery = {
    target: 't',
    told: 'raised',
    atUnixMs: 0,
    error: null,
    ...change,
  } satisfies AlertDelivery;
  expect(deliveryWords(delivery).words).toBe(words);
});

test('an alert leads to its subject, and is as loud as it is bad', () => {
  expect(alertAddress(alert('a', {}))).toBe('/hosts/alpha');
  expect(alertAddress(alert('a', { kind: 'link', subject: 'drbd' }))).toBe('/links/drbd');
  expect(alertTone(alert('a', { severity: 'critical' }))).toBe('down');
  expect(alertTone(alert('a', { state: 'ended', severity: 'critical' }))).toBe('ok');
});
