import { expect, test } from 'vitest';
import { ratesAddress, readRatesQuery } from './rates-query.ts';

test('what is usual leaves the address bare, and what is not comes back', () => {
  expect(ratesAddress('/links/drbd', readRatesQuery({}))).toBe('/links/drbd');
  const query = readRatesQuery({ way: 'received', span: '24h' });
  expect(ratesAddress('/links/drbd', query)).toBe('/links/drbd?way=received&span=24h');
});

test('words that nobody knows are as if they were not there', () => {
  expect(readRatesQuery({ way: 'up', span: 'toString' })).toEqual({ way: 'sent', span: '10m' });
});
