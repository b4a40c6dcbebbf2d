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
      "history": {
        "databaseBytes": 2147483648,
        "keptMs": {
          "events": 31536000000,
          "hour": 31536000000,
          "minute": 604800000,
          "second": 3600000,
        },
        "memoryBytes": 268435456,
      },
      "listen": {
        "host": "0.0.0.0",
        "port": 7440,
      },
      "logLevel": "info",
      "names": [],
      "socket": "/var/lib/bondctl/controller.sock",
      "stateFolder": "/var/lib/bondctl",
      "web": {
        "asked": false,
        "files": null,
        "host": "127.0.0.1",
        "port": 7442,
      },
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

test('history is kept as long as was typed, and what was not named as usual', () => {
  const given = { history: 'minute=30d, events=2d', historyMemory: '1GiB', databaseLimit: '10GiB' };
  const dayMs = 86_400_000;
  expect(readConfig(given, root).history).toEqual({
    keptMs: { second: dayMs / 24, minute: 30 * dayMs, hour: 365 * dayMs, events: 2 * dayMs },
    memoryBytes: 2 ** 30,
    databaseBytes: 10 * 2 ** 30,
  });
});

test('the network is off, somewhere else, or shows a certificate of its own', () => {
  expect(readConfig({ webListen: 'off' }, root).web).toBeNull();
  const own = { webListen: '[::]:443', webCert: '/etc/ssl/web.pem', webKey: '/etc/ssl/web.key' };
  expect(readConfig(own, root).web).toEqual({
    host: '::',
    port: 443,
    asked: true,
    files: { cert: '/etc/ssl/web.pem', key: '/etc/ssl/web.key' },
  });
});

describe('a mistake names its flag', () => {
  test.each<[Given, string]>([
    [{ listen: '7440' }, '--listen 7440'],
    [{ listen: 'a:70000' }, '--listen a:70000'],
    [{ enrolListen: ':7441' }, '--enrol-listen :7441'],
    [{ webListen: '7442' }, '--web-listen 7442'],
    [{ webCert: '/etc/ssl/web.pem' }, '--web-cert and --web-key'],
    [{ webKey: '/etc/ssl/web.key', webListen: 'off' }, '--web-cert and --web-key'],
    [{ name: ['two words'] }, '--name two words'],
    [{ certDays: '0' }, '--cert-days 0'],
    [{ certDays: 'x' }, '--cert-days x'],
    [{ history: 'minutes=7d' }, '--history minutes=7d is not LAYER=TIME'],
    [{ history: 'minute=7' }, '--history minute=7 is not from 3h to 3650d'],
    [{ history: 'minute=1h' }, '--history minute=1h is not from 3h'],
    [{ history: 'minute=30d,hour=7d' }, '--history minute=30d,hour=7d: a coarser layer'],
    [{ historyMemory: '256' }, '--history-memory 256 is not a size'],
    [{ databaseLimit: '1MiB' }, '--database-limit 1MiB is not a size from 64MiB'],
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
