import { chmod, copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The three programs, each from its `main.ts` to one file. */
export const programs = [
  { name: 'bondctl-agent', entry: 'packages/agent/src/main.ts' },
  { name: 'bondctl-controller', entry: 'packages/controller/src/main.ts' },
  { name: 'bondctl', entry: 'packages/controller/src/cli/main.ts' },
] as const;

/** The compiled SQLite driver: machine code cannot be inside a bundle, so it lies beside the controller. */
export const sqliteDriver = 'better_sqlite3.node';

const compiledDriver = join(
  root,
  'packages/controller/node_modules/better-sqlite3/build/Release',
  sqliteDriver,
);

// ws, pino and protobufjs are CommonJS inside and ask for `require`, which an ES module has to make.
const banner = [
  '#!/usr/bin/env node',
  "import{createRequire as bondctlCreateRequire}from'node:module';const require=bondctlCreateRequire(import.meta.url);",
].join('\n');

/** Modules that are loaded by what we bundle and never called by it: leaving them out is a tenth of the agent. */
const unused: Readonly<Record<string, string>> = {
  long: 'protobufjs asks for it, and its 64-bit numbers are switched off (`util.Long = null`)',
  'thread-stream': "pino's worker transports do not work from one file; the journal reads stdout",
};

const leaveOut: Plugin = {
  name: 'leave out what is never called',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(${Object.keys(unused).join('|')})$`);
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /./, namespace: 'unused' }, () => ({ contents: 'module.exports = undefined;' }));
  },
};

/** yaml's modules can be shaken, its CommonJS build for Node cannot; the code is the same. */
const moduleBuilds: Plugin = {
  name: 'prefer builds that can be shaken',
  setup({ onResolve }) {
    onResolve({ filter: /^yaml$/ }, ({ resolveDir }) => ({
      path: join(
        dirname(createRequire(join(resolveDir, 'x')).resolve('yaml/package.json')),
        'browser/dist/index.js',
      ),
    }));
  },
};

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
  for (const { name, entry } of programs) built.push(await bundle(name, entry, folder, version));
  await rm(join(folder, sqliteDriver), { force: true });
  if (await exists(compiledDriver)) await copyFile(compiledDriver, join(folder, sqliteDriver));
  return built;
}

async function bundle(name: string, entry: string, folder: string, version: string): Promise<Built> {
  const path = join(folder, `${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path,
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
    plugins: [leaveOut, moduleBuilds],
  });
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
