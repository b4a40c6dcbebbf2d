/** One lab test file: what its first line asks for, and the file itself as programs for the guest. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { type CommandLine, parseCommandLine, type TopologySource } from './command-line.ts';
import { guestModule } from './guest-module.ts';
import { type Share, shares } from './seats.ts';
import type { Topology } from './topology.ts';
import { findTopology } from './topology-file.ts';

/** What the header of a test file says. */
export type TestHeader = {
  readonly topology: Topology;
  readonly request: CommandLine['request'];
  readonly share: Share;
};

const HEADER = /^\/\/ lab:(.*)$/m;

/**
 * Reads a header such as `// lab: --hosts 2 --nics 2 --rate 200mbit --timeout 300 exclusive`: the lab's own options and,
 * at the end, `waiting`, `working`, `busy` or `exclusive`; the path behind `--topology` begins at the test's own folder.
 * Throws when it is missing or asks for what the lab does not know.
 */
export function readHeader(file: string): TestHeader {
  const found = HEADER.exec(readFileSync(file, 'utf8'))?.[1];
  if (found === undefined) throw new Error(`${file} has no line "// lab: OPTIONS"`);
  const words = found.trim().split(/\s+/).filter(Boolean);
  const last = words.at(-1);
  const share = shares.find((one) => one === last) ?? 'shared';
  const options = share === 'shared' ? words : words.slice(0, -1);
  const { topology, request } = parseCommandLine([...options, '--', 'node']);
  const wanted = findTopology(besideTest(topology, file));
  if (wanted.kind === 'bad') throw new Error(wanted.problems.join('; '));
  return { topology: wanted.topology, request, share };
}

/** A topology file is named as seen from the test that wants it, wherever the tests are started. */
const besideTest = (source: TopologySource, file: string): TopologySource =>
  source.kind === 'file' ? { kind: 'file', path: resolve(dirname(file), source.path) } : source;

/** The names under which the guest finds what `bundle` made. */
export const TEST_PROGRAM = 'test.mjs';
/** The name of the bundled reporter. */
export const REPORTER = 'reporter.mjs';

/** Makes one file of a test and all that it imports, so that the guest need not search for modules. */
export async function bundle(file: string): Promise<Record<string, string>> {
  const built = await build({
    entryPoints: { test: file, reporter: join(import.meta.dirname, 'inside', 'reporter.ts') },
    outdir: '/',
    outExtension: { '.js': '.mjs' },
    ...guestModule,
    // Beside the program: what a test starts of itself in a host reads no map, and a map is as long as the program.
    sourcemap: 'linked',
    // A bundled CommonJS package asks for `require`, which a module does not have.
    banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" },
  });
  return Object.fromEntries(built.outputFiles.map(({ path, text }) => [path.slice(1), text]));
}
