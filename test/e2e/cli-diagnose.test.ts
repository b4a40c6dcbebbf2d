import type { DiagnosisView } from '@bondctl/proto/model/finding';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alpha, beta } from '../fakes/fake-parts.ts';
import { reportOf } from '../fakes/fake-patients.ts';
import { fakesOnSocket } from './fakes-on-socket.ts';
import { bondctl } from './run-cli.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let socket: string;
let reports: Map<HostId, HostReport>;
let fake: Awaited<ReturnType<typeof fakesOnSocket>>;

beforeEach(async () => {
  reports = new Map([alpha, beta].map((host) => [host, reportOf(host, {})]));
  fake = await fakesOnSocket(reports);
  socket = fake.socket;
});

afterEach(() => fake.end());

test('diagnose of hosts that no spec names: all is well, exit 0, and nobody is asked anything', async () => {
  const { code, stdout } = await bondctl(socket, 'diagnose');
  expect([code, stdout]).toEqual([
    0,
    'All is well: 2 hosts, 2 bonds and 0 links looked at, nothing found.\n',
  ]);
  expect(fake.asked).toEqual([]);
});

test('a fault exits 1 and a warning alone exits 0, as text and as json', async () => {
  reports.set(alpha, reportOf(alpha, { bond: { miimonMs: 0 } }));
  reports.set(beta, reportOf(beta, { ports: { eth3: { speedMbps: 100 } } }));
  const text = await bondctl(socket, 'diagnose');
  expect([text.code, text.stdout]).toEqual([1, expect.stringContaining('fault no-link-monitoring: ')]);
  const { code, stdout } = await bondctl(socket, 'diagnose', 'beta', '--output', 'json');
  const { findings } = JSON.parse(stdout) as DiagnosisView;
  expect([code, findings.map(({ rule, severity }) => `${severity} ${rule}`)]).toEqual([
    0,
    ['warning port-slow', 'warning port-speeds-differ'],
  ]);
});

test('diagnose of nothing that there is lists what there is', async () => {
  const { code, stdout, stderr } = await bondctl(socket, 'diagnose', 'gamma');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe('bondctl: There is no host or link called "gamma"; there are alpha, beta.\n');
});
