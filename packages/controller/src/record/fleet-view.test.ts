import { fleetAttentionAtMost } from '@bondctl/proto/model/fleet';
import type { HostReport, Presence } from '@bondctl/proto/model/host';
import type { LinkName, TxId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { alpha, beta, drbd, fakeRollout, fakeSpec } from '../../../../test/fakes/fake-parts.ts';
import { bond, bondReport, port } from '../../../../test/fakes/fake-report.ts';
import { backgroundOf, touchedBy } from './fleet-background.ts';
import { type Background, type FleetSight, foldFleet } from './fleet-view.ts';
import type { HostSight } from './host-view.ts';

const quiet: Background = backgroundOf({
  revision: { revision: 3, spec: fakeSpec },
  rollouts: [],
  held: [],
  healing: [],
  percents: new Map([[drbd.name, 98]]),
});

const sightOf = (
  host: HostSight['host'],
  report: HostReport | undefined,
  presence: Presence = 'connected',
): HostSight => ({ host, enrolledUnixMs: 1, presence, lastSeenUnixMs: undefined, report });

const good = bondReport();
const failed = bondReport([bond({ ports: [port('eth2'), port('eth3', { miiStatus: 'down' })] })]);

const sight = (hosts: readonly HostSight[], background = quiet): FleetSight => ({
  atUnixMs: 5,
  hosts,
  background,
});

const two = (a: HostReport | undefined, b: HostReport | undefined): readonly HostSight[] => [
  sightOf(alpha, a),
  sightOf(beta, b),
];

describe('a link in one line', () => {
  test.each<[string, readonly HostSight[], string, string]>([
    ['good at both ends', two(good, good), 'ok', ''],
    ['a port down', two(good, failed), 'degraded', 'beta/sync0: down: eth3'],
    ['no such bond', two(bondReport([]), good), 'down', 'alpha has no sync0'],
    ['another MTU', two(good, bondReport([bond()], 1500)), 'degraded', 'MTU differs: alpha 9000, beta 1500'],
    ['an end that is lost', [sightOf(alpha, good), sightOf(beta, good, 'lost')], 'unknown', 'beta is lost'],
    [
      'an end that is silent',
      [sightOf(alpha, good, 'suspect'), sightOf(beta, good)],
      'unknown',
      'alpha has been silent for a while',
    ],
  ])('%s', (_what, hosts, health, sentence) => {
    const { view } = foldFleet(sight(hosts), undefined);
    expect(view.links.map((one) => [one.name, one.health, one.sentence, one.percent])).toEqual([
      [drbd.name, health, sentence, 98],
    ]);
    expect(view.health).toBe(health);
  });

  test('rolls while a host of it is in a change', () => {
    const changing = { ...quiet, changing: new Set([beta]) };
    expect(foldFleet(sight(two(good, good), changing), undefined).view.links[0]?.rolling).toBe(true);
    const applying = { ...good, transaction: { id: 'tx_12345678', phase: 'applying' } };
    expect(foldFleet(sight(two(applying, good)), undefined).view.links[0]?.rolling).toBe(true);
  });
});

describe('a host in one line', () => {
  test('counts its bonds and says what is wrong with them', () => {
    const { view } = foldFleet(sight(two(failed, undefined)), undefined);
    expect(view.hosts).toEqual([
      {
        host: alpha,
        presence: 'connected',
        health: 'degraded',
        sentence: 'sync0: down: eth3',
        bonds: 1,
        bondsNotOk: 1,
      },
      {
        host: beta,
        presence: 'connected',
        health: 'unknown',
        sentence: 'has not reported yet',
        bonds: 0,
        bondsNotOk: 0,
      },
    ]);
  });
});

describe('the next fleet', () => {
  test('is the same one while nothing happened, and keeps every row that did not change', () => {
    const first = foldFleet(sight(two(good, good)), undefined);
    const second = foldFleet({ ...sight(two(good, structuredClone(good))), atUnixMs: 9 }, first);
    expect(second.view).toBe(first.view);
    const third = foldFleet(sight(two(good, failed)), second);
    expect(third.view.hosts[0]).toBe(first.view.hosts[0]);
    expect(third.view.hosts[1]?.health).toBe('degraded');
  });

  test('has the links of the revision that was accepted since', () => {
    const first = foldFleet(sight(two(good, good)), undefined);
    const other = { ...drbd, name: 'backup' as LinkName };
    const revision = { revision: 4, spec: { ...fakeSpec, links: [other] } };
    const { view } = foldFleet(sight(two(good, good), { ...quiet, revision }), first);
    expect([view.revision, view.links.map((one) => one.name)]).toEqual([4, ['backup']]);
  });
});

test('what waits for a person is bounded, and the last sentence says how many more there are', () => {
  const waiting = Array.from({ length: 80 }, (_, at) => ({ subject: `ro_${at}`, sentence: 'diverged' }));
  const { attention } = foldFleet(sight(two(good, good), { ...quiet, waiting }), undefined).view;
  expect(attention).toHaveLength(fleetAttentionAtMost);
  expect(attention.at(-1)?.sentence).toContain('31 more');
});

test('healing that was given up waits for a person while the bond drifts', () => {
  const gaveUp = [{ subject: 'alpha/sync0', sentence: 'in vain' }];
  const drifts: HostReport = {
    ...good,
    drift: [
      {
        bond: bond().name,
        sinceUnixMs: 1,
        differences: [{ path: 'sync0.mtu', wanted: '9000', found: '1500' }],
      },
    ],
  };
  const attention = (report: HostReport) =>
    foldFleet(sight(two(report, good), { ...quiet, gaveUp }), undefined).view.attention;
  expect([attention(good), attention(drifts)]).toEqual([[], gaveUp]);
});

test('a fact makes old what it changes, and what reports show anyway makes nothing old', () => {
  const tx = 'tx_12345678' as TxId;
  expect(touchedBy({ type: 'hostVerified', rollout: fakeRollout, host: alpha, tx })).toEqual([
    { what: 'rollout', rollout: fakeRollout },
  ]);
  expect(touchedBy({ type: 'hostConnected', host: alpha, agentVersion: '1' })).toEqual([]);
  expect(
    touchedBy({ type: 'healTried', host: alpha, bond: bond().name, rollout: fakeRollout, why: '' }),
  ).toEqual([{ what: 'healing' }]);
});
