import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BondName } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestText, parseProcBonding } from '../../packages/agent/src/parse/proc-bonding.ts';
import { root } from '../run/places.ts';

const bond = 'bond0' as BondName;
const folder = join(root, 'test/fixtures/proc-bonding');
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('input.txt'))
  .map((path) => readFileSync(join(folder, path), 'utf8'));

const fixture = fc.constantFrom(...texts);
const position = fc.nat({ max: 5000 });

/** A fixture with something put over, taken out of, or cut off it. */
const damaged = fc
  .tuple(fixture, position, position, fc.string({ unit: 'binary', maxLength: 40 }))
  .map(([text, from, length, by]) => text.slice(0, from) + by + text.slice(from + length));

/** Whole lines of several fixtures in any order: every subject where it does not belong. */
const spliced = fc
  .array(fc.tuple(fixture, position), { maxLength: 60 })
  .map((picks) => picks.map(([text, at]) => text.split('\n')[at % text.split('\n').length]).join('\n'));

/** What must hold for any text at all: no throw, problems that point into the text, a name that is the caller's. */
function mustHold(text: string): void {
  const { value, problems } = parseProcBonding(bond, text);
  const lines = text.split('\n').length;
  for (const { line, text: kept, message } of problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(kept.length).toBeLessThanOrEqual(200);
    expect(message).not.toBe('');
  }
  expect(problems.map((one) => one.line)).toEqual(problems.map((one) => one.line).sort((a, b) => a - b));
  expect(value.name).toBe(bond);
  expect(value.mode === null && !problems.length).toBe(false);
  expect(JSON.parse(JSON.stringify(value))).toEqual(value);
}

describe('the parser of /proc/net/bonding never throws and points at what it did not understand', () => {
  test('on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), mustHold));
  });

  test('on damaged texts of real drivers', () => {
    fc.assert(fc.property(damaged, mustHold), { numRuns: 500 });
  });

  test('on texts cut off anywhere', () => {
    fc.assert(
      fc.property(fixture, position, (text, end) => mustHold(text.slice(0, end))),
      { numRuns: 300 },
    );
  });

  test('on lines of several drivers in any order', () => {
    fc.assert(fc.property(spliced, mustHold), { numRuns: 300 });
  });
});

test('a line that is in the text and in no driver is kept as a problem', () => {
  const strange = fc.stringMatching(/^[A-Z][a-z]{3,9} [A-Z][a-z]{3,9}: [a-z0-9]{1,20}$/);
  const known =
    /^(Bonding Mode|Slave|MII|Up|Down|Peer|ARP|LACP|Min|System|Actor|Partner|Aggregator|Number|Active)/;
  fc.assert(
    fc.property(
      fixture,
      position,
      strange.filter((line) => !known.test(line)),
      (text, at, line) => {
        const lines = text.split('\n');
        const place = at % (lines.length + 1);
        const { problems } = parseProcBonding(
          bond,
          [...lines.slice(0, place), line, ...lines.slice(place)].join('\n'),
        );
        expect(problems.filter((one) => one.text === line).map((one) => one.line)).toContain(place + 1);
      },
    ),
  );
});

// Shapes that make careless patterns backtrack. A text of the largest size is read in well under a second; a parser
// whose time grows with the square of the size would need minutes.
const hostile: readonly (readonly [string, string])[] = [
  ['one long word', 'a'.repeat(largestText)],
  ['colons', ':'.repeat(largestText)],
  ['blanks', ' '.repeat(largestText)],
  ['empty lines', '\n'.repeat(largestText)],
  ['suffixes of the mode', `Bonding Mode: ${' (fail_over_mac '.repeat(largestText / 20)}`],
  ['an address without end', `Permanent HW addr: ${'00:'.repeat(largestText / 4)}`],
  ['suffixes of the primary', `Primary Slave: ${'(primary_reselect '.repeat(largestText / 20)}`],
  ['targets without end', `ARP IP target/s (n.n.n.n form): ${'1, '.repeat(largestText / 4)}`],
  ['ports without end', 'Slave Interface: e\n'.repeat(largestText / 20)],
];

test.each(hostile)('time is bounded for %s', (_, text) => {
  const startedMs = performance.now();
  parseProcBonding(bond, text);
  expect(performance.now() - startedMs).toBeLessThan(5000);
});

test('a text that is too large is refused as one problem', () => {
  const { problems } = parseProcBonding(bond, 'x\n'.repeat(largestText));
  expect(problems.map((one) => one.line)).toEqual([1]);
});
