import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the dashboard lies, beside the controller's program file: in `dist` as on a host. */
export const dashboardFolder = 'dashboard';

/** Every file of the built dashboard, as paths from `dist`, in an order that stays. */
export async function dashboardFiles(dist: string): Promise<readonly string[]> {
  const entries = await readdir(join(dist, dashboardFolder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .sort();
}
