// A host whose iperf3 says what iperf3 was heard to say.
import { readFileSync } from 'node:fs';
import type { CommandResult, RunningProcess } from '../../packages/agent/src/kernel/ports.ts';
import { createLinkTests, type LinkTests } from '../../packages/agent/src/linktest/runner.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';

/** What one iperf3 prints, and with which exit code it leaves. */
export interface Said {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** What the recorded case of `test/fixtures/iperf3` has. */
export function recorded(name: string): Said {
  const read = (file: string) =>
    readFileSync(new URL(`../fixtures/iperf3/${name}/${file}`, import.meta.url), 'utf8');
  const { exit = 0, stderr = '' } = JSON.parse(read('case.json')) as { exit?: number; stderr?: string };
  return { stdout: read('document.txt'), stderr, code: exit };
}

/** How each iperf3 of a host behaves. */
export interface Behaviour {
  readonly version: string;
  /** What it says by itself, right after it started; undefined: it goes on. */
  readonly atOnce?: (argv: readonly string[]) => Said | undefined;
  /** What it says to a signal; undefined: the signal does not help. */
  readonly onSignal?: (signal: string) => Said | undefined;
}

/** A host and what was done on it. `end` lets its running iperf3 end. */
export interface IperfHost {
  readonly tests: LinkTests;
  readonly clock: FakeClock;
  readonly started: readonly (readonly string[])[];
  readonly signals: readonly string[];
  readonly end: (said: Said) => void;
}

/** A host whose servers listen and whose clients run until something is said. */
export function createIperfHost({ version, atOnce, onSignal }: Behaviour): IperfHost {
  const clock = createFakeClock();
  const started: (readonly string[])[] = [];
  const signals: string[] = [];
  let listening = '';
  let end = (_: Said) => {};
  const start = (argv: readonly string[]): RunningProcess => {
    if (argv[0] === 'ping')
      return { pid: 4243, ended: idle, onLine: () => undefined, signal: () => undefined };
    started.push(argv);
    const ended = new Promise<CommandResult>((resolve) => {
      end = ({ code, ...said }) => {
        listening = '';
        resolve({ ending: { kind: 'code', code }, ...said });
      };
    });
    const said = atOnce?.(argv);
    if (said !== undefined) end(said);
    else if (argv[1] === '-s') listening = listener(Number(argv[5]));
    const signal = (name: string) => {
      signals.push(name);
      const answer = onSignal?.(name);
      if (answer !== undefined) end(answer);
    };
    return { pid: 4242, ended, onLine: () => undefined, signal };
  };
  const tests = createLinkTests({
    processes: { start: (_label, argv) => start(argv), signalGroup: () => true },
    commands: { run: async (_label, [program]) => (program === 'iperf3' ? told(version) : missing) },
    files: {
      read: async (_label, path) => (path === '/proc/net/tcp' ? listening : undefined),
      linkTargets: async () => ['socket:[77]'],
      writeAtomic: async () => undefined,
      remove: async () => undefined,
      append: async () => undefined,
      list: async () => [],
    },
    clock,
    ports: { from: 20_000, to: 20_002 },
    random: () => 0.5,
    pidFile: '/state/iperf3.json',
    log: { warn: () => undefined },
  });
  return { tests, clock, started, signals, end: (said) => end(said) };
}

const missing: CommandResult = { ending: { kind: 'notFound' }, stdout: '', stderr: '' };
const idle = Promise.resolve(missing);
const told = (version: string): CommandResult => ({
  ending: { kind: 'code', code: 0 },
  stdout: `iperf ${version} (cJSON 1.7.15)\n`,
  stderr: '',
});
const listener = (port: number): string =>
  `  0: 0100090A:${port.toString(16).toUpperCase()} 00000000:0000 0A 0:0 0:0 0 0 0 77 1`;
