import { readFileSync } from 'node:fs';
import { failure, success } from '@bondctl/proto/model/result';
import { describe, expect, test } from 'vitest';
import { usualThresholds } from '../thresholds.ts';
import { parseAlerts } from './parse.ts';

const secretOf = (file: string) =>
  file === 'alerts.secret'
    ? success(' s3cret\n')
    : failure(`${file} cannot be read (ENOENT); write the secret into it`);
const parsed = (text: string) => parseAlerts(text, 'alerts.yaml', secretOf);
const mistakes = (text: string) => {
  const result = parsed(text);
  return result.ok ? [] : result.error.map(({ line, column, message }) => `${line}:${column} ${message}`);
};

test('examples/alerting/alerts.yaml is right, and says what holds where nothing is said', () => {
  const text = readFileSync(new URL('../../../../../examples/alerting/alerts.yaml', import.meta.url), 'utf8');
  const result = parsed(text);
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) return;
  expect(result.value.thresholds).toEqual(usualThresholds);
  expect(result.value.routes).toMatchObject([
    { target: 'pager', severities: ['critical'], way: { kind: 'webhook', secret: 's3cret' } },
    {
      target: 'command:page-somebody',
      rules: ['bondDegraded', 'bondDown', 'flapping'],
      way: { kind: 'command' },
    },
  ]);
});

test('nothing needs to be said', () => {
  expect(parsed('version: 1\n')).toEqual({ ok: true, value: { thresholds: usualThresholds, routes: [] } });
});

test('what is said holds, and the rest is as usual', () => {
  const result = parsed(`version: 1
rules:
  bondDown: { raiseAfter: 0s }
  flapping: { failures: 9, severity: critical }
  partnerChanged: { endAfter: 1h }
grace: 0s
routes:
  - webhook: http://127.0.0.1:8080/a?token=secret
`);
  expect(result).toMatchObject({
    ok: true,
    value: {
      thresholds: {
        timings: {
          bondDown: { raiseAfterMs: 0, endAfterMs: 60_000, severity: 'critical' },
          flapping: { severity: 'critical' },
        },
        flapping: { failures: 9, withinMs: 600_000, endAtMost: 1 },
        partnerStandsMs: 3_600_000,
        graceMs: 0,
      },
      // Never with its path: it may hold a secret.
      routes: [{ target: 'webhook:127.0.0.1', severities: ['warning', 'critical'] }],
    },
  });
});

describe('a mistake is told with its place and the nearest right word', () => {
  test.each([
    ['rules: {}\n', ['1:1 "version" is missing here']],
    ['version: 1\nruels: {}\n', ['2:1 "ruels" is not a word of this place; did you mean "rules"?']],
    [
      'version: 1\nrules:\n  bondDwon: {}\n',
      ['3:3 "bondDwon" is not a word of this place; did you mean "bondDown"?'],
    ],
    [
      'version: 1\nrules:\n  bondDown: { raiseAfter: soon, severity: critcal }\n',
      [
        '3:27 "soon" is not a time; write a number and s, min or h, at most a day, e.g. 30s',
        '3:43 "severity" cannot be "critcal"; did you mean "critical"?',
      ],
    ],
    [
      'version: 1\nrules:\n  flapping: { failures: 3, endAtMost: 3 }\n',
      ['3:39 "endAtMost" (3) must be less than "failures" (3): between them nothing changes'],
    ],
    [
      'version: 1\nrules:\n  flapping: { within: 5s }\n',
      ['3:23 "within" must be at least 10s: failures are counted over it'],
    ],
    [
      'version: 1\nrules:\n  partnerChanged: { raiseAfter: 5s }\n',
      ['3:21 "raiseAfter" is not a word of this place; known: endAfter, severity'],
    ],
    [
      'version: 1\ngrace: never\n',
      ['2:8 "never" is not a time; write a number and s, min or h, at most a day, e.g. 30s'],
    ],
    [
      'version: 1\nroutes:\n  - { rules: [bondDown] }\n  - { webhook: "http://a/", command: [/bin/true] }\n',
      [
        '3:5 a route is either a "webhook" with a URL or a "command" with a list of words',
        '4:5 a route is either a "webhook" with a URL or a "command" with a list of words',
      ],
    ],
    [
      'version: 1\nroutes:\n  - webhook: ftp://a/\n  - webhook: https://me:pw@a/\n',
      [
        '3:14 "ftp://a/" is no URL such as https://alerts.example/bondctl',
        '4:14 "https://me:pw@a/" is no URL such as https://alerts.example/bondctl',
      ],
    ],
    [
      'version: 1\nroutes:\n  - { webhook: "https://a/", secretFile: gone }\n',
      ['3:42 gone cannot be read (ENOENT); write the secret into it'],
    ],
    [
      'version: 1\nroutes:\n  - { command: [mail], secretFile: alerts.secret }\n',
      [
        '3:17 "mail" must be a whole path such as /usr/local/bin/page: nobody looks for it',
        '3:24 "secretFile" signs what a "webhook" gets; a command needs none',
      ],
    ],
    [
      'version: 1\nroutes:\n  - { webhook: "https://a/x" }\n  - { webhook: "https://a/y" }\n',
      ['4:5 another route is called "webhook:a" too; give this one a "name" of its own'],
    ],
    [
      'version: 1\nroutes:\n  - { command: [/bin/true], rules: [bondDwon] }\n',
      ['3:37 "0" cannot be "bondDwon"; did you mean "bondDown"?'],
    ],
    ['version: [\n', [expect.stringContaining('this is not YAML')]],
  ])('%j', (text, expected) => {
    expect(mistakes(text)).toEqual(expected);
  });
});
