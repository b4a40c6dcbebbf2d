import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { TxId } from '@bondctl/proto/model/names';
import { afterAll, describe, expect, test } from 'vitest';
import { outcomeOf } from '../../packages/agent/src/transaction/outcome.ts';
import { planHost } from '../../packages/agent/src/transaction/plan.ts';
import { seen } from '../fakes/fake-host.ts';
import { type Accident, journalOf, type Life, live } from '../fakes/transaction-rig.ts';
import { scenes } from '../faults/transaction-scenes.ts';

const tx = 'tx_V1StGXR8Z5' as TxId;
const top = mkdtempSync(join(tmpdir(), 'bondctl-golden-'));
afterAll(() => rmSync(top, { recursive: true }));

const folderOf = (title: string) => `transaction/${title.replaceAll(' ', '-')}`;

describe.each(scenes)('$title', ({ title, host: makeHost, desired }) => {
  const host = makeHost();

  test('the plan reads as written', async () => {
    const { steps, notes } = planHost(seen(host), desired, { interfaces: null });
    const lines = steps.map(({ sentence, disruption, loses }) => {
      const cost = loses.length === 0 ? disruption : `${disruption}; loses ${loses.join(', ')}`;
      return `${sentence}${cost === 'none' ? '' : ` [${cost}]`}`;
    });
    const before = host.print();
    for (const { step } of steps) host.take(step);
    const text = [
      '# before',
      before,
      '',
      '# steps',
      ...lines,
      ...notes.map((note) => `(${note})`),
      '',
      '# after',
      host.print(),
      '',
    ];
    await expect(text.join('\n')).toMatchFileSnapshot(`${folderOf(title)}/plan.txt`);
  });
});

type Course = (life: Life, prepare: () => Promise<CommandOutcome>) => Promise<unknown>;

const apply = (life: Life) => life.transactions.apply({ kind: 'apply', tx, settleMs: 5_000 });
const confirm = (life: Life) => life.transactions.confirm({ kind: 'confirm', tx });

/** What may become of the same change. */
const courses: Readonly<Record<string, { readonly accident?: Accident; readonly course: Course }>> = {
  confirmed: {
    course: async (life, prepare) => {
      await prepare();
      await apply(life);
      await confirm(life);
      await life.transactions.forget({ kind: 'forget', tx });
    },
  },
  'rolled back': {
    course: async (life, prepare) => {
      await prepare();
      await apply(life);
      await life.transactions.rollBack({ kind: 'rollBack', tx, why: 'the proof failed' });
    },
  },
  'not confirmed in time': {
    course: async (life, prepare) => {
      await prepare();
      await apply(life);
      await life.clock.pass(61_000);
      await confirm(life);
    },
  },
  'a step fails': {
    accident: { kind: 'fail', label: 'step:1:setOption' },
    course: async (life, prepare) => {
      await prepare();
      await apply(life);
    },
  },
  'the watchdog cannot be armed': {
    accident: { kind: 'fail', label: 'watchdog:arm' },
    course: async (_life, prepare) => prepare(),
  },
};

describe('what becomes of one change', () => {
  test.each(Object.entries(courses))('%s', async (title, { accident, course }) => {
    const scene = scenes.find((one) => one.title === 'change by delta');
    if (scene === undefined) throw new Error('the scene is gone');
    const dir = mkdtempSync(join(top, 'state-'));
    const life = live(scene.host(), dir, accident);
    await life.transactions.resume();
    await course(life, () =>
      life.transactions.prepare({ kind: 'prepare', tx, desired: scene.desired, deadlineInMs: 60_000 }),
    );
    const lines = journalOf(dir, tx).map(({ label, state }) => {
      const outcome = outcomeOf(state);
      const why =
        outcome !== null && 'why' in outcome ? ` (${outcome.why.kind}: ${outcome.why.message})` : '';
      return `${label}${why}`;
    });
    const text = ['# journal', ...lines, '', '# said', ...life.said, ''].join('\n');
    await expect(text).toMatchFileSnapshot(
      `${folderOf('change by delta')}/${title.replaceAll(' ', '-')}.txt`,
    );
  });
});
