// lab: --hosts 2 --nics 4 --timeout 400 --mem 2G busy
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { carrierDown, carrierUp } from '@bondctl/lab/inside/faults';
import { host } from '@bondctl/lab/inside/host';
import { tell } from '@bondctl/lab/inside/outcomes';
import { eventually } from '@bondctl/lab/inside/wait';
import type { Browser, Page } from 'playwright-core';
import { scannedBy } from '../browser/complaints.ts';
import { axeSource, openBrowser, operator, type SignedIn, signedIn } from './cluster/browser.ts';
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

const pages: Readonly<Record<string, string>> = {
  '/': '.tile',
  '/links/drbd': '.cabled',
  '/hosts/alpha': '.time-line',
  '/plan': 'textarea',
  '/rollouts': 'main .empty',
  '/tests': 'main h2',
  '/findings': '.looked-at',
  '/alerts': '.verdict',
};

let url: string;
let browser: Browser;
let ada: SignedIn;
let grace: SignedIn;

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
  const changer = await operator(bondctl, 'ada', 'change');
  const reader = await operator(bondctl, 'grace', 'read');
  ({ url } = changer);
  browser = await openBrowser(url, changer.caFile);
  ada = await signedIn(browser, url, changer.token, '401');
  grace = await signedIn(browser, url, reader.token, '40');
});

after(() => browser.close());

const verdict = (page: Page, words: string) => page.locator('.verdict', { hasText: words }).waitFor();

test('every page of the real controller opens, says nothing, asks nobody else, and a scan finds nothing', async () => {
  const { page, heard } = ada;
  const axe = axeSource();
  for (const [path, ready] of Object.entries(pages)) {
    await page.goto(`${url}${path}`);
    await page.locator(ready).first().waitFor();
    await page.evaluate(axe);
    assert.deepEqual([path, await scannedBy(page)], [path, []]);
  }
  assert.deepEqual(heard, []);
});

test('a port that loses its carrier turns the tile of its link without a reload', async () => {
  const { page } = ada;
  await page.goto(url);
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
  const { page } = ada;
  const button = (name: string) => page.locator('main').getByRole('button', { name, exact: true });
  await page.goto(`${url}/plan`);
  await page.getByLabel('Text of the spec').fill(spec(50));
  await button('Plan').click();
  await button('Apply ...').and(page.locator('[aria-disabled=false]')).click();
  await page.getByRole('button', { name: 'Apply it' }).click();
  await page.waitForURL('**/rollouts/*');
  await button('Pause').click();
  await verdict(page, 'paused');
  await readerMayNot(grace.page, new URL(page.url()).pathname);
  await button('Resume').click();
  await verdict(page, 'finished');
  for (const name of names)
    for (const bond of bonds)
      assert.match(await host(name).must(['cat', `/sys/class/net/${bond.name}/bonding/miimon`]), /^50\b/);
});

/** Every button says why it is none for a reader, and the API says the same to a page that asks all the same. */
async function readerMayNot(page: Page, path: string): Promise<void> {
  await page.goto(`${url}${path}`);
  await verdict(page, 'paused');
  for (const name of ['Pause', 'Resume', 'Abort ...']) {
    const button = page.getByRole('button', { name, exact: true });
    assert.equal(await button.getAttribute('aria-disabled'), 'true');
    const why = await button.getAttribute('aria-describedby');
    assert.match((await page.locator(`[id="${why}"]`).textContent()) ?? '', /^grace may read only/);
  }
  const asked = `fetch('/v1${path}/resume', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })`;
  const answer = await page.evaluate(`${asked}.then(async (a) => [a.status, (await a.json()).code])`);
  assert.deepEqual(answer, [403, 'refused']);
}
