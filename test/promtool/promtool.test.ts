import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processNow } from '@bondctl/proto/metrics/process-now';
import type { HostReport } from '@bondctl/proto/model/host';
import type { TestId } from '@bondctl/proto/model/names';
import { afterAll, expect, test, vi } from 'vitest';
import { agentDefinitions, agentFamilies } from '../../packages/agent/src/metrics/families.ts';
import { startListener } from '../../packages/agent/src/metrics/listener.ts';
import { createPage } from '../../packages/agent/src/metrics/page.ts';
import { metricDefinitions } from '../../packages/controller/src/metrics/families.ts';
import { accepted, fakeApi } from '../fakes/fake-api.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';
import { metricReports } from '../fakes/fake-metrics.ts';
import { alpha, beta, fakeTest } from '../fakes/fake-parts.ts';
import { bondReport } from '../fakes/fake-report.ts';
import { freePort } from '../fakes/free-port.ts';
import { root } from '../run/places.ts';
import { promtoolPath } from '../run/promtool.ts';
import { dashboardQueries } from './dashboard.ts';

const examples = join(root, 'examples/prometheus');
const scratch = mkdtempSync(join(tmpdir(), 'bondctl-promtool-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs promtool and answers everything that it said, with its exit code first. */
function promtool(args: readonly string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(promtoolPath() ?? 'promtool', args, {
    cwd: examples,
    encoding: 'utf8',
    input,
  });
  return `${status ?? String(error)} ${stdout}${stderr}`.trim();
}

/** What is served of two hosts, a link that was tested and regressed, and a rollout. */
async function served(reports = metricReports): Promise<string> {
  const { api, client, store } = await fakeApi((parts) => ({
    ...parts,
    agents: { ...parts.agents, presence: () => 'connected', report: (host) => reports.get(host) },
  }));
  await accepted(client);
  const comparison = {
    kind: 'regressed',
    parameterHash: 'p',
    parameters: null,
    receivedBps: 1,
    results: 9,
    medianBps: 2,
    floorBps: 2,
    sentence: '',
  } as const;
  await store.tests.addTest({ ...fakeTest, id: 'test_other12345' as TestId, comparison });
  const answer = await api.inject({ method: 'GET', url: '/metrics' });
  expect(answer.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(answer.statusCode).toBe(200);
  return answer.body;
}

test('promtool finds nothing wrong with what is served, and every metric is among it', async () => {
  const text = await served();
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name);
  expect(names).toEqual(metricDefinitions.map(({ name }) => name));
  expect(promtool(['check', 'metrics'], text)).toBe('0');
});

/** What an agent serves on loopback, with everything that an agent can say. */
async function servedByAgent(report: HostReport | undefined): Promise<string> {
  const clock = createFakeClock();
  const families = () =>
    agentFamilies({
      host: alpha,
      report,
      lookedUnixMs: 1,
      phase: 'idle',
      uplink: { connected: true, sinceUnixMs: 1, eventsWaiting: 0, eventsLost: 0 },
      process: processNow(),
    });
  const said: unknown[] = [];
  const trouble = {
    met: (thrown: unknown) => void said.push(thrown),
    over: () => void said.push('listening'),
  };
  const socket = { address: '127.0.0.1', port: await freePort() };
  const end = startListener({ socket, page: createPage(clock, families), clock, trouble });
  try {
    await vi.waitFor(() => expect(said).toEqual(['listening']));
    return await (await fetch(`http://127.0.0.1:${socket.port}/metrics`)).text();
  } finally {
    await end();
  }
}

test('promtool finds nothing wrong with what agents serve, and every metric is among it', async () => {
  const texts = [await servedByAgent(metricReports.get(alpha)), await servedByAgent(metricReports.get(beta))];
  for (const text of texts) expect(promtool(['check', 'metrics'], text)).toBe('0');
  const names = texts.flatMap((text) => [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name));
  expect(new Set(names)).toEqual(new Set(agentDefinitions.map(({ name }) => name)));
});

test('promtool finds nothing wrong with the configuration that scrapes agents', () => {
  expect(promtool(['check', 'config', 'prometheus.yaml'])).toMatch(/^0 [\s\S]*SUCCESS: \d+ rules found$/);
});

test('promtool reads it also where a host says words that break out of a label', async () => {
  const kernel = '6.1 "\\\n} 1\nevil_total{a="b"} 7';
  const text = await served(new Map([[alpha, { ...bondReport(), kernel }]]));
  expect(promtool(['check', 'metrics'], text)).toBe('0');
  expect(text).not.toMatch(/^evil_total/m);
});

test('promtool sees a metric that is named badly', () => {
  const text = '# HELP bondctl_speed_bits Speed.\n# TYPE bondctl_speed_bits counter\nbondctl_speed_bits 1\n';
  expect(promtool(['check', 'metrics'], text)).toContain('counter metrics should have "_total" suffix');
});

test('promtool finds nothing wrong with the alerts', () => {
  expect(promtool(['check', 'rules', 'alerts.yaml'])).toMatch(/^0 [\s\S]*SUCCESS: \d+ rules found$/);
});

test('promtool finds nothing wrong with how the controller is scraped', () => {
  expect(promtool(['check', 'config', '--syntax-only', 'scrape.yaml'])).toMatch(/^0 [\s\S]*SUCCESS/);
});

test('every alert fires when it should, and not before', () => {
  expect(promtool(['test', 'rules', 'alerts.test.yaml'])).toMatch(/^0 [\s\S]*SUCCESS$/);
});

test('every query of the dashboard is one', () => {
  const rules = dashboardQueries.map((expr, at) => ({ record: `query:${at}`, expr }));
  const file = join(scratch, 'dashboard.yaml');
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
  expect(promtool(['check', 'rules', file])).toMatch(/^0 [\s\S]*SUCCESS/);
});
