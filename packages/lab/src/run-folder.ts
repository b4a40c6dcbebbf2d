/**
 * The folder of one run: `job` is what the guest reads, `share` the only place it writes, `memory` its own memory.
 * Its name carries the launcher's process id and start time, so that a later run knows whose folder nobody will remove.
 */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One run's folder and id; `base` is the folder that holds everything. */
export type RunFolder = {
  readonly id: string;
  readonly base: string;
  readonly job: string;
  readonly share: string;
  readonly out: string;
  readonly memory: string;
};

/** Debian's nobody and nogroup. */
export const NOBODY = 65_534;
const NAME = /^bondctl-lab-(\d+)-(\d+)-[0-9a-f]+$/;

/** Makes the folder; with `asNobody` the guest runs as another user and the places it writes are given to that user. */
export function makeRunFolder(asNobody: boolean): RunFolder {
  const secret = randomBytes(6).toString('hex');
  const base = join(temporaryRoot(), `bondctl-lab-${process.pid}-${startTime(process.pid)}-${secret}`);
  const share = join(base, 'share');
  const folder = { id: `lab_${secret}`, base, job: join(base, 'job'), share, out: join(share, 'out') };
  const whole = { ...folder, memory: join(base, 'memory') };
  mkdirSync(base, { mode: 0o711 });
  for (const path of [whole.job, whole.share, whole.out, whole.memory]) mkdirSync(path);
  chmodSync(base, 0o711);
  if (asNobody) for (const path of [whole.share, whole.out, whole.memory]) chownSync(path, NOBODY, NOBODY);
  return whole;
}

/** Removes the folders of launchers that were killed. Inside a lab it does nothing: the folders there are the outside's. */
export function sweepRunFolders(): void {
  if (process.env['LAB_ID'] !== undefined) return;
  for (const name of readdirSync(temporaryRoot())) {
    const [, pid, started] = NAME.exec(name) ?? [];
    if (pid === undefined || startTime(Number(pid)) === started) continue;
    const path = join(temporaryRoot(), name);
    if (isOurs(path)) rmSync(path, { recursive: true, force: true });
  }
}

function isOurs(path: string): boolean {
  const owner = statSync(path, { throwIfNoEntry: false })?.uid;
  return owner !== undefined && owner === process.getuid?.();
}

/** Not below a folder that the guest mounts anew, and without characters that the kernel's command line splits at. */
function temporaryRoot(): string {
  return /^\/(run|dev|proc|sys)\/|[\s",=]/.test(`${tmpdir()}/`) ? '/tmp' : tmpdir();
}

/** When a process started, in clock ticks since boot, as the kernel prints it; empty when there is no such process. */
function startTime(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Copies what the command left in $LAB_OUT, and the guest's kernel log, to where the caller wants them. */
export function keepResults(folder: RunFolder, outDir: string): void {
  mkdirSync(outDir, { recursive: true });
  cpSync(folder.out, outDir, { recursive: true, verbatimSymlinks: true });
  copyFileSync(join(folder.base, 'kernel.log'), join(outDir, 'kernel.log'));
}

/** Removes a run's folder. */
export function removeRunFolder(folder: RunFolder): void {
  rmSync(folder.base, { recursive: true, force: true, maxRetries: 3 });
}
