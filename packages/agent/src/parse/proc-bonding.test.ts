import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BondName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { largestText, parseProcBonding } from './proc-bonding.ts';

const bond = 'bond0' as BondName;
const root = new URL('../../../../test/fixtures/proc-bonding', import.meta.url).pathname;

/** A case is a folder with an input.txt; its state.json is what the parser shall say. */
const cases = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('input.txt'))
  .map((path) => path.replace(/\/input\.txt$/, ''))
  .sort();
const read = (name: string, file: string) => readFileSync(join(root, name, file), 'utf8');

describe('every recorded, quoted and invented text', () => {
  test.each(cases)('%s', (name) => {
    const found = `${JSON.stringify(parseProcBonding(bond, read(name, 'input.txt')), null, 2)}\n`;
    const expected = join(root, name, 'state.json');
    if (process.env['UPDATE_FIXTURES'] !== undefined) writeFileSync(expected, found);
    expect(JSON.parse(found)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });

  test('what is not invented has no problems', () => {
    const real = cases.filter((name) => !name.startsWith('synthetic/'));
    const problems = real.map((name) => [name, parseProcBonding(bond, read(name, 'input.txt')).problems]);
    expect(problems.filter(([, found]) => found?.length !== 0)).toEqual([]);
  });

  test('what was not recorded here names its source or is in synthetic/', () => {
    const recorded = cases.filter(
      (name) => !name.startsWith('synthetic/') && !existsSync(join(root, name, 'source.txt')),
    );
    const modes = recorded.map((name) => parseProcBonding(bond, read(name, 'input.txt')).value.mode);
    expect(recorded.every((name) => name.startsWith('v6.1-'))).toBe(true);
    expect(recorded.length).toBeGreaterThanOrEqual(12);
    expect(new Set(modes).size).toBe(7);
  });
});

test('a text over the limit is one problem and not read', () => {
  const parsed = parseProcBonding(bond, 'Slave Interface: eth1\n'.repeat(largestText / 20));
  expect(parsed.problems).toHaveLength(1);
  expect(parsed.value.ports).toEqual([]);
});

test('the name is the one that was asked for, not one of the text', () => {
  expect(parseProcBonding('sync0' as BondName, '').value.name).toBe('sync0');
});
