import { chmod, copyFile, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { gaugesAndCounters, shakenYaml, socketClient, withoutUnused } from './slim.ts';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The three programs, each from its `main.ts` to one file. */
const programs: readonly Program[] = [
  { name: 'bondctl-agent', entry: 'packages/agent/src/main.ts', plugins: [socketClient, gaugesAndCounters] },
  { name: 'bondctl-controller', entry: 'packages/controller/src/main.ts', plugins: [] },
  { name: 'bondctl', entry: 'packages/controller/src/cli/main.ts', plugins: [] },
];

type Program = { name: string; entry: string; plugins: readonly Plugin[] };

/** The compiled SQLite driver: machine code cannot be inside a bundle, so it lies beside the controller. */
export const sqliteDriver = 'better_sqlite3.node';

const compiledDriver = join(
  root,
  'packages/controller/node_modules/better-sqlite3/build/Release',
  sqliteDriver,
);

const hashbang = '#!/usr/bin/env node\n';

// ws, pino and protobufjs are CommonJS inside and ask for `require`, which an ES module has to make.
const banner =
  "import{createRequire as bondctlCreateRequire}from'node:module';const require=bondctlCreateRequire(import.meta.url);";

/** A program as built: where it is and how large, in bytes. */
export type Built = { name: string; path: string; bytes: number };

/**
 * Builds every program into `folder`, each as one executable file that says `version`. The controller opens SQLite with
 * `nativeBinding` = the driver beside its own file when that is there; it is not where Node has `node:sqlite` and the
 * driver was never compiled. Throws when a program does not build.
 */
export async function buildPrograms(folder: string, version: string): Promise<Built[]> {
  await mkdir(folder, { recursive: true });
  const built: Built[] = [];
  for (const program of programs) built.push(await bundle(program, folder, version));
  await rm(join(folder, sqliteDriver), { force: true });
  if (await exists(compiledDriver)) await copyFile(compiledDriver, join(folder, sqliteDriver));
  return built;
}

async function bundle({ name, entry, plugins }: Program, folder: string, version: string): Promise<Built> {
  const path = join(folder, `${name}.mjs`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path,
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    banner: { js: banner },
    define: {
      'process.env.BONDCTL_VERSION': JSON.stringify(version),
      // Optional accelerators of ws are native code: it must not even look for them.
      'process.env.WS_NO_BUFFER_UTIL': '"1"',
      'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
    },
    plugins: [withoutUnused, shakenYaml, ...plugins],
  });
  // An entry that brings its own first line keeps it.
  const text = outputFiles.map((file) => file.text).join('');
  await writeFile(path, text.startsWith('#!') ? text : hashbang + text);
  await chmod(path, 0o755);
  return { name, path, bytes: (await stat(path)).size };
}

/** Whether there is a file at `path`. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
