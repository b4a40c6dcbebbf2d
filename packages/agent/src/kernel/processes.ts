import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { childEnvironment, neverStarted } from './commands.ts';
import type { CommandResult, Faults, Processes, RunningProcess } from './ports.ts';

type Listener = (line: string) => void;

/** Collects text up to a bound and hands out complete lines. */
class Output {
  text = '';
  listener: Listener | undefined;
  private handedOut = 0;

  add(chunk: string): void {
    this.text += chunk;
    for (
      let end = this.text.indexOf('\n', this.handedOut);
      end >= 0;
      end = this.text.indexOf('\n', this.handedOut)
    ) {
      const line = this.text.slice(this.handedOut, end);
      this.handedOut = end + 1;
      this.listener?.(line);
    }
  }
}

/** False when the group is gone. */
function signalGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): boolean {
  // 0 would be our own group, 1 every process there is.
  if (!Number.isSafeInteger(pid) || pid <= 1) return false;
  try {
    return process.kill(-pid, signal);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH') return false;
    throw thrown;
  }
}

function gather(
  child: ChildProcess,
  output: Output,
  errors: Output,
  maxBytes: number,
): Promise<CommandResult> {
  for (const [stream, into] of [
    [child.stdout, output],
    [child.stderr, errors],
  ] as const) {
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => {
      into.add(chunk);
      if (output.text.length + errors.text.length > maxBytes) signalGroup(child.pid ?? 0, 'SIGKILL');
    });
  }
  return new Promise((resolve) => {
    const finish = (ending: CommandResult['ending']) =>
      resolve({
        ending: errors.text.startsWith(failedToExecute) ? { kind: 'notFound' } : ending,
        stdout: output.text.slice(0, maxBytes),
        stderr: errors.text.slice(0, maxBytes),
      });
    child.once('error', (error) =>
      resolve(
        neverStarted(error) ?? { ending: { kind: 'code', code: 126 }, stdout: '', stderr: error.message },
      ),
    );
    child.once('close', (code, signal) =>
      finish(signal === null ? { kind: 'code', code: code ?? 1 } : { kind: 'signal', signal }),
    );
  });
}

/** Of util-linux; it becomes the program that it starts, so that the process id is the program's. */
const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

type Program = readonly [string, ...string[]];

const failedToExecute = 'setpriv: failed to execute';

/** An agent that is killed takes its children along; where there is no setpriv, the next agent ends what is left. */
const dyingWithUs = ([program, ...args]: Program): Program =>
  setpriv === undefined ? [program, ...args] : [setpriv, '--pdeathsig', 'KILL', program, ...args];

/** Long-lived programs, each leading a process group of its own, so that one signal ends whatever it started. */
export function createProcesses(faults: Faults): Processes {
  return {
    start(label, argv, { maxBytes }): RunningProcess {
      faults.reached(label);
      const [program, ...args] = dyingWithUs(argv);
      const child = spawn(program, args, {
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: childEnvironment(),
      });
      const output = new Output();
      const ended = gather(child, output, new Output(), maxBytes);
      return {
        pid: child.pid ?? 0,
        ended,
        onLine: (listener) => {
          output.listener = listener;
        },
        signal: (signal) => {
          signalGroup(child.pid ?? 0, signal);
        },
      };
    },
    signalGroup(label, pid, signal) {
      faults.reached(label);
      return signalGroup(pid, signal);
    },
  };
}
