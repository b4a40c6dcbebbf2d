// Debian has no program that reads ifcfg files: what we write is held against what is documented.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseMode } from '@bondctl/proto/model/mode';
import { isOptionName } from '@bondctl/proto/model/options';
import { expect, test } from 'vitest';

const cases = new URL('persist/ifcfg/', import.meta.url).pathname;
const scripts = 'expected/etc/sysconfig/network-scripts';

const yesNo = /^(yes|no)$/;
const name = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$/;
const ipv4 = /^\d+\.\d+\.\d+\.\d+$/;
const ipv6 = /^[0-9a-f:]+(\/\d+)?$/;
const mac = /^([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}$/;

/** Keys and their values by nm-settings-ifcfg-rh(5), NetworkManager 1.42, and sysconfig.txt of initscripts. */
const documented: Readonly<Record<string, RegExp>> = {
  BONDING_MASTER: /^yes$/,
  BONDING_OPTS: /^([a-z_0-9]+=[^ =]+)( [a-z_0-9]+=[^ =]+)*$/,
  BOOTPROTO: /^(none|static|dhcp)$/,
  BRIDGE: name,
  CONNECTED_MODE: yesNo,
  DEVICE: name,
  GATEWAY: ipv4,
  HWADDR: mac,
  IPADDR: ipv4,
  IPV6ADDR: ipv6,
  IPV6ADDR_SECONDARIES: /^[0-9a-f:/]+( [0-9a-f:/]+)*$/,
  IPV6INIT: yesNo,
  IPV6_AUTOCONF: yesNo,
  IPV6_DEFAULTGW: ipv6,
  MACADDR: mac,
  MASTER: name,
  MTU: /^\d+$/,
  NAME: /./,
  ONBOOT: yesNo,
  PHYSDEV: name,
  PREFIX: /^\d{1,2}$/,
  SLAVE: /^yes$/,
  STP: /^(yes|no|on|off)$/,
  TYPE: /^(Ethernet|InfiniBand|Bond|Bridge|Vlan)$/,
  UUID: /^[0-9a-f-]{36}$/,
  VLAN: /^yes$/,
  VLAN_ID: /^\d{1,4}$/,
};

/** `route-NAME` in the form that `ip route` takes; anything else would be read in the old numbered form. */
const route = /^(default|[0-9a-f.:]+(\/\d+)?)( [a-z]+ [0-9a-f.:]+| onlink)* *(dev [A-Za-z0-9_.-]+)?$/;

/** Files that we wrote whole: where people had one, its other keys are theirs. */
const written = readdirSync(cases)
  .filter((folder) => !existsSync(join(cases, folder, 'existing')))
  .flatMap((folder) => {
    const path = join(cases, folder, scripts);
    return readdirSync(path).map(
      (file) => [`${folder}/${file}`, readFileSync(join(path, file), 'utf8')] as const,
    );
  });

const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const unquoted = (value: string): string => value.replace(/^(["'])(.*)\1$/, '$2');

/** `IPADDR1` and `PREFIX1` go with `IPADDR`, one more for each address. */
const withoutNumber = (key: string): string => key.replace(/^(IPADDR|PREFIX|GATEWAY)\d+$/, '$1');

const isRoute = ([path]: readonly [string, string]): boolean => path.includes('/route');

test.each(written.filter((one) => !isRoute(one)))(
  '%s has documented keys with values of their kind',
  (_path, text) => {
    for (const line of linesOf(text)) {
      const [, key = '', value = ''] = /^([A-Z0-9_]+)=(.*)$/.exec(line) ?? [];
      expect(documented, line).toHaveProperty(withoutNumber(key));
      expect(unquoted(value), line).toMatch(documented[withoutNumber(key)] ?? /$^/);
    }
  },
);

test.each(written.filter(isRoute))('%s has routes as ip takes them', (_path, text) => {
  for (const line of linesOf(text)) expect(line).toMatch(route);
});

test('every BONDING_OPTS names a mode and options of the driver', () => {
  const all = written.flatMap(([, text]) => linesOf(text)).filter((line) => line.startsWith('BONDING_OPTS='));
  expect(all.length).toBeGreaterThan(6);
  for (const line of all)
    for (const pair of unquoted(line.slice('BONDING_OPTS='.length)).split(' ')) {
      const [option = '', value = ''] = pair.split('=');
      if (option === 'mode') expect(parseMode(value), line).toBeDefined();
      else expect(isOptionName(option), line).toBe(true);
    }
});
