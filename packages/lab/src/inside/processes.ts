/** Processes as the lab's own process namespace numbers them; every process of every host is among them. */
import { readdirSync, readFileSync } from 'node:fs';

/** The kernel's one letter for a process: R running, S sleeping, D waiting for a device, T stopped, Z dead but unread. */
export type ProcessState = 'R' | 'S' | 'D' | 'T' | 't' | 'Z' | 'X' | 'I' | 'gone';

/** What a process is doing now. */
export const processState = (pid: number): ProcessState =>
  (statOf(pid)?.state as ProcessState | undefined) ?? 'gone';

/** Whether a process still does, or could do, anything. */
export const isAlive = (pid: number): boolean => !['gone', 'Z', 'X'].includes(processState(pid));

/** Kills a process without a word; one that is gone already is an error, since the fault then did not happen. */
export function kill9(pid: number): void {
  process.kill(pid, 'SIGKILL');
}

/** The direct children of a process. */
export function childrenOf(parent: number): number[] {
  return processIds().filter((pid) => statOf(pid)?.parent === parent);
}

/** All processes whose command line contains a text, without this one. */
export function processesWith(text: string): number[] {
  return processIds().filter((pid) => pid !== process.pid && commandLine(pid).includes(text));
}

const processIds = (): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

const commandLine = (pid: number): string => readProc(pid, 'cmdline').replaceAll('\0', ' ').trimEnd();

function statOf(pid: number): { state: string; parent: number } | undefined {
  const text = readProc(pid, 'stat');
  // The name in parentheses may itself contain anything.
  const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return state === undefined || parent === undefined ? undefined : { state, parent: Number(parent) };
}

/** Empty when the process went away in the meantime. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
