import type { BondState } from '@bondctl/proto/model/bond';
import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { TxId } from '@bondctl/proto/model/names';
import { testSummary } from '@bondctl/proto/model/test-summary';
import type { RolloutView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import { alpha, beta, drbd, fakeRollout, fakeSpec, fakeTest } from '../../../../test/fakes/fake-parts.ts';
import { bond, bondReport, lacpBond, name, port } from '../../../../test/fakes/fake-report.ts';
import { type HostSight, hostView } from './host-view.ts';
import { ratesBetween } from './rates.ts';
import { rolloutView, unsettled } from './rollout-view.ts';
import { narrowStatus, type Sight, statusView } from './view.ts';

const sightOf = (host: HostSight['host'], report: HostSight['report']): HostSight => ({
  host,
  enrolledUnixMs: 1,
  presence: report === undefined ? 'lost' : 'connected',
  lastSeenUnixMs: 2,
  report,
});

const cluster = (a: HostSight['report'], b: HostSight['report'], over: Partial<Sight> = {}): Sight => ({
  atUnixMs: 5,
  hosts: [sightOf(alpha, a), sightOf(beta, b)],
  revision: { revision: 3, spec: fakeSpec },
  tests: [testSummary(fakeTest)],
  rollouts: [],
  held: [],
  ...over,
});

const partner = '52:54:00:aa:bb:cc';

describe('a bond', () => {
  const down = port('eth3', { miiStatus: 'down' });
  test.each<[string, BondState, string, string]>([
    ['two ports up', bond(), 'ok', ''],
    ['one port down', bond({ ports: [port('eth2'), down] }), 'degraded', 'down: eth3'],
    ['all ports down', bond({ ports: [down] }), 'down', 'no port of the bond is up'],
    ['no ports', bond({ ports: [] }), 'down', 'the bond has no ports'],
    ['no carrier of its own', bond({ miiStatus: 'down' }), 'down', 'no port of the bond is up'],
    ['LACP with its partner', lacpBond(2, partner), 'ok', ''],
    ['LACP alone', lacpBond(2, '00:00:00:00:00:00'), 'degraded', 'no LACP partner answers'],
    ['LACP split', lacpBond(1, partner), 'degraded', 'the aggregator carries 1 of 2 ports'],
    ['LACP unsaid', bond({ mode: '802.3ad' }), 'degraded', 'the kernel names no active aggregator'],
  ])('%s', (_what, state, health, sentence) => {
    const view = hostView(sightOf(alpha, bondReport([state])), null);
    expect(view.bonds.map((one) => [one.health, one.sentence])).toEqual([[health, sentence]]);
    expect(view.health).toBe(health);
  });

  test('shows its MTU and the addresses that somebody gave it', () => {
    const [view] = hostView(sightOf(alpha, bondReport()), null).bonds;
    expect([view?.mtu, view?.addresses]).toEqual([9000, ['10.9.0.1/24']]);
  });

  test('shows which port faces which, as far as the kernel tells', () => {
    const side = {
      systemPriority: null,
      systemMac: partner,
      portKey: null,
      portPriority: null,
      portNumber: 2,
      portState: 63,
    };
    const heard = {
      aggregatorId: 1,
      actorChurn: null,
      partnerChurn: null,
      actorChurnedCount: null,
      partnerChurnedCount: null,
      actor: null,
      partner: side,
    };
    const state = { ...lacpBond(2, partner), ports: [port('eth2', { lacp: heard }), port('eth3')] };
    const [view] = hostView(sightOf(alpha, bondReport([state])), null).bonds;
    expect(view?.lacp).toMatchObject({ partnerMac: partner, rate: 'fast', aggregatorId: 1, systemMac: null });
    expect(view?.ports.map(({ lacp }) => lacp)).toEqual([
      {
        aggregatorId: 1,
        number: null,
        state: null,
        partnerMac: partner,
        partnerNumber: 2,
        partnerState: 63,
      },
      null,
    ]);
  });

  test('that the host was last seen with is shown, and nobody says it is well', () => {
    const view = hostView({ ...sightOf(alpha, bondReport()), presence: 'lost' }, null);
    expect([view.health, view.bonds.length]).toEqual(['unknown', 1]);
  });
});

describe('a bond that drifts', () => {
  const departed = (path: string, wanted: string, found: string): HostSight['report'] => ({
    ...bondReport(path === 'sync0' ? [] : [bond()]),
    drift: [{ bond: name('sync0'), differences: [{ path, wanted, found }], sinceUnixMs: 4 }],
  });

  test.each([
    ['sync0.options.miimon', '100', '0', 'options.miimon is 0, what was confirmed wants 100'],
    ['eth2.mtu', '9000', '1500', 'eth2.mtu is 1500, what was confirmed wants 9000'],
    ['sync0', 'a bond', 'not there', 'the bond is gone, what was confirmed wants it'],
    ['sync0', 'not there', 'a bond', 'the bond is there, what was confirmed wants it absent'],
  ])('by %s: %s, %s', (path, wanted, found, clause) => {
    const view = hostView(sightOf(alpha, departed(path, wanted, found)), null);
    const sentence = `drift: ${clause}; \`bondctl plan\` shows the way back`;
    expect(view).toMatchObject({ health: 'degraded', drift: [{ sentence, sinceUnixMs: 4 }] });
    for (const one of view.bonds) expect(one).toMatchObject({ health: 'degraded', sentence });
  });

  test('is told beside what else is wrong with it, with the revision that its host committed', () => {
    const report = {
      ...bondReport([bond({ ports: [] })]),
      drift: departed('sync0.mode', 'a', 'b')?.drift ?? [],
    };
    const view = hostView(sightOf(alpha, report), 3);
    expect(view.bonds[0]).toMatchObject({
      health: 'down',
      sentence:
        'the bond has no ports; drift: mode is b, revision 3 wants a; `bondctl plan` shows the way back',
    });
  });

  test('and is gone is found by its name all the same', () => {
    const status = statusView(cluster(departed('sync0', 'a bond', 'not there'), bondReport()));
    const part = narrowStatus(status, 'alpha/sync0');
    expect(part.ok && part.value.hosts.map((host) => host.drift.length)).toEqual([1]);
  });
});

describe('a link', () => {
  const link = (a: HostSight['report'], b: HostSight['report']) => statusView(cluster(a, b)).links[0];

  test('with two equal ends is well and shows its last test', () => {
    expect(link(bondReport(), bondReport())).toMatchObject({
      health: 'ok',
      disagreements: [],
      lastTest: { id: fakeTest.id, percentOfConfiguration: 99, passed: true },
    });
  });

  test('whose ends differ says how', () => {
    expect(link(bondReport(), bondReport([lacpBond(2, partner)], 1500))).toMatchObject({
      health: 'degraded',
      disagreements: ['mode differs: alpha balance-rr, beta 802.3ad', 'MTU differs: alpha 9000, beta 1500'],
    });
  });

  test('with an end that nobody hears is unknown, and with an end that is not there is down', () => {
    expect(link(bondReport(), undefined)).toMatchObject({ health: 'unknown' });
    expect(link(bondReport(), bondReport([]))).toMatchObject({ health: 'down', ends: [{}, { bond: null }] });
  });
});

describe('a status is narrowed', () => {
  const other = bond({ name: name('bond9') });
  const status = statusView(cluster(bondReport([bond(), other]), bondReport()));
  const names = (scope: string) => {
    const part = narrowStatus(status, scope);
    if (!part.ok) return part.error;
    const bonds = part.value.hosts.flatMap((host) => host.bonds.map((one) => `${host.host}/${one.name}`));
    return [part.value.links.map((one) => one.name), bonds];
  };
  test.each([
    ['drbd', [['drbd'], ['alpha/sync0', 'beta/sync0']]],
    ['alpha', [['drbd'], ['alpha/sync0', 'alpha/bond9']]],
    ['alpha/sync0', [['drbd'], ['alpha/sync0']]],
    ['alpha/bond9', [[], ['alpha/bond9']]],
    ['alpha/bond8', 'There is no link, host or bond called "alpha/bond8"; there are drbd, alpha, beta.'],
    ['gamma', 'There is no link, host or bond called "gamma"; there are drbd, alpha, beta.'],
  ])('to %s', (scope, expected) => {
    expect(names(scope)).toEqual(expected);
  });
});

describe('a rollout', () => {
  const tx = 'tx_view12345' as TxId;
  const facts = (...list: readonly RecordedEvent['fact'][]): readonly RecordedEvent[] =>
    list.map((fact, at) => ({ id: at + 1, atUnixMs: 100 + at, actor: 'cli:ada', fact }));
  const sight = { id: fakeRollout, revision: 3, startedUnixMs: 100, ended: false };
  const started = { type: 'rolloutStarted', rollout: fakeRollout, revision: 3 } as const;
  const prepared = (host: typeof alpha) =>
    ({ type: 'hostPrepared', rollout: fakeRollout, host, tx }) as const;
  const ended = (ending: 'finished' | 'failed' | 'needsPerson', why: string) =>
    ({ type: 'rolloutEnded', rollout: fakeRollout, ending, why }) as const;

  test('is folded from its facts', () => {
    const view = rolloutView(
      sight,
      facts(
        started,
        prepared(alpha),
        prepared(beta),
        { type: 'hostVerified', rollout: fakeRollout, host: alpha, tx },
        { type: 'proofPassed', rollout: fakeRollout, link: drbd.name, test: fakeTest.id },
        { type: 'hostCommitted', rollout: fakeRollout, host: alpha, tx },
      ),
    );
    expect(view).toMatchObject({
      actor: 'cli:ada',
      state: 'running',
      hosts: [
        { host: 'alpha', phase: 'committed' },
        { host: 'beta', phase: 'prepared' },
      ],
      proofs: [{ link: 'drbd', passed: true, test: fakeTest.id }],
    });
  });

  test.each([
    ['finished', 'all good', 'finished'],
    ['failed', 'too slow', 'failed'],
    ['needsPerson', 'beta is gone', 'needsPerson'],
  ] as const)('that ended %s', (ending, why, state) => {
    expect(rolloutView(sight, facts(started, ended(ending, why)))).toMatchObject({
      state,
      why,
      endedUnixMs: 101,
    });
  });

  test('needs a person until every host of it committed something else or is what was wanted', () => {
    const bad = rolloutView(
      sight,
      facts(started, prepared(alpha), prepared(beta), ended('needsPerson', 'split')),
    );
    const later = (hosts: RolloutView['hosts']): RolloutView => ({
      ...bad,
      state: 'finished',
      endedUnixMs: 500,
      hosts,
    });
    const at = (atUnixMs: number, ...hosts: (typeof alpha)[]) => [{ atUnixMs, hosts }];
    expect(unsettled([bad], [])).toEqual([bad]);
    expect(unsettled([later(bad.hosts.slice(0, 1)), bad], [])).toEqual([bad]);
    expect(unsettled([later(bad.hosts), bad], [])).toEqual([]);
    expect(unsettled([bad], at(50, alpha, beta))).toEqual([bad]);
    expect(unsettled([bad], at(600, alpha))).toEqual([bad]);
    expect(unsettled([bad], at(600, alpha, beta))).toEqual([]);
    const status = statusView(cluster(bondReport(), bondReport(), { rollouts: [bad] }));
    expect(status.attention).toEqual([{ subject: fakeRollout, sentence: 'split' }]);
  });

  test('of a host that is stuck stands out', () => {
    const report = { ...bondReport(), transaction: { id: 'tx_1', phase: 'stuck' } };
    expect(statusView(cluster(report, bondReport())).attention).toMatchObject([{ subject: 'alpha' }]);
  });
});

test('rates come from counters that grew, and from nothing else', () => {
  const sample = (port: string, atMs: number, txBytes: number, rxBytes: number) => ({
    ...{ port: name(port), atMs, txBytes, rxBytes },
    ...{ txPackets: 0, rxPackets: 0, txDropped: 0, rxDropped: 0 },
  });
  const before = [sample('eth2', 1000, 1000, 500), sample('eth3', 1000, 1000, 500)];
  const after = [sample('eth2', 3000, 3000, 500), sample('eth3', 3000, 10, 500), sample('eth4', 3000, 1, 1)];
  expect(ratesBetween(before, after)).toEqual([{ port: 'eth2', txBps: 8000, rxBps: 0 }]);
  expect(ratesBetween(after, after)).toEqual([]);
});
