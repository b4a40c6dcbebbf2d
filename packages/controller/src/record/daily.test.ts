import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { HostId } from '@bondctl/proto/model/names';
import type { DailyView } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { alpha, beta } from '../../../../test/fakes/fake-parts.ts';
import { bond, bondReport, port } from '../../../../test/fakes/fake-report.ts';
import { renderDaily } from '../cli/render/daily.ts';
import { plain } from '../cli/render/paint.ts';
import { dailyView, dayMs } from './daily.ts';
import type { HostSight } from './host-view.ts';

const now = Date.UTC(2026, 10, 23, 7);
const hourMs = 3_600_000;
const sight = (host: HostId, over: Partial<HostSight> = {}): HostSight => ({
  host,
  enrolledUnixMs: 0,
  presence: 'connected',
  lastSeenUnixMs: now,
  report: bondReport([bond({ ports: [port('eth2', { linkFailureCount: 7 }), port('eth3')] })]),
  ...over,
});
const at = (agoMs: number, fact: Fact): RecordedEvent => ({
  id: 1,
  atUnixMs: now - agoMs,
  actor: 'agent',
  fact,
});
const unseen = { type: 'failuresUnseen', host: alpha, bond: 'sync0', port: 'eth2', reason: '' } as const;
const failures = (host: HostId, before: string, after: string): Fact => ({
  type: 'linkEventSeen',
  host,
  bond: 'sync0',
  port: 'eth2',
  what: 'link failures',
  before,
  after,
  happenedUnixMs: null,
  errorMs: null,
  cause: null,
});
const render = (view: DailyView) => renderDaily(view, plain);

test('failures of the last day are counted as the kernel counted them; older ones and those of others are not', () => {
  const events = [
    at(2 * dayMs, failures(alpha, '0', '3')),
    at(5 * hourMs, failures(alpha, '3', '5')),
    at(2 * hourMs, { ...unseen, before: 5, after: 6, failures: 1 }),
    at(1 * hourMs, failures(alpha, '6', '7')),
    at(1 * hourMs, failures(beta, '0', '9')),
  ];
  const view = dailyView([sight(alpha)], events, now);
  expect(view.rows).toMatchObject([
    { host: alpha, bond: 'sync0', failures: 7, newFailures: 4, hasGap: false },
  ]);
  expect(render(view)).toMatch(
    /1 of 1 want a look\n\n[\s\S]*alpha +sync0 .* 7 \(\+4\) .*4 new link failures/,
  );
});

test('a quiet day is said to be one', () => {
  expect(render(dailyView([sight(alpha)], [], now))).toMatch(
    /^1 bond, 2026-11-22 07:00:00Z to .*: all is well/,
  );
  expect(render(dailyView([], [], now))).toBe('No host has reported a bond.\n');
});

test('a host that is gone, lost events, drift and ports that are down want a look', () => {
  const report = bondReport([bond({ ports: [port('eth2', { miiStatus: 'down' }), port('eth3')] })]);
  const differences = [{ path: 'sync0.mtu', wanted: '9000', found: '1500' }];
  const drift = [{ bond: 'sync0' as never, differences, sinceUnixMs: now }];
  const lost: Fact = { type: 'eventsLost', host: alpha, from: 1, to: 9, reason: 'the ring was full' };
  const view = dailyView(
    [sight(alpha, { presence: 'lost', report: { ...report, drift } })],
    [at(hourMs, lost)],
    now,
  );
  expect(render(view)).toMatch(
    /sync0\.mtu +not connected: this is what it said last; 1 down; it drifts; events were lost/,
  );
});
