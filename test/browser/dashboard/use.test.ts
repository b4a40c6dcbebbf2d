// The dashboard as people use it: with keys, over time, and while the controller comes and goes.
import { expect, test } from 'vitest';
import { busyFleet, fleetHost, fleetLink, fleetOf } from './fleets.ts';
import { openedForTests } from './opened.ts';
import { ada, grace } from './operators.ts';
import type { Scene } from './scene.ts';

const opened = openedForTests();
const small = fleetOf([fleetLink('drbd'), fleetLink('store')], [fleetHost('alpha'), fleetHost('beta')]);
const scene: Scene = { session: ada, fleet: small };

test('a wrong token says so, a right one leads to where one wanted to go, and signing out leads back', async () => {
  await opened().visit({ ...scene, session: null }, '/?show=hosts', async (page) => {
    await page.getByLabel('Operator token').fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'the token is not one' }).waitFor();
    await page.getByLabel('Operator token').fill('right');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /^alpha/ }).waitFor();
    expect(new URL(page.url()).search).toBe('?show=hosts');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByLabel('Operator token').waitFor();
  });
});

test('keys alone lead through the fleet to a link, and back', async () => {
  await opened().visit({ ...scene, fleet: busyFleet(40) }, '/?sort=name', async (page) => {
    await page.locator('.tile').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page');
    const columns = await page.evaluate<number>(
      'getComputedStyle(document.querySelector(".tiles")).gridTemplateColumns.split(" ").length',
    );
    await page.locator('.tile').first().focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'ArrowDown'])
      await page.keyboard.press(key);
    const reached = `drbd-${String(columns + 1).padStart(4, '0')}`;
    expect(await page.evaluate('document.activeElement.ariaLabel')).toContain(reached);
    expect(await page.locator('.tile[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: reached }).waitFor();
    await page.locator('h1:focus').waitFor();
    await page.goBack();
    await page.locator('.tile').first().waitFor();
    expect(new URL(page.url()).search).toBe('?sort=name');
  });
});

test('what is filtered, sorted and grouped stands in the address, and the address brings it back', async () => {
  await opened().visit({ ...scene, fleet: busyFleet(60) }, '/', async (page) => {
    await page.locator('.tile').first().waitFor();
    await page.getByRole('button', { name: /degraded/ }).click();
    await page.getByLabel('Group').selectOption('host');
    await page.getByLabel('Part of a name').fill('drbd-000');
    await page.waitForURL('**/?q=drbd-000&health=degraded&group=host');
    expect(await page.locator('.tile').count()).toBe(2);
    await page.reload();
    await page.locator('.tile').first().waitFor();
    expect(await page.locator('.tile').count()).toBe(2);
    expect(await page.getByLabel('Part of a name').inputValue()).toBe('drbd-000');
  });
});

test('a controller that goes away leaves what is seen, with its age, and what comes back is current', async () => {
  await opened().visit(scene, '/', async (page, served) => {
    await page.locator('.tile').first().waitFor();
    await served.stop();
    await page.locator('.banner', { hasText: /does not answer; what you see is \d+ s old/ }).waitFor();
    expect(await page.locator('.tile').count()).toBe(2);
    const again = await served.again({ ...scene, fleet: fleetOf([fleetLink('fresh')], []) });
    await page.locator('.tile', { hasText: 'fresh' }).waitFor();
    expect(await page.locator('.banner').count()).toBe(0);
    await again.stop();
  });
});

test('a button that may not be pressed says why, also to those who cannot see it', async () => {
  await opened().visit({ ...scene, session: grace }, '/links/drbd', async (page) => {
    const button = page.getByRole('button', { name: 'Test now' });
    await button.focus();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    const why = page.getByText('grace may read only. Somebody with the right to change can do this.');
    await why.waitFor();
    expect(await button.getAttribute('aria-describedby')).toBe(await why.getAttribute('id'));
    await button.click({ force: true });
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

test('a question comes before a test, and how it ended after it', async () => {
  const answers = { '/v1/events?link=drbd&limit=60': { events: [] } };
  await opened().visit({ ...scene, answers }, '/links/drbd', async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.getByRole('button', { name: 'Test now' }).click();
    await page.getByRole('dialog', { name: 'Test drbd now?' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(asked).not.toContain('POST /v1/tests');
    await page.getByRole('button', { name: 'Test now' }).click();
    await page.getByRole('button', { name: 'Test it' }).click();
    await page.getByText('The test passed.').waitFor();
    expect(asked.filter((one) => one === 'POST /v1/tests')).toHaveLength(1);
  });
});

test('a switch of colours wins over the system, and stays', async () => {
  await opened().visit(scene, '/', async (page) => {
    const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('.tile').first().waitFor();
    const light = await ground();
    await page.getByRole('button', { name: 'Dark' }).click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.reload();
    await page.locator('.tile').first().waitFor();
    expect(await ground()).toBe(dark);
  });
});

test('of thousands, a second changes the tiles that changed and no others', async () => {
  const fleet = busyFleet(1_000);
  await opened().visit({ ...scene, fleet }, '/?sort=name', async (page, served) => {
    await page.locator('.tile').nth(999).waitFor({ state: 'attached' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.evaluate(`window.touched = new Set(); new MutationObserver((all) => {
      for (const { target } of all) { const tile = target.parentElement?.closest('.tile') ?? target.closest?.('.tile'); if (tile) window.touched.add(tile.ariaLabel); }
    }).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true })`);
    const links = fleet.links
      .slice(100, 110)
      .map((link) => ({ ...link, health: 'down' as const, percent: 12 }));
    const { attention, rollout, atUnixMs } = fleet;
    const gone = { links: [], hosts: [] };
    served.say({ type: 'changed', atUnixMs, health: 'down', links, hosts: [], gone, attention, rollout });
    await page.locator('.tile-down').nth(26).waitFor({ state: 'attached' });
    expect(await page.evaluate('window.touched.size')).toBe(10);
    // What is news comes by the stream that is open, and by no other question.
    expect(asked).toEqual([]);
  });
});

/** What opening may cost, and one second of news, in ms of the page's own main thread: what a busy machine takes is not in it. */
const opensWithinMs = 2_000;
const newsWithinMs = 100;

test('a thousand links and a thousand hosts open at once, and a second of news is no pause', async () => {
  const fleet = busyFleet(1_000);
  await opened().visit({ ...scene, fleet }, '/', async (page, served) => {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spentMs = async () => {
      const { metrics } = await cdp.send('Performance.getMetrics');
      return 1_000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
    };
    await page.reload();
    await page.locator('.tile').nth(999).waitFor({ state: 'attached' });
    expect(await spentMs()).toBeLessThan(opensWithinMs);
    for (const second of [1, 2, 3, 4, 5]) {
      const before = await spentMs();
      const links = fleet.links.slice(0, 100).map((link) => ({ ...link, percent: second }));
      const hosts = fleet.hosts.slice(0, 100);
      const { attention, rollout, atUnixMs } = fleet;
      const gone = { links: [], hosts: [] };
      served.say({ type: 'changed', atUnixMs, health: 'down', links, hosts, gone, attention, rollout });
      await page.locator(`.tile[title*=" ${second}.0 %"]`).first().waitFor({ state: 'attached' });
      expect((await spentMs()) - before).toBeLessThan(newsWithinMs);
    }
  });
});
