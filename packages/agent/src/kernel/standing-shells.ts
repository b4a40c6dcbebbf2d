import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import { constants } from 'node:os';
import { childEnvironment, maxOutputBytes } from './commands.ts';
import type { CommandResult, Commands, Faults } from './ports.ts';

/** Programs that start nothing which may outlive them: of others, what they left would talk into the next answer. */
const simple: ReadonlySet<string> = new Set(['ip', 'tc', 'bridge', 'ethtool', 'ping', 'iperf3']);
/** A link test pings over every port at once. */
const mostShells = 8;

type Argv = readonly [string, ...string[]];

/** A shell that takes lines for as long as its stdin is open: so it ends with us, however we end. */
interface Shell {
  readonly child: ChildProcess;
  isBusy: boolean;
}

function startShell(): Shell {
  const child: ChildProcess = spawn('/bin/sh', [], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: childEnvironment(),
  });
  // It keeps nobody from ending; who waits for an answer has a deadline that does.
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr])
    if (stream instanceof Socket) stream.unref();
  // What goes wrong is an answer that does not come.
  for (const one of [child, child.stdin, child.stdout, child.stderr]) one?.on('error', () => undefined);
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8');
  return { child, isBusy: false };
}

const isAlive = ({ child }: Shell): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

/** The shell and what it runs: it leads a group of its own. */
function end({ child }: Shell): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown;
  }
}

/** A word of a shell's line that means nothing but itself. */
const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** Runs a program and says `mark` after both of its outputs, with its code after the first. */
const lineOf = (argv: Argv, mark: string): string =>
  `${argv.map(quoted).join(' ')} </dev/null; s=$?; printf '%s %d\\n' ${mark} $s; printf '%s\\n' ${mark} >&2\n`;

/** A shell's `$?`: above 128 it is the signal's number more (POSIX 2.8.2). */
function endingOf(code: number, stderr: string): CommandResult['ending'] {
  if (code === 127 && /not found\s*$/.test(stderr)) return { kind: 'notFound' };
  const signal = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  return signal === undefined ? { kind: 'code', code } : { kind: 'signal', signal };
}

/** What a program printed into one of a shell's two outputs, and its code where that is said there. */
type Half = { readonly text: string; readonly code: number };

/** The half once it ends with `mark`; of a long text only the end is looked at. */
function halfOf(said: string, mark: string): Half | undefined {
  const [whole, code] = new RegExp(`${mark} ?(\\d*)\\n$`).exec(said.slice(-mark.length - 8)) ?? [];
  return whole === undefined ? undefined : { text: said.slice(0, -whole.length), code: Number(code) };
}

const killed = { kind: 'signal', signal: 'SIGKILL' } as const;

/** What a program answers in a shell; `isOver`: nothing more of it can come. A shell that ends takes its program along. */
function answerOf(
  { child }: Shell,
  argv: Argv,
  timeoutMs: number,
): Promise<CommandResult & { isOver: boolean }> {
  const mark = randomUUID();
  const said = { stdout: '', stderr: '' };
  return new Promise((resolve) => {
    const settle = (result: CommandResult, isOver: boolean): void => {
      clearTimeout(timer);
      child.stdout?.off('data', out).off('close', gone);
      child.stderr?.off('data', err);
      resolve({ ...result, isOver });
    };
    const cut = (ending: CommandResult['ending'], note = ''): void =>
      settle({ ending, stdout: said.stdout, stderr: said.stderr + note }, false);
    const gone = (): void => cut(killed);
    const take = (key: 'stdout' | 'stderr') => (chunk: string) => {
      said[key] += chunk;
      const [stdout, stderr] = [halfOf(said.stdout, mark), halfOf(said.stderr, mark)];
      if (stdout !== undefined && stderr !== undefined)
        settle(
          { ending: endingOf(stdout.code, stderr.text), stdout: stdout.text, stderr: stderr.text },
          true,
        );
      else if (said[key].length > maxOutputBytes) cut(killed, `more than ${maxOutputBytes} bytes of output`);
    };
    const [out, err] = [take('stdout'), take('stderr')];
    const timer = setTimeout(() => cut({ kind: 'timeout' }), timeoutMs);
    child.stdout?.on('data', out).once('close', gone);
    child.stderr?.on('data', err);
    child.stdin?.write(lineOf(argv, mark));
  });
}

/**
 * Commands of which simple ones without input are started by shells that stand by: to fork a process as large as an agent holds
 * up everything in it, and is what fails first on a host that is short of memory. All others, and all where there
 * is no shell, are run by `commands`.
 */
export function createStandingShells(commands: Commands, faults: Faults, programs = simple): Commands {
  let shells: readonly Shell[] = [];
  const free = (): Shell | undefined => {
    shells = shells.filter(isAlive);
    const found = shells.find(({ isBusy }) => !isBusy);
    if (found !== undefined || shells.length >= mostShells) return found;
    const started = startShell();
    if (!isAlive(started)) return undefined;
    shells = [...shells, started];
    return started;
  };
  return {
    async run(label, argv, options) {
      const shell = options.input === undefined && programs.has(argv[0]) ? free() : undefined;
      if (shell === undefined) return await commands.run(label, argv, options);
      faults.reached(label);
      shell.isBusy = true;
      const { isOver, ...result } = await answerOf(shell, argv, options.timeoutMs);
      shell.isBusy = false;
      if (!isOver) {
        shells = shells.filter((one) => one !== shell);
        end(shell);
      }
      return result;
    },
  };
}
