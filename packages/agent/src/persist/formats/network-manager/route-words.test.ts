import { expect, test } from 'vitest';
import type { KeptRoute } from '../../kept.ts';
import { routeText, routeWords, splitRoutes } from './route-words.ts';

const v4 = (text: string): KeptRoute => ({ family: 'inet', text });

test.each([
  ['default via 10.0.0.1', 'default via 10.0.0.1'],
  ['default via 10.0.0.1 table main proto boot scope global', 'default via 10.0.0.1'],
  ['10.1.0.0/16 proto static scope link metric 5', '10.1.0.0/16 metric 5'],
  [
    '10.1.0.0/16 via 10.0.0.1 table 100 metric 5 src 10.0.0.2 onlink mtu 1400 initcwnd 20',
    '10.1.0.0/16 via 10.0.0.1 table 100 metric 5 src 10.0.0.2 onlink mtu 1400 initcwnd 20',
  ],
])('%s is plain', (text, said) => {
  const words = routeWords(v4(text));
  expect(words && routeText(words)).toBe(said);
});

test.each([
  'unreachable 10.0.0.0/8',
  'default nexthop via 10.0.0.1 dev a weight 1',
  '10.1.0.0/16 via inet6 fe80::1',
  '10.1.0.0/16 table voice',
  '10.1.0.0/16 proto bird',
  '10.1.0.0/16 scope host',
  '10.1.0.0/16 tos 0x10',
  '10.1.0.0/16 metric',
  '10.1.0.0/16 metric many',
  '10.1.0.0/16 via $(reboot)',
  '10.1.0.0/16 rto_min 5',
  '',
])('%j is beyond files', (text) => {
  expect(routeWords(v4(text))).toBeUndefined();
});

test('a lease brings its routes itself, and a family without addresses has none', () => {
  const routes = [
    v4('default via 10.0.0.1 proto dhcp metric 100'),
    v4('10.1.0.0/16 via 10.0.0.1'),
    { family: 'inet6' as const, text: 'fd01::/64 via fd00::1 metric 1024 pref medium' },
  ];
  const { plain, beyond } = splitRoutes(routes, ['10.0.0.2/24']);
  expect(plain.map(routeText)).toEqual(['10.1.0.0/16 via 10.0.0.1']);
  expect(beyond.map((route) => route.family)).toEqual(['inet6']);
});
