import type { Sample } from '@bondctl/proto/metrics/family';
import { txPhases } from '@bondctl/proto/model/transaction';
import { describe, expect, test } from 'vitest';
import { metricReports, partner } from '../../../../test/fakes/fake-metrics.ts';
import { alpha, beta } from '../../../../test/fakes/fake-parts.ts';
import { type AgentSight, agentDefinitions, agentFamilies } from './families.ts';
import { wayOf } from './way.ts';

const sight = (over: Partial<AgentSight> = {}): AgentSight => ({
  host: alpha,
  report: metricReports.get(alpha),
  lookedUnixMs: 90_500,
  phase: 'idle',
  uplink: { connected: true, sinceUnixMs: 4_500, eventsWaiting: 3, eventsLost: 7 },
  process: { startedUnixMs: 1_500, cpuSeconds: 2.5, residentBytes: 50_000_000 },
  ...over,
});

/** Samples of one metric as `label words: value`. */
const said = (name: string, over: Partial<AgentSight> = {}): readonly string[] =>
  (agentFamilies(sight(over)).find((one) => one.name === name)?.samples ?? []).map(
    ({ labels, value }: Sample) => `${Object.values(labels).join(' ')}: ${value}`,
  );

describe('an agent says of itself', () => {
  test.each([
    ['bondctl_agent_connected', ['alpha: 1']],
    ['bondctl_agent_connection_since_timestamp_seconds', ['alpha: 4.5']],
    ['bondctl_agent_events_waiting', ['alpha: 3']],
    ['bondctl_agent_events_lost_total', ['alpha: 7']],
    ['bondctl_agent_look_timestamp_seconds', ['alpha: 90.5']],
    ['bondctl_agent_start_time_seconds', ['alpha: 1.5']],
    ['bondctl_agent_cpu_seconds_total', ['alpha: 2.5']],
    ['bondctl_agent_resident_memory_bytes', ['alpha: 50000000']],
    ['bondctl_host_info', ['alpha 6.1.0 0.1.0 3.12: 1']],
  ])('%s', (name, expected) => expect(said(name)).toEqual(expected));

  test('which phase its change is in, and that it is in no other', () => {
    const name = 'bondctl_agent_transaction_phase';
    const words = said(name, { phase: 'stuck' });
    expect(words).toHaveLength(txPhases.length);
    expect(words.filter((one) => one.endsWith(': 1'))).toEqual(['alpha stuck: 1']);
  });

  test('that it is alone, and since when', () => {
    const uplink = { connected: false, sinceUnixMs: undefined, eventsWaiting: 0, eventsLost: 0 };
    expect(said('bondctl_agent_connected', { uplink })).toEqual(['alpha: 0']);
    expect(said('bondctl_agent_connection_since_timestamp_seconds', { uplink })).toEqual([]);
  });
});

describe('an agent says of its bonds', () => {
  test.each([
    ['bondctl_bond_info', ['alpha sync0 802.3ad: 1']],
    ['bondctl_bond_up', ['alpha sync0: 1']],
    ['bondctl_bond_lacp_partner_info', [`alpha sync0 ${partner}: 1`]],
    ['bondctl_bond_lacp_aggregator_ports', ['alpha sync0: 1']],
    ['bondctl_bond_lacp_min_links', ['alpha sync0: 0']],
    ['bondctl_port_up', ['alpha sync0 eth2: 1', 'alpha sync0 eth3: 1']],
    ['bondctl_port_speed_bytes_per_second', ['alpha sync0 eth2: 125000000']],
    ['bondctl_port_full_duplex', ['alpha sync0 eth2: 1', 'alpha sync0 eth3: 1']],
    ['bondctl_port_link_failures_total', ['alpha sync0 eth2: 3', 'alpha sync0 eth3: 0']],
  ])('%s', (name, expected) => expect(said(name)).toEqual(expected));

  test('also what departs from what was confirmed, and which port is active', () => {
    const report = metricReports.get(beta);
    expect(said('bondctl_bond_drift', { host: beta, report })).toEqual(['beta sync0: 1', 'beta gone0: 1']);
    expect(said('bondctl_port_active', { host: beta, report })).toEqual([
      'beta sync0 eth2: 1',
      'beta sync0 eth3: 0',
    ]);
  });

  test('nothing before it looked', () => {
    const blind = { report: undefined, lookedUnixMs: undefined };
    const families = agentFamilies(sight(blind)).filter(({ samples }) => samples.length > 0);
    expect(families.filter(({ name }) => !name.startsWith('bondctl_agent_'))).toEqual([]);
    expect(said('bondctl_agent_look_timestamp_seconds', blind)).toEqual([]);
  });
});

test('an agent serves what it can serve, in one order', () => {
  expect(agentFamilies(sight()).map(({ name }) => name)).toEqual(agentDefinitions.map(({ name }) => name));
});

test.each([
  [null, null, { kind: 'nowhere' }],
  ['127.0.0.1:7443', null, { kind: 'listen', socket: { address: '127.0.0.1', port: 7443 } }],
  ['[fd00::1]:7443', null, { kind: 'listen', socket: { address: 'fd00::1', port: 7443 } }],
  [null, '/srv/a.prom', { kind: 'textfile', path: '/srv/a.prom' }],
])('listen %j and textfile %j', (listen, textfile, way) => {
  expect(wayOf({ listen, textfile })).toEqual(way);
});
