// lab: --hosts 2 --nics 4 --timeout 600 --mem 2G busy
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { carrierDown, carrierUp } from '@bondctl/lab/inside/faults';
import { host } from '@bondctl/lab/inside/host';
import { tell } from '@bondctl/lab/inside/outcomes';
import { eventually } from '@bondctl/lab/inside/wait';
import type { Browser, Page } from 'playwright-core';
import { scannedBy } from '../browser/complaints.ts';
import {
  axeSource,
  type Operator,
  openBrowser,
  openDashboard,
  operator,
  signIn,
  signOut,
} from './cluster/browser.ts';
import { cluster } from './cluster/cluster.ts';
import { names } from './cluster/pair.ts';

const { bondctl, client, startController, startAgents, joinAll } = cluster();
const bonds = [
  { name: 'sync0', ports: ['eth1', 'eth2'], link: 'drbd', net: '10.9.0' },
  { name: 'sync1', ports: ['eth3', 'eth4'], link: 'store', net: '10.9.1' },
] as const;

/** Two links of the same two hosts, so a change of both rolls in two waves, with time between them to pause in. */
const spec = (miimon: number): string => `version: 1
hosts: { alpha: {}, beta: {} }
bonds:
${bonds
  .map(
    ({ name, ports, net }) => `  ${name}:
    hosts: [alpha, beta]
    ports: [${ports.join(', ')}]
    mode: balance-rr
    options: { miimon: ${miimon} }
    addresses: { alpha: [${net}.1/24], beta: [${net}.2/24] }`,
  )
  .join('\n')}
links:
${bonds.map(({ name, link }) => `  ${link}: { ends: [alpha/${name}, beta/${name}], medium: direct, expect: { pathMtu: true } }`).join('\n')}
rollout: { soak: 5min }
`;

/** Every page by the link that leads to it from the one before, its heading, and what is there when it is drawn. */
const pages: readonly (readonly [link: string, heading: string, ready: string])[] = [
  ['.tile[href="/links/drbd"]', 'drbd', '.cabled'],
  ['main a[href="/hosts/alpha"]', 'alpha', '.time-line'],
  ['nav a[href="/plan"]', 'Plan', 'textarea'],
  ['nav a[href="/rollouts"]', 'Rollouts', 'main .empty'],
  ['nav a[href="/tests"]', 'Tests', 'main h2'],
  ['nav a[href="/findings"]', 'Findings', '.looked-at'],
  ['nav a[href="/alerts"]', 'Alerts', '.verdict'],
  ['nav a[href="/"]', 'Fleet', '.tile'],
];

let browser: Browser;
let page: Page;
let heard: readonly string[];
let changer: Operator;
let reader: Operator;

before(async () => {
  for (const [at, name] of names.entries())
    for (const bond of bonds)
      await host(name).ip(
        `link add ${bond.name} type bond mode balance-rr miimon 100`,
        ...bond.ports.flatMap((nic) => [`link set ${nic} down`, `link set ${nic} master ${bond.name}`]),
        `link set ${bond.name} up`,
        `addr add ${bond.net}.${at + 1}/24 dev ${bond.name}`,
      );
  await startController({ BONDCTL_WEB_LISTEN: '10.99.0.1:7442' });
  await joinAll(names);
  await startAgents(names);
  await eventually(
    async () => (await client.status()).hosts.every((one) => one.bonds.length === bonds.length),
    { timeoutMs: 30_000 },
  );
  // Nothing is to do: the bonds are as the spec has them.
  await client.apply({ file: 'pair.yaml', text: spec(100), digest: null });
  changer = await operator(bondctl, 'ada', 'change');
  reader = await operator(bondctl, 'grace', 'read');
  browser = await openBrowser(changer);
  ({ page, heard } = await openDashboard(browser, changer.url));
});

after(() => browser.close());

/** Waits for it; what the page shows instead says why it does not come. */
async function verdict(words: string): Promise<void> {
  const found = page.locator('.verdict', { hasText: words });
  await found.waitFor().catch(async () => assert.fail((await page.locator('main').textContent()) ?? ''));
}

const button = (name: string) => page.locator('main').getByRole('button', { name, exact: true });

async function scan(what: string): Promise<void> {
  assert.deepEqual([what, ...(await scannedBy(page))], [what]);
}

test('every page of the real controller opens, says nothing, asks nobody else, and a scan finds nothing', async () => {
  await page.getByLabel('Operator token').waitFor();
  await page.evaluate(axeSource());
  await scan('sign in');
  await signIn(page, changer.token);
  for (const [link, heading, ready] of pages) {
    await page.locator(link).first().click();
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.locator(ready).first().waitFor();
    await scan(heading);
  }
  assert.deepEqual(heard, []);
});

test('a port that loses its carrier turns the tile of its link without a reload', async () => {
  const tile = (health: string) => page.locator(`.tile-${health}[href="/links/drbd"]`).waitFor();
  await tile('ok');
  await page.evaluate('window.isSame = true');
  const pulledMs = performance.now();
  await carrierDown({ host: 'alpha', nic: 'eth2' });
  await tile('degraded');
  const tookMs = Math.round(performance.now() - pulledMs);
  tell(`a link failure turned its tile ${tookMs} ms after the cable was pulled`);
  assert.ok(tookMs < 10_000, `${tookMs} ms`);
  await carrierUp({ host: 'alpha', nic: 'eth2' });
  await tile('ok');
  assert.equal(await page.evaluate('window.isSame'), true);
});

test('a rollout is begun, paused and resumed on its page, and who may read only can do none of it', async () => {
  await page.locator('nav a[href="/plan"]').click();
  await page.getByLabel('Text of the spec').fill(spec(50));
  await button('Plan').click();
  await button('Apply ...').and(page.locator('[aria-disabled=false]')).click();
  await page.getByRole('button', { name: 'Apply it' }).click();
  await page.waitForURL('**/rollouts/*');
  await button('Pause').click();
  await verdict('paused');
  await scan('rollout');
  assert.deepEqual(heard, []);
  await signOut(page);
  await signIn(page, reader.token);
  await mayNot(new URL(page.url()).pathname);
  await signOut(page);
  await signIn(page, changer.token);
  await button('Resume').click();
  await verdict('finished');
  for (const name of names)
    for (const bond of bonds)
      assert.match(await host(name).must(['cat', `/sys/class/net/${bond.name}/bonding/miimon`]), /^50\b/);
});

/** Every button says why it is none for a reader, and the API says the same to a page that asks all the same. */
async function mayNot(path: string): Promise<void> {
  await verdict('paused');
  for (const name of ['Pause', 'Resume', 'Abort ...']) {
    assert.equal(await button(name).getAttribute('aria-disabled'), 'true');
    const why = await button(name).getAttribute('aria-describedby');
    assert.match((await page.locator(`[id="${why}"]`).textContent()) ?? '', /^grace may read only/);
  }
  const asked = `fetch('/v1${path}/resume', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })`;
  const answer = await page.evaluate(`${asked}.then(async (a) => [a.status, (await a.json()).code])`);
  assert.deepEqual(answer, [403, 'refused']);
}
