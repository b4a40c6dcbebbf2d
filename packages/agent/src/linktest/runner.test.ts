import type { IperfRun } from '@bondctl/proto/model/linktest';
import { tcpForth } from '@bondctl/proto/model/linktest';
import type { BondName, HostId, TestId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import type { CommandResult, RunningProcess } from '../kernel/ports.ts';
import { createLinkTests } from './runner.ts';

const bond = 'sync0' as BondName;
const one = 'test_aaaaaaaa' as TestId;
const two = 'test_bbbbbbbb' as TestId;
const document = (error: string) => JSON.stringify({ start: {}, end: {}, error });
const taken = document('error - unable to start listener for connections: Address already in use');

/** A machine whose iperf3 listens at once unless `stdoutOf` says that it ends at once, and lives until it is signalled. */
function machine(
  options: { readonly version?: string; readonly endsAtOnce?: (port: number) => string | undefined } = {},
) {
  const started: (readonly string[])[] = [];
  const signals: string[] = [];
  const written = new Map<string, string>();
  let listening = '';
  const start = (argv: readonly string[]): RunningProcess => {
    started.push(argv);
    const port = Number(argv[argv.indexOf('-p') + 1]);
    const stdout = options.endsAtOnce?.(port);
    const end = (text: string): CommandResult => ({
      ending: { kind: 'code', code: 0 },
      stdout: text,
      stderr: '',
    });
    let finish = (_: CommandResult) => {};
    const ended = new Promise<CommandResult>((resolve) => {
      finish = resolve;
    });
    if (stdout !== undefined) finish(end(stdout));
    else listening = `  0: 0100090A:${port.toString(16).toUpperCase()} 00000000:0000 0A 0:0 0:0 0 0 0 77 1`;
    const signal = (name: string) => {
      signals.push(name);
      finish(end(document('interrupt - the server has terminated')));
    };
    return { pid: 4242, ended, onLine: () => undefined, signal };
  };
  const tests = createLinkTests({
    processes: { start: (_label, argv) => start(argv), signalGroup: () => true },
    commands: {
      run: async () => ({
        ending: { kind: 'code', code: 0 },
        stdout: options.version ?? 'iperf 3.12\n',
        stderr: '',
      }),
    },
    files: {
      read: async (_label, path) => {
        if (path === '/proc/net/tcp') return listening;
        return path.endsWith('/slaves') ? 'eth1 eth2\n' : written.get(path);
      },
      linkTargets: async () => ['socket:[77]'],
      writeAtomic: async (_label, path, text) => void written.set(path, text),
      remove: async (_label, path) => void written.delete(path),
      append: async () => undefined,
      list: async () => [],
    },
    clock: {
      monotonicMs: () => performance.now(),
      unixMs: () => 0,
      after: (ms, ring) => stopOf(setTimeout(ring, ms)),
    },
    ports: { from: 20_000, to: 20_002 },
    random: () => 0.5,
    pidFile: '/state/iperf3.json',
    log: { warn: () => undefined },
  });
  return { tests, started, signals, written };
}

const stopOf = (timer: NodeJS.Timeout) => () => clearTimeout(timer);
const serve = (id: TestId, seconds = 10) =>
  ({ kind: 'serve', test: id, bond, address: '10.9.0.2', seconds, parameters: null, portBps: null }) as const;
const cancel = (id: TestId) => ({ kind: 'cancel', test: id }) as const;

describe('a server', () => {
  test('is answered when it listens, is in the pid file while it lives, and is gone when cancelled', async () => {
    const { tests, started, signals, written } = machine();
    expect(await tests.serve(serve(one))).toEqual({ kind: 'serving', port: 20_001, version: '3.12' });
    expect(started[0]?.join(' ')).toBe(
      'iperf3 -s -1 -J -p 20001 -B 10.9.0.2 --idle-timeout 20 --rcv-timeout 10000',
    );
    expect(JSON.parse(written.get('/state/iperf3.json') ?? '')).toEqual({ pid: 4242, argv: started[0] });
    expect(await tests.cancel(cancel(one))).toEqual({ kind: 'cancelled', test: one });
    expect(signals).toEqual(['SIGTERM']);
    expect(written.size).toBe(0);
  });

  test('takes the next port of the range, round its end, when one is taken', async () => {
    const { tests, started } = machine({ endsAtOnce: (port) => (port === 20_000 ? undefined : taken) });
    expect(await tests.serve(serve(one))).toMatchObject({ kind: 'serving', port: 20_000 });
    expect(started.map((argv) => argv[5])).toEqual(['20001', '20002', '20000']);
    await tests.stopAll();
  });

  test('fails with the words of iperf3 when every port is taken', async () => {
    const { tests } = machine({ endsAtOnce: () => taken });
    expect(await tests.serve(serve(one))).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('Address already in use'),
    });
    expect(await tests.serve(serve(two))).toMatchObject({ kind: 'failed' });
  });

  test('is not tried on another port when the address is not here', async () => {
    const { tests, started } = machine({ endsAtOnce: () => document('Cannot assign requested address') });
    expect(await tests.serve(serve(one))).toMatchObject({ kind: 'failed' });
    expect(started).toHaveLength(1);
  });

  test('gives its half of the test once it ended', async () => {
    const { tests } = machine();
    await tests.serve(serve(one));
    await tests.stopAll();
    const outcome = await tests.collect({ kind: 'collect', test: one });
    expect(outcome).toMatchObject({
      kind: 'collected',
      run: { role: 'server', ending: 'cancelled' } satisfies Partial<IperfRun>,
    });
    expect(await tests.collect({ kind: 'collect', test: two })).toMatchObject({
      kind: 'refused',
      code: 'invalid',
    });
  });
});

test('a host is busy while it serves and for the moment until the next test, not before', async () => {
  const { tests } = machine();
  expect(tests.isBusy()).toBe(false);
  await tests.serve(serve(one));
  expect(tests.isBusy()).toBe(true);
  await tests.stopAll();
  await tests.collect({ kind: 'collect', test: one });
  expect(tests.isBusy()).toBe(true);
});

describe('a refusal', () => {
  test('of a second test names the first', async () => {
    const { tests, started } = machine();
    await tests.serve(serve(one));
    const busy = { kind: 'refused', code: 'busy', refusals: [{ subject: one }] };
    expect(await tests.serve(serve(two))).toMatchObject(busy);
    const parameters = { streams: 1, seconds: 1, ...tcpForth };
    const measure = {
      kind: 'measure',
      test: two,
      bond,
      address: 'a',
      peer: 'b',
      port: 1,
      sourcePort: null,
      parameters,
      portBps: null,
    } as const;
    expect(await tests.measure(measure)).toMatchObject(busy);
    const ends = { from: { host: 'alpha' as HostId, bond }, to: { host: 'beta' as HostId, bond } };
    expect(
      await tests.probe({
        kind: 'probe',
        test: two,
        bond,
        peer: 'b',
        ...ends,
        ipBytes: 1500,
        identifier: null,
      }),
    ).toMatchObject(busy);
    expect(started).toHaveLength(1);
    await tests.stopAll();
  });

  test.each([0, 3601, Number.NaN])('of %d seconds', async (seconds) => {
    expect(await machine().tests.serve(serve(one, seconds))).toMatchObject({
      kind: 'refused',
      code: 'invalid',
    });
  });

  test('where there is no iperf3', async () => {
    const { tests } = machine({ version: '' });
    expect(await tests.serve(serve(one))).toMatchObject({ kind: 'refused', code: 'unsupported' });
    expect(await tests.version()).toBeNull();
  });
});

test.each([
  ['3.7', 'iperf3 -s -1 -J -p 20001 -B 10.9.0.2'],
  ['3.10.1', 'iperf3 -s -1 -J -p 20001 -B 10.9.0.2 --rcv-timeout 10000'],
  ['3.21', 'iperf3 -s -1 -J -p 20001 -B 10.9.0.2 --idle-timeout 20 --rcv-timeout 10000'],
])('iperf3 %s gets only flags that it knows', async (version, command) => {
  const { tests, started } = machine({ version: `iperf ${version}\n` });
  await tests.serve(serve(one));
  expect(started[0]?.join(' ')).toBe(command);
  await tests.stopAll();
});
