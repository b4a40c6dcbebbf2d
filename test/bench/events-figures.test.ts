import { expect, test } from 'vitest';
import { type Failure, figuresOf, tableOf } from './events-figures.ts';

/** A hundred failures a second apart: the reader has its line after 1 to 100 ms, we 20 ms later, one of us 250. */
const failures = Array.from({ length: 100 }, (_, at): Failure => {
  const readerMs = at * 1000 + at + 1;
  const lateMs = at === 99 ? 250 : 20;
  return { actMs: at * 1000, readerMs, recordedMs: readerMs + lateMs / 2, followedMs: readerMs + lateMs };
});

test('delays are those from the pulled cable, and ours beyond the line of the reader', () => {
  expect(figuresOf({ failures, missing: 0 })).toEqual({
    failures: 100,
    missing: 0,
    reader: { medianMs: 50, p99Ms: 99 },
    ours: { medianMs: 70, p99Ms: 119 },
    beyond: { medianMs: 20, p99Ms: 20 },
    beyondToRecord: { medianMs: 10, p99Ms: 10 },
    ratio: { median: 1.4, p99: 119 / 99 },
  });
});

test('the 99th percentile is the second worst of two hundred', () => {
  const twice = [...failures, ...failures];
  expect(figuresOf({ failures: twice, missing: 0 }).beyond.p99Ms).toBe(20);
  const worse = failures.map((one) => ({ ...one, followedMs: one.readerMs + 300 })).slice(0, 3);
  expect(figuresOf({ failures: [...failures.slice(3), ...worse], missing: 0 }).beyond.p99Ms).toBe(300);
});

test('the table says what is compared, and what the reader missed', () => {
  const table = tableOf(figuresOf({ failures, missing: 2 }));
  expect(table).toContain('100 link failures, 2 more that the reader has no line of');
  expect(table).toMatch(/line -> our event, as followed +20\.0 ms +20\.0 ms/);
  expect(table).toMatch(/from the pulled cable +1\.40 +1\.20/);
});

test('a run that saw nothing is not measured', () => {
  expect(() => figuresOf({ failures: [], missing: 200 })).toThrow('nothing can be compared');
});
