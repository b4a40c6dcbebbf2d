import type { KeptRoute } from '../kept.ts';

/** A route's words with what follows each: `{ to: 'default', via: '10.0.0.1', metric: '100' }`. */
export type RouteWords = ReadonlyMap<string, string>;

/** The kinds of route that iproute2 puts in front. */
const types = [
  'unicast',
  'local',
  'broadcast',
  'multicast',
  'anycast',
  'throw',
  'unreachable',
  'prohibit',
  'blackhole',
];

/** Words after the destination in the order in which the observer writes them. */
const order = [
  'via',
  'tos',
  'table',
  'proto',
  'scope',
  'metric',
  'src',
  'pref',
  'onlink',
  'mtu',
  'advmss',
  'hoplimit',
  'initcwnd',
  'initrwnd',
  'quickack',
];

/** Where a default route leads, for programs that have no word for it. */
export const everything = { inet: '0.0.0.0/0', inet6: '::/0' } as const;

/** True for a default route's destination, as a word or as a network. */
export const isEverything = (to: string): boolean =>
  to === 'default' || to === everything.inet || to === everything.inet6;

/** Reads a route in the words of `ip route`; undefined when it has others, as one of several ways has. */
export function routeWords({ text }: KeptRoute): RouteWords | undefined {
  const words = text.split(' ').filter(Boolean);
  const type = types.includes(words[0] ?? '') ? words.shift() : undefined;
  const to = words.shift();
  if (to === undefined) return undefined;
  const found = new Map(
    type === undefined || type === 'unicast'
      ? [['to', to]]
      : [
          ['type', type],
          ['to', to],
        ],
  );
  while (words.length > 0) {
    const word = words.shift() ?? '';
    const value = word === 'onlink' ? 'yes' : words.shift();
    if (!order.includes(word) || value === undefined || found.has(word)) return undefined;
    found.set(word, value);
  }
  // `via inet6 ADDRESS` is the one word with two after it, and it reads as an address of no kind.
  return found.get('via') === 'inet6' ? undefined : found;
}

/** The route of these words. */
export function routeOf(words: RouteWords): KeptRoute {
  const to = words.get('to') ?? 'default';
  const said = order.flatMap((word) => {
    const value = words.get(word);
    return value === undefined ? [] : word === 'onlink' ? [word] : [word, value];
  });
  const six = [to, words.get('via'), words.get('src')].some((value) => value?.includes(':') === true);
  const type = words.get('type');
  return {
    family: six ? 'inet6' : 'inet',
    text: [...(type === undefined ? [] : [type]), to, ...said].join(' '),
  };
}

/** What a person is told of a route that a format cannot hold. */
export const routeUntilReboot = (route: KeptRoute): string => `route ${route.text}`;
