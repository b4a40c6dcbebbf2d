import { expect, test } from 'vitest';
import { clipped, fonts, linesOf, widthOf } from './text-lines.ts';

const tenCharacters = widthOf('x'.repeat(10), fonts.text) + 1;

test.each<[string, readonly string[]]>([
  ['', ['']],
  ['one two', ['one two']],
  ['one two three', ['one two', 'three']],
  ['abcdefghijklm', ['abcdefghij', 'klm']],
  ['alpha/sync0 sends', ['alpha/', 'sync0', 'sends']],
  ['a abcdefghijklm n', ['a', 'abcdefghij', 'klm n']],
])('"%s" in lines of ten is %j', (text, lines) => {
  expect(linesOf(text, tenCharacters, fonts.text)).toEqual(lines);
});

test('a text is clipped only where it does not fit', () => {
  expect(clipped('abcdefghij', tenCharacters, fonts.text)).toBe('abcdefghij');
  expect(clipped('abcdefghijk', tenCharacters, fonts.text)).toBe('abcdefghi…');
});
