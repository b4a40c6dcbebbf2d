import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@bondctl/proto/api/client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openCa } from '../../packages/controller/src/ca/ca.ts';
import { tlsTransport } from '../../packages/controller/src/cli/transport.ts';
import { type Running, bondctl as run, start } from './run-cli.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let folder: string;
let socket: string;
let controller: Running;
let url: string;
let caFile: string;
let token: string;

const ports = ['--listen', '127.0.0.1:0', '--enrol-listen', '127.0.0.1:0'];

async function serve(...more: readonly string[]): Promise<void> {
  controller = start('bondctl-controller', [
    'serve',
    '--state-dir',
    join(folder, 'state'),
    ...ports,
    ...more,
  ]);
  await controller.says('bondctl token create');
}

const afar = (...args: readonly string[]) =>
  start('bondctl', [...args, '--url', url, '--ca', caFile], { BONDCTL_TOKEN: token }).ended;

/** The client of the CLI in this process: what it says is what the program would. */
const clientOf = (place: { ca: string | null; token: string; url?: string }) =>
  createClient(tlsTransport({ ...place, url: new URL(place.url ?? url) }, new AbortController().signal));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bondctl-web-'));
  socket = join(folder, 'state', 'controller.sock');
  caFile = join(folder, 'state', 'ca', 'ca.pem');
  await serve('--web-listen', '127.0.0.1:0');
  const made = await run(socket, 'operator', 'add', 'ada', '--rights', 'read', '--output', 'json');
  const answer = JSON.parse(made.stdout) as { token: string; url: string; caFile: string };
  expect(answer.caFile).toBe(caFile);
  ({ token, url } = answer);
});

afterAll(async () => {
  controller.kill('SIGTERM');
  const { code } = await controller.ended;
  await rm(folder, { recursive: true });
  expect(code).toBe(0);
});

describe('an operator without a shell on the controller', () => {
  test('reads with --url, --ca and a token, and may not change', async () => {
    expect(await afar('hosts')).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout, stderr } = await afar('token', 'create');
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toMatch(/^bondctl: ada may read and not change\./);
  });

  test('keeps the token in a file that nobody else reads', async () => {
    const file = join(folder, 'token');
    await writeFile(file, `${token}\n`, { mode: 0o644 });
    const asked = ['hosts', '--url', url, '--ca', caFile, '--token-file', file];
    const open = await start('bondctl', asked).ended;
    expect([open.code, open.stderr]).toEqual([2, expect.stringContaining('chmod 600')]);
    await chmod(file, 0o600);
    expect((await start('bondctl', asked).ended).code).toBe(0);
  });

  test('makes no operators from there', async () => {
    const { code, stderr } = await afar('operator', 'add', 'eve', '--rights', 'change');
    expect([code, stderr]).toEqual([4, expect.stringContaining('run this there, without --url')]);
  });
});

describe('what keeps the CLI from being answered is one sentence', () => {
  const ca = () => readFile(caFile, 'utf8');

  test('a token that is not known', async () => {
    await expect(clientOf({ ca: await ca(), token: 'wrong' }).about()).rejects.toMatchObject({
      code: 'not-signed-in',
      message: expect.stringContaining('bondctl operator add') as unknown,
    });
  });

  test('nobody there', async () => {
    const gone = clientOf({ ca: await ca(), token, url: 'https://localhost:1' });
    await expect(gone.about()).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining(
        'No controller answers on https://localhost:1 (ECONNREFUSED)',
      ) as unknown,
    });
  });

  test('a certificate that nobody trusts', async () => {
    await expect(clientOf({ ca: null, token }).about()).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('with --ca. Nothing was sent.') as unknown,
    });
  });

  test('a certificate for another name', async () => {
    const other = await foreign('elsewhere', '127.0.0.2');
    await expect(clientOf({ ca: other.caPem, token, url: other.url }).about()).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('not for 127.0.0.2. Start the controller with "--name') as unknown,
    });
    expect(other.heard()).toBe(0);
    await other.close();
  });

  test('somebody else in its place, who hears nothing of the token', async () => {
    const thief = await foreign('thief', '127.0.0.1');
    for (let at = 0; at < 20; at += 1)
      await expect(clientOf({ ca: await ca(), token, url: thief.url }).about()).rejects.toMatchObject({
        message: expect.stringContaining('not by the CA of --ca') as unknown,
      });
    expect(thief.heard()).toBe(0);
    await thief.close();
  });
});

const caOf = (name: string) =>
  openCa({
    folder: join(folder, name),
    names: ['web.example'],
    nowUnixMs: Date.now,
    certificateMs: 86_400_000,
  });

/** A server of another CA that listens, and counts what it hears after the handshake. */
async function foreign(name: string, host: string) {
  const { server, caPem } = await caOf(name);
  let heard = 0;
  const hear = () => {
    heard += 1;
  };
  const listener = createServer({ key: server.keyPem, cert: server.chainPem }, hear);
  listener.on('secureConnection', (one) => one.on('data', hear));
  await new Promise<void>((resolve) => listener.listen(0, host, resolve));
  return {
    caPem,
    url: `https://${host}:${(listener.address() as AddressInfo).port}`,
    heard: () => heard,
    close: () => new Promise((resolve) => listener.close(resolve)),
  };
}

test('a session and a token outlive the controller, which comes up with a certificate of its owner', async () => {
  const client = clientOf({ ca: await readFile(caFile, 'utf8'), token });
  expect(await client.session()).toMatchObject({ operator: 'ada', rights: 'read' });
  const cookie = await signIn();
  controller.kill('SIGTERM');
  await controller.ended;
  const own = await caOf('own');
  const [cert, key] = [join(folder, 'web.pem'), join(folder, 'web.key')];
  await writeFile(cert, own.server.chainPem);
  await writeFile(key, own.server.keyPem);
  await serve('--web-listen', `127.0.0.1:${new URL(url).port}`, '--web-cert', cert, '--web-key', key);
  expect(await sessionWith(cookie, own.caPem)).toBe(200);
  const renewed = await caOf('renewed');
  await writeFile(key, renewed.server.keyPem);
  await writeFile(cert, renewed.server.chainPem);
  controller.kill('SIGHUP');
  await vi.waitFor(async () => expect(await sessionWith(cookie, renewed.caPem)).toBe(200), 20_000);
  await writeFile(cert, 'broken');
  controller.kill('SIGHUP');
  expect(await sessionWith(cookie, renewed.caPem)).toBe(200);
});

test('a certificate that cannot be used keeps the controller from starting, by name', async () => {
  const args = ['serve', '--state-dir', join(folder, 'third'), ...ports, '--web-listen', '127.0.0.1:0'];
  const files = ['--web-cert', '/dev/null', '--web-key', '/dev/null'];
  const { code, stderr } = await start('bondctl-controller', [...args, ...files]).ended;
  expect([code, stderr]).toEqual([2, expect.stringContaining('--web-cert /dev/null holds no certificate')]);
});

async function ask(method: string, caPem: string, servername: string, headers: object, body?: string) {
  return new Promise<{ status: number; cookie: string }>((resolve, reject) => {
    const { port } = new URL(url);
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path: '/v1/session',
        method,
        ca: caPem,
        servername,
        agent: false,
        headers: { ...headers },
      },
      (response) => {
        response.resume();
        const cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
        response.once('end', () => resolve({ status: response.statusCode ?? 0, cookie }));
      },
    );
    sent.once('error', reject).end(body);
  });
}

async function signIn(): Promise<string> {
  const body = JSON.stringify({ token });
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  const { cookie } = await ask('POST', await readFile(caFile, 'utf8'), 'localhost', headers, body);
  return cookie;
}

const sessionWith = async (cookie: string, caPem: string): Promise<number> =>
  (await ask('GET', caPem, 'web.example', { cookie })).status;
