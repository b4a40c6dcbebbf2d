// What there is to complain about in an open page. Names neither browser nor scanner, so that a bundle holds neither.
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** A Chromium that keeps to itself: what it asks for unbidden could hide what a page asks for. */
export const chromiumArgs = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-sync',
] as const;

/** Of one rule or kind; a page that is wrong everywhere need not say so a thousand times. */
export const toldMost = 10;

/** What the page says and asks for; the list grows while it is open. */
export function listenTo(page: Page, mayAsk: (url: string) => boolean, besides?: string): readonly string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (besides === undefined || !text.includes(besides)) heard.push(`console: ${text}`);
  });
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!mayAsk(request.url())) heard.push(`request: ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return heard;
}

/** What the scanner says of the page as it looks now; its own source was evaluated in it before. */
export async function scannedBy(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, toldMost).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}
