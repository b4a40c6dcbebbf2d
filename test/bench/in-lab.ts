/** Runs one program of a benchmark beside the hosts of a lab and gives what it printed. */
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { LAB_PACKAGES } from '@bondctl/lab/packages';
import { runLabTo } from '@bondctl/lab/run';
import type { Topology } from '@bondctl/lab/topology';
import { provideDebianPackages } from '../run/debian.ts';
import { guestProgram, stopOnSignals } from '../run/guest-program.ts';
import { root } from '../run/places.ts';
import { runTool } from '../run/spawn.ts';

/** What to run: a source file of this folder, where, and for how long at most. */
export type InLab = {
  readonly program: string;
  readonly topology: Topology;
  readonly memory: string;
  readonly timeoutMs: number;
};

const buildTimeoutMs = 300_000;

/** Builds the packaged programs, runs the benchmark's own in a lab, and gives its stdout. Throws with a sentence when it did not end well. */
export async function runInLab(wanted: InLab, say: (line: string) => void): Promise<string> {
  const names = LAB_PACKAGES.map(({ name }) => name);
  const provided = await provideDebianPackages(names, say);
  // The lab itself knows whether it can do without, and refuses by name.
  if (provided.kind === 'missing') say(provided.advice);
  say('Building the programs ...');
  await buildPrograms();
  say('Starting the lab ...');
  return await launched(wanted);
}

async function buildPrograms(): Promise<void> {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const { code, output } = await runTool(tsx, [join(root, 'packaging/main.ts')], buildTimeoutMs);
  if (code !== 0) throw new Error(`The programs could not be built:\n${output}`);
}

async function launched({ program, topology, memory, timeoutMs }: InLab): Promise<string> {
  const stdout = new Kept();
  const request = {
    topology,
    command: ['sh', '-c', 'exec node --enable-source-maps "$LAB/job/bench.mjs"'],
    cwd: root,
    env: { LAB_REPOSITORY: root },
    files: { 'bench.mjs': await guestProgram(join(import.meta.dirname, program)) },
    memory,
    timeoutMs,
    signal: stopOnSignals(),
  };
  const end = await runLabTo(request, { stdout, stderr: process.stderr });
  if (end.kind === 'exited' && end.code === 0) return stdout.text();
  throw new Error('why' in end ? end.why : `The benchmark did not end well: ${end.kind}, code ${end.code}.`);
}

class Kept extends Writable {
  readonly #chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }

  text(): string {
    return Buffer.concat(this.#chunks).toString('utf8');
  }
}
