import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds the dashboard into `folder`, emptied before. Throws when it does not build. */
export async function buildDashboard(folder: string): Promise<void> {
  await build({ root: here, configFile: `${here}vite.config.ts`, build: { outDir: folder } });
}
