import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const worthPacking = /\.(js|css|html|svg)$/;

/**
 * Builds the dashboard into `folder`, emptied before: `index.html`, and everything it needs under names that carry a digest of
 * what is in them; beside each text the same as `.gz` and `.br`. Throws when it does not build.
 */
export async function buildDashboard(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: here,
    base: '/',
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: true,
      // The first that know light-dark() and AbortSignal.any; docs/dashboard.md names them.
      target: ['chrome123', 'firefox124', 'safari17.5'],
      // Inlined files would need a hole in the policy that the controller serves them with.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  await packAll(folder);
}

/** A server that can send what is packed already packs nothing while people wait. */
async function packAll(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => worthPacking.test(name)).sort()) {
    const path = join(folder, file);
    const text = await readFile(path);
    await writeFile(`${path}.gz`, await promisify(gzip)(text, { level: 9 }));
    await writeFile(`${path}.br`, await promisify(brotliCompress)(text));
  }
}
