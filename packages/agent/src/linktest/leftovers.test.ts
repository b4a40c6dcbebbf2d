import { describe, expect, test } from 'vitest';
import { endLeftover, noteProcess } from './leftovers.ts';

const pidFile = '/state/iperf3.json';
const server = ['iperf3', '-s', '-1', '-J', '-p', '20111', '-B', '10.9.0.2'] as const;

/** A machine after a crash of the agent: its processes by pid. `ends`: the signal that each of them obeys. */
function machine(processes: Readonly<Record<number, readonly string[]>>, ends = 'SIGTERM') {
  const texts = new Map<string, string>();
  const cmdline = (pid: number) => `/proc/${pid}/cmdline`;
  for (const [pid, argv] of Object.entries(processes))
    texts.set(cmdline(Number(pid)), argv.map((word) => `${word}\0`).join(''));
  const signals: string[] = [];
  let nowMs = 0;
  const deps = {
    pidFile,
    files: {
      read: async (_label: string, path: string) => texts.get(path),
      writeAtomic: async (_label: string, path: string, text: string) => void texts.set(path, text),
      remove: async (_label: string, path: string) => void texts.delete(path),
      append: async () => undefined,
      list: async () => [],
      linkTargets: async () => [],
    },
    processes: {
      start: () => {
        throw new Error('nothing is started');
      },
      signalGroup: (_label: string, pid: number, signal: string) => {
        signals.push(`${pid} ${signal}`);
        return signal === ends ? texts.delete(cmdline(pid)) : true;
      },
    },
    clock: {
      monotonicMs: () => nowMs,
      unixMs: () => 0,
      after: (ms: number, ring: () => void) => {
        nowMs += ms;
        queueMicrotask(ring);
        return () => undefined;
      },
    },
  };
  return { deps, texts, signals };
}

describe('a server that outlived its agent', () => {
  test('is ended by pid and command line, beside another of the same command line', async () => {
    const { deps, texts, signals } = machine({ 77: server, 78: server, 79: ['iperf3', '-s'] });
    await noteProcess(deps, 77, server);
    expect(await endLeftover(deps)).toBe(server.join(' '));
    expect(signals).toEqual(['77 SIGTERM']);
    expect([...texts.keys()]).toEqual(['/proc/78/cmdline', '/proc/79/cmdline']);
  });

  test('is killed where SIGTERM does not end it', async () => {
    const { deps, signals } = machine({ 77: server }, 'SIGKILL');
    await noteProcess(deps, 77, server);
    await endLeftover(deps);
    expect(signals).toEqual(['77 SIGTERM', '77 SIGKILL']);
  });
});

describe('nothing is ended', () => {
  test.each([
    ['where its pid belongs to another program now', ['sshd', '-D']],
    ['where its pid belongs to an iperf3 of somebody else', ['iperf3', '-s', '-p', '20111']],
    ['where its pid belongs to a longer command line', [...server, '--verbose']],
    ['where it is a zombie, which has no command line any more', []],
  ])('%s', async (_where, argv) => {
    const { deps, texts, signals } = machine({ 77: argv });
    await noteProcess(deps, 77, server);
    expect(await endLeftover(deps)).toBeUndefined();
    expect(signals).toEqual([]);
    expect(texts.has(pidFile)).toBe(false);
  });

  test.each([
    '',
    'half {"pid": 7',
    '[]',
    '{"pid":1,"argv":["init"]}',
    '{"pid":-77,"argv":[]}',
    '{"pid":"77"}',
    '{"pid":77}',
  ])('where the note is %j', async (note) => {
    const { deps, texts, signals } = machine({ 1: ['init'], 77: server });
    texts.set(pidFile, note);
    expect(await endLeftover(deps)).toBeUndefined();
    expect(signals).toEqual([]);
    expect(texts.has(pidFile)).toBe(false);
  });

  test('where the last run ended well and left no note', async () => {
    const { deps, signals } = machine({ 77: server });
    expect(await endLeftover(deps)).toBeUndefined();
    expect(signals).toEqual([]);
  });
});
