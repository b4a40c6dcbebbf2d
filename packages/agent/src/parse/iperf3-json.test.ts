import { readdirSync, readFileSync } from 'node:fs';
import type { RunVerdict } from '@bondctl/proto/model/linktest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentError } from './iperf3-errors.ts';
import { type RunEnding, readRun, readVersion } from './iperf3-json.ts';

const folder = new URL('../../../../test/fixtures/iperf3/', import.meta.url);
const cases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('case.json'))
  .map((name) => name.replace(/\/case\.json$/, ''));

interface Case extends Omit<RunEnding, 'document'> {
  readonly exit?: number;
  readonly verdict: RunVerdict;
}

const caseOf = (name: string): Case => {
  const read = JSON.parse(readFileSync(new URL(`${name}/case.json`, folder), 'utf8')) as Case;
  return { ...read, stderr: read.stderr ?? '' };
};

/** `3.9-refused` or `synthetic/3.10.1-refused`: what happened, and in which version. */
const happened = (what: string) =>
  cases.flatMap((name) => {
    const version = new RegExp(`^(?:synthetic/)?(3\\.[\\d.]+)-${what}$`).exec(name)?.[1];
    return version === undefined ? [] : [{ version, exit: caseOf(name).exit }];
  });
const versionsWith = (what: string, exit: number) =>
  happened(what)
    .filter((one) => one.exit === exit)
    .map(({ version }) => version)
    .sort();

describe('an iperf3 document becomes a verdict', () => {
  test('there are recorded and synthetic cases', () => {
    expect(cases.filter((name) => !name.startsWith('synthetic/')).length).toBeGreaterThanOrEqual(70);
    expect(cases.filter((name) => name.startsWith('synthetic/')).length).toBeGreaterThanOrEqual(40);
  });

  test.each(cases)('%s', (name) => {
    const document = readFileSync(new URL(`${name}/document.txt`, folder), 'utf8');
    const { ending, seconds, stderr, verdict } = caseOf(name);
    expect(readRun({ document, stderr, ending, seconds })).toEqual(verdict);
  });

  test('an iperf3 that never started is no measurement', () => {
    expect(readRun({ document: '', stderr: '', ending: 'not-started', seconds: 1 })).toMatchObject({
      fault: 'spawn',
    });
  });

  test.each([
    ['refused', ['3.11', '3.12']],
    ['server-killed', ['3.11', '3.12']],
    ['busy', ['3.12', '3.13']],
    ['client-terminated', ['3.19.1', '3.22']],
    ['server-terminated', ['3.19.1', '3.22']],
  ])('%s left with exit code 0 in %j and is no success', (what, versions) => {
    expect(versionsWith(what, 0)).toEqual(versions);
    const names = cases.filter((name) => name.endsWith(`-${what}`));
    expect(names.filter((name) => caseOf(name).verdict.ok)).toEqual([]);
  });
});

describe('a document is never trusted', () => {
  const finished = { stderr: '', ending: 'finished', seconds: 2 } as const;
  const good = readFileSync(new URL('3.12-good-balance-rr/document.txt', folder), 'utf8');

  test('a document cut anywhere gives no figure', () => {
    const whole = good.trimEnd();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(readRun({ ...finished, document: whole.slice(0, length) }).ok).toBe(false);
      }),
    );
  });

  test('no text makes it throw', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.string().map((middle) => good.replace('"end"', middle)),
    );
    fc.assert(
      fc.property(text, (document) => {
        readRun({ ...finished, document, stderr: document });
        documentError(document);
      }),
    );
  });
});

test.each([
  ['iperf 3.12 (cJSON 1.7.15)\nLinux lab', { text: '3.12', major: 3, minor: 12 }],
  ['iperf 3.19.1 (cJSON 1.7.15)', { text: '3.19.1', major: 3, minor: 19 }],
  ['iperf 3.22 (cJSON 1.7.15)', { text: '3.22', major: 3, minor: 22 }],
  ['iperf 3.7', { text: '3.7', major: 3, minor: 7 }],
  ['iperf version 2.1.8', undefined],
  ['', undefined],
])('the version of %j', (text, version) => {
  expect(readVersion(text)).toEqual(version);
});
