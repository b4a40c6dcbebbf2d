import { expect, test } from 'vitest';
import { counted, percentText, rateText, speedText } from './figures.ts';

test.each([
  [0, '0 bit/s'],
  [999, '999 bit/s'],
  [1_000, '1.00 kbit/s'],
  [944e6, '944 Mbit/s'],
  [1.956e9, '1.96 Gbit/s'],
  [99.96e9, '100 Gbit/s'],
  [4e15, '4000 Tbit/s'],
])('%d bit/s are %s', (rateBps, text) => {
  expect(rateText(rateBps)).toBe(text);
});

test('a speed is said as it is sold', () => {
  expect([null, 100, 1_000, 2_500].map(speedText)).toEqual([
    'speed unknown',
    '100 Mbit/s',
    '1 Gbit/s',
    '2.5 Gbit/s',
  ]);
});

test('a percentage has no more figures than it deserves', () => {
  expect([null, 0.04, 9.94, 97.6].map(percentText)).toEqual(['not measured', '0.0 %', '9.9 %', '98 %']);
});

test('one is not many', () => {
  expect([counted(0, 'link'), counted(1, 'link'), counted(1_204, 'link')]).toEqual([
    '0 links',
    '1 link',
    '1,204 links',
  ]);
});
