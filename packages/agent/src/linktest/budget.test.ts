import { tcpForth } from '@bondctl/proto/model/linktest';
import type { IfName, TestId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import type { Files } from '../kernel/ports.ts';
import { bytesOf, createAccount } from './account.ts';
import { overBudget, type TestBudget, tooMuchFor, type Wanted } from './budget.ts';

const at = (clock: string): number => Date.parse(`2026-11-28T${clock}:00Z`);
const free: TestBudget = {
  testSeconds: 600,
  testSecondsPerDay: 86_400,
  testBytesPerDay: null,
  testWindow: '00:00-00:00',
  testClasses: ['probe', 'measure'],
};
const none = { day: 0, seconds: 0, bytes: 0 };
const wanted = (over: Partial<Wanted> = {}): Wanted => ({ class: 'measure', seconds: 10, bytes: 0, ...over });

describe("the owner's budget", () => {
  test.each<[string, Partial<TestBudget>, Partial<Wanted>, string, string | undefined]>([
    ['no limits', {}, { seconds: 600 }, '12:00', undefined],
    ['a run that is too long', {}, { seconds: 601 }, '12:00', 'testSeconds'],
    ['within a window', { testWindow: '09:00-17:00' }, {}, '09:00', undefined],
    ['after a window', { testWindow: '09:00-17:00' }, {}, '17:00', 'testWindow'],
    ['a probe after a window', { testWindow: '09:00-17:00' }, { class: 'probe' }, '17:00', undefined],
    ['over midnight, before it', { testWindow: '22:00-06:00' }, {}, '23:59', undefined],
    ['over midnight, after it', { testWindow: '22:00-06:00' }, {}, '05:59', undefined],
    ['over midnight, at noon', { testWindow: '22:00-06:00' }, {}, '12:00', 'testWindow'],
    ['more than a day has', { testSecondsPerDay: 9 }, {}, '12:00', 'testSecondsPerDay'],
    ['as many bytes as a day has', { testBytesPerDay: 100 }, { bytes: 100 }, '12:00', undefined],
    ['more bytes than a day has', { testBytesPerDay: 99 }, { bytes: 100 }, '12:00', 'testBytesPerDay'],
    ['nobody knows how many bytes', { testBytesPerDay: 99 }, {}, '12:00', undefined],
    ['nobody knows how many bytes, and none is left', { testBytesPerDay: 0 }, {}, '12:00', 'testBytesPerDay'],
    ['stress that nobody allowed', {}, { class: 'stress' }, '12:00', 'testClasses'],
    ['stress that is allowed', { testClasses: ['stress'] }, { class: 'stress' }, '12:00', undefined],
    [
      'stress out of the window',
      { testClasses: ['stress'], testWindow: '09:00-10:00' },
      { class: 'stress' },
      '12:00',
      'testWindow',
    ],
    ['only probes are allowed', { testClasses: ['probe'] }, {}, '12:00', 'testClasses'],
  ])('%s', (_name, budget, run, clock, key) => {
    const against = overBudget({ ...free, ...budget }, none, wanted(run), at(clock));
    expect(against?.subject).toBe(key && `budgets.${key}`);
    if (key !== undefined) expect(against?.message).toContain(`budgets.${key}`);
  });

  test.each<[string, number, number | null, number | null, string | undefined]>([
    ['a tenth of a port for a second', 1, 1e8, 1e9, undefined],
    ['two seconds', 2, 1e8, 1e9, 'a probe takes 1 s'],
    ['more than a tenth', 1, 2e8, 1e9, 'at most 100000000 bit/s'],
    ['what goes', 1, null, 1e9, 'must be known'],
    ['ports of unknown speed', 1, 1e8, null, 'must be known'],
  ])('a probe of %s', (_name, seconds, offeredBps, portBps, why) => {
    const run = { ...tcpForth, class: 'probe', streams: 1, seconds, offeredBps } as const;
    if (why === undefined) expect(tooMuchFor(run, portBps)).toBeUndefined();
    else expect(tooMuchFor(run, portBps)).toContain(why);
    expect(tooMuchFor({ ...run, class: 'measure' }, portBps)).toBeUndefined();
  });
});

/** An account in a file in memory. */
function account(text: string | undefined, budget: Partial<TestBudget>) {
  const kept = { text };
  const now = { unixMs: at('12:00') };
  const files = {
    read: async () => kept.text,
    writeAtomic: async (_label: string, _path: string, written: string) => {
      kept.text = written;
    },
  } as unknown as Files;
  const entries = createAccount({
    files,
    clock: { unixMs: () => now.unixMs },
    budget: { ...free, ...budget },
    accountFile: '/state/link-tests.json',
  });
  const one = 'test_aaaaaaaa' as TestId;
  const book = (seconds: number, bytes = 0, test = one) => entries.book(test, wanted({ seconds, bytes }));
  const used = () => JSON.parse(kept.text ?? '') as object;
  return { book, kept, now, entries, one, used };
}

describe('the account of a day', () => {
  test('is booked before a run, and full when it is full', async () => {
    const { book, used, now } = account(undefined, { testSecondsPerDay: 25 });
    expect(await Promise.all([book(10), book(10), book(10)])).toMatchObject([
      undefined,
      undefined,
      { subject: 'budgets.testSecondsPerDay', message: expect.stringContaining('20 s are used') },
    ]);
    expect(used()).toEqual({ day: Math.floor(at('12:00') / 86_400_000), seconds: 20, bytes: 0 });
    now.unixMs += 86_400_000;
    expect(await book(25)).toBeUndefined();
  });

  test.each(['', 'no json', '[]', '{"day": "3", "seconds": 1}'])(
    'that cannot be read (%j) lets nothing begin and stays',
    async (text) => {
      const { book, kept } = account(text, { testSecondsPerDay: 25 });
      expect((await book(1))?.message).toContain('/state/link-tests.json cannot be read');
      expect(kept.text).toBe(text);
    },
  );

  test('is not kept where there is no limit', async () => {
    const { book, kept } = account('no json', {});
    expect(await book(600)).toBeUndefined();
    expect(kept.text).toBe('no json');
  });

  test('is corrected by what the ports carried, and taken back where nothing began', async () => {
    const { book, entries, one, used } = account(undefined, { testBytesPerDay: 1000 });
    expect(await book(10, 900)).toBeUndefined();
    expect(await book(10, 200)).toMatchObject({
      subject: 'budgets.testBytesPerDay',
      message: expect.stringContaining('900 are used, and this one may take 200'),
    });
    await entries.settle(one, 300);
    expect(used()).toMatchObject({ seconds: 10, bytes: 300 });
    await entries.settle(one, 300);
    expect(used()).toMatchObject({ seconds: 10, bytes: 300 });
    await book(10, 200);
    await entries.giveBack(one);
    expect(used()).toMatchObject({ seconds: 10, bytes: 300 });
  });

  test('of an earlier version has counted no bytes', async () => {
    const day = Math.floor(at('12:00') / 86_400_000);
    const { book, used } = account(JSON.stringify({ day, seconds: 5 }), { testBytesPerDay: 1000 });
    expect(await book(10, 100)).toBeUndefined();
    expect(used()).toEqual({ day, seconds: 15, bytes: 100 });
  });
});

test('the bytes of a run are those of all its ports from their first samples to their last', () => {
  const sample = (port: string, txBytes: number, rxBytes: number) => ({
    port: port as IfName,
    atMs: 0,
    txBytes,
    rxBytes,
    txPackets: 0,
    rxPackets: 0,
    txDropped: 0,
    rxDropped: 0,
  });
  const samples = [
    sample('a', 10, 1),
    sample('b', 5, 0),
    sample('a', 30, 2),
    sample('b', 6, 3),
    sample('a', 40, 2),
  ];
  expect(bytesOf(samples)).toBe(30 + 1 + 1 + 3);
  expect(bytesOf([])).toBe(0);
});
