import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fakeAlert } from '../fakes/fake-parts.ts';
import { fakesOnSocket } from './fakes-on-socket.ts';
import { bondctl, start } from './run-cli.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bondctl-alerts-'));
});
afterAll(() => rm(folder, { recursive: true }));

const anyPort = ['--listen', '127.0.0.1:0', '--enrol-listen', '127.0.0.1:0'];
const alertsFile = async (text: string): Promise<string> => {
  const file = join(folder, 'alerts.yaml');
  await writeFile(file, text);
  return file;
};

test('alerts are listed, silenced and tried, as text and as json', async () => {
  const fake = await fakesOnSocket(new Map());
  try {
    const list = await bondctl(fake.socket, 'alerts', '--output', 'json');
    expect([list.code, JSON.parse(list.stdout)]).toEqual([0, { alerts: [fakeAlert] }]);
    const silence = await bondctl(fake.socket, 'alerts', 'silence', fakeAlert.id, '--for', '2h');
    expect([silence.code, silence.stdout]).toEqual([
      0,
      `Nobody is told of ${fakeAlert.id} (drbd) until 1970-01-01 02:00:01Z.\n`,
    ]);
    const tried = await bondctl(fake.socket, 'alerts', 'test');
    expect([tried.code, tried.stdout]).toEqual([
      1,
      'TARGET                  TEST\nwebhook:pager.example   failed   it answered 500\n',
    ]);
    expect((await bondctl(fake.socket, 'alerts', 'silence', fakeAlert.id)).code).toBe(2);
  } finally {
    await fake.end();
  }
});

describe('a controller with an alerts.yaml', () => {
  test('that has mistakes is not started, and every one is told with its place', async () => {
    const file = await alertsFile('version: 1\ngrace: soon\nroutes:\n  - { webhok: "https://a/" }\n');
    const { code, stderr } = await start('bondctl-controller', [
      ...['serve', '--state-dir', join(folder, 'state'), ...anyPort, '--alerts', file],
    ]).ended;
    expect(code).toBe(2);
    expect(stderr).toContain(`${file}:2:8 grace: "soon" is not a time`);
    expect(stderr).toContain(
      `${file}:4:7 routes[0].webhok: "webhok" is not a word of this place; did you mean "webhook"?`,
    );
    expect(stderr).toContain('has 2 mistakes');
    const doctor = await start('bondctl-controller', ['doctor', '--state-dir', folder, ...anyPort]).ended;
    expect(doctor.code).toBe(1);
    expect(doctor.stdout).toMatch(/fail {2}alerts .*Line 2: "soon" is not a time/);
  });

  test('that is not there is said where somebody named it', async () => {
    const { code, stderr } = await start('bondctl-controller', [
      ...['serve', '--state-dir', join(folder, 'state'), ...anyPort, '--alerts', join(folder, 'gone.yaml')],
    ]).ended;
    expect([code, stderr]).toEqual([
      2,
      `bondctl-controller: ${join(folder, 'gone.yaml')} cannot be read (ENOENT); name another with --alerts.\n`,
    ]);
  });

  test('tells its routes: a webhook that can prove who wrote, and a command', async () => {
    const heard: { signature: unknown; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      request.on('end', () => {
        heard.push({ signature: request.headers['x-bondctl-signature'], body });
        response.end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await writeFile(join(folder, 'secret'), 's3cret\n');
    const state = join(folder, 'state');
    const file = await alertsFile(
      `version: 1\nroutes:\n  - { webhook: "http://127.0.0.1:${port}/", secretFile: secret }\n  - { command: [/bin/false] }\n`,
    );
    const controller = start('bondctl-controller', [
      'serve',
      '--state-dir',
      state,
      ...anyPort,
      '--alerts',
      file,
    ]);
    try {
      await controller.says('bondctl token create');
      const socket = join(state, 'controller.sock');
      const tried = await bondctl(socket, 'alerts', 'test', '--output', 'json');
      expect([tried.code, JSON.parse(tried.stdout)]).toEqual([
        1,
        {
          routes: [
            { target: 'webhook:127.0.0.1', delivered: true, error: null },
            { target: 'command:false', delivered: false, error: 'it ended with 1' },
          ],
        },
      ]);
      const [{ signature, body } = { signature: '', body: '' }] = heard;
      expect(JSON.parse(body)).toMatchObject({ version: 1, told: 'test', alert: null });
      expect(signature).toBe(`sha256=${createHmac('sha256', 's3cret').update(body).digest('hex')}`);
      expect((await bondctl(socket, 'alerts')).stdout).toBe('No alerts.\n');
      const { stdout } = await bondctl(socket, 'events', '--type', 'alertRoutesTried');
      expect(stdout).toContain('targets=webhook:127.0.0.1,command:false failed=command:false');
    } finally {
      controller.kill('SIGTERM');
      await controller.ended;
      server.closeAllConnections();
      server.close();
    }
  });
});
