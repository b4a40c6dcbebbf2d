// A page in a real browser, looked at as people do: light and dark, on a desk and on a phone.
import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../run/browser.ts';
import { chromiumArgs, listenTo, scannedBy, toldMost } from './complaints.ts';

const schemes = ['light', 'dark'] as const;
const deskAndPhone = [1280, 390];
const height = 800;

const unfold = 'document.querySelectorAll("details").forEach((one) => { one.open = true; })';
/** Rows of one table, and tiles of a grid, are made alike, and a scan of thousands takes a minute: the first ones speak for all. */
const shorten =
  'document.querySelectorAll("tbody tr:nth-child(n+20), .tiles > :nth-child(n+40)").forEach((one) => one.remove())';
const inPage = readFileSync(new URL('in-page.js', import.meta.url), 'utf8');

/** The browser of the tests. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: [...chromiumArgs] });

/**
 * What a visit differs in. `bypassCSP`: without the page's own policy. `shots`: where to leave pictures of it. `widths`: of the
 * window, a desk's and a phone's unless it says otherwise.
 */
export interface Visit {
  readonly widths?: readonly number[];
  readonly bypassCSP?: boolean;
  readonly shots?: string | undefined;
  /** What the page may ask for; only itself unless it says otherwise. */
  readonly mayAsk?: (url: string) => boolean;
  /** What the browser says of its own accord of an answer that is meant to fail, e.g. `401`. */
  readonly saysBesides?: string | undefined;
  /** What is there when the page is drawn, as a selector. */
  readonly ready?: string;
}

/** Everything that is wrong with a page, in every look of it. */
export async function complaintsOf(
  browser: Browser,
  url: string,
  visit: Visit = {},
): Promise<readonly string[]> {
  const looks = schemes.flatMap((colorScheme) =>
    (visit.widths ?? deskAndPhone).map((width) => ({ colorScheme, width })),
  );
  const context = await browser.newContext({
    bypassCSP: visit.bypassCSP ?? false,
    viewport: { width: 1280, height },
  });
  try {
    const page = await context.newPage();
    const heard = listenTo(page, visit.mayAsk ?? ((asked) => asked === url), visit.saysBesides);
    await page.goto(url);
    if (visit.ready !== undefined) await page.waitForSelector(visit.ready);
    if (visit.shots !== undefined) await takePictures(page, looks, visit.shots);
    await page.evaluate(unfold);
    const seen = await inEveryLook(page, looks, seenBy);
    await page.evaluate(shorten);
    await page.evaluate(axe.source);
    const scanned = await inEveryLook(page, scannedLooks(looks), scannedBy);
    return [...heard, ...seen, ...scanned];
  } finally {
    await context.close();
  }
}

/** The widest in light and the narrowest in dark: every width and every colour is scanned once, and a scan takes long. */
const scannedLooks = (looks: readonly Look[]): readonly Look[] =>
  looks.length < 3 ? looks : looks.filter((_, nth) => nth === 0 || nth === looks.length - 1);

interface Look {
  readonly colorScheme: (typeof schemes)[number];
  readonly width: number;
}

async function lookAt(page: Page, { colorScheme, width }: Look): Promise<string> {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width, height });
  return `${colorScheme} ${width}`;
}

/** Each complaint once, with the looks that earn it. */
async function inEveryLook(
  page: Page,
  looks: readonly Look[],
  complain: (page: Page) => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const where = new Map<string, readonly string[]>();
  for (const look of looks) {
    const name = await lookAt(page, look);
    for (const one of await complain(page)) where.set(one, [...(where.get(one) ?? []), name]);
  }
  return [...where].map(([complaint, names]) => `${complaint} (${names.join(', ')})`);
}

const seenBy = async (page: Page): Promise<readonly string[]> =>
  (await page.evaluate<readonly string[]>(inPage)).slice(0, toldMost);

async function takePictures(page: Page, looks: readonly Look[], path: string): Promise<void> {
  for (const look of looks) {
    const name = await lookAt(page, look);
    await page.screenshot({ path: `${path} ${name}.png`, fullPage: !page.url().endsWith('.svg') });
  }
}
