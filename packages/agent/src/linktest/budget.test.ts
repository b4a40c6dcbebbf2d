import { describe, expect, test } from 'vitest';
import type { Files } from '../kernel/ports.ts';
import { createAccount } from './account.ts';
import { overBudget, type TestBudget } from './budget.ts';

const at = (clock: string): number => Date.parse(`2026-11-28T${clock}:00Z`);
const free: TestBudget = { testSeconds: 600, testSecondsPerDay: 86_400, testWindow: '00:00-00:00' };
const none = { day: 0, seconds: 0 };

describe("the owner's budget", () => {
  test.each<[string, Partial<TestBudget>, number, string, string | undefined]>([
    ['no limits', {}, 600, '12:00', undefined],
    ['a run that is too long', {}, 601, '12:00', 'budgets.testSeconds'],
    ['within a window', { testWindow: '09:00-17:00' }, 10, '09:00', undefined],
    ['after a window', { testWindow: '09:00-17:00' }, 10, '17:00', 'budgets.testWindow'],
    ['over midnight, before it', { testWindow: '22:00-06:00' }, 10, '23:59', undefined],
    ['over midnight, after it', { testWindow: '22:00-06:00' }, 10, '05:59', undefined],
    ['over midnight, at noon', { testWindow: '22:00-06:00' }, 10, '12:00', 'budgets.testWindow'],
    ['more than a day has', { testSecondsPerDay: 9 }, 10, '12:00', 'budgets.testSecondsPerDay'],
  ])('%s', (_name, budget, seconds, clock, subject) => {
    expect(overBudget({ ...free, ...budget }, none, seconds, at(clock))?.subject).toBe(subject);
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
  const book = createAccount({
    files,
    clock: { unixMs: () => now.unixMs },
    budget: { ...free, ...budget },
    accountFile: '/state/link-tests.json',
  });
  return { book, kept, now };
}

describe('the account of a day', () => {
  test('is booked before a run, and full when it is full', async () => {
    const { book, kept, now } = account(undefined, { testSecondsPerDay: 25 });
    expect(await Promise.all([book(10), book(10), book(10)])).toMatchObject([
      undefined,
      undefined,
      { subject: 'budgets.testSecondsPerDay', message: expect.stringContaining('20 s are used') },
    ]);
    expect(JSON.parse(kept.text ?? '')).toEqual({ day: Math.floor(at('12:00') / 86_400_000), seconds: 20 });
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
});
