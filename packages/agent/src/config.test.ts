import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { configKeys, defaultConfig } from './config.ts';
import { configMarkdown } from './config-doc.ts';
import { configPath, mistakeLine, parseConfig, readConfig } from './config-file.ts';
import { createFaults } from './kernel/faults.ts';
import { createFiles } from './kernel/files.ts';

const read = (text: string) => parseConfig('agent.yaml', text);

/** The mistakes of a text, one line each. */
function mistakes(text: string): readonly string[] {
  const parsed = read(text);
  return parsed.ok ? [] : parsed.error.map(mistakeLine);
}

describe('agent.yaml', () => {
  test.each(['', '# only a comment\n', '{}', 'allow: {}\nports: {}\n'])(
    '%j leaves every default in force',
    (text) => {
      expect(read(text)).toEqual({ ok: true, value: defaultConfig });
    },
  );

  test('what is written is in force, the rest stays', () => {
    const text =
      'allow:\n  interfaces: [sync*, eth2]\n  verbs: [observe]\nports: { from: 5000 }\nobserveEveryMs: 500\n';
    expect(read(text)).toEqual({
      ok: true,
      value: {
        ...defaultConfig,
        allow: { interfaces: ['sync*', 'eth2'], verbs: ['observe'] },
        ports: { from: 5000, to: 20_999 },
        observeEveryMs: 500,
      },
    });
  });

  test('all mistakes at once, each with its line and column', () => {
    const text = [
      'allow:',
      '  verbs: [observe, chnage]',
      '  interface: [eth1]',
      'ports:',
      '  from: 80',
      'observeEveryMs: soon',
      'stateDir: var/lib',
    ].join('\n');
    expect(mistakes(text).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'agent.yaml:2:20 allow.verbs.1:',
      'agent.yaml:3:3 allow.interface:',
      'agent.yaml:5:9 ports.from:',
      'agent.yaml:6:17 observeEveryMs:',
      'agent.yaml:7:11 stateDir:',
    ]);
  });

  test('ports in the wrong order', () => {
    expect(mistakes('ports: { from: 3000, to: 2000 }')).toEqual([
      'agent.yaml:1:26 ports.to: the first port lies behind the last one',
    ]);
  });

  test.each([
    ['metrics: { listen: "127.0.0.1:7443" }', { listen: '127.0.0.1:7443', textfile: null }],
    ['metrics: { listen: "[::1]:7443" }', { listen: '[::1]:7443', textfile: null }],
    ['metrics: { textfile: /srv/bondctl.prom }', { listen: null, textfile: '/srv/bondctl.prom' }],
    ['metrics: { listen: null }', { listen: null, textfile: null }],
  ])('%s is a way out for metrics', (text, metrics) => {
    expect(read(text)).toEqual({ ok: true, value: { ...defaultConfig, metrics } });
  });

  test.each([
    [
      'listen: localhost:7443',
      '2:11 metrics.listen: write an IP address of this host and a port from 1024 on, as in',
    ],
    ['listen: 127.0.0.1:80', '2:11 metrics.listen: write an IP address of this host'],
    ['listen: 127.0.0.1:99999', '2:11 metrics.listen: write an IP address of this host'],
    ['listen: 300.0.0.1:7443', '2:11 metrics.listen: write an IP address of this host'],
    ['listen: ::1:7443', '2:11 metrics.listen: write an IP address of this host'],
    ['listen: 7443', '2:11 metrics.listen: Invalid input: expected string'],
    ['listen: 127.0.0.1:20500', '2:11 metrics.listen: this port lies among those of iperf3'],
    ['textfile: bondctl.prom', '2:13 metrics.textfile: write an absolute path that ends in .prom'],
    ['textfile: /srv/bondctl.txt', '2:13 metrics.textfile: write an absolute path that ends in .prom'],
    [
      'listen: 127.0.0.1:7443\n  textfile: /srv/bondctl.prom',
      '3:13 metrics.textfile: name one of listen and textfile',
    ],
    ['port: 7443', '2:3 metrics.port: there is no key "port" here'],
  ])('%j under metrics is one mistake with its place', (line, mistake) => {
    expect(mistakes(`metrics:\n  ${line}`)).toEqual([expect.stringContaining(`agent.yaml:${mistake}`)]);
  });

  test.each([
    ['a list that does not end', 'allow: [', 'agent.yaml:1:'],
    ['a key that is there twice', 'ports: {}\nports: {}', 'agent.yaml:2:'],
    ['words', 'just words', 'agent.yaml:1:1 '],
    ['a list', '- a\n- b', 'agent.yaml:1:1 '],
    ['too much', `a: ${'x'.repeat(70_000)}`, 'agent.yaml:1:1 '],
  ])('%s is refused with its place', (_, text, place) => expect(mistakes(text)[0]).toContain(place));

  test('aliases cannot blow it up', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${Array(9).fill('*a').join(',')}]\nc: [${Array(9).fill('*b').join(',')}]`;
    expect(() => read(bomb)).not.toThrow();
    expect(mistakes(bomb).length).toBeGreaterThan(0);
  });

  test('a host without the file runs with the defaults; a file that was named has to be there', async () => {
    const files = createFiles(createFaults(undefined));
    const without = { ...files, read: () => Promise.resolve(undefined) };
    expect(await readConfig(without, configPath)).toEqual(defaultConfig);
    await expect(readConfig(files, '/nowhere/agent.yaml')).rejects.toThrow('/nowhere/agent.yaml');
  });
});

describe('docs/configuration.md', () => {
  const path = new URL('../../../docs/configuration.md', import.meta.url).pathname;

  test('every key says what it means', () => {
    expect(configKeys.length).toBeGreaterThan(5);
    expect(configKeys.filter((key) => key.meaning === '')).toEqual([]);
  });

  test('is what config.ts says', () => {
    if (process.env['UPDATE_FIXTURES'] !== undefined) writeFileSync(path, configMarkdown());
    expect(readFileSync(path, 'utf8')).toContain(configMarkdown());
  });
});
