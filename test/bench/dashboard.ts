/** The benchmark of the dashboard: the fleet page of a thousand simulated hosts in a browser, while things happen to them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { openBrowser } from '../browser/visit.ts';
import { root } from '../run/places.ts';
import { type DashboardFigures, figuresOf, tableOf } from './dashboard-figures.ts';

const hosts = 1_000;
const startWithinMs = 600_000;
const openWithinMs = 60_000;
const watchedMs = 30_000;

/** Opens the fleet page of a thousand hosts and watches it for half a minute. */
export async function benchDashboard(
  say: (line: string) => void,
): Promise<{ readonly table: string; readonly figures: DashboardFigures }> {
  const fleet = startFleet();
  try {
    const { url, token } = await placeOf(fleet, say);
    const figures = figuresOf({ hosts, ...(await watched(url, token)) });
    return { table: tableOf(figures), figures };
  } finally {
    if (fleet.exitCode === null && fleet.kill('SIGTERM')) await once(fleet, 'close');
  }
}

function startFleet(): ChildProcess {
  const loader = join(root, 'node_modules/tsx/dist/loader.mjs');
  const options = ['--hosts', String(hosts), '--busy'];
  const [program = '', ...args] = [process.execPath, '--import', loader, 'test/fleet/main.ts', ...options];
  return spawn(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
}

/** Where the fleet's dashboard is, and the token for it, as the fleet says them. */
async function placeOf(
  fleet: ChildProcess,
  say: (line: string) => void,
): Promise<{ readonly url: string; readonly token: string }> {
  if (fleet.stderr === null) throw new Error('The fleet has no output.');
  const timer = setTimeout(() => fleet.kill('SIGTERM'), startWithinMs);
  let url: string | undefined;
  for await (const line of createInterface({ input: fleet.stderr })) {
    say(line);
    url ??= /https:\/\/\S+/.exec(line)?.[0];
    const token = /^ +sign in with (\S+)$/.exec(line)?.[1];
    if (url === undefined || token === undefined) continue;
    clearTimeout(timer);
    // What it goes on saying must not fill the pipe.
    fleet.stderr.resume();
    return { url, token };
  }
  throw new Error('The fleet ended before it said where its dashboard is.');
}

/** The page's own account: when the last tile was there, and every task of its main thread over 50 ms from then on. */
async function watched(
  url: string,
  token: string,
): Promise<{ readonly openedMs: number; readonly news: number; readonly longTasksMs: readonly number[] }> {
  const browser = await openBrowser();
  try {
    // The fleet's certificate is its own; it is a minute old and nobody's.
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
    await page.goto(`${url}/sign-in`);
    await page.getByLabel('Operator token').fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await tiles(page);
    await page.goto(url);
    await tiles(page);
    const openedMs = await page.evaluate<number>('performance.now()');
    await page.evaluate(watch);
    await page.waitForTimeout(watchedMs);
    return { openedMs, ...(await page.evaluate<{ news: number; longTasksMs: number[] }>('window.seen')) };
  } finally {
    await browser.close();
  }
}

/** Hosts stand in pairs, each with a link. */
const tiles = (page: Page): Promise<void> =>
  page
    .locator('.tile')
    .nth(hosts / 2 - 1)
    .waitFor({ state: 'attached', timeout: openWithinMs });

const watch = `{
  const seen = (window.seen = { news: 0, longTasksMs: [] });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasksMs.push(duration);
  }).observe({ type: 'longtask' });
  new MutationObserver(() => {
    seen.news += 1;
  }).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true });
}`;
