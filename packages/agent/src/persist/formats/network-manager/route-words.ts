import type { KeptRoute } from '../../kept.ts';

/** Numbers that a route may carry and files can say. */
export const routeNumbers = ['mtu', 'initcwnd', 'initrwnd', 'window'] as const;

/** A route of one way as configuration files can hold it. */
export interface RouteWords {
  readonly family: KeptRoute['family'];
  /** `default`, a network, or a host without a length, as `ip` has it. */
  readonly destination: string;
  readonly via: string | null;
  /** null: the main one. */
  readonly table: number | null;
  readonly metric: number | null;
  readonly src: string | null;
  readonly onlink: boolean;
  readonly numbers: Readonly<Partial<Record<(typeof routeNumbers)[number], number>>>;
}

/** Routes that files can hold, and those they cannot. */
export interface SplitRoutes {
  readonly plain: readonly RouteWords[];
  readonly beyond: readonly KeptRoute[];
}

const destinationPattern = /^(default|[0-9.]+(\/\d+)?|[0-9a-f:.]*:[0-9a-f:.]*(\/\d+)?)$/;
const wordPairs = new Set(['via', 'table', 'proto', 'scope', 'metric', 'src', 'pref', ...routeNumbers]);
const tables: Readonly<Record<string, string>> = { main: '254', default: '253' };

/** The words after the destination by name; undefined where one is unknown or says nothing. */
function pairsOf(words: readonly string[]): ReadonlyMap<string, string> | undefined {
  const pairs = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = words[at + 1];
    if (word === 'onlink') pairs.set(word, '');
    else if (!wordPairs.has(word) || next === undefined || pairs.has(word)) return undefined;
    else {
      pairs.set(word, next);
      at += 1;
    }
  }
  return pairs;
}

/** What has a plain meaning anyway: who made the route, a scope that follows from the gateway, the middle preference. */
function isUsual(pairs: ReadonlyMap<string, string>): boolean {
  const scope = pairs.has('via') ? 'global' : 'link';
  return (
    ['static', 'boot'].includes(pairs.get('proto') ?? 'static') &&
    (pairs.get('scope') ?? scope) === scope &&
    (pairs.get('pref') ?? 'medium') === 'medium'
  );
}

const isAddress = (text: string | undefined): boolean => text === undefined || /^[0-9a-f.:]+$/.test(text);

/** The words of a route; undefined where files cannot say it: several ways, a type, a table by name, a daemon's route. */
export function routeWords({ family, text }: KeptRoute): RouteWords | undefined {
  const [destination = '', ...rest] = text.split(' ');
  const pairs = pairsOf(rest);
  if (!destinationPattern.test(destination) || pairs === undefined || !isUsual(pairs)) return undefined;
  const said = (word: string) => tables[pairs.get(word) ?? ''] ?? pairs.get(word);
  const numbers = ['table', 'metric', ...routeNumbers].map((word) => [word, said(word)] as const);
  if (numbers.some(([, value]) => value !== undefined && !/^\d+$/.test(value))) return undefined;
  if (!isAddress(pairs.get('via')) || !isAddress(pairs.get('src'))) return undefined;
  const number = Object.fromEntries(
    numbers.flatMap(([word, value]) => (value === undefined ? [] : [[word, Number(value)]])),
  ) as Readonly<Record<string, number | undefined>>;
  const { table, metric, ...others } = number;
  return {
    family,
    destination,
    via: pairs.get('via') ?? null,
    table: table === 254 ? null : (table ?? null),
    metric: metric ?? null,
    src: pairs.get('src') ?? null,
    onlink: pairs.has('onlink'),
    numbers: others as RouteWords['numbers'],
  };
}

/** The words as one text, in the order of `parse/ip-route.ts`. */
export function routeText(route: RouteWords): string {
  const said = (word: string, value: string | number | null | undefined) =>
    value === null || value === undefined ? [] : [`${word} ${value}`];
  return [
    route.destination,
    ...said('via', route.via),
    ...said('table', route.table),
    ...said('metric', route.metric),
    ...said('src', route.src),
    ...(route.onlink ? ['onlink'] : []),
    ...routeNumbers.flatMap((word) => said(word, route.numbers[word])),
  ].join(' ');
}

/** A route of a file as one that is kept. */
export const keptRoute = (route: RouteWords): KeptRoute => ({ family: route.family, text: routeText(route) });

/** A lease brings its routes by itself, so they are neither. */
const isOfLease = (route: KeptRoute): boolean => / proto (dhcp|ra)( |$)/.test(route.text);

/** True when an interface has an address of a route's family. */
const reaches = (cidrs: readonly string[], { family }: KeptRoute): boolean =>
  cidrs.some((cidr) => cidr.includes(':') === (family === 'inet6'));

/** Which routes files can say; NetworkManager sets none in a family in which the interface has no address. */
export function splitRoutes(routes: readonly KeptRoute[], cidrs: readonly string[]): SplitRoutes {
  const lasting = routes.filter((route) => !isOfLease(route));
  const read = lasting.map((route) => ({
    route,
    words: reaches(cidrs, route) ? routeWords(route) : undefined,
  }));
  return {
    plain: read.flatMap(({ words }) => words ?? []),
    beyond: read.flatMap(({ route, words }) => (words === undefined ? [route] : [])),
  };
}

/** How a route that no file holds is named. */
export const untoldRoute = ({ text }: KeptRoute): string => `route ${text}`;
