import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDashboard } from '@bondctl/dashboard/build';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../run/places.ts';
import { complaintsOf, openBrowser } from '../visit.ts';
import { serveScene } from './controller.ts';
import { dashboardPages } from './pages.ts';

const screens = join(root, 'out/screens');
let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bondctl-dashboard-'));
  await mkdir(screens, { recursive: true });
  await buildDashboard(folder);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

test.each(Object.entries(dashboardPages))(
  'the page "%s" asks nobody else and can be read by everybody',
  async (name, { path, ready, scene }) => {
    const served = await serveScene(folder, scene);
    try {
      const mayAsk = (url: string) => url.startsWith(served.url);
      const visit = { ready, mayAsk, shots: join(screens, name) };
      expect(await complaintsOf(browser, `${served.url}${path}`, visit)).toEqual([]);
    } finally {
      await served.stop();
    }
  },
);
