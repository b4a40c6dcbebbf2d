import { describe, expect, test } from 'vitest';
import { connectionSentence, connectionWords, retryAfterMs } from './connection.ts';

const why = 'It has stopped talking.';

describe('what is said of the controller', () => {
  test.each([
    [{ kind: 'connecting' } as const, null, 'connecting'],
    [{ kind: 'live', heardUnixMs: 0 } as const, null, 'live'],
    [
      { kind: 'lost', heardUnixMs: 8_000, why } as const,
      `The controller does not answer; what you see is 12 s old. ${why}`,
      '12 s old',
    ],
    [
      { kind: 'lost', heardUnixMs: null, why } as const,
      `The controller does not answer: ${why}`,
      'no answer',
    ],
  ])('%j', (connection, sentence, words) => {
    expect(connectionSentence(connection, 20_000)).toBe(sentence);
    expect(connectionWords(connection, 20_000)).toBe(words);
  });
});

test('waits grow, end at ten seconds, and are not alike', () => {
  const waits = [0, 1, 2, 3, 4, 50].map((tries) => retryAfterMs(tries, 0.999));
  expect(waits.map((ms) => Math.round(ms / 1_000))).toEqual([1, 2, 4, 8, 10, 10]);
  expect(retryAfterMs(3, 0)).toBeLessThan(retryAfterMs(3, 0.9));
});
