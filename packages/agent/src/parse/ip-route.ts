import type { RouteState } from '@bondctl/proto/model/host';
import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import type { Parsed, Problem } from '@bondctl/proto/model/result';
import { type JsonObject, numberAt, objectAt, objectsAt, parseObjects, textAt, textsAt } from './json.ts';

/** Keys of `ip -j -d route` that `ip route add` takes back under the same word, in the order in which we write them. */
const words = [
  ['tos', 'tos'],
  ['table', 'table'],
  ['protocol', 'proto'],
  ['scope', 'scope'],
  ['metric', 'metric'],
  ['prefsrc', 'src'],
  ['pref', 'pref'],
] as const;
const metrics = [
  'mtu',
  'advmss',
  'hoplimit',
  'initcwnd',
  'initrwnd',
  'window',
  'quickack',
  'rto_min',
] as const;
const known = new Set<string>([
  ...words.map(([key]) => key),
  ...[
    'type',
    'dst',
    'dev',
    'gateway',
    'via',
    'flags',
    'metrics',
    'nexthops',
    'nhid',
    'expires',
    'error',
    'cache',
    'uid',
    'age',
    'users',
  ],
]);

function scalar(object: JsonObject, key: string): string | undefined {
  return textAt(object, key) ?? numberAt(object, key)?.toString();
}

function gateway(object: JsonObject): readonly string[] {
  const direct = textAt(object, 'gateway');
  if (direct !== undefined) return ['via', direct];
  const via = objectAt(object, 'via');
  const host = textAt(via, 'host');
  return host === undefined ? [] : ['via', textAt(via, 'family') ?? 'inet6', host];
}

const onlink = (object: JsonObject): readonly string[] =>
  textsAt(object, 'flags').includes('onlink') ? ['onlink'] : [];

function nexthop(hop: JsonObject): readonly string[] {
  const weight = numberAt(hop, 'weight');
  const share = weight === undefined ? [] : ['weight', String(weight)];
  return ['nexthop', ...gateway(hop), 'dev', textAt(hop, 'dev') ?? '', ...share, ...onlink(hop)];
}

function toText(route: JsonObject, destination: string): string {
  const type = textAt(route, 'type') ?? 'unicast';
  const said = words.flatMap(([key, word]) => {
    const value = scalar(route, key);
    return value === undefined || value === '' ? [] : [word, value];
  });
  const measured = objectsAt(route, 'metrics').flatMap((metric) =>
    metrics.flatMap((name) => {
      const value = scalar(metric, name);
      return value === undefined ? [] : [name, value];
    }),
  );
  const kind = type === 'unicast' ? [] : [type];
  const hops = objectsAt(route, 'nexthops').flatMap(nexthop);
  return [...kind, destination, ...gateway(route), ...said, ...onlink(route), ...measured, ...hops].join(' ');
}

/** The devices a route leaves through: its own, or one for each different device of its nexthops. */
function devices(route: JsonObject): readonly IfName[] {
  const named = [route, ...objectsAt(route, 'nexthops')].map((part) =>
    parseIfName(textAt(part, 'dev') ?? ''),
  );
  return [...new Set(named.flatMap((name) => (name.ok ? [name.value] : [])))];
}

function strangeKeys(route: JsonObject): readonly Problem[] {
  const strange = Object.keys(route).filter((key) => !known.has(key));
  if (strange.length === 0) return [];
  const message = `this route has ${strange.join(', ')}, which would not be put back`;
  return [{ line: 1, text: JSON.stringify(route).slice(0, 120), message }];
}

/**
 * Reads `ip -j -d route show table all` of one family. A route through several devices appears once for each; routes
 * through none (blackhole) are left out. Routes made by the kernel or from router advertisements come back by
 * themselves. Unreadable text gives no routes and one problem. Never throws.
 */
export function parseIpRoutes(family: RouteState['family'], text: string): Parsed<readonly RouteState[]> {
  const entries = parseObjects(text);
  if (!entries.ok)
    return { value: [], problems: [{ line: 1, text: text.slice(0, 120), message: entries.error }] };
  const value = entries.value.flatMap((route): RouteState[] => {
    const destination = textAt(route, 'dst');
    const madeByKernel = ['kernel', 'ra'].includes(textAt(route, 'protocol') ?? '');
    if (destination === undefined) return [];
    return devices(route).map((device) => ({
      device,
      family,
      text: toText(route, destination),
      madeByKernel,
    }));
  });
  return { value, problems: entries.value.flatMap(strangeKeys) };
}
