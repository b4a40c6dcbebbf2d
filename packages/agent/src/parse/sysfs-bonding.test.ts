import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BondName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { parseIpInterfaces } from './ip-json.ts';
import { bondingFiles, parseBonding } from './sysfs-bonding.ts';

const root = new URL('../../../../test/fixtures/sysfs', import.meta.url).pathname;
const cases = readdirSync(root, { withFileTypes: true }).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
);

function understood(name: string) {
  const folder = join(root, name);
  const files = readdirSync(folder).filter((file) => bondingFiles.includes(file));
  const texts = new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
  const data = parseIpInterfaces(readFileSync(join(folder, 'link.json'), 'utf8')).value[0]?.bondData;
  return parseBonding('bond0' as BondName, texts, data ?? {});
}

test.each(cases)('%s', (name) => {
  const expected = join(root, name, 'expected.json');
  const found = `${JSON.stringify(understood(name), null, 2)}\n`;
  if (process.env['UPDATE_FIXTURES'] !== undefined) writeFileSync(expected, found);
  expect(JSON.parse(found)).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
});

test('an option that the kernel does not have, or not in this mode, is absent; an empty list is empty', () => {
  const texts = new Map([
    ['mode', 'balance-rr 0\n'],
    ['primary', '\n'],
    ['arp_ip_target', '\n'],
    ['ad_user_port_key', '\n'],
    ['ad_actor_system', ''],
  ]);
  expect(parseBonding('bond0' as BondName, texts, {})).toEqual({
    name: 'bond0',
    mode: 'balance-rr',
    options: { primary: '', arp_ip_target: '' },
    ports: [],
  });
});
