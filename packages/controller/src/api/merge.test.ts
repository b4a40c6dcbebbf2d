import { expect, test } from 'vitest';
import { merge } from './merge.ts';

async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const seen: T[] = [];
  for await (const value of values) seen.push(value);
  return seen;
}

async function* count(name: string, to: number): AsyncGenerator<string, void, undefined> {
  for (let at = 1; at <= to; at += 1) {
    await Promise.resolve();
    yield `${name}${at}`;
  }
}

test('every value of every source comes once, each source in its order', async () => {
  const seen = await all(merge([count('a', 3), count('b', 2)]));
  expect(seen.filter((one) => one.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  expect(seen.filter((one) => one.startsWith('b'))).toEqual(['b1', 'b2']);
  expect(seen).toHaveLength(5);
});

test('no sources end at once', async () => {
  expect(await all(merge([]))).toEqual([]);
});

test('a source that throws ends all with its error', async () => {
  async function* broken(): AsyncGenerator<string, void, undefined> {
    yield 'one';
    throw new Error('broken on purpose');
  }
  await expect(all(merge([broken(), count('a', 2)]))).rejects.toThrow('broken on purpose');
});

test('a reader that leaves early ends the sources, and none ran further ahead than one value', async () => {
  let made = 0;
  let ended = false;
  async function* counting(): AsyncGenerator<number, void, undefined> {
    try {
      for (;;) yield ++made;
    } finally {
      ended = true;
    }
  }
  for await (const value of merge([counting()])) if (value === 3) break;
  await new Promise((resolve) => setImmediate(resolve));
  expect(made).toBeLessThanOrEqual(4);
  expect(ended).toBe(true);
});
