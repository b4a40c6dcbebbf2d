import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentError, type RunEnding, readRun, readVersion } from './iperf3-json.ts';

const folder = new URL('../../../../test/fixtures/iperf3/', import.meta.url);
const cases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('case.json'))
  .map((name) => name.replace(/\/case\.json$/, ''));

describe('an iperf3 document becomes a verdict', () => {
  test('there are recorded and synthetic cases', () => {
    expect(cases.filter((name) => !name.startsWith('synthetic/')).length).toBeGreaterThanOrEqual(12);
    expect(cases.filter((name) => name.startsWith('synthetic/')).length).toBeGreaterThanOrEqual(15);
  });

  test.each(cases)('%s', (name) => {
    const document = readFileSync(new URL(`${name}/document.txt`, folder), 'utf8');
    const { ending, seconds, verdict } = JSON.parse(
      readFileSync(new URL(`${name}/case.json`, folder), 'utf8'),
    ) as {
      ending: RunEnding['ending'];
      seconds: number;
      verdict: unknown;
    };
    expect(readRun({ document, ending, seconds })).toEqual(verdict);
  });

  test('an iperf3 that never started is no measurement', () => {
    expect(readRun({ document: '', ending: 'not-started', seconds: 1 })).toMatchObject({ fault: 'spawn' });
  });
});

describe('a document is never trusted', () => {
  const good = readFileSync(new URL('3.12-good-balance-rr/document.txt', folder), 'utf8');

  test('a document cut anywhere gives no figure', () => {
    const whole = good.trimEnd();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(readRun({ document: whole.slice(0, length), ending: 'finished', seconds: 2 }).ok).toBe(false);
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
        readRun({ document, ending: 'finished', seconds: 2 });
        documentError(document);
      }),
    );
  });
});

test.each([
  ['iperf 3.12 (cJSON 1.7.15)\nLinux lab', { text: '3.12', major: 3, minor: 12 }],
  ['iperf 3.19.1 (cJSON 1.7.15)', { text: '3.19.1', major: 3, minor: 19 }],
  ['iperf 3.7', { text: '3.7', major: 3, minor: 7 }],
  ['iperf version 2.1.8', undefined],
  ['', undefined],
])('the version of %j', (text, version) => {
  expect(readVersion(text)).toEqual(version);
});
