// What people change from the dashboard, and what they may not.
import { once } from 'node:events';
import type { PortSample } from '@bondctl/proto/model/linktest';
import type { HostId, TxId } from '@bondctl/proto/model/names';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Parts } from '../../../packages/controller/src/api/ports.ts';
import { alpha, fakeTest } from '../../fakes/fake-parts.ts';
import { name } from '../../fakes/fake-report.ts';
import { someAlerts } from './alerts.ts';
import { mistaken, planning, rolling } from './change-pages.ts';
import { openedForTests } from './opened.ts';
import { ada, grace } from './operators.ts';
import { twoWaves } from './plans.ts';
import { needsPerson, rolled, underWay } from './rollouts.ts';
import type { Scene } from './scene.ts';

const opened = openedForTests();
const rollout: Scene = { session: ada, fleet: rolling, parts: rolled(underWay) };
const at = '/rollouts/ro_fake12345';

const epsilon = 'epsilon' as HostId;
const tx = 'tx_fake12345' as TxId;

const tabsMost = 60;

/** Presses the tab key until something of that name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let nth = 0; nth < tabsMost; nth += 1) {
    await page.keyboard.press('Tab');
    const reached = await page.evaluate<string>(
      'document.activeElement.ariaLabel ?? document.activeElement.textContent',
    );
    if (reached.trim() === name) return;
  }
  throw new Error(`No tab leads to "${name}".`);
}

test('a rollout is paused, goes on again, and is aborted after a question', async () => {
  await opened().visit(rollout, at, async (page) => {
    await page.locator('.verdict', { hasText: 'running' }).waitFor();
    const resume = page.getByRole('button', { name: 'Resume' });
    expect(await resume.getAttribute('aria-disabled')).toBe('true');
    await page.getByText('This rollout is running: only a paused rollout can be resumed.').first().waitFor({
      state: 'attached',
    });
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('.verdict', { hasText: 'about to pause' }).waitFor();
    await resume.click();
    await page.locator('.verdict', { hasText: 'running' }).waitFor();
    await page.getByText('rollout resumed').waitFor();
    await page.getByRole('button', { name: 'Abort ...' }).click();
    await page.getByRole('button', { name: 'Abort it' }).click();
    await page.locator('.verdict', { hasText: 'being aborted' }).waitFor();
  });
});

test('what a host does right now stands beside it', async () => {
  const feeds: Parts['live'][] = [];
  const parts: Scene['parts'] = (given) => {
    feeds.push(given.live);
    return rolled(underWay)(given);
  };
  const doing = {
    kind: 'progress',
    phase: 'applying',
    step: 3,
    steps: 9,
    sentence: 'put eth2 into sync0',
  } as const;
  await opened().visit({ ...rollout, parts }, at, async (page) => {
    // Only who listens already hears of it.
    const telling = setInterval(() => {
      for (const feed of feeds) feed.push({ host: epsilon, live: { ...doing, tx } });
    }, 100);
    await page.getByText('step 3 of 9: put eth2 into sync0').waitFor();
    clearInterval(telling);
  });
});

test('undoing a rollout that needs a person is a plan of what was before', async () => {
  await opened().visit({ ...rollout, parts: rolled(needsPerson) }, at, async (page) => {
    await page.getByRole('heading', { name: 'A person is needed' }).waitFor();
    await page.getByRole('button', { name: 'Plan its undo' }).click();
    await page.waitForURL('**/plan?undo=ro_fake12345');
    await page.getByText('Nothing to do: the hosts already are what the spec says.').waitFor();
    expect(await page.getByLabel('Text of the spec').inputValue()).toBe('version: 1\n');
  });
});

test('who may read only finds every change disabled with the reason, and is refused by the API', async () => {
  await opened().visit({ ...rollout, session: grace }, at, async (page) => {
    await page.locator('.set').first().waitFor();
    for (const name of ['Pause', 'Resume', 'Abort ...']) {
      const button = page.getByRole('button', { name });
      expect(await button.getAttribute('aria-disabled')).toBe('true');
      const why = await button.getAttribute('aria-describedby');
      expect(await page.locator(`[id="${why}"]`).textContent()).toMatch(/^grace may read only/);
    }
    const status = await page.evaluate(
      `fetch('/v1${at}/pause', { method: 'POST', body: '{}' }).then((a) => a.status)`,
    );
    expect(status).toBe(403);
  });
});

test('a mistake of a spec stands beside its text and leads to its place', async () => {
  await opened().visit(mistaken, '/plan?undo=ro_fake12345', async (page) => {
    await page.getByRole('button', { name: 'line 9, column 11' }).click();
    const chosen = await page.evaluate(
      '((area) => area.value.slice(area.selectionStart, area.selectionEnd))(document.activeElement)',
    );
    expect(chosen).toBe('balance-rr');
    expect(await page.locator('.gutter .is-wrong').textContent()).toBe('9');
    expect(await page.getByRole('button', { name: 'Apply ...' }).getAttribute('aria-disabled')).toBe('true');
  });
});

test('keys alone lead to a plan, to the question before it is applied, and out of it again', async () => {
  await opened().visit(planning(twoWaves), '/plan', async (page) => {
    const text = page.getByLabel('Text of the spec');
    await expect.poll(() => text.inputValue()).toBe('version: 1\n');
    // The page's own link in the navigation comes first.
    await tabTo(page, 'Plan');
    await tabTo(page, 'Plan');
    await page.keyboard.press('Enter');
    await page.locator('.diff').first().waitFor();
    await tabTo(page, 'Apply ...');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('bond rebuilt').first().waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Apply this plan?');
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await tabTo(page, 'Cancel');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Apply ...');
    expect(new URL(page.url()).pathname).toBe('/plan');
  });
});

test('what is applied is what was shown, and leads to its rollout; a text that was changed is planned first', async () => {
  const digests: (string | null)[] = [];
  const scene = planning(twoWaves);
  const parts: Scene['parts'] = (given) => {
    const planned = scene.parts?.(given) ?? given;
    const { apply } = planned.changes;
    const noted: typeof apply = (actor, spec, digest) => {
      digests.push(digest);
      return apply(actor, spec, digest);
    };
    return { ...planned, changes: { ...planned.changes, apply: noted } };
  };
  await opened().visit({ ...scene, parts }, '/plan?undo=ro_fake12345', async (page) => {
    const apply = page.getByRole('button', { name: 'Apply ...' });
    await page.locator('.diff').first().waitFor();
    await page.getByLabel('Text of the spec').fill('version: 1\n# another\n');
    expect(await apply.getAttribute('aria-disabled')).toBe('true');
    await page
      .getByText('The text was changed after this plan. Plan it again.')
      .waitFor({ state: 'attached' });
    await page.locator('main').getByRole('button', { name: 'Plan', exact: true }).click();
    await page.getByText('Planned; nothing was changed.').waitFor();
    await apply.click();
    await page.getByRole('button', { name: 'Apply it' }).click();
    await page.waitForURL('**/rollouts/ro_fake12345');
    expect(digests.at(-1)).toBe(twoWaves.digest);
  });
});

test('a link is tested from the page, and its result is a link', async () => {
  await opened().visit(rollout, '/tests', async (page) => {
    await page.locator('.heat').waitFor();
    await page.getByRole('button', { name: 'Test a link ...' }).click();
    await page.getByRole('button', { name: 'Test it' }).click();
    await page.getByRole('link', { name: 'drbd: 1.96 Gbit/s' }).click();
    await page.getByRole('heading', { level: 1, name: 'Test of drbd' }).waitFor();
  });
});

const sample = (atMs: number, txBytes: number): PortSample => ({
  port: name('eth2'),
  atMs,
  txBytes,
  rxBytes: 0,
  txPackets: 0,
  rxPackets: 0,
  txDropped: 0,
  rxDropped: 0,
});

test('while a link is tested its rates are shown, and breaking it off ends it', async () => {
  let isOver = false;
  const parts: Scene['parts'] = (given) => ({
    ...given,
    linkTests: {
      async run(_actor, _link, _asked, signal) {
        const live = (sampled: PortSample) => ({
          kind: 'samples' as const,
          test: fakeTest.id,
          samples: [sampled],
        });
        given.live.push({ host: alpha, live: live(sample(0, 0)) });
        given.live.push({ host: alpha, live: live(sample(1_000, 118e6)) });
        await once(signal, 'abort');
        isOver = true;
        return fakeTest;
      },
    },
  });
  await opened().visit({ ...rollout, parts }, '/tests', async (page) => {
    await page.locator('.heat').waitFor();
    await page.getByRole('button', { name: 'Test a link ...' }).click();
    await page.getByRole('button', { name: 'Test it' }).click();
    await page.getByRole('row', { name: 'alpha eth2 944 Mbit/s' }).waitFor();
    await page.getByRole('button', { name: 'Break it off' }).click();
    await page.getByText('It was broken off.').waitFor();
    await expect.poll(() => isOver).toBe(true);
  });
});

test('arrows lead through the heat map, and Enter to the link', async () => {
  await opened().visit(rollout, '/tests', async (page) => {
    const cells = page.locator('.heat .cell');
    await cells.first().focus();
    await page.keyboard.press('End');
    const reached = await page.evaluate<string>('document.activeElement.ariaLabel');
    expect(reached).toContain('97 %');
    expect(await page.locator('.heat .cell[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/links/*');
  });
});

test('an alert is silenced for the time that was chosen', async () => {
  const [first] = someAlerts.alerts;
  const answers = {
    '/v1/alerts?ended=yes': someAlerts,
    [`/v1/alerts/${first?.id}/silence`]: first ?? {},
  };
  await opened().visit({ ...rollout, answers }, '/alerts', async (page) => {
    const card = page.locator('.alert-degraded').first();
    await card.getByRole('button', { name: 'Silence ...' }).click();
    await page.getByRole('button', { name: '4 h', exact: true }).click();
    const asked = page.waitForRequest('**/silence');
    await page.getByRole('button', { name: 'Silence it for 4 h' }).click();
    expect((await asked).postDataJSON()).toEqual({ forMs: 4 * 3_600_000 });
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});
