// One browser and one build for the tests of a file.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDashboard } from '@bondctl/dashboard/build';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from '../visit.ts';
import { type Served, serveScene } from './controller.ts';
import type { Scene } from './scene.ts';

/** What the tests of a file share; usable inside of tests. */
export interface Opened {
  readonly folder: string;
  readonly browser: Browser;
  /** Serves a scene and opens an address of it while `look` looks; then all of it is closed. */
  visit(scene: Scene, path: string, look: (page: Page, served: Served) => Promise<void>): Promise<void>;
}

/** Builds the dashboard and opens a browser before the tests of the file, and closes it after them. */
export function openedForTests(): () => Opened {
  let folder: string | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bondctl-dashboard-'));
    await buildDashboard(folder);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });
  return () => {
    if (folder === undefined || browser === undefined) throw new Error('The dashboard was not built.');
    return { folder, browser, visit: visitor(folder, browser) };
  };
}

const visitor =
  (folder: string, browser: Browser): Opened['visit'] =>
  async (scene, path, look) => {
    const served = await serveScene(folder, scene);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    try {
      const page = await context.newPage();
      await page.goto(`${served.url}${path}`);
      await look(page, served);
    } finally {
      await context.close();
      await served.stop();
    }
  };
