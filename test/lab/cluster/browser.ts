/** A Chromium inside the lab that opens the dashboard of the real controller, as people do. */
import assert from 'node:assert/strict';
import { createHash, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { variable } from '@bondctl/lab/inside/topology';
import type { Client } from '@bondctl/proto/api/client';
import type { Browser, Page } from 'playwright-core';
import { chromiumArgs, listenTo } from '../../browser/complaints.ts';
import { chromiumPath } from '../../run/browser.ts';
import type { Cluster } from './cluster.ts';

/** The repository's own packages: what is bundled into a test cannot bring a driver of browsers along. */
const packages = () => createRequire(join(variable('LAB_REPOSITORY'), 'package.json'));

/** On a guest's one processor, with everything else that runs there. */
const patienceMs = 60_000;
const home = '/tmp/browser';

/** The scanner, to be evaluated in a page before it is looked at. */
export const axeSource = (): string => readFileSync(packages().resolve('axe-core/axe.min.js'), 'utf8');

/** An operator: the token, where to sign in with it, and the CA that vouches for what is there. */
export type Operator = { readonly token: string; readonly url: string; readonly caFile: string };

/** An operator made as people make one. */
export async function operator(
  bondctl: Cluster['bondctl'],
  name: string,
  rights: 'read' | 'change',
): Promise<Operator> {
  const args = ['operator', 'add', name, '--rights', rights, '--output', 'json'];
  const { code, stdout, stderr } = await bondctl(args);
  assert.equal(code, 0, stderr);
  const { token, url, caFile } = JSON.parse(stdout) as Awaited<ReturnType<Client['addOperator']>>;
  assert.ok(url !== null && caFile !== null, stdout);
  return { token, url, caFile };
}

/** Opens the browser. It trusts no certificate but the one that the controller's own CA stands for. */
export async function openBrowser({ url, caFile }: Operator): Promise<Browser> {
  if (!existsSync(chromiumPath))
    throw new Error('There is no Chromium: apt-get install --no-install-recommends chromium');
  const { chromium } = packages()('playwright-core') as typeof import('playwright-core');
  mkdirSync(home, { recursive: true });
  const pin = await pinOf(url, caFile);
  const ours = ['--disable-dev-shm-usage', `--ignore-certificate-errors-spki-list=${pin}`];
  return chromium.launch({
    executablePath: chromiumPath,
    args: [...chromiumArgs, ...ours],
    env: { ...process.env, HOME: home },
    timeout: patienceMs,
  });
}

/** What Chromium knows a key by, of the certificate that is served there and that the CA vouches for. */
async function pinOf(url: string, caFile: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), ca: readFileSync(caFile), servername: '' });
  await new Promise<void>((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
  const { raw } = socket.getPeerCertificate();
  socket.destroy();
  const key = new X509Certificate(raw).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

/** A page with the dashboard, before anybody signed in; `heard` is what it said and whom else it asked, so far. */
export async function openDashboard(
  browser: Browser,
  url: string,
): Promise<{ readonly page: Page; readonly heard: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  // Whoever is not signed in yet is told so.
  const heard = listenTo(page, (asked) => asked.startsWith(`${url}/`), '401');
  await page.goto(url);
  return { page, heard };
}

/** Signs in with a token, wherever the page is. */
export async function signIn(page: Page, token: string): Promise<void> {
  await page.getByLabel('Operator token').fill(token);
  await page.keyboard.press('Enter');
  await page.locator('h1').first().waitFor();
}

/** Makes way for somebody else in the same window: another one takes a guest half a minute to open. */
export const signOut = (page: Page): Promise<void> => page.getByRole('button', { name: 'Sign out' }).click();
