import type { KeptRoute } from '../kept.ts';
import { everything, isEverything, type RouteWords, routeOf, routeWords } from './route-words.ts';
import { type Assignments, withSection } from './unit-edit.ts';
import { allOf, sectionsOf, type Unit } from './unit-text.ts';

/** Words of a route and the keys of `[Route]` (systemd.network(5) of 252), in the order in which we write them. */
const keys = [
  ['type', 'Type'],
  ['to', 'Destination'],
  ['via', 'Gateway'],
  ['onlink', 'GatewayOnLink'],
  ['metric', 'Metric'],
  ['src', 'PreferredSource'],
  ['scope', 'Scope'],
  ['table', 'Table'],
  ['proto', 'Protocol'],
  ['pref', 'IPv6Preference'],
  ['mtu', 'MTUBytes'],
  ['advmss', 'TCPAdvertisedMaximumSegmentSize'],
  ['initcwnd', 'InitialCongestionWindow'],
  ['initrwnd', 'InitialAdvertisedReceiveWindow'],
  ['quickack', 'QuickAck'],
] as const;

const protocols = /^(static|boot|\d+)$/;

/** The keys of a route, or undefined where networkd has none for it; what a DHCP client made comes back by itself. */
function assignments(route: KeptRoute): Assignments | undefined {
  const words = routeWords(route);
  if (words === undefined || !protocols.test(words.get('proto') ?? 'static')) return undefined;
  const viaOnly = words.get('to') === 'default' && words.has('via');
  return keys.flatMap(([word, key]) => {
    const value = words.get(word);
    if (value === undefined || (word === 'to' && viaOnly)) return [];
    return [[key, word === 'to' && value === 'default' ? everything[route.family] : value] as const];
  });
}

/** True when a `[Route]` can say it. */
export const isNetworkdRoute = (route: KeptRoute): boolean => assignments(route) !== undefined;

/** The unit with a section more for each route that it can hold. */
export const withRoutes = (unit: Unit, routes: readonly KeptRoute[]): Unit =>
  routes.reduce((before, route) => {
    const said = assignments(route);
    return said === undefined ? before : withSection(before, 'Route', said);
  }, unit);

const plain = (word: string, value: string): string | undefined => {
  if (word === 'to') return isEverything(value) ? 'default' : value;
  if (word !== 'onlink') return value;
  return /^(yes|true|on|1)$/i.test(value) ? 'yes' : undefined;
};

function wordsOf(section: Unit[number]): RouteWords {
  const found = keys.flatMap(([word, key]) => {
    const said = section.lines.findLast((line) => line.key === key)?.value;
    const value = said === undefined || said === '' ? undefined : plain(word, said);
    return value === undefined ? [] : [[word, value] as const];
  });
  return new Map<string, string>(found);
}

/** Gateways that a file names are addresses; `_dhcp4` is none. */
const isStatic = (words: RouteWords): boolean => !(words.get('via') ?? '').startsWith('_');

/** The routes of a `.network` file. */
export function routesOf(unit: Unit): readonly KeptRoute[] {
  const short = allOf(unit, 'Network', 'Gateway').map((via) => new Map([['via', via]]));
  const long = sectionsOf(unit, 'Route').map(wordsOf);
  return [...short, ...long]
    .filter((words) => isStatic(words) && (words.has('to') || words.has('via')))
    .map((words) => routeOf(words));
}
