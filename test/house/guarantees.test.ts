import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../run/places.ts';
import { parse, testTitles } from './syntax.ts';
import { textOf } from './tree.ts';

/** A proof named in the table: `file: test title`. */
type Proof = { row: string; file: string; title: string };

/** Reads the last column of every table row; a cell may name several proofs, parted by `<br>`. */
function proofs(text: string): Proof[] {
  return rows(text).flatMap((row) => {
    const cell = row.split('|').at(-2) ?? '';
    return cell.split(/<br\s*\/?>/).map((entry) => {
      const plain = entry.replaceAll('`', '').trim();
      const colon = plain.indexOf(': ');
      return { row, file: plain.slice(0, Math.max(colon, 0)), title: plain.slice(colon + 2) };
    });
  });
}

/** Table rows without the head and its rule. */
function rows(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.filter((line, at) => !/^[|\s:-]+$/.test(line) && !/^[|\s:-]+$/.test(lines[at + 1] ?? ''));
}

function unproven(all: readonly Proof[]): string[] {
  return all
    .filter(
      ({ file, title }) =>
        file === '' || !existsSync(join(root, file)) || !testTitles(parse(file)).has(title),
    )
    .map(({ row, file, title }) => `${row}\n  names '${file}: ${title}', which is no test`);
}

test('every promise names a test that exists', () => {
  const all = proofs(textOf('docs/guarantees.md'));
  expect(all.length).toBeGreaterThanOrEqual(7);
  expect(unproven(all)).toEqual([]);
});

test('a promise without a proof is seen', () => {
  const here = 'test/house/guarantees.test.ts';
  const table = [
    '| Promise | Proof |',
    '|---|---|',
    `| kept | \`${here}: a promise without a proof is seen\` |`,
    `| twice | ${here}: a promise without a proof is seen<br>${here}: no such title |`,
    '| broken | gone.test.ts: anything |',
    '| silent | |',
  ].join('\n');
  expect(unproven(proofs(table)).map((line) => line.split('|')[1]?.trim())).toEqual([
    'twice',
    'broken',
    'silent',
  ]);
});
