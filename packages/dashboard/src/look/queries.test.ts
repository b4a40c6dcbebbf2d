import { expect, test } from 'vitest';
import { findingsAddress, readFindingsQuery } from './findings-look.ts';
import { readTestsQuery, testsAddress } from './tests-query.ts';

const wordsOf = (address: string) => Object.fromEntries(new URL(address, 'http://here').searchParams);

test.each([
  [{ link: null, sweep: null, hosts: '' }, '/tests'],
  [{ link: 'drbd', sweep: null, hosts: '' }, '/tests?link=drbd'],
  [{ link: 'a b', sweep: 'sw_1', hosts: 'node&1' }, '/tests?link=a+b&sweep=sw_1&hosts=node%261'],
])('tests as %o are at %s, and come back from there', (query, address) => {
  expect(testsAddress(query)).toBe(address);
  expect(readTestsQuery(wordsOf(address))).toEqual(query);
});

test.each([
  [{ about: null, severity: null }, '/findings'],
  [{ about: 'alpha', severity: 'fault' }, '/findings?about=alpha&severity=fault'],
] as const)('findings as %o are at %s, and come back from there', (query, address) => {
  expect(findingsAddress(query)).toBe(address);
  expect(readFindingsQuery(wordsOf(address))).toEqual(query);
});

test('a severity that nobody knows is as if it were not there', () => {
  expect(readFindingsQuery({ severity: 'terrible' })).toEqual({ about: null, severity: null });
});
