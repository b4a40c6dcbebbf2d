import { describe, expect, test } from 'vitest';
import * as shell from './shell-text.ts';

const text = `# of people
DEVICE="bond0"
export ONBOOT=yes   # always
NAME='a "b"'\\''c'
EMPTY=

`;
const read = shell.parseShell(text);

describe('a file of shell assignments', () => {
  test('is the same text again', () => {
    expect(shell.formatShell(read)).toBe(text);
  });

  test.each([
    ['DEVICE', 'bond0'],
    ['ONBOOT', 'yes'],
    ['NAME', `a "b"'c`],
    ['EMPTY', undefined],
    ['GONE', undefined],
  ])('says %s as %s', (key, value) => {
    expect(shell.valueIn(read, key)).toBe(value);
  });

  test('keeps a line that says what it shall', () => {
    expect(shell.formatShell(shell.withValue(read, 'DEVICE', 'bond0'))).toBe(text);
  });

  test('has a value changed in its place, before its remark; doubles go', () => {
    const twice = shell.parseShell('A=1\nA=2 # b\nC=3');
    expect(shell.formatShell(shell.withValue(twice, 'A', '4 5'))).toBe('A="4 5" # b\nC=3');
  });

  test('takes a new key at its end, with a line break behind it', () => {
    expect(shell.formatShell(shell.withValue(shell.parseShell('A=1'), 'B', '2'))).toBe('A=1\nB=2\n');
    expect(shell.formatShell(shell.withValue(shell.parseShell('A=1\n\n'), 'B', '2'))).toBe('A=1\nB=2\n\n');
    expect(shell.formatShell(shell.withValue(shell.parseShell(''), 'B', '2'))).toBe('B=2\n');
  });

  test.each(['plain', 'a b', `"it's"`, '$(reboot) `x` \\', 'a#b', ''])(
    'quotes %j so that it is read again',
    (value) => {
      const line = shell.withValue(shell.parseShell(''), 'A', value);
      expect(shell.parseShell(shell.formatShell(line))[0]?.value).toBe(value);
    },
  );

  test('has lines that are nothing', () => {
    expect(shell.unreadableLines(shell.parseShell('A=1\nB="2\nC=3 4\n# d\nE F\nG=$(h) \n'))).toEqual([
      2, 3, 5,
    ]);
  });
});
