import { expect, test } from 'vitest';
import { rangeAt, sourceWords, specLines, specSource } from './spec-text.ts';

const text = 'version: 1\nmode: rr\n';
const mistake = { file: 'f', line: 2, column: 7, path: 'mode', message: 'there is no mode "rr"' };

test('mistakes stand in their lines', () => {
  expect(specLines(text, [mistake]).map(({ line, mistakes }) => [line, mistakes.length])).toEqual([
    [1, 0],
    [2, 1],
    [3, 0],
  ]);
});

test.each([
  [2, 7, 'rr'],
  [1, 1, 'version: 1'],
  // Places that are not there: of an older text, or from whoever counts otherwise.
  [2, 99, ''],
  [9, 9, ''],
  [1, 0, 'version: 1'],
])('line %i, column %i is the rest of its line', (line, column, part) => {
  expect(text.slice(...rangeAt(text, { line, column }))).toBe(part);
});

test.each([
  [{}, { kind: 'accepted' }, /accepted/],
  [{ undo: '' }, { kind: 'accepted' }, /accepted/],
  [{ undo: 'ro_1' }, { kind: 'undo', rollout: 'ro_1' }, /before rollout ro_1/],
  [{ sweep: 'sw_1' }, { kind: 'sweep', sweep: 'sw_1', candidate: undefined }, /best of sweep sw_1/],
  [{ sweep: 'sw_1', candidate: 'x' }, { kind: 'sweep', sweep: 'sw_1', candidate: 'x' }, /^x of sweep/],
] as const)('%o says where the text comes from', (query, source, words) => {
  expect(specSource(query)).toEqual(source);
  expect(sourceWords(specSource(query))).toMatch(words);
});
