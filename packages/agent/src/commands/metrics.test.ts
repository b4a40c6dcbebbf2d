import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { metricReports } from '../../../../test/fakes/fake-metrics.ts';
import { alpha } from '../../../../test/fakes/fake-parts.ts';
import { freePort } from '../../../../test/fakes/free-port.ts';
import { defaultConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { openMachine } from './machine.ts';
import { type MetricsParts, startMetrics } from './metrics.ts';

let folder: string;
const listen = vi.spyOn(Server.prototype, 'listen');
beforeEach(() => {
  listen.mockClear();
  folder = mkdtempSync(join(tmpdir(), 'bondctl-metrics-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => listen.mockRestore());

/** An agent that has seen one bond and is not connected, with this under `metrics` in its agent.yaml. */
const partsOf = (metrics: Partial<MetricsParts['config']['metrics']>) =>
  ({
    machine: openMachine(),
    config: { ...defaultConfig, metrics: { ...defaultConfig.metrics, ...metrics } },
    log: createLog('error'),
    host: alpha,
    observer: {
      latest: () => metricReports.get(alpha),
      lookedUnixMs: () => 1000,
      onReport: () => () => undefined,
    },
    transactions: { current: () => null },
    uplink: { connected: () => false, sinceUnixMs: () => 1000, events: () => ({ waiting: 2, lost: 0 }) },
  }) as unknown as MetricsParts;

const expected = ['bondctl_bond_up{host="alpha",bond="sync0"} 1', 'bondctl_agent_connected{host="alpha"} 0'];

test('an agent listens nowhere unless its owner says so', async () => {
  const file = join(folder, 'bondctl.prom');
  const ends = [startMetrics(partsOf({})), startMetrics(partsOf({ textfile: file }))];
  await vi.waitFor(() => expect(existsSync(file)).toBe(true));
  expect(listen).not.toHaveBeenCalled();
  for (const end of ends) await end();
  expect(existsSync(file)).toBe(false);
});

test('what the owner lets out is the same on a port and in a file', async () => {
  const [file, port] = [join(folder, 'bondctl.prom'), await freePort()];
  const ends = [
    startMetrics(partsOf({ textfile: file })),
    startMetrics(partsOf({ listen: `127.0.0.1:${port}` })),
  ];
  await vi.waitFor(() => expect(existsSync(file)).toBe(true));
  const page = await vi.waitFor(async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
  for (const text of [readFileSync(file, 'utf8'), page])
    expect(text.split('\n')).toEqual(expect.arrayContaining(expected));
  for (const end of ends) await end();
});
