import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Running, bondctl as run, start } from './run-cli.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const anyPort = ['--listen', '127.0.0.1:0', '--enrol-listen', '127.0.0.1:0', '--web-listen', '127.0.0.1:0'];
let folder: string;
let socket: string;
let controller: Running;

const serve = (...more: readonly string[]): Running =>
  start('bondctl-controller', [
    'serve',
    '--state-dir',
    join(folder, 'state'),
    '--name',
    'ctl.example',
    ...anyPort,
    ...more,
  ]);
const bondctl = (...args: readonly string[]) => run(socket, ...args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bondctl-e2e-'));
  socket = join(folder, 'state', 'controller.sock');
  controller = serve();
  await controller.says('bondctl token create');
});

afterAll(async () => {
  controller.kill('SIGTERM');
  const { code } = await controller.ended;
  await rm(folder, { recursive: true });
  expect(code).toBe(0);
});

async function spec(text: string): Promise<string> {
  const file = join(folder, 'cluster.yaml');
  await writeFile(file, text);
  return file;
}

describe('a controller without any configuration', () => {
  test('keeps its state to itself and its socket for its group', async () => {
    expect((await stat(join(folder, 'state'))).mode & 0o777).toBe(0o750);
    expect((await stat(socket)).mode & 0o777).toBe(0o660);
    expect((await stat(join(folder, 'state', 'bondctl.sqlite'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'state', 'ca', 'ca-key.pem'))).mode & 0o777).toBe(0o600);
  });

  test('prints the whole command with which a server joins', async () => {
    const { code, stdout } = await bondctl('token', 'create', '--host', 'alpha', '--ttl', '15m');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^bondctl-agent join https:\/\/ctl\.example:\d+ --token \S+ --ca-pin [0-9a-f]{64} --name alpha\n$/,
    );
  });

  test('remembers who made a token, and not the token', async () => {
    const made = await bondctl('token', 'create', '--output', 'json');
    const { token, id } = JSON.parse(made.stdout) as { token: string; id: string };
    const { stdout } = await bondctl('events', '--type', 'tokenCreated', '--output', 'json');
    expect(stdout).toContain(id);
    expect(stdout).toContain('"actor": "cli:');
    expect(stdout).not.toContain(token);
  });

  test('has no hosts, and says what to type', async () => {
    for (const verb of ['hosts', 'status']) {
      const { code, stdout } = await bondctl(verb);
      expect([code, stdout]).toEqual([0, expect.stringContaining('bondctl token create')]);
    }
    const { stdout } = await bondctl('status', '--output', 'yaml');
    for (const line of ['revision: null', 'hosts: []', 'links: []', 'health: ok'])
      expect(stdout).toContain(`${line}\n`);
  });

  test('has no rollouts, and does not find what is not there', async () => {
    expect(await bondctl('rollout', 'list')).toMatchObject({ code: 0, stdout: 'No rollout yet.\n' });
    for (const args of [
      ['rollout', 'show', 'ro_nobody123'],
      ['status', 'alpha'],
      ['test', 'drbd'],
      ['hosts', 'remove', 'alpha', '--yes'],
    ]) {
      const { code, stdout, stderr } = await bondctl(...args);
      expect([args, code, stdout]).toEqual([args, 2, '']);
      expect(stderr).toMatch(/^bondctl: There is no /);
    }
  });

  test('refuses a second one on the same state folder by name', async () => {
    const { code, stderr } = await serve().ended;
    expect([code, stderr]).toEqual([4, expect.stringContaining(join(folder, 'state'))]);
  });

  test('refuses a port that is taken by name, and leaves nothing behind', async () => {
    const other = join(folder, 'other');
    const taken = (await bondctl('token', 'create')).stdout.match(/:(\d+) /)?.[1] ?? '';
    const { code, stderr } = await start('bondctl-controller', [
      ...['serve', '--state-dir', other, '--listen', '127.0.0.1:0', '--enrol-listen', `127.0.0.1:${taken}`],
    ]).ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('--enrol-listen')]);
  });
});

describe('a spec', () => {
  test('with five mistakes gives five lines with file, line and column, and exit code 2', async () => {
    const file = await spec(fiveMistakes);
    for (const args of [
      ['plan', '-f', file],
      ['apply', '-f', file, '--yes'],
    ]) {
      const { code, stdout, stderr } = await bondctl(...args);
      expect([args[0], code, stdout]).toEqual([args[0], 2, '']);
      const lines = stderr.trimEnd().split('\n');
      expect(lines.slice(0, -1).map((line) => line.replace(file, 'F').split(' ')[0])).toEqual([
        'F:7:11',
        'F:8:10',
        'F:9:24',
        'F:9:30',
        'F:12:25',
      ]);
      expect(lines.at(-1)).toMatch(/^bondctl: .* has 5 mistakes; nothing was changed\.$/);
    }
  });

  test('whose hosts are not there is planned, named, and exits 3', async () => {
    const file = await spec(twoHosts);
    const { code, stdout } = await bondctl('plan', '-f', file);
    expect(code).toBe(3);
    for (const host of ['alpha', 'beta']) expect(stdout).toContain(`${host} has not joined`);
    expect((await bondctl('apply', '-f', file, '--yes')).code).toBe(3);
    expect((await bondctl('events', '--type', 'revisionAccepted')).stdout).toBe('No events.\n');
  });

  test('that is no file is said by name', async () => {
    const { code, stderr } = await bondctl('plan', '-f', join(folder, 'nothing.yaml'));
    expect([code, stderr]).toEqual([2, expect.stringContaining('nothing.yaml')]);
  });
});

test('nobody there: exit 3 and what to start', async () => {
  const { code, stdout, stderr } = await run(join(folder, 'no.sock'), 'status');
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr).toContain('bondctl-controller serve');
});

test('a change without --yes and without a terminal is exit 2', async () => {
  const { code, stderr } = await bondctl('hosts', 'remove', 'alpha');
  expect([code, stderr]).toEqual([2, expect.stringContaining('--yes')]);
});

test('doctor finds nothing wrong, and finds a folder that may not be written', async () => {
  const good = await start('bondctl-controller', ['doctor', '--state-dir', folder, ...anyPort]).ended;
  expect([good.code, good.stdout.includes('fail')]).toEqual([0, false]);
  const bad = await start('bondctl-controller', ['doctor', '--state-dir', '/dev/null/state', ...anyPort])
    .ended;
  expect([bad.code, bad.stdout]).toEqual([1, expect.stringContaining('--state-dir')]);
});

test('a setting that is wrong is exit 2 and names its flag', async () => {
  const { code, stderr } = await start('bondctl-controller', ['serve', '--listen', 'nowhere']).ended;
  expect([code, stderr]).toEqual([2, expect.stringContaining('--listen nowhere')]);
});

const fiveMistakes = `version: 1
hosts: { alpha: {}, beta: {} }
bonds:
  sync0:
    hosts: [alpha, beta]
    ports: [eth2, eth3]
    mode: balance-r
    mtu: 90000
    options: { miimon: fast, lacp_rat: slow }
links:
  drbd:
    ends: [alpha/sync0, betta/sync0]
    medium: direct
`;

const twoHosts = `version: 1
hosts: { alpha: {}, beta: {} }
bonds:
  sync0:
    hosts: [alpha, beta]
    ports: [eth2, eth3]
    mode: balance-rr
    addresses: { alpha: [10.9.0.1/24], beta: [10.9.0.2/24] }
links:
  drbd:
    ends: [alpha/sync0, beta/sync0]
    medium: direct
    expect: { pathMtu: true }
`;
