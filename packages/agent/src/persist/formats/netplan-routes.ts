import type { KeptRoute } from '../kept.ts';
import { everything, isEverything, type RouteWords, routeOf, routeWords } from './route-words.ts';

/** Words of a route and netplan's keys for them, as every version since 0.101 reads them. */
const keys = [
  ['to', 'to'],
  ['via', 'via'],
  ['metric', 'metric'],
  ['src', 'from'],
  ['onlink', 'on-link'],
  ['type', 'type'],
  ['scope', 'scope'],
  ['table', 'table'],
  ['mtu', 'mtu'],
  ['initcwnd', 'congestion-window'],
  ['initrwnd', 'advertised-receive-window'],
] as const;

/** What netplan's routes have by themselves. */
const usual: Readonly<Record<string, readonly string[]>> = {
  proto: ['static', 'boot'],
  scope: ['global'],
  pref: ['medium'],
};

const wordOf = (word: string): string | undefined => keys.find(([known]) => known === word)?.[1];

/** The mapping of a route, or undefined where netplan has no words for it. */
export function planOf(route: KeptRoute): Readonly<Record<string, string>> | undefined {
  const words = routeWords(route);
  const said = [...(words ?? [])].filter(([word, value]) => usual[word]?.includes(value) !== true);
  const table = words?.get('table') ?? '0';
  if (words === undefined || said.some(([word]) => wordOf(word) === undefined) || !/^\d+$/.test(table))
    return undefined;
  const pairs = said.map(([word, value]) => {
    if (word === 'onlink') return [wordOf(word), 'true'];
    // `to: default` is too new for 0.101.
    return [wordOf(word), word === 'to' && value === 'default' ? everything[route.family] : value];
  });
  // netplan wants to know that a route without a gateway is meant.
  const near = words.has('via') || words.has('scope') || words.has('type') ? [] : [['scope', 'link']];
  return Object.fromEntries([...pairs, ...near]) as Record<string, string>;
}

/** True when netplan can say it. */
export const isNetplanRoute = (route: KeptRoute): boolean => planOf(route) !== undefined;

/** The route of a mapping; undefined for one that leads nowhere. */
export function routeFrom(mapping: ReadonlyMap<string, string>): KeptRoute | undefined {
  const found = keys.flatMap(([word, key]) => {
    const value = mapping.get(key) ?? '';
    if (value === '' || (word === 'onlink' && !/^(y|yes|true|on)$/i.test(value))) return [];
    if (word === 'scope' && value === 'link' && !mapping.has('via')) return [];
    return [[word, word === 'to' && isEverything(value) ? 'default' : value] as const];
  });
  const words: RouteWords = new Map<string, string>(found);
  return words.has('to') ? inFamily(routeOf(words), mapping.get('to') ?? '') : undefined;
}

/** `::/0` without a gateway is IPv6 although nothing else says so. */
const inFamily = (route: KeptRoute, to: string): KeptRoute =>
  to.includes(':') ? { ...route, family: 'inet6' } : route;
