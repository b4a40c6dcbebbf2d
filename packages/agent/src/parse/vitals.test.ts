import { readdirSync, readFileSync } from 'node:fs';
import type { Parsed } from '@bondctl/proto/model/result';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOffloads } from './ethtool-features.ts';
import { readNetDev } from './net-dev.ts';
import { readPingTimes } from './ping-times.ts';
import { readTcp, readTcpExt } from './proc-snmp.ts';
import { readCpuTimes } from './proc-stat.ts';
import { readSoftnet } from './softnet-stat.ts';

const folder = new URL('../../../../test/fixtures/vitals/', import.meta.url);
const parsers: Readonly<Record<string, (text: string) => Parsed<unknown>>> = {
  netstat: readTcpExt,
  snmp: readTcp,
  softnet: readSoftnet,
  stat: readCpuTimes,
  ethtool: readOffloads,
  'ping-times': readPingTimes,
  'net-dev': (text) => readNetDev(text, { has: () => true }),
};

const casesOf = (kind: string) =>
  readdirSync(new URL(`${kind}/`, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('input.txt'))
    .map((name) => `${kind}/${name.replace(/\/input\.txt$/, '')}`);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe.each(Object.entries(parsers))('%s', (kind, parse) => {
  test('there are cases', () => expect(casesOf(kind).length).toBeGreaterThanOrEqual(3));

  test.each(casesOf(kind))('%s', (name) => {
    expect(parse(read(`${name}/input.txt`))).toEqual(JSON.parse(read(`${name}/expected.json`)));
  });

  test('no text makes it throw, and a bad one has one problem', () => {
    const line = fc.constantFrom(...read(`${casesOf(kind)[0]}/input.txt`).split('\n'));
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(line, fc.string()), { maxLength: 12 }).map((l) => l.join('\n')),
    );
    fc.assert(fc.property(text, (one) => void expect(parse(one).problems.length).toBeLessThanOrEqual(1)));
  });
});
