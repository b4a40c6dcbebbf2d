/** Which kernel the lab runs on: this one, a user-mode Linux guest, or none. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { LAB_PACKAGES, type LabPackage } from './packages.ts';

/** How far the guest is locked in: `strict` read-only mounts, `nobody` another user, `user` the caller as he is. */
export type Cage = 'strict' | 'nobody' | 'user';

/** A kernel that has the bonding driver for us, or the one sentence that says why there is none. */
export type Backend =
  | { readonly kind: 'netns' }
  | { readonly kind: 'uml'; readonly program: string; readonly cage: Cage }
  | { readonly kind: 'refused'; readonly why: string };

/** What the caller asks for; `auto` prefers this kernel. */
export type BackendChoice = 'auto' | 'netns' | 'uml';

/** Where programs are looked for; Debian's plain users have no sbin on their PATH. */
export const SEARCH_PATH = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin'];

/** Picks the backend; probes leave nothing behind but, at most, a loaded bonding module without a bond. */
export function chooseBackend(choice: BackendChoice): Backend {
  const lacks = lacking('lab');
  if (lacks !== undefined) return { kind: 'refused', why: lacks };
  if (choice !== 'uml' && ownKernelBonds()) return { kind: 'netns' };
  if (choice === 'netns') {
    return {
      kind: 'refused',
      why: 'this kernel has no bonding driver that we may use: run as root on one that has',
    };
  }
  const guestLacks = lacking('uml');
  if (guestLacks !== undefined) {
    const reason = choice === 'uml' ? '' : 'this kernel has no bonding driver that we may use, and ';
    return { kind: 'refused', why: `${reason}${guestLacks}` };
  }
  return { kind: 'uml', program: find('linux.uml') ?? 'linux.uml', cage: chooseCage() };
}

/** The first program that is not installed here of those that are needed, and the package to install. */
export function lacking(neededBy: LabPackage['neededBy']): string | undefined {
  const first = LAB_PACKAGES.find((each) => each.neededBy === neededBy && find(each.program) === undefined);
  if (first === undefined) return undefined;
  return `${first.program} is not installed: install the Debian package ${first.name}`;
}

function find(program: string): string | undefined {
  return SEARCH_PATH.map((folder) => join(folder, program)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function ownKernelBonds(): boolean {
  if (process.getuid?.() !== 0) return false;
  // Loaded by name first: loaded on demand, by the next line, the driver would make a bond0 of its own.
  if (!existsSync('/sys/module/bonding')) succeeds('modprobe', ['-q', 'bonding', 'max_bonds=0']);
  return succeeds('unshare', ['-nmpuf', 'ip', 'link', 'add', 'type', 'bond']);
}

function chooseCage(): Cage {
  if (process.getuid?.() !== 0) return 'user';
  return succeeds('unshare', ['-mpf', 'mount', '-t', 'proc', 'proc', '/proc']) ? 'strict' : 'nobody';
}

function succeeds(program: string, args: readonly string[]): boolean {
  const path = { ...process.env, PATH: SEARCH_PATH.join(':') };
  return spawnSync(program, args, { stdio: 'ignore', timeout: 10_000, env: path }).status === 0;
}
