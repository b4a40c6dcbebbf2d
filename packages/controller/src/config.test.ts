import { describe, expect, test } from 'vitest';
import { type Given, readConfig, settings } from './config.ts';

const root = { uid: 0, home: '/root', env: {} };
const ada = { uid: 1000, home: '/home/ada', env: {} };

test('nothing needs to be configured', () => {
  expect(readConfig({}, root)).toMatchInlineSnapshot(`
    {
      "alerts": {
        "file": "/var/lib/bondctl/alerts.yaml",
        "isNamed": false,
      },
      "certificateDays": 30,
      "enrolListen": {
        "host": "0.0.0.0",
        "port": 7441,
      },
      "listen": {
        "host": "0.0.0.0",
        "port": 7440,
      },
      "logLevel": "info",
      "names": [],
      "socket": "/var/lib/bondctl/controller.sock",
      "stateFolder": "/var/lib/bondctl",
    }
  `);
});

test.each([
  [root, '/var/lib/bondctl'],
  [ada, '/home/ada/.local/state/bondctl'],
  [{ ...ada, env: { XDG_STATE_HOME: '/var/lib' } }, '/var/lib/bondctl'],
  [{ ...ada, env: { XDG_STATE_HOME: 'relative' } }, '/home/ada/.local/state/bondctl'],
  [{ ...ada, env: { BONDCTL_STATE_DIR: '/srv/b' } }, '/srv/b'],
])('the state folder of %j is %s', (surroundings, folder) => {
  const config = readConfig({}, surroundings);
  expect([config.stateFolder, config.socket]).toEqual([folder, `${folder}/controller.sock`]);
});

test('what is typed wins over the environment', () => {
  const env = { BONDCTL_LISTEN: '10.0.0.1:1', BONDCTL_NAMES: 'a b,c', BONDCTL_CERT_DAYS: '7' };
  const config = readConfig({ listen: '[::]:2', name: ['ctl.example'] }, { ...root, env });
  expect(config).toMatchObject({
    listen: { host: '::', port: 2 },
    names: ['ctl.example'],
    certificateDays: 7,
  });
  expect(readConfig({}, { ...root, env }).names).toEqual(['a', 'b', 'c']);
});

describe('a mistake names its flag', () => {
  test.each<[Given, string]>([
    [{ listen: '7440' }, '--listen 7440'],
    [{ listen: 'a:70000' }, '--listen a:70000'],
    [{ enrolListen: ':7441' }, '--enrol-listen :7441'],
    [{ name: ['two words'] }, '--name two words'],
    [{ certDays: '0' }, '--cert-days 0'],
    [{ certDays: 'x' }, '--cert-days x'],
    [{ logLevel: 'loud' }, '--log-level loud'],
    [{ socket: `/${'x'.repeat(120)}` }, '--socket /xxx'],
  ])('%j', (given, start) => {
    expect(() => readConfig(given, root)).toThrow(start);
  });
});

test('every setting has its own flag, variable, default and reason', () => {
  for (const key of ['key', 'flag', 'variable'] as const)
    expect(new Set(settings.map((one) => one[key])).size).toBe(settings.length);
  expect(settings.filter((one) => one.default.length === 0 || one.why.length < 30)).toEqual([]);
});
