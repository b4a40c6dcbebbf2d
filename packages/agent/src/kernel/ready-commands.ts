import { type ChildProcess, spawn } from 'node:child_process';
import { childEnvironment } from './commands.ts';
import type { Clock, CommandResult, Commands, Faults, ReadyCommands } from './ports.ts';

/** A test's pings at one end: whole packets by each of two ports, and round-trip times. */
const mostReady = 3;
/** What nobody has wanted for so long is let go. */
const keptMs = 60_000;
/** No ping that is worth reading says more. */
const maxBytes = 1024 * 1024;

/** A process that waits for arguments. */
interface Waiting {
  readonly program: string;
  /** Its streams are missing where it could not be started. */
  readonly child: ChildProcess;
  /** Null while it waits or works. */
  ending: CommandResult['ending'] | null;
}

/** What xargs says of a program that is not there, that was ended by a signal, and that failed. */
const endings: Readonly<Record<number, CommandResult['ending']>> = {
  127: { kind: 'notFound' },
  125: { kind: 'signal', signal: 'SIGKILL' },
  123: { kind: 'code', code: 1 },
};

/** xargs starts its program once its stdin has ended, and ends without it where nothing was said: so it does when we die. */
function startWaiting(program: string): Waiting {
  const [xargs = '', ...args] = ['xargs', '-0', '-r', program];
  const child: ChildProcess = spawn(xargs, args, { detached: true, env: childEnvironment() });
  const waiting: Waiting = { program, child, ending: null };
  child.once('error', () => {
    waiting.ending = { kind: 'notFound' };
  });
  child.once('exit', (code, signal) => {
    waiting.ending = signal === null ? endingOf(code ?? 1) : { kind: 'signal', signal };
  });
  // One that is gone is judged by its end, not by our broken pipe.
  child.stdin?.on('error', () => undefined);
  return waiting;
}

const endingOf = (code: number): CommandResult['ending'] => endings[code] ?? { kind: 'code', code };

/** Ends a process and what it started; one that is gone is no error. */
function killGroup({ child }: Waiting): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown;
  }
}

/** Gives one its arguments, and what its program said. */
function wake(waiting: Waiting, args: readonly string[], timeoutMs: number): Promise<CommandResult> {
  const { child } = waiting;
  const text = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (chunk: string) => {
      text[stream] += chunk;
      if (text[stream].length > maxBytes) killGroup(waiting);
    });
  }
  return new Promise((resolve) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      killGroup(waiting);
    }, timeoutMs);
    child.once('close', () => {
      clearTimeout(timer);
      const ending = isLate ? { kind: 'timeout' as const } : (waiting.ending ?? endingOf(1));
      resolve({ ending, ...text });
    });
    child.stdin?.end(args.map((arg) => `${arg}\0`).join(''));
  });
}

/**
 * Commands of which some are forked before anybody waits for them: a fork of a process as large as an agent is most of what a
 * short program costs, and a tenth of a second on a slow machine. What is not ready is run by `commands`.
 */
export function createReadyCommands(commands: Commands, faults: Faults, clock: Clock): ReadyCommands {
  let ready: readonly Waiting[] = [];
  let cancel = (): void => undefined;
  const dismiss = (): void => {
    cancel();
    for (const { child } of ready) child.stdin?.end();
    ready = [];
  };
  const take = (program: string): Waiting | undefined => {
    ready = ready.filter(({ ending }) => ending === null);
    const taken = ready.find((one) => one.program === program);
    ready = ready.filter((one) => one !== taken);
    return taken;
  };
  return {
    dismiss,
    prepare(label, program) {
      faults.reached(label);
      cancel();
      cancel = clock.after(keptMs, dismiss);
      ready = ready.filter(({ ending }) => ending === null);
      while (ready.length < mostReady) ready = [...ready, startWaiting(program)];
    },
    async run(label, argv, options) {
      const [program, ...args] = argv;
      const taken = options.input === undefined ? take(program) : undefined;
      if (taken === undefined) return await commands.run(label, argv, options);
      faults.reached(label);
      return await wake(taken, args, options.timeoutMs);
    },
  };
}
