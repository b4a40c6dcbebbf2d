import type { Sample } from '@bondctl/proto/metrics/family';
import type { HostReport, Presence } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { testSummary } from '@bondctl/proto/model/test-summary';
import { rolloutStates, type StatusView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import { fakeKept } from '../../../../test/fakes/fake-history.ts';
import { backup, metricReports, partner, splitLacp } from '../../../../test/fakes/fake-metrics.ts';
import { alpha, beta, drbd, fakeRollout, fakeTest } from '../../../../test/fakes/fake-parts.ts';
import { bondReport } from '../../../../test/fakes/fake-report.ts';
import type { HostSight } from '../record/host-view.ts';
import { type MetricsSight, metricDefinitions, metricFamilies } from './families.ts';

const sightOf = (host: HostId, over: Partial<HostSight> = {}): HostSight => ({
  host,
  enrolledUnixMs: 500,
  presence: 'connected',
  lastSeenUnixMs: 90_500,
  report: metricReports.get(host),
  ...over,
});

const calm: MetricsSight['status'] = { revision: null, attention: [], rollout: null, links: [] };

const scrape = (hosts: readonly HostSight[], status: Partial<StatusView> = {}) =>
  metricFamilies({
    version: '0.1.0',
    history: fakeKept,
    process: { startedUnixMs: 1_500, cpuSeconds: 2.5, residentBytes: 70_000_000 },
    hosts,
    status: { ...calm, ...status },
    alerts: {
      rules: [{ rule: 'bondDown', severity: 'critical', firing: 2, silenced: 1 }],
      deliveries: { delivered: 5, failed: 1, waiting: 3 },
    },
  });

type Families = ReturnType<typeof scrape>;

/** Samples of one metric as `label words: value`. */
const said = (families: Families, name: string): readonly string[] =>
  (families.find((one) => one.name === name)?.samples ?? []).map(
    ({ labels, value }: Sample) => `${Object.values(labels).join(' ')}: ${value}`,
  );

describe('bonds and ports', () => {
  const families = scrape([sightOf(alpha), sightOf(beta)]);

  test.each([
    ['bondctl_bond_info', ['alpha sync0 802.3ad: 1', 'beta sync0 active-backup: 1']],
    ['bondctl_bond_up', ['alpha sync0: 1', 'beta sync0: 1']],
    ['bondctl_bond_mtu_bytes', ['alpha sync0: 9000', 'beta sync0: 1500']],
    ['bondctl_bond_ports', ['alpha sync0: 2', 'beta sync0: 2']],
    ['bondctl_bond_ports_up', ['alpha sync0: 2', 'beta sync0: 1']],
    ['bondctl_bond_lacp_partner_info', [`alpha sync0 ${partner}: 1`]],
    ['bondctl_bond_lacp_aggregator_ports', ['alpha sync0: 1']],
    ['bondctl_bond_lacp_aggregator_id', ['alpha sync0: 1']],
    ['bondctl_bond_lacp_min_links', ['alpha sync0: 0']],
    ['bondctl_bond_kept', ['alpha sync0: 0']],
    ['bondctl_bond_drift', ['alpha sync0: 0', 'beta sync0: 1', 'beta gone0: 1']],
    [
      'bondctl_port_up',
      ['alpha sync0 eth2: 1', 'alpha sync0 eth3: 1', 'beta sync0 eth2: 1', 'beta sync0 eth3: 0'],
    ],
    ['bondctl_port_active', ['beta sync0 eth2: 1', 'beta sync0 eth3: 0']],
    [
      'bondctl_port_speed_bytes_per_second',
      ['alpha sync0 eth2: 125000000', 'beta sync0 eth2: 125000000', 'beta sync0 eth3: 125000000'],
    ],
    [
      'bondctl_port_full_duplex',
      ['alpha sync0 eth2: 1', 'alpha sync0 eth3: 1', 'beta sync0 eth2: 1', 'beta sync0 eth3: 1'],
    ],
    [
      'bondctl_port_mtu_bytes',
      ['alpha sync0 eth2: 9000', 'alpha sync0 eth3: 9000', 'beta sync0 eth2: 1500', 'beta sync0 eth3: 1500'],
    ],
    [
      'bondctl_port_link_failures_total',
      ['alpha sync0 eth2: 3', 'alpha sync0 eth3: 0', 'beta sync0 eth2: 0', 'beta sync0 eth3: 0'],
    ],
    ['bondctl_port_lacp_aggregator_id', ['alpha sync0 eth2: 1', 'alpha sync0 eth3: 2']],
    [
      'bondctl_port_lacp_in_churn',
      [
        'alpha sync0 eth2 actor: 0',
        'alpha sync0 eth2 partner: 0',
        'alpha sync0 eth3 actor: 0',
        'alpha sync0 eth3 partner: 1',
      ],
    ],
    [
      'bondctl_port_lacp_churned_total',
      [
        'alpha sync0 eth2 actor: 0',
        'alpha sync0 eth2 partner: 0',
        'alpha sync0 eth3 actor: 0',
        'alpha sync0 eth3 partner: 4',
      ],
    ],
  ])('%s', (name, expected) => {
    expect(said(families, name)).toEqual(expected);
  });

  const only = (report: HostReport) => scrape([sightOf(alpha, { report })]);

  test('a bond that is set down is not up, whatever its ports say', () => {
    const report = bondReport([backup]);
    const interfaces = report.state.interfaces.map((one) => ({ ...one, up: false }));
    const down = only({ ...report, state: { ...report.state, interfaces } });
    expect(said(down, 'bondctl_bond_up')).toEqual(['alpha sync0: 0']);
  });

  test('a partner that nobody is, is none', () => {
    const aggregator = { id: 1, ports: 1, actorKey: 9, partnerKey: 1, partnerMac: '00:00:00:00:00:00' };
    const { lacp } = splitLacp;
    const alone = only(bondReport([{ ...splitLacp, lacp: lacp && { ...lacp, aggregator } }]));
    expect(said(alone, 'bondctl_bond_lacp_partner_info')).toEqual([]);
    expect(said(alone, 'bondctl_bond_lacp_aggregator_ports')).toEqual(['alpha sync0: 1']);
  });

  test('a label has an end, whatever a host says', () => {
    const long = only({ ...bondReport(), kernel: 'k'.repeat(5_000) });
    expect(said(long, 'bondctl_host_info')).toEqual([`alpha ${'k'.repeat(128)} 0.1.0 3.12: 1`]);
  });
});

describe('hosts', () => {
  test.each<[Presence, number, number]>([
    ['connected', 1, 2],
    ['suspect', 0, 2],
    ['lost', 0, 0],
    ['unknown', 0, 0],
  ])('%s: connected %d, and %d ports', (presence, connected, ports) => {
    const families = scrape([sightOf(alpha, { presence })]);
    expect(said(families, 'bondctl_host_connected')).toEqual([`alpha: ${connected}`]);
    expect(said(families, 'bondctl_port_up')).toHaveLength(ports);
    expect(said(families, 'bondctl_bond_drift')).toHaveLength(ports / 2);
    expect(said(families, 'bondctl_host_last_seen_timestamp_seconds')).toEqual(['alpha: 90.5']);
  });

  test('one that never came has its presence alone', () => {
    const families = scrape([
      sightOf(beta, { presence: 'lost', report: undefined, lastSeenUnixMs: undefined }),
    ]);
    const host = families.filter(
      ({ name, samples }) => name.startsWith('bondctl_host') && samples.length > 0,
    );
    expect(host.map(({ name }) => name)).toEqual(['bondctl_host_connected']);
  });

  test('one without iperf3 says so with an empty word', () => {
    expect(said(scrape([sightOf(beta)]), 'bondctl_host_info')).toEqual(['beta 6.1.0 0.1.0 : 1']);
  });
});

describe('alerts', () => {
  test.each([
    ['bondctl_alerts', ['bondDown critical firing: 2', 'bondDown critical silenced: 1']],
    ['bondctl_alert_deliveries_total', ['delivered: 5', 'failed: 1']],
    ['bondctl_alert_deliveries_waiting', [': 3']],
  ])('%s', (name, expected) => {
    expect(said(scrape([]), name)).toEqual(expected);
  });
});

describe('the cluster and its links', () => {
  const ends: StatusView['links'][0]['ends'] = [
    { host: alpha, name: drbd.ends[0].bond, presence: 'connected', bond: null },
    { host: beta, name: drbd.ends[1].bond, presence: 'connected', bond: null },
  ];
  const link = {
    name: drbd.name,
    medium: drbd.medium,
    health: 'degraded',
    ends,
    disagreements: ['MTU'],
  } as const;
  const tested = scrape([], { links: [{ ...link, lastTest: testSummary(fakeTest) }] });

  test.each([
    ['bondctl_link_health', ['drbd ok: 0', 'drbd degraded: 1', 'drbd down: 0', 'drbd unknown: 0']],
    ['bondctl_link_disagreements', ['drbd: 1']],
    ['bondctl_link_test_timestamp_seconds', ['drbd: 1']],
    ['bondctl_link_test_passed', ['drbd: 1']],
    ['bondctl_link_test_received_bytes_per_second', ['drbd: 245000000']],
    ['bondctl_link_test_configuration_ratio', ['drbd: 0.99']],
    ['bondctl_link_test_hardware_ratio', ['drbd: 0.99']],
    ['bondctl_link_test_regressed', []],
    ['bondctl_link_test_findings', ['drbd fault: 0', 'drbd warning: 0', 'drbd note: 0']],
  ])('%s', (name, expected) => {
    expect(said(tested, name)).toEqual(expected);
  });

  test('a link that was never tested has no test', () => {
    const families = scrape([], { links: [{ ...link, lastTest: null }] });
    const full = families.filter(
      ({ name, samples }) => name.startsWith('bondctl_link') && samples.length > 0,
    );
    expect(full.map(({ name }) => name)).toEqual(['bondctl_link_health', 'bondctl_link_disagreements']);
  });

  test('a slower link says so', () => {
    const slower = { ...testSummary(fakeTest), comparison: 'regressed' } as const;
    const families = scrape([], { links: [{ ...link, lastTest: slower }] });
    expect(said(families, 'bondctl_link_test_regressed')).toEqual(['drbd: 1']);
  });

  test('a rollout is in exactly one of its states, and what waits is counted', () => {
    const rollout = {
      id: fakeRollout,
      revision: 3,
      startedUnixMs: 2_000,
      endedUnixMs: null,
      actor: 'cli:ada',
      state: 'soaking',
      why: '',
      waves: [],
      hosts: [],
      proofs: [],
    } as const;
    const families = scrape([], {
      revision: 3,
      rollout,
      attention: [{ subject: 'ro_1', sentence: 'is split' }],
    });
    expect(said(families, 'bondctl_rollout_state')).toEqual(
      rolloutStates.map((state) => `${state}: ${Number(state === 'soaking')}`),
    );
    expect(said(families, 'bondctl_rollout_started_timestamp_seconds')).toEqual([': 2']);
    expect(said(families, 'bondctl_needs_person')).toEqual([': 1']);
    expect(said(families, 'bondctl_accepted_revision')).toEqual([': 3']);
  });

  test('a new controller says of itself what it is and uses, and no more', () => {
    const families = scrape([]).filter(({ samples }) => samples.length > 0);
    expect(families.map(({ name }) => `${name} ${said(families, name).join()}`)).toEqual([
      'bondctl_needs_person : 0',
      'bondctl_controller_info 0.1.0: 1',
      'bondctl_controller_start_time_seconds : 1.5',
      'bondctl_controller_cpu_seconds_total : 2.5',
      'bondctl_controller_resident_memory_bytes : 70000000',
      'bondctl_history_rows second: 7200,minute: 120,hour: 0,events: 12',
      'bondctl_history_oldest_timestamp_seconds second: 1,minute: 0,events: 0.5',
      'bondctl_history_memory_bytes : 57600',
      'bondctl_history_memory_limit_bytes : 268435456',
      'bondctl_history_lost_rows_total : 0',
      'bondctl_database_bytes : 98304',
      'bondctl_database_file_bytes : 102400',
      'bondctl_database_limit_bytes : 2147483648',
      'bondctl_alerts bondDown critical firing: 2,bondDown critical silenced: 1',
      'bondctl_alert_deliveries_total delivered: 5,failed: 1',
      'bondctl_alert_deliveries_waiting : 3',
    ]);
  });
});

describe('what Prometheus expects of names', () => {
  const base = /_(bytes|bytes_per_second|seconds|ratio)$/;
  const odd = /(bits|mbps|percent|milli|_ms|kilo|mega|minutes|hours|_count|_sum|_bucket)(_|$)/;

  test.each(metricDefinitions)('$name', ({ name, type, help, labels }) => {
    expect(name).toMatch(/^bondctl_[a-z]+(_[a-z0-9]+)*$/);
    expect(name.endsWith('_total')).toBe(type === 'counter');
    expect(name).not.toMatch(odd);
    if (/mtu|speed|memory|time|received|cpu/.test(name)) expect(name.replace(/_total$/, '')).toMatch(base);
    expect(help).toMatch(/^[A-Z1].{10,110}\.$/);
    for (const label of labels) expect(label).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
    expect(labels).not.toContain('le');
    expect(labels).not.toContain('quantile');
    // What whoever scrapes adds by itself.
    expect(labels).not.toContain('instance');
    expect(labels).not.toContain('job');
  });

  test('no name twice, and none that is a counter without its suffix', () => {
    const names = metricDefinitions.map(({ name }) => name.replace(/_total$/, ''));
    expect(new Set(names).size).toBe(names.length);
  });

  test('every sample has the labels that its metric declares, and no two have the same', () => {
    const families = scrape([sightOf(alpha), sightOf(beta)]);
    expect(families.map(({ name }) => name)).toEqual(metricDefinitions.map(({ name }) => name));
    for (const { labels, samples } of families) {
      for (const sample of samples) expect(Object.keys(sample.labels)).toEqual(labels);
      const whose = samples.map((sample) => JSON.stringify(sample.labels));
      expect(new Set(whose).size).toBe(whose.length);
    }
  });
});
