import { type FileSet, ourLine } from '../../file-set.ts';
import type { KeptRoute } from '../../kept.ts';
import { folder, type IfcfgFile } from './ifcfg-file.ts';
import { keptRoute, type RouteWords, routeText, routeWords, splitRoutes } from './route-words.ts';
import { parseShell, type ShellText, unreadableLines, valueIn, without, withValue } from './shell-text.ts';

const isV6 = (cidr: string): boolean => cidr.includes(':');

/** Numbers behind keys: the first address may have none, and NetworkManager counts on from 0. */
const numbers = ['', ...Array.from({ length: 256 }, (_, index) => String(index))];

/** The length of a mask like 255.255.255.0. */
const lengthOf = (mask: string | undefined): string | undefined =>
  mask === undefined
    ? undefined
    : String(
        mask
          .split('.')
          .map((part) => Number(part).toString(2).replaceAll('0', '').length)
          .reduce((sum, bits) => sum + bits, 0),
      );

const v4In = (lines: ShellText): readonly string[] =>
  numbers.flatMap((number) => {
    const address = valueIn(lines, `IPADDR${number}`);
    const length = valueIn(lines, `PREFIX${number}`) ?? lengthOf(valueIn(lines, `NETMASK${number}`)) ?? '32';
    return address === undefined ? [] : [`${address}/${length}`];
  });

const v6In = (lines: ShellText): readonly string[] =>
  [valueIn(lines, 'IPV6ADDR') ?? '', ...(valueIn(lines, 'IPV6ADDR_SECONDARIES') ?? '').split(/\s+/)]
    .filter((address) => address !== '')
    .map((address) => (address.includes('/') ? address : `${address}/128`).toLowerCase());

/** The static addresses of a file. */
export const addressesIn = (lines: ShellText): readonly string[] => [...v4In(lines), ...v6In(lines)];

const same = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();

const setting = (lines: ShellText, pairs: Readonly<Record<string, string>>): ShellText =>
  Object.entries(pairs).reduce((text, [key, value]) => withValue(text, key, value), lines);

function withV4(lines: ShellText, cidrs: readonly string[]): ShellText {
  if (same(v4In(lines), cidrs)) return lines;
  const bare = without(lines, (key) => /^(IPADDR|PREFIX|NETMASK)\d*$/.test(key));
  if (cidrs.length === 0) return without(bare, (key) => key === 'GATEWAY');
  const pairs = cidrs.flatMap((cidr, index) => {
    const [address = '', length = ''] = cidr.split('/');
    const number = index === 0 ? '' : String(index);
    return [
      [`IPADDR${number}`, address],
      [`PREFIX${number}`, length],
    ];
  });
  return setting(bare, Object.fromEntries(pairs) as Readonly<Record<string, string>>);
}

function withV6(lines: ShellText, cidrs: readonly string[]): ShellText {
  if (same(v6In(lines), cidrs)) return lines;
  const bare = without(lines, (key) => /^IPV6ADDR(_SECONDARIES)?$/.test(key));
  const [first, ...more] = cidrs;
  if (first === undefined) return without(bare, (key) => key === 'IPV6_DEFAULTGW');
  const said = setting(bare, { IPV6INIT: 'yes', IPV6ADDR: first });
  const many = more.length === 0 ? said : withValue(said, 'IPV6ADDR_SECONDARIES', more.join(' '));
  // Whoever said nothing of router advertisements would get them with the first address.
  return valueIn(many, 'IPV6_AUTOCONF') === undefined ? withValue(many, 'IPV6_AUTOCONF', 'no') : many;
}

/** A file with exactly these static addresses; what a server gives beside them stays so. */
export const withAddresses = (lines: ShellText, cidrs: readonly string[]): ShellText =>
  withV6(
    withV4(
      lines,
      cidrs.filter((cidr) => !isV6(cidr)),
    ),
    cidrs.filter(isV6),
  );

/** How a new file says addresses. Without IPV6INIT the kernel is left alone, and gives a link-local address by itself. */
export const newAddresses = (lines: ShellText, cidrs: readonly string[]): ShellText =>
  withAddresses(setting(lines, { BOOTPROTO: 'none', IPV6INIT: cidrs.some(isV6) ? 'yes' : 'no' }), cidrs);

const families = [
  { family: 'inet', prefix: 'route-' },
  { family: 'inet6', prefix: 'route6-' },
] as const;

/** Paths of the files of an interface's routes. */
export const routePaths = (stem: string): readonly string[] =>
  families.map(({ prefix }) => `${folder}/${prefix}${stem}`);

/** A metric of 0 is said: the kernel takes none as 0, NetworkManager as its own default. IPv6 has no 0. */
const told = (route: RouteWords, name: string): string => {
  const metric = route.metric ?? (route.family === 'inet' ? 0 : null);
  return `${routeText({ ...route, metric })} dev ${name}`;
};

/** The set with the routes of an interface that is described anew; a file of routes that is there knows better. */
export function withRoutes(
  set: FileSet,
  one: {
    readonly name: string;
    readonly stem: string;
    readonly routes: readonly KeptRoute[];
    readonly addresses: readonly string[];
  },
): FileSet {
  const { plain } = splitRoutes(one.routes, one.addresses);
  const after = new Map(set);
  for (const { family, prefix } of families) {
    const path = `${folder}/${prefix}${one.stem}`;
    const lines = plain.filter((route) => route.family === family).map((route) => told(route, one.name));
    if (lines.length > 0 && !after.has(path)) after.set(path, [ourLine, ...lines, ''].join('\n'));
  }
  return after;
}

/** A line of a file of routes as `ip` would be told. */
function routeOf(family: KeptRoute['family'], line: string): RouteWords | undefined {
  const bare = line
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ dev \S+/, '')
    .replace(/^to /, '');
  const text = bare.replace(/ metric 0( |$)/, '$1').replace(/^(0\.0\.0\.0|::)\/0 /, 'default ');
  return routeWords({ family, text: text.replace(/^(\S+)\/(32|128)( |$)/, hostOf(family)) });
}

const hostOf = (family: KeptRoute['family']) => (all: string, address: string, length: string, end: string) =>
  length === (family === 'inet' ? '32' : '128') ? `${address}${end}` : all;

/** The other way of writing: ADDRESS0, NETMASK0, GATEWAY0, METRIC0. */
const numberedRoutes = (lines: ShellText): readonly RouteWords[] =>
  numbers.flatMap((number) => {
    const [address, mask, via, metric] = ['ADDRESS', 'NETMASK', 'GATEWAY', 'METRIC'].map((key) =>
      valueIn(lines, `${key}${number}`),
    );
    if (address === undefined) return [];
    const text = `${address}/${lengthOf(mask) ?? '32'}${via ? ` via ${via}` : ''}${metric ? ` metric ${metric}` : ''}`;
    return routeOf('inet', text) ?? [];
  });

/** Routes of one file, and the lines that say none that could be kept. */
function readRoutes(family: KeptRoute['family'], text: string) {
  const lines = parseShell(text);
  const plain = unreadableLines(lines).map((line) => ({
    line,
    route: routeOf(family, lines[line - 1]?.text ?? ''),
  }));
  return {
    routes: [...numberedRoutes(lines), ...plain.flatMap(({ route }) => route ?? [])],
    unreadable: plain.flatMap(({ line, route }) => (route === undefined ? [line] : [])),
  };
}

/** The routes of an interface: its gateways, then its files of routes; `unreadable` are lines of those. */
export function routesIn(set: FileSet, { lines, stem }: IfcfgFile) {
  const gateways = [
    { family: 'inet' as const, via: valueIn(lines, 'GATEWAY') },
    { family: 'inet6' as const, via: valueIn(lines, 'IPV6_DEFAULTGW')?.replace(/%.*/, '') },
  ].flatMap(({ family, via }) => (via === undefined ? [] : (routeOf(family, `default via ${via}`) ?? [])));
  const read = families.map(({ family, prefix }) => {
    const path = `${folder}/${prefix}${stem}`;
    return { path, ...readRoutes(family, set.get(path) ?? '') };
  });
  return {
    routes: [...gateways, ...read.flatMap((one) => one.routes)].map(keptRoute),
    unreadable: read.flatMap(({ path, unreadable }) => unreadable.map((line) => ({ path, line }))),
  };
}
