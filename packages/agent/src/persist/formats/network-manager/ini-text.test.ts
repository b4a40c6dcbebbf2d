import { describe, expect, test } from 'vitest';
import * as ini from './ini-text.ts';

const text = `# of people
[Match]
Name = eth2

[Route]
; the first
Gateway=10.0.0.1
[Route]
Gateway=10.0.0.2

`;
const read = ini.parseIni(text);

describe('a file of sections', () => {
  test('is the same text again', () => {
    expect(ini.formatIni(read)).toBe(text);
    expect(ini.formatIni(ini.parseIni(''))).toBe('');
  });

  test('may have a section and a key several times; the last one counts', () => {
    expect(ini.entriesIn(read, 'Route').map((entry) => entry.value)).toEqual(['10.0.0.1', '10.0.0.2']);
    expect(ini.valueIn(read, 'Route', 'Gateway')).toBe('10.0.0.2');
    expect(read.filter((line) => line.section === 'Route').map((line) => line.block)).toEqual([
      2, 2, 2, 3, 3, 3, 3,
    ]);
    expect(ini.lineOf(read, 'Route', 'Gateway')).toBe(9);
    expect(ini.lineOf(read, 'Route', 'Metric')).toBe(1);
  });

  test('keeps a line that says what it shall', () => {
    expect(ini.formatIni(ini.withValue(read, 'Match', 'Name', 'eth2'))).toBe(text);
  });

  test('has a value changed in its place, and doubles go', () => {
    const changed = ini.withValue(read, 'Route', 'Gateway', '10.0.0.3');
    expect(ini.formatIni(changed)).toBe(
      text.replace('Gateway=10.0.0.1\n', '').replace('10.0.0.2', '10.0.0.3'),
    );
  });

  test('takes a new key behind the last of its section, and a new section at its end', () => {
    const more = ini.withValue(ini.withValue(read, 'Match', 'Path', 'pci-*'), 'Network', 'Bond', 'bond0');
    expect(ini.formatIni(more)).toBe(
      `${text.replace('eth2\n', 'eth2\nPath=pci-*\n').trimEnd()}\n\n[Network]\nBond=bond0\n`,
    );
  });

  test('begins below a comment', () => {
    expect(ini.formatIni(ini.withValue(ini.parseIni('# mine\n'), 'a', 'b', 'c'))).toBe('# mine\n[a]\nb=c\n');
  });

  test('loses keys, and keeps comments and headers', () => {
    const bare = ini.without(read, 'Route', () => true);
    expect(ini.formatIni(bare)).toBe(text.replaceAll(/Gateway.*\n/g, ''));
  });

  test('has lines that are nothing, and entries of no section', () => {
    expect(ini.unreadableLines(ini.parseIni('a=b\n[s]\nc=d\nwhat\n[t\n=x\n#y\n'))).toEqual([1, 4, 5, 6]);
  });
});
