import type { Clock, Files, Processes } from '../kernel/ports.ts';
import { isJsonObject, numberAt, textsAt } from '../parse/json.ts';
import type { Argv } from './command-lines.ts';
import { limits } from './session.ts';

type Deps = {
  readonly files: Files;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly pidFile: string;
};

/** Remembers the process that runs now, so that the next agent ends it should this one crash. */
export const noteProcess = ({ files, pidFile }: Deps, pid: number, argv: Argv): Promise<void> =>
  files.writeAtomic('linktest/note-process', pidFile, `${JSON.stringify({ pid, argv })}\n`);

/** Forgets it: it is gone. */
export const forgetProcess = ({ files, pidFile }: Deps): Promise<void> =>
  files.remove('linktest/forget-process', pidFile);

function readNote(text: string): { pid: number; argv: readonly string[] } | undefined {
  try {
    const note: unknown = JSON.parse(text);
    if (!isJsonObject(note)) return undefined;
    const pid = numberAt(note, 'pid');
    return pid === undefined || pid <= 1 ? undefined : { pid, argv: textsAt(note, 'argv') };
  } catch {
    return undefined;
  }
}

/** Whether the pid still is the program we started: a pid is reused, a pid with this very command line is not. */
async function isStillOurs({ files }: Deps, pid: number, argv: readonly string[]): Promise<boolean> {
  const cmdline = await files.read('linktest/leftover', `/proc/${pid}/cmdline`);
  return cmdline !== undefined && cmdline === `${argv.join('\0')}\0`;
}

/** Ends what an earlier agent left running. Returns the command line it ended, or undefined. */
export async function endLeftover(deps: Deps): Promise<string | undefined> {
  const text = await deps.files.read('linktest/leftover', deps.pidFile);
  if (text === undefined) return undefined;
  const note = readNote(text);
  const found = note !== undefined && (await isStillOurs(deps, note.pid, note.argv));
  if (found) await endGroup(deps, note.pid, note.argv);
  await forgetProcess(deps);
  return found ? note.argv.join(' ') : undefined;
}

async function endGroup(deps: Deps, pid: number, argv: readonly string[]): Promise<void> {
  deps.processes.signalGroup('linktest/end-leftover', pid, 'SIGTERM');
  const killAtMs = deps.clock.monotonicMs() + limits.killMs;
  while (deps.clock.monotonicMs() < killAtMs) {
    if (!(await isStillOurs(deps, pid, argv))) return;
    await new Promise<void>((resolve) => void deps.clock.after(50, resolve));
  }
  deps.processes.signalGroup('linktest/end-leftover', pid, 'SIGKILL');
}
