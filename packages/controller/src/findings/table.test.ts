import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evidenceIn, lacpWith } from '../../../../test/fakes/fake-patients.ts';
import { evidenceOf } from './evidence.ts';
import { families, findingsOf, rules } from './table.ts';

const ids = rules.map(({ id }) => id);

/** Everything that follows from a rule, at any distance. */
function consequences(id: string, seen: readonly string[] = []): readonly string[] {
  const next = rules.find((rule) => rule.id === id)?.explains ?? [];
  return next.flatMap((one) => (seen.includes(one) ? [one] : [one, ...consequences(one, [...seen, one])]));
}

describe('the table of rules', () => {
  test('gives every rule a name of its own', () => {
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)+$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('names a source that can be opened', () => {
    const odd = rules.filter(({ source }) => !/^(https:\/\/\S+|(drivers|net)\/\S+\.c)$/.test(source));
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test('explains rules that there are, and nothing explains itself', () => {
    expect(rules.flatMap(({ explains }) => explains).filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id) => consequences(id).includes(id))).toEqual([]);
  });

  test.each(Object.keys(families))('has the cases of %s beside it', (family) => {
    const path = new URL(`families/${family}.test.ts`, import.meta.url);
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(`proveFamily(${family}, {`);
  });
});

test('a healthy cluster and an empty one have no findings', () => {
  const lacp = { alpha: lacpWith('beta'), beta: lacpWith('alpha') };
  for (const hosts of [{ alpha: {}, beta: {} }, lacp])
    expect(findingsOf(evidenceIn({ hosts, link: {} }))).toEqual([]);
  expect(findingsOf(evidenceOf([], undefined))).toEqual([]);
});
