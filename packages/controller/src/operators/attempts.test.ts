import { describe, expect, test } from 'vitest';
import { createAttempts, networkOf } from './attempts.ts';

/** Failures at a clock that is set by hand. */
function attempts() {
  let nowMs = 0;
  const failed = createAttempts(() => nowMs);
  const many = (address: string, times: number) => Array.from({ length: times }, () => failed(address));
  return {
    many,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}
const earnest = (all: readonly { tooMany: boolean }[]): number => all.filter((one) => !one.tooMany).length;

describe('failed sign-ins', () => {
  test('of one address are put off, those of another are not', () => {
    const { many, pass } = attempts();
    expect(earnest(many('10.0.0.1', 100))).toBe(10);
    expect(earnest(many('10.0.0.2', 5))).toBe(5);
    pass(60_000);
    expect(earnest(many('10.0.0.1', 100))).toBe(6);
  });

  test('of ever new addresses are put off all together', () => {
    const { many } = attempts();
    const all = Array.from({ length: 5000 }, (_, at) => many(`10.1.${at >> 8}.${at & 255}`, 1)).flat();
    expect(earnest(all)).toBe(60);
  });

  test('are told rarely, and none is forgotten in the count', () => {
    const { many, pass } = attempts();
    const all = many('10.0.0.1', 1000);
    pass(300_000);
    all.push(...many('10.0.0.1', 1));
    const told = all.flatMap(({ tell }) => tell ?? []);
    expect(told).toEqual([1, 1, 1, 1, 1, 996]);
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1001);
  });

  test('of one who changes his address in a network of his own are those of one', () => {
    const { many } = attempts();
    const all = Array.from({ length: 100 }, (_, at) => many(`2001:db8:1:2::${at.toString(16)}`, 1)).flat();
    expect(earnest(all)).toBe(10);
  });
});

test.each([
  ['10.0.0.1', '10.0.0.1'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::5:6', '2001:db8:0:0::/64'],
  ['unknown', 'unknown'],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
