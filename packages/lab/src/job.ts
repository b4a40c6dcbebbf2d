/** What the guest is told: its scripts, the topology as batches, the environment and the command. */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEARCH_PATH } from './backend.ts';
import { hostBatch, rootBatch } from './render.ts';
import type { RunFolder } from './run-folder.ts';
import type { Topology } from './topology.ts';

/** The command of a run and what it finds around it. `terminal` is stty's words for the caller's terminal, if it is wanted. */
export type Job = {
  readonly topology: Topology;
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
  readonly terminal: string;
};

const SCRIPTS = join(import.meta.dirname, '..', 'guest');
/** What a command in the lab sees of the caller's environment, besides what the caller names. */
const INHERITED = ['TERM', 'LANG', 'CI', 'NO_COLOR'];
/** Mounted by both backends; a guest also needs what this machine's /dev has. */
const OWN_MOUNTS = ['/sys sysfs nosuid,nodev,noexec', '/run tmpfs mode=755,nosuid,nodev'];
const GUEST_MOUNTS = ['/dev/pts devpts mode=620,gid=5', '/dev/shm tmpfs mode=1777'];

/** A host's own /etc and /var/lib begin as this machine's; its /run begins empty. */
function hostMounts(host: string): string[] {
  const layer = (path: string, name: string) => {
    const own = `/run/lab/hosts/${host}/${name}`;
    return `${path} overlay lowerdir=${path},upperdir=${own},workdir=${own}.work`;
  };
  const proc = '/proc proc nosuid,nodev,noexec';
  return [proc, layer('/etc', 'etc'), layer('/var/lib', 'lib'), ...OWN_MOUNTS];
}

/** A source of its own for each: `mount -a` leaves out what is already mounted from the same source, as in a lab in a lab. */
const mountLines = (source: string, mounts: readonly string[]) =>
  mounts.map((mount) => `${source} ${mount} 0 0`);

/** Writes all files of a job into the run folder. */
export function writeJob(folder: RunFolder, job: Job): void {
  for (const [name, text] of Object.entries(job.files)) writeFileSync(join(folder.job, name), text);
  copyScripts(folder);
  linkDevices(folder);
  writeTopology(folder, job.topology);
  const write = (name: string, lines: readonly string[]) => writeLines(folder, name, lines);
  write('guest.fstab', mountLines(folder.id, [...OWN_MOUNTS, ...GUEST_MOUNTS]));
  write('netns.fstab', mountLines(folder.id, OWN_MOUNTS));
  write('env.sh', environment(folder, job).map(exported));
  write('command.sh', [`cd ${quoted(job.cwd)} || exit 126`, `exec ${job.command.map(quoted).join(' ')}`]);
}

function copyScripts(folder: RunFolder): void {
  mkdirSync(join(folder.job, 'bin'));
  for (const name of readdirSync(SCRIPTS)) {
    const target = join(folder.job, name === 'lab' ? 'bin/lab' : name);
    copyFileSync(join(SCRIPTS, name), target);
    chmodSync(target, 0o755);
  }
}

/** The links that a bare /dev lacks; shell scripts write to them all the time. */
function linkDevices(folder: RunFolder): void {
  const dev = join(folder.job, 'dev');
  mkdirSync(dev);
  symlinkSync('/proc/self/fd', join(dev, 'fd'));
  for (const [number, name] of ['stdin', 'stdout', 'stderr'].entries()) {
    symlinkSync(`/proc/self/fd/${number}`, join(dev, name));
  }
}

function writeTopology(folder: RunFolder, topology: Topology): void {
  writeLines(folder, 'topology.json', [JSON.stringify(topology)]);
  writeLines(folder, 'hosts', [topology.hosts.map(({ name }) => name).join(' ')]);
  writeLines(folder, 'root.batch', rootBatch(topology));
  for (const [place, host] of topology.hosts.entries()) {
    const batch = hostBatch(host, place);
    writeLines(folder, `${host.name}.ip`, batch.ip);
    writeLines(folder, `${host.name}.tc`, batch.tc);
    writeLines(folder, `${host.name}.fstab`, mountLines(`${folder.id}-${host.name}`, hostMounts(host.name)));
  }
}

function writeLines(folder: RunFolder, name: string, lines: readonly string[]): void {
  writeFileSync(join(folder.job, name), lines.map((line) => `${line}\n`).join(''));
}

function environment(folder: RunFolder, job: Job): [string, string][] {
  const inherited = INHERITED.map((name): [string, string] => [name, process.env[name] ?? '']);
  return [
    ...inherited.filter(([, value]) => value !== ''),
    ['HOME', '/tmp'],
    ['LAB', folder.base],
    ['LAB_ID', folder.id],
    ['LAB_OUT', folder.out],
    ['LAB_TERMINAL', job.terminal],
    ...Object.entries(job.env),
    ['PATH', [join(folder.job, 'bin'), ...SEARCH_PATH].join(':')],
  ];
}

const exported = ([name, value]: [string, string]): string => `export ${name}=${quoted(value)}`;

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
