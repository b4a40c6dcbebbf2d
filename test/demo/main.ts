/** `npm run demo`: builds the programs, brings up a cluster of two hosts, and lets `inside.ts` do the work in it. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LabEnd } from '@bondctl/lab/launch';
import { packagesFor } from '@bondctl/lab/packages';
import { runLabTo } from '@bondctl/lab/run';
import { clusterOf } from '@bondctl/lab/topology';
import { provideDebianPackages } from '../run/debian.ts';
import { guestProgram, stopOnSignals } from '../run/guest-program.ts';
import { root } from '../run/places.ts';
import { runTool } from '../run/spawn.ts';
import { cableBps, cables } from './specs.ts';

const usage = 'Usage: npm run demo [-- --keep]   (--keep leaves the cluster up with a shell)';
const buildTimeoutMs = 120_000;
const demoTimeoutMs = 240_000;
const keepTimeoutMs = 24 * 3_600_000;

async function main(args: readonly string[]): Promise<number> {
  if (args.some((arg) => arg !== '--keep')) return complain(usage, 2);
  const provided = await provideDebianPackages(packagesFor('uml', 'lab', 'tests'), say);
  // The lab itself knows whether it can do without, and refuses by name.
  if (provided.kind === 'missing') say(provided.advice);
  // A run that fails must not leave the figures of an earlier one behind.
  for (const name of ['demo.json', 'demo.svg']) rmSync(join(root, 'out', name), { force: true });
  say('Building the programs ...');
  const built = await runTool(
    join(root, 'node_modules/tsx/dist/cli.mjs'),
    [join(root, 'packaging/main.ts')],
    buildTimeoutMs,
  );
  if (built.code !== 0) return complain(`The programs could not be built:\n${built.output}`, 1);
  say('Starting the lab ...');
  return codeOf(await runDemo(args.includes('--keep')));
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function complain(line: string, code: number): number {
  say(line);
  return code;
}

async function runDemo(keep: boolean): Promise<LabEnd> {
  const request = {
    topology: clusterOf({ hosts: 2, nics: cables, rate: `${cableBps / 1e6}mbit` }),
    command: [
      'sh',
      '-c',
      'exec node --enable-source-maps "$LAB/job/demo.mjs" "$@"',
      'sh',
      ...(keep ? ['--keep'] : []),
    ],
    cwd: root,
    env: { LAB_REPOSITORY: root },
    files: { 'demo.mjs': await guestProgram(join(import.meta.dirname, 'inside.ts')) },
    outDir: join(root, 'out'),
    timeoutMs: keep ? keepTimeoutMs : demoTimeoutMs,
    signal: stopOnSignals(),
  };
  return await runLabTo(request, keep ? 'terminal' : { stdout: process.stdout, stderr: process.stderr });
}

function codeOf(end: LabEnd): number {
  switch (end.kind) {
    case 'exited':
    case 'interrupted':
      return end.code;
    case 'timedOut':
      return complain(`The demo did not end within ${demoTimeoutMs / 1000} s.`, 1);
    case 'broken':
      return complain(end.why, 1);
    case 'refused':
      return complain(end.why, end.code);
    default:
      return end satisfies never;
  }
}

process.exitCode = await main(process.argv.slice(2));
