import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestsCompared } from '@bondctl/proto/model/compared';
import type { LinkName, TestId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import type { TestSummary, TestView } from '@bondctl/proto/model/view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alpha, beta, drbd, fakeSpec, fakeTest } from '../fakes/fake-parts.ts';
import { reportOf } from '../fakes/fake-patients.ts';
import { name } from '../fakes/fake-report.ts';
import { figuresOf } from '../fakes/fake-test.ts';
import { fakesOnSocket } from './fakes-on-socket.ts';
import { bondctl } from './run-cli.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 90_000 });

let fake: Awaited<ReturnType<typeof fakesOnSocket>>;
let folder: string;
const run = (...args: readonly string[]) => bondctl(fake.socket, ...args);

/** A link that is called like a subcommand. */
const list: Link = { ...drbd, name: 'list' as LinkName };
const points = [{ fromS: 0, toS: 1, txBps: 9.8e8, rxBps: 0 }];

function testOf(id: string, receivedBps: number): TestView {
  const result = {
    ...fakeTest.result,
    run: { ok: true, figures: figuresOf({ receivedBps }) },
    series: { sender: [{ name: name('eth2'), points }], receiver: [] },
  } as const;
  return { ...fakeTest, id: id as TestId, result };
}

beforeEach(async () => {
  fake = await fakesOnSocket(new Map([alpha, beta].map((host) => [host, reportOf(host, {})])));
  folder = await mkdtemp(join(tmpdir(), 'bondctl-tests-'));
  await fake.store.rollouts.addRevision(1, 'cli:ada', '', { ...fakeSpec, links: [drbd, list] });
});

afterEach(async () => {
  await fake.end();
  await rm(folder, { recursive: true });
});

const keep = async (...tests: readonly TestView[]) => {
  for (const one of tests) await fake.store.tests.addTest(one);
};

test.each([
  [['drbd'], 'drbd', null],
  [['--streams', '2', 'drbd'], 'drbd', 2],
  [['run', 'list'], 'list', null],
])(
  'a link is tested without a word more, and one that is called like a subcommand with run: %j',
  async (args, link, streams) => {
    expect(await run('test', ...args)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^drbd: passed/),
    });
    expect(fake.asked).toMatchObject([['test', expect.stringMatching(/^cli:/), link, { streams }]]);
  },
);

test('list: of nothing what to type, of a link that there is not its name, else a table, CSV or json', async () => {
  expect(await run('test', 'list')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('"bondctl test LINK"'),
  });
  expect((await run('test', 'list', 'list')).stdout).toBe(
    'No test of list yet; type "bondctl test run list".\n',
  );
  expect(await run('test', 'list', 'drdb')).toMatchObject({
    code: 2,
    stderr: 'bondctl: There is no link called "drdb"; there are drbd, list.\n',
  });
  await keep(testOf('test_older1234', 1e9), testOf('test_newer1234', 2e9));
  expect((await run('test', 'list')).stdout).toMatch(/^TEST .*\ntest_newer1234 .*\ntest_older1234 .*\n$/);
  const { stdout } = await run('test', 'list', 'drbd', '--csv', '--limit', '1');
  expect(stdout).toMatch(
    /^id,time,link,[\w,]+\r\ntest_newer1234,[^\r\n]+,2000000000,99,99,,true,0,0,0,measure\r\n$/,
  );
  const json = JSON.parse((await run('test', 'list', '-o', 'json')).stdout) as { tests: TestSummary[] };
  expect(json.tests.map(({ receivedBps }) => receivedBps)).toEqual([2e9, 1e9]);
});

test('show: as the test printed it and what it depended on, as CSV, as json, and as a page in a file', async () => {
  await keep(testOf('test_older1234', 1e9));
  const { code, stdout } = await run('test', 'show', 'test_older1234');
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/^drbd: passed[\s\S]*measured at +1970-01-01 00:00:01Z\n$/),
  ]);
  expect((await run('test', 'show', 'test_older1234', '--csv')).stdout).toBe(
    'side,port,from_s,to_s,tx_bps,rx_bps\r\nsender,eth2,0,1,980000000,0\r\n',
  );
  const json = await run('test', 'show', 'test_older1234', '--output', 'json');
  expect(JSON.parse(json.stdout)).toEqual(testOf('test_older1234', 1e9));
  const file = join(folder, 'drbd.html');
  const written = await run('test', 'show', 'test_older1234', '--html', file);
  expect(written).toEqual({ code: 0, stdout: '', stderr: `Wrote ${file}.\n` });
  const page = await readFile(file, 'utf8');
  expect(page).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  expect((await run('test', 'show', 'test_older1234', '--html', '-')).stdout).toBe(page);
});

test('compare: both figures and one sentence, also as json', async () => {
  await keep(testOf('test_older1234', 1e9), testOf('test_newer1234', 2e9));
  const { code, stdout } = await run('test', 'compare', 'test_older1234', 'test_newer1234');
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining('test_newer1234 is 100.0 % faster than test_older1234'),
  ]);
  const json = await run('test', 'compare', 'test_newer1234', 'test_older1234', '-o', 'json');
  expect(JSON.parse(json.stdout) as TestsCompared).toMatchObject({ kind: 'first-faster', ratio: 0.5 });
});

test('what cannot be is said in a sentence, with exit code 2', async () => {
  await keep(testOf('test_older1234', 1e9));
  const nowhere = join(folder, 'no', 'x.html');
  for (const [args, said] of [
    [
      ['show', 'test_nobody123'],
      'There is no link test test_nobody123; "bondctl test list" shows the newest.',
    ],
    [['show', 'drbd'], '"drbd" is not an id of the form test_...'],
    [['compare', 'test_older1234', 'test_nobody123'], 'There is no link test test_nobody123'],
    [['list', '--csv', '-o', 'json'], '--csv and --output json are two forms; choose one.'],
    [['list', '--limit', '1001'], '--limit is a whole number from 1 to 1000.'],
    [['show', 'test_older1234', '--html', nowhere], `${nowhere} cannot be written (ENOENT)`],
  ] as const)
    expect(await run('test', ...args)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(said),
    });
});
