import type { KeptRoute } from '../../kept.ts';
import type { Block, Line } from './blocks.ts';
import { type Config, replace, stanzasOf } from './config.ts';
import { familyOf, lineFor, nameOf, valueIn } from './stanza.ts';

/** Routes that lead nowhere, and routes that name their interfaces themselves, take no `dev`. */
const withoutDevice = /^(unreachable|blackhole|prohibit|throw) |\bnexthop\b/;

/** The command that adds a route. */
function commandFor(name: string, { family, text }: KeptRoute): string {
  const six = family === 'inet6' ? '-6 ' : '';
  return `ip ${six}route add ${text}${withoutDevice.test(text) ? '' : ` dev ${name}`}`;
}

/** The route of a stanza of its family, the last one: there, every address is set. */
function withRoute(config: Config, name: string, route: KeptRoute): Config {
  const stanzas = stanzasOf(config, name);
  const place = stanzas.findLast((block) => familyOf(block) === route.family) ?? stanzas.at(-1);
  if (place === undefined) return config;
  const body = [...place.body, lineFor(place, 'up', commandFor(name, route))];
  return replace(config, place, [{ ...place, body }]);
}

/** New stanzas of an interface with its routes. */
export const withRoutes = (config: Config, name: string, routes: readonly KeptRoute[]): Config =>
  routes.reduce((sum, route) => withRoute(sum, name, route), config);

const command = /^ip (-4 |-6 )?r(?:o|oute)? (?:a|add|replace|append) ([^;&|<>`]+)/;

/** What a command says of a route through this interface; null for every other line. */
function routeOf(block: Block, line: Line): KeptRoute | null {
  const [, flag, words] = command.exec(line.key === 'up' || line.key === 'post-up' ? line.value : '') ?? [];
  if (words === undefined) return null;
  const whole = words.replace(/\$\{?IFACE\}?/g, nameOf(block)).trim();
  const text = withoutDevice.test(whole) ? whole : whole.replace(/ ?\bdev (\S+)/, '').trim();
  const device = /\bdev (\S+)/.exec(whole)?.[1] ?? nameOf(block);
  const family = flag === '-6 ' || words.includes(':') ? 'inet6' : 'inet';
  return device === nameOf(block) && !text.includes('$') ? { family, text } : null;
}

/** The default route of `gateway`: both programs ask for no way to it. */
function gatewayOf(block: Block): readonly KeptRoute[] {
  const gateway = valueIn(block, 'gateway');
  const metric = valueIn(block, 'metric');
  if (gateway === undefined) return [];
  const family = gateway.includes(':') ? 'inet6' : 'inet';
  return [
    { family, text: `default via ${gateway}${metric === undefined ? '' : ` metric ${metric}`} onlink` },
  ];
}

/** The routes that stanzas of an interface add. */
export const routesOf = (stanzas: readonly Block[]): readonly KeptRoute[] =>
  stanzas.flatMap((block) => [
    ...gatewayOf(block),
    ...block.body.flatMap((line) => routeOf(block, line) ?? []),
  ]);
