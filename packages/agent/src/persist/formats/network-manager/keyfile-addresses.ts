import type { KeptRoute } from '../../kept.ts';
import {
  entriesIn,
  type IniEntry,
  type IniText,
  lineOf,
  valueIn,
  withEntry,
  without,
  withValue,
} from './ini-text.ts';
import { keptRoute, type RouteWords, routeNumbers, routeWords } from './route-words.ts';

/** The two sections of addresses. */
export const families = ['ipv4', 'ipv6'] as const;
type Family = (typeof families)[number];

const familyOf = (address: string): Family => (address.includes(':') ? 'ipv6' : 'ipv4');

/** Addresses of one family. */
export const ofFamily = (family: Family, cidrs: readonly string[]): readonly string[] =>
  cidrs.filter((cidr) => familyOf(cidr) === family);

/** Without addresses. `ignore` leaves IPv6 to the kernel, which gives a link-local address as it does to a bond made by us. */
const noAddresses: Readonly<Record<Family, string>> = { ipv4: 'disabled', ipv6: 'ignore' };

const isAddress = (key: string): boolean => /^address(es)?\d*$/.test(key);
const isRoute = (key: string): boolean => /^routes?\d*$/.test(key);
const number = (key: string): number => Number(/\d+$/.exec(key)?.[0] ?? '0');
const inOrder = (ini: IniText, section: string, rule: (key: string) => boolean): readonly IniEntry[] =>
  entriesIn(ini, section)
    .filter((entry) => rule(entry.key))
    .sort((a, b) => number(a.key) - number(b.key));

/** `10.0.0.1/24,10.0.0.254`, and as it was written once: `10.0.0.1;24;10.0.0.254;`. */
function addressIn(value: string): { readonly cidr: string; readonly gateway: string | null } | undefined {
  const [first = '', ...rest] = value.split(/[,;]/).map((part) => part.trim());
  const old = !first.includes('/') && /^\d+$/.test(rest[0] ?? '');
  const [address = '', length] = old ? [first, rest[0]] : first.split('/');
  const gateway = rest[old ? 1 : 0] ?? '';
  if (!/^[0-9a-fA-F.:]+$/.test(address) || !/^\d*$/.test(length ?? '')) return undefined;
  const bits = length ?? (familyOf(address) === 'ipv6' ? '128' : '32');
  return { cidr: `${address.toLowerCase()}/${bits}`, gateway: /[1-9a-f]/.test(gateway) ? gateway : null };
}

/** The static addresses that a profile has. */
export const addressesIn = (ini: IniText): readonly string[] =>
  families.flatMap((family) =>
    inOrder(ini, family, isAddress).flatMap((entry) => addressIn(entry.value)?.cidr ?? []),
  );

/** The keys whose addresses or routes cannot be read, with their lines. */
export const unreadableAddresses = (
  ini: IniText,
): readonly { readonly line: number; readonly message: string }[] =>
  families.flatMap((family) =>
    entriesIn(ini, family).flatMap(({ key, value }) => {
      const bad =
        (isAddress(key) && !addressIn(value)) || (isRoute(key) && !routeIn(ini, family, { key, value }));
      return bad ? [{ line: lineOf(ini, family, key), message: `"${key}=${value}" could not be read` }] : [];
    }),
  );

/** The gateway that a family has, by its own key or behind an address. */
function gatewayIn(ini: IniText, family: Family): string | null {
  const own = valueIn(ini, family, 'gateway');
  if (own !== undefined && own !== '') return own;
  return (
    inOrder(ini, family, isAddress)
      .map((entry) => addressIn(entry.value)?.gateway)
      .find(Boolean) ?? null
  );
}

const unset = (text: string | undefined): string | null =>
  text === undefined || text === '' || /^[0.:]+$/.test(text) ? null : text;

const wide = (family: Family): string => (family === 'ipv4' ? '0.0.0.0/0' : '::/0');
const single = (family: Family): string => (family === 'ipv4' ? '/32' : '/128');

/** What stands behind a route: `route1_options=table=100,onlink=true`. */
const optionsOf = (ini: IniText, family: Family, key: string): string =>
  (valueIn(ini, family, `${key}_options`) ?? '')
    .split(',')
    .filter((word) => word !== '' && word !== 'onlink=false')
    .map((word) => (word === 'onlink=true' ? 'onlink' : word.replace('=', ' ')))
    .join(' ');

function routeIn(ini: IniText, family: Family, { key, value }: IniEntry): RouteWords | undefined {
  const [network = '', via, metric] = value.split(/[,;]/).map((part) => part.trim());
  const destination =
    network === wide(family) ? 'default' : network.replace(new RegExp(`${single(family)}$`), '');
  const words = [
    destination.toLowerCase(),
    ...(unset(via) === null ? [] : [`via ${via}`]),
    ...(unset(metric) === null ? [] : [`metric ${metric}`]),
    optionsOf(ini, family, key),
  ];
  const text = words.filter(Boolean).join(' ');
  return routeWords({ family: family === 'ipv4' ? 'inet' : 'inet6', text });
}

/** The routes that a profile has, the one of its gateway first. */
export const routesIn = (ini: IniText): readonly KeptRoute[] =>
  families.flatMap((family) => {
    const via = gatewayIn(ini, family);
    const metric = unset(valueIn(ini, family, 'route-metric')?.replace('-1', ''));
    const text = `default via ${via}${metric === null ? '' : ` metric ${metric}`}`;
    const own = routeWords({ family: family === 'ipv4' ? 'inet' : 'inet6', text });
    const listed = inOrder(ini, family, isRoute).flatMap((entry) => routeIn(ini, family, entry) ?? []);
    return [...(via === null || own === undefined ? [] : [own]), ...listed].map(keptRoute);
  });

/** The kernel takes a route without a metric as 0, NetworkManager as its own default; IPv6 has no 0. */
const metricOf = (route: RouteWords): string => {
  if (route.metric !== null) return `,${route.metric}`;
  return route.family === 'inet' ? ',0' : '';
};

function withRoute(ini: IniText, route: RouteWords, index: number): IniText {
  const family = route.family === 'inet' ? 'ipv4' : 'ipv6';
  const bare = route.destination.includes('/') ? route.destination : `${route.destination}${single(family)}`;
  const network = route.destination === 'default' ? wide(family) : bare;
  const metric = metricOf(route);
  const none = family === 'ipv4' ? '0.0.0.0' : '::';
  const via = route.via ?? (metric === '' ? '' : none);
  const options = [
    ...(route.table === null ? [] : [`table=${route.table}`]),
    ...(route.src === null ? [] : [`src=${route.src}`]),
    ...(route.onlink ? ['onlink=true'] : []),
    ...routeNumbers.flatMap((word) =>
      route.numbers[word] === undefined ? [] : [`${word}=${route.numbers[word]}`],
    ),
  ].join(',');
  const key = `route${index + 1}`;
  const value = `${network}${via === '' ? '' : `,${via}`}${metric}`;
  const said = withEntry(ini, family, { key, value });
  return options === '' ? said : withEntry(said, family, { key: `${key}_options`, value: options });
}

/** A profile with routes, each in the section of its family. */
export const withRoutes = (ini: IniText, routes: readonly RouteWords[]): IniText =>
  (['inet', 'inet6'] as const)
    .flatMap((family) =>
      routes.filter((route) => route.family === family).map((route, index) => ({ route, index })),
    )
    .reduce((text, { route, index }) => withRoute(text, route, index), ini);

/** NetworkManager refuses a profile that has names of servers, or a gateway, in a family without addresses. */
const needsAddresses = (key: string): boolean =>
  ['gateway', 'dns', 'dns-search', 'dns-options'].includes(key);

/** Methods that take addresses of people beside their own. */
const takesMore: readonly (string | undefined)[] = ['auto', 'dhcp', 'shared', 'manual'];

function withFamily(ini: IniText, family: Family, cidrs: readonly string[]): IniText {
  const now = ofFamily(family, addressesIn(ini));
  const method = valueIn(ini, family, 'method');
  const none = cidrs.length === 0 && (method === undefined || method === 'manual');
  if (none) {
    const bare = without(ini, family, (key) => isAddress(key) || needsAddresses(key));
    return withValue(bare, family, 'method', noAddresses[family]);
  }
  if (cidrs.length > 0 && !takesMore.includes(method))
    return withFamily(withValue(ini, family, 'method', 'manual'), family, cidrs);
  if ([...now].sort().join() === [...cidrs].sort().join()) return ini;
  const gateway = gatewayIn(ini, family);
  const bare = without(ini, family, isAddress);
  const said = cidrs.reduce(
    (text, value, index) => withEntry(text, family, { key: `address${index + 1}`, value }),
    bare,
  );
  const kept = gateway === null || cidrs.length === 0 ? said : withValue(said, family, 'gateway', gateway);
  return cidrs.length === 0 ? without(kept, family, (key) => key === 'gateway') : kept;
}

/** A profile with exactly these static addresses; a family that is configured by a server stays so. */
export const withAddresses = (ini: IniText, cidrs: readonly string[]): IniText =>
  families.reduce((text, family) => withFamily(text, family, ofFamily(family, cidrs)), ini);
