import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseIpInterfaces } from './ip-json.ts';
import { parseIpRoutes } from './ip-route.ts';

const root = new URL('../../../../test/fixtures/ip-json', import.meta.url).pathname;
const cases = readdirSync(root, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
);
const read = (name: string, file: string) => readFileSync(join(root, name, file), 'utf8');

/** Everything a case's texts say; netlink's raw option data is left to the tests of sysfs-bonding. */
function understood(name: string) {
  const interfaces = parseIpInterfaces(read(name, 'addr.json'));
  const routes = [
    parseIpRoutes('inet', read(name, 'route4.json')),
    parseIpRoutes('inet6', read(name, 'route6.json')),
  ];
  return {
    interfaces: interfaces.value.map(({ index, state, bondData }) => ({
      index,
      ...state,
      bond: bondData !== null,
    })),
    routes: routes.flatMap((parsed) => parsed.value),
    problems: [interfaces, ...routes].flatMap((parsed) => parsed.problems),
  };
}

test.each(cases)('%s', (name) => {
  const expected = join(root, name, 'expected.json');
  const found = `${JSON.stringify(understood(name), null, 2)}\n`;
  if (process.env['UPDATE_FIXTURES'] !== undefined) writeFileSync(expected, found);
  expect(JSON.parse(found)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
});

const addresses = (...entries: object[]) => {
  const text = JSON.stringify([{ ifname: 'eth0', addr_info: entries }]);
  return parseIpInterfaces(text).value[0]?.state.addresses.map((one) => `${one.cidr} ${one.origin}`);
};

describe('addresses', () => {
  test('what the kernel made by itself, as newer and older kernels say it', () => {
    expect(
      addresses(
        { local: 'fe80::1', prefixlen: 64, scope: 'link', protocol: 'kernel_ll' },
        { local: 'fe80::2', prefixlen: 64, scope: 'link' },
        { local: '2001:db8::1', prefixlen: 64, scope: 'global', protocol: 'kernel_ra' },
        { local: '2001:db8::2', prefixlen: 64, scope: 'global', dynamic: true },
        { local: '169.254.3.4', prefixlen: 16, scope: 'link' },
      ),
    ).toEqual([
      'fe80::1/64 kernel',
      'fe80::2/64 kernel',
      '2001:db8::1/64 dynamic',
      '2001:db8::2/64 dynamic',
      '169.254.3.4/16 static',
    ]);
  });
});

describe('what cannot be read', () => {
  test('is one problem and nothing else', () => {
    for (const text of ['{', 'Error: something', '{"ifname":"eth0"}', '3']) {
      expect(parseIpInterfaces(text)).toMatchObject({ value: [], problems: [{ line: 1 }] });
      expect(parseIpRoutes('inet', text)).toMatchObject({ value: [], problems: [{ line: 1 }] });
    }
  });

  test('no output at all is an empty list', () => {
    expect(parseIpRoutes('inet6', '')).toEqual({ value: [], problems: [] });
    expect(parseIpInterfaces('[{},{}]')).toEqual({ value: [], problems: [] });
  });

  test('an interface with a strange name is left out and named', () => {
    const { value, problems } = parseIpInterfaces('[{"ifname":"a b"},{"ifname":"eth0"}]');
    expect(value.map((one) => one.state.name)).toEqual(['eth0']);
    expect(problems.map((one) => one.text)).toEqual(['a b']);
  });

  test('what of a route would not come back is said', () => {
    const text = '[{"dst":"10.0.0.0/8","dev":"eth0","encap":"mpls","flags":[]}]';
    expect(parseIpRoutes('inet', text).problems[0]?.message).toContain('encap');
  });
});
