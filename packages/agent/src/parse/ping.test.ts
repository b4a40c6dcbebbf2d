import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPing } from './ping.ts';

const folder = new URL('../../../../test/fixtures/ping/', import.meta.url);
const cases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('input.txt'))
  .map((name) => name.replace(/\/input\.txt$/, ''));

test('there are cases', () => expect(cases.length).toBeGreaterThanOrEqual(7));

test.each(cases)('%s', (name) => {
  const output = readFileSync(new URL(`${name}/input.txt`, folder), 'utf8');
  expect(readPing(output)).toEqual(JSON.parse(readFileSync(new URL(`${name}/count.json`, folder), 'utf8')));
});

test('no output makes it throw', () => {
  fc.assert(fc.property(fc.string(), (output) => void readPing(output)));
});
