import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from '../run/places.ts';

/** A change of production's source while it is bundled: production itself carries no hooks. */
export interface Patch {
  /** From the root of the repository. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
}

/** Counts which event meets which phase. */
const observers: readonly Patch[] = [
  {
    file: 'packages/agent/src/transaction/transaction.ts',
    find: 'export function step(state: TxState, event: TxEvent): Transition {',
    replace:
      "export function step(state: TxState, event: TxEvent): Transition {\n  sawPair('transaction', state.phase, event.type);",
  },
  {
    file: 'packages/controller/src/rollout/pair.ts',
    find: 'export function step(state: PairState, event: PairEvent): Stepped {',
    replace:
      "export function step(state: PairState, event: PairEvent): Stepped {\n  sawPair('pair', state.phase, event.type);",
  },
  {
    file: 'packages/controller/src/rollout/rollout.ts',
    find: 'export function step(state: RolloutState, event: RolloutEvent): RolloutStepped {',
    replace:
      "export function step(state: RolloutState, event: RolloutEvent): RolloutStepped {\n  sawPair('rollout', state.phase, event.type);",
  },
];

/** A text with a patch applied. Throws when the text has changed so that the patch does not fit any more. */
export function applyPatch(text: string, { file, find, replace }: Patch): string {
  const times = text.split(find).length - 1;
  if (times !== 1) throw new Error(`${file} has ${times} times, not once:\n${find}`);
  return text.replace(find, () => replace);
}

function patched(patches: readonly Patch[]): Plugin {
  return {
    name: 'patched',
    setup({ onLoad }) {
      for (const file of new Set(patches.map((patch) => patch.file))) {
        const path = join(root, file);
        const own = patches.filter((patch) => patch.file === file);
        onLoad({ filter: new RegExp(`^${path.replace(/[.]/g, '\\.')}$`) }, async () => ({
          contents: own.reduce(applyPatch, await readFile(path, 'utf8')),
          loader: 'ts',
        }));
      }
    },
  };
}

/** Rollouts read each spec once. */
const parsedOnce: Plugin = {
  name: 'parsed-once',
  setup({ onResolve }) {
    onResolve({ filter: /\/spec\/parse\.ts$/ }, ({ importer }) =>
      importer.includes('/controller/src/rollout/')
        ? { path: join(root, 'test/simulation/parsed-once.ts') }
        : undefined,
    );
  },
};

// yaml and protobufjs are CommonJS inside and ask for `require`, which an ES module has to make.
const banner =
  "import{createRequire as simulationRequire}from'node:module';const require=simulationRequire(import.meta.url);";

/** Worlds around production's code, as one file that a worker runs. */
export interface Bundle {
  readonly path: string;
  remove(): Promise<void>;
}

/** Bundles the worlds with some of production's source changed. Throws when a patch does not fit. */
export async function bundleWorlds(patches: readonly Patch[] = []): Promise<Bundle> {
  const folder = await mkdtemp(join(tmpdir(), 'bondctl-worlds-'));
  const path = join(folder, 'worlds.mjs');
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await build({
      absWorkingDir: root,
      entryPoints: ['test/simulation/worker.ts'],
      outfile: path,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      logLevel: 'silent',
      banner: { js: banner },
      plugins: [patched([...observers, ...patches]), parsedOnce],
    });
  } catch (thrown) {
    await remove();
    throw thrown;
  }
  return { path, remove };
}
