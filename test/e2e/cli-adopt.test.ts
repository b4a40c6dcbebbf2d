import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdoptView } from '@bondctl/proto/model/adopt';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseSpec } from '../../packages/controller/src/spec/parse.ts';
import { alpha, beta } from '../fakes/fake-parts.ts';
import { bond, bondReport, name } from '../fakes/fake-report.ts';
import { fakesOnSocket } from './fakes-on-socket.ts';
import { bondctl } from './run-cli.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let reports: Map<HostId, HostReport>;
let fake: Awaited<ReturnType<typeof fakesOnSocket>>;
let folder: string;

/** A host whose sync0 is in the kernel. */
function kernelReport(): HostReport {
  const { state, ...report } = bondReport([bond()]);
  const config = { name: name('sync0'), mode: 'balance-rr', options: {}, ports: ['eth2', 'eth3'].map(name) };
  return { ...report, state: { ...state, bonds: [config] } };
}

beforeEach(async () => {
  reports = new Map([alpha, beta].map((host) => [host, kernelReport()]));
  fake = await fakesOnSocket(reports);
  folder = await mkdtemp(join(tmpdir(), 'bondctl-adopt-'));
});

afterEach(async () => {
  await fake.end();
  await rm(folder, { recursive: true });
});

test('adopt prints a spec to stdout and what it did to stderr, and changes nothing', async () => {
  const { code, stdout, stderr } = await bondctl(fake.socket, 'adopt', '--all');
  expect([code, parseSpec(stdout, 'stdout').ok]).toEqual([0, true]);
  expect(stderr).toBe(
    'Asking every host what is there, and bonds whether they reach each other.\n' +
      '2 of 2 bonds are written and 0 links proposed; comments in the spec say why.\n',
  );
  expect(stdout).toContain('its agent is too old to read them; upgrade it');
  expect([fake.asked, await fake.recorder.list({ limit: 5 })]).toEqual([[], []]);
  const json = await bondctl(fake.socket, 'adopt', 'alpha', '--no-probe', '--output', 'json');
  expect((JSON.parse(json.stdout) as AdoptView).bonds).toMatchObject([{ host: 'alpha', isWritten: true }]);
});

test('adopt writes a file, and writes over one only where it is told to', async () => {
  const file = join(folder, 'cluster.yaml');
  const write = (...more: readonly string[]) => bondctl(fake.socket, 'adopt', 'alpha', '-f', file, ...more);
  expect(await write()).toMatchObject({ code: 0, stdout: '' });
  const text = await readFile(file, 'utf8');
  expect(parseSpec(text, file).ok).toBe(true);
  const again = await write();
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('Add --yes')]);
  expect((await write('--yes')).code).toBe(0);
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('adopt exits 3 where a host is away, and 2 where none is named or it is a stranger', async () => {
  reports.delete(beta);
  const { code, stdout, stderr } = await bondctl(fake.socket, 'adopt', '--all');
  expect([code, stderr]).toEqual([3, expect.stringContaining('Not connected: beta.')]);
  expect(stdout).toContain('# beta has not reported since this controller started, so it is left out.');
  for (const args of [[], ['alpha', '--all'], ['delta']])
    expect((await bondctl(fake.socket, 'adopt', ...args)).code).toBe(2);
});
