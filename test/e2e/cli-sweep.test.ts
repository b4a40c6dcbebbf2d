import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SweepView } from '@bondctl/proto/model/sweep';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drbd, fakeRollout, fakeSpec, fakeSweep } from '../fakes/fake-parts.ts';
import { fakesOnSocket } from './fakes-on-socket.ts';
import { bondctl, start } from './run-cli.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

let fake: Awaited<ReturnType<typeof fakesOnSocket>>;
const run = (...args: readonly string[]) => bondctl(fake.socket, ...args);

/** The same where a rollout follows, which then ends well. */
async function rolledOut(...args: readonly string[]) {
  const running = start('bondctl', [...args, '--socket', fake.socket]);
  await running.says('rolloutStarted');
  const fact = { type: 'rolloutEnded', rollout: fakeRollout, ending: 'finished', why: '' } as const;
  await fake.recorder.record('controller', fact);
  return running.ended;
}

beforeEach(async () => {
  fake = await fakesOnSocket(new Map());
  await fake.store.rollouts.addRevision(1, 'cli:ada', '', fakeSpec);
});

afterEach(() => fake.end());

test('a sweep shows its plan, is begun with what was asked, and prints the ranking', async () => {
  const lists = [
    '--mode',
    '4,balance-rr',
    '--mtu',
    '1500,9000',
    '--hash',
    'layer2,layer3+4',
    '--streams',
    '1,4',
  ];
  const more = [
    '--packets-per-slave',
    '8',
    '--option',
    'lacp_rate=fast',
    '--tcp-reordering',
    '3,127',
    '--gro',
    'off',
    '--runs',
    '2',
    '--seconds',
    '5',
  ];
  const { code, stdout, stderr } = await run('sweep', 'drbd', ...lists, ...more, '--yes', '--output', 'json');
  expect(code).toBe(0);
  expect(stderr).toContain('bonds are rebuilt 4 times on each host');
  expect(JSON.parse(stdout) as SweepView).toEqual(fakeSweep);
  const options = { xmit_hash_policy: ['layer2', 'layer3+4'], packets_per_slave: ['8'], lacp_rate: ['fast'] };
  const tuning = { tcp_reordering: ['3', '127'], gro: ['off'] };
  const knobs = { modes: ['802.3ad', 'balance-rr'], mtus: [1500, 9000], options, tuning, streams: [1, 4] };
  expect(fake.asked).toContainEqual([
    'sweep',
    expect.stringMatching(/^cli:/),
    { link: drbd, knobs, runs: 2, seconds: 5 },
  ]);
});

test('nobody is swept without a yes, and with --keep best the winner is rolled out', async () => {
  expect(await run('sweep', 'drbd')).toMatchObject({ code: 2, stderr: expect.stringContaining('--yes') });
  expect(fake.asked).toEqual([]);
  const kept = await rolledOut('sweep', 'drbd', '--mode', 'balance-rr', '--yes', '--keep', 'best');
  expect(kept.stderr).toContain('RANK');
  expect(fake.asked).toContainEqual(['keep', fakeSweep.id, null]);
});

test.each([
  [['--mode', 'round'], /"round" is no mode; there are balance-rr/],
  [['--tso', 'maybe'], /tso is one of off, on, not "maybe"/],
  [['--hash', 'layer7'], /xmit_hash_policy is one of layer2/],
  [['--mtu', '1500,,9000'], /one comma between each two/],
  [['--option', 'mii=1'], /"mii" is no option of the driver/],
])('a mistake says what there is: %j', async (args, sentence) => {
  expect(await run('sweep', 'drbd', ...args, '--yes')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(sentence),
  });
});

test('what an earlier sweep found is listed, shown, written as a page and a picture, and kept', async () => {
  expect((await run('sweep', 'list')).stdout).toContain(fakeSweep.id);
  const page = join(tmpdir(), `bondctl-sweep-${process.pid}.html`);
  try {
    const shown = await run('sweep', 'show', fakeSweep.id, '--html', page);
    expect(shown.stdout).toMatch(/^drbd: balance-rr, MTU 9000 is best/);
    expect(await readFile(page, 'utf8')).toContain('<h1>drbd:');
  } finally {
    await rm(page, { force: true });
  }
  expect((await run('sweep', 'show', fakeSweep.id, '--svg', '-')).stdout).toMatch(/^<svg/);
  await rolledOut('sweep', 'keep', fakeSweep.id, '802.3ad, MTU 1500', '--yes');
  expect(fake.asked).toContainEqual(['keep', fakeSweep.id, '802.3ad, MTU 1500']);
});
