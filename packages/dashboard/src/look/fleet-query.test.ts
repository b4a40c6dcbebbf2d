import { expect, test } from 'vitest';
import { type FleetQuery, fleetAddress, readFleetQuery, usualFleetQuery } from './fleet-query.ts';

const wordsOf = (address: string) => Object.fromEntries(new URL(address, 'http://here').searchParams);

test('what is usual leaves the address bare', () => {
  expect(fleetAddress(usualFleetQuery)).toBe('/');
  expect(readFleetQuery({})).toEqual(usualFleetQuery);
});

test.each<[Partial<FleetQuery>, string]>([
  [{ show: 'hosts' }, '/?show=hosts'],
  [{ healths: ['down', 'degraded'] }, '/?health=down,degraded'],
  [{ text: 'a b&c', sort: 'name', group: 'host' }, '/?q=a+b%26c&sort=name&group=host'],
])('%j is %s, and back', (change, address) => {
  const query = { ...usualFleetQuery, ...change };
  expect(fleetAddress(query)).toBe(address);
  expect(readFleetQuery(wordsOf(address))).toEqual(query);
});

test('words that nobody knows are as if they were not there', () => {
  const typed = { show: 'x', health: 'good,down', sort: '', group: '__proto__' };
  expect(readFleetQuery(typed)).toEqual({ ...usualFleetQuery, healths: ['down'] });
});
