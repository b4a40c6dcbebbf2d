import { expect, test } from 'vitest';
import { withSection, withValues } from './unit-edit.ts';
import { allOf, lastOf, linesOf, readUnit, strangeLines, textOf } from './unit-text.ts';

const text = `# first
[Match]
Name=eth1

[Network]
; the old one
Address=10.0.0.1/24
DNS=10.0.0.9
Address=10.0.0.2/24
`;

test.each([
  ['nothing', ''],
  ['a file', text],
  ['a line that goes on, with a comment in it', '[Match]\nName=a \\\n# why\n  b\nType=ether'],
  ['no line end at the end, and one of another system', '[A]\r\nB=c'],
])('%s is written as it was read', (_, one) => expect(textOf(readUnit(one))).toBe(one));

test('a line that goes on is one value', () => {
  expect(allOf(readUnit('[Match]\nName=a \\\n# why\n  b\n'), 'Match', 'Name')[0]?.split(/\s+/)).toEqual([
    'a',
    'b',
  ]);
});

test('an empty value takes back those before it', () => {
  expect(allOf(readUnit('[N]\nA=1\nA=\nA=2\n'), 'N', 'A')).toEqual(['2']);
});

test.each([
  ['the same values change nothing', ['10.0.0.2/24', '10.0.0.1/24'], text],
  ['a value that goes leaves the other lines', ['10.0.0.2/24'], text.replace('Address=10.0.0.1/24\n', '')],
  [
    'a new value stands where one has stood',
    ['10.0.0.3/24', '10.0.0.2/24'],
    text.replace('10.0.0.1/24', '10.0.0.3/24'),
  ],
  ['one more stands behind the last', ['10.0.0.1/24', '10.0.0.2/24', '::1/128'], `${text}Address=::1/128\n`],
  ['none at all', [], text.replaceAll(/Address=.*\n/g, '')],
])('%s', (_, values, expected) => {
  expect(textOf(withValues(readUnit(text), 'Network', 'Address', values))).toBe(expected);
});

test('a section that is not there is made at the end, one blank line below', () => {
  expect(textOf(withValues(readUnit('[A]\nB=1'), 'C', 'D', ['2']))).toBe('[A]\nB=1\n\n[C]\nD=2\n');
  expect(textOf(withSection(readUnit('[A]\n\n\n'), 'A', [['B', '1']]))).toBe('[A]\n\n[A]\nB=1\n');
});

test('of two sections of a name, the last line of a key counts', () => {
  const unit = readUnit('[A]\nB=1\n[C]\n[A]\nB=2\n');
  expect(lastOf(unit, 'A', 'B')).toBe('2');
  expect(linesOf(unit, 'A', 'B').map((line) => line.number)).toEqual([2, 5]);
});

test('what is no line of such a file is known by its number', () => {
  expect(strangeLines(readUnit('A=1\n[B]\nwhat\n# fine\n')).map((line) => line.number)).toEqual([1, 3]);
});
