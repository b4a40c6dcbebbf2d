/** What the guest is told: its scripts, the topology as batches, the environment and the command. */
import { chmodSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
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
  readonly terminal: string;
};

const SCRIPTS = join(import.meta.dirname, '..', 'guest');
/** What a command in the lab sees of the caller's environment, besides what the caller names. */
const INHERITED = ['TERM', 'LANG', 'CI', 'NO_COLOR'];
const OWN_RUN = 'run /run tmpfs mode=755,nosuid,nodev 0 0';
const OWN_SYS = 'sys /sys sysfs nosuid,nodev,noexec 0 0';
const GUEST_MOUNTS = [
  OWN_SYS,
  OWN_RUN,
  'pts /dev/pts devpts mode=620,gid=5 0 0',
  'shm /dev/shm tmpfs mode=1777 0 0',
];

/** Writes all files of a job into the run folder. */
export function writeJob(folder: RunFolder, job: Job): void {
  copyScripts(folder);
  writeTopology(folder, job.topology);
  const write = (name: string, lines: readonly string[]) => writeLines(folder, name, lines);
  write('guest.fstab', GUEST_MOUNTS);
  write('netns.fstab', [OWN_SYS, OWN_RUN]);
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

function writeTopology(folder: RunFolder, topology: Topology): void {
  writeLines(folder, 'topology.json', [JSON.stringify(topology)]);
  writeLines(folder, 'hosts', [topology.hosts.map(({ name }) => name).join(' ')]);
  writeLines(folder, 'root.batch', rootBatch(topology));
  for (const [place, host] of topology.hosts.entries()) {
    const batch = hostBatch(host, place);
    writeLines(folder, `${host.name}.ip`, batch.ip);
    writeLines(folder, `${host.name}.tc`, batch.tc);
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
