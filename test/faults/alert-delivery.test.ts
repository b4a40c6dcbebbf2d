// Real receivers that misbehave: an HTTP server on loopback and programs of their own.
import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../packages/controller/src/alerts/delivery/command.ts';
import { postWebhook } from '../../packages/controller/src/alerts/delivery/webhook.ts';

const body = `${JSON.stringify({ version: 1, delivery: 'alert_a.raised.1', told: 'raised', atUnixMs: 1, alert: { id: 'alert_a', rule: 'bondDown', subject: 'drbd', kind: 'link', severity: 'critical', sentence: 'it is "down"; $(rm -rf /)' } })}\n`;
const post = (over: { deadlineMs?: number; signal?: AbortSignal } = {}) => ({
  id: 'alert_a.raised.1',
  body,
  deadlineMs: 20_000,
  signal: new AbortController().signal,
  ...over,
});

describe('a webhook', () => {
  type Answer = (request: IncomingMessage, response: ServerResponse) => void;
  let server: Server;
  let url: string;
  let answer: Answer = (_request, response) => response.end();
  let heard: { method: string | undefined; headers: IncomingMessage['headers']; body: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      request.on('end', () => {
        heard.push({ method: request.method, headers: request.headers, body: text });
        answer(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterEach(() => {
    heard = [];
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const sent = (secret: string | null = null, over = {}) =>
    postWebhook({ kind: 'webhook', url, secret }, post(over));

  test('gets the message once, with its id and a signature that the secret proves', async () => {
    answer = (_request, response) => response.writeHead(204).end();
    expect(await sent('s3cret')).toEqual({ ok: true });
    const signature = createHmac('sha256', 's3cret').update(body).digest('hex');
    expect(heard).toMatchObject([
      {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'x-bondctl-delivery': 'alert_a.raised.1',
          'x-bondctl-signature': `sha256=${signature}`,
        },
      },
    ]);
  });

  test('without a secret is not signed', async () => {
    answer = (_request, response) => response.end();
    await sent();
    expect(heard[0]?.headers).not.toHaveProperty('x-bondctl-signature');
  });

  test.each([
    [500, 'it answered 500', false],
    [503, 'it answered 503', false],
    [429, 'it answered 429', false],
    [404, 'it answered 404', true],
    [302, 'it answered 302; redirects are not followed', true],
  ])('that answers %d did not take it', async (status, why, isFinal) => {
    answer = (_request, response) => response.writeHead(status, { location: '/elsewhere' }).end('no');
    expect(await sent()).toEqual({ ok: false, why, isFinal });
    expect(heard).toHaveLength(1);
  });

  test('that hangs is given up at the deadline', async () => {
    answer = () => undefined;
    expect(await sent(null, { deadlineMs: 200 })).toEqual({
      ok: false,
      why: 'no answer within 0.2 s',
      isFinal: false,
    });
  });

  test('that resets the connection, and one that is not there, are tried again', async () => {
    answer = (request) => request.socket.resetAndDestroy();
    expect(await sent()).toMatchObject({ ok: false, isFinal: false });
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const nobody = { kind: 'webhook', url: `http://127.0.0.1:${port}/`, secret: null } as const;
    const gone = await postWebhook(nobody, post());
    expect(gone).toMatchObject({ ok: false, why: expect.stringContaining('ECONNREFUSED') });
  });

  test('that says yes has taken it, however slowly and long it goes on talking', async () => {
    let part: ReturnType<typeof setInterval> | undefined;
    const closed = new Promise<void>((resolve) => {
      answer = (_request, response) => {
        response.writeHead(200).write('.');
        part = setInterval(() => response.write('x'.repeat(100_000)), 5);
        response.once('close', () => {
          clearInterval(part);
          resolve();
        });
      };
    });
    expect(await sent()).toEqual({ ok: true });
    // Nobody reads on: the line is closed.
    await closed;
  });

  test('is broken off when the controller stops', async () => {
    const stop = new AbortController();
    answer = () => stop.abort();
    expect(await sent(null, { signal: stop.signal })).toMatchObject({ ok: false });
  });
});

describe('a command', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bondctl-alerts-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const script = (text: string, over = {}, ...args: readonly string[]) =>
    runCommand([process.execPath, '-e', text, ...args], post(over));

  test('gets the message on stdin and in its environment, its words as they were written, and no shell', async () => {
    const out = join(folder, 'out.json');
    const seen = await script(
      `const fs = require('node:fs');
       const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('BONDCTL_')));
       fs.writeFileSync(process.argv[1], JSON.stringify({ stdin: fs.readFileSync(0, 'utf8'), env, argv: process.argv.slice(2) }));`,
      {},
      out,
      '$HOME',
    );
    expect(seen).toEqual({ ok: true });
    expect(JSON.parse(await readFile(out, 'utf8'))).toEqual({
      stdin: body,
      argv: ['$HOME'],
      env: {
        BONDCTL_ALERT_DELIVERY: 'alert_a.raised.1',
        BONDCTL_ALERT_TOLD: 'raised',
        BONDCTL_ALERT_ID: 'alert_a',
        BONDCTL_ALERT_RULE: 'bondDown',
        BONDCTL_ALERT_SUBJECT: 'drbd',
        BONDCTL_ALERT_KIND: 'link',
        BONDCTL_ALERT_SEVERITY: 'critical',
        BONDCTL_ALERT_SENTENCE: 'it is "down"; $(rm -rf /)',
      },
    });
  });

  test('that fails says with what, and its last words', async () => {
    const seen = await script(
      'console.error("a".repeat(9999)); console.error("no modem"); process.exitCode = 1',
    );
    expect(seen).toMatchObject({ ok: false, isFinal: false });
    expect(seen.ok ? '' : seen.why).toMatch(/^it ended with 1: a{200,300}\nno modem$/);
  });

  test('that hangs is killed at the deadline, with what it started', async () => {
    const out = join(folder, 'late');
    const child = `setTimeout(() => require('node:fs').writeFileSync(${JSON.stringify(out)}, ''), 1500)`;
    const seen = await script(
      `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' });
       setInterval(() => {}, 1000);`,
      { deadlineMs: 700 },
    );
    expect(seen).toEqual({ ok: false, why: 'it was killed after 0.7 s', isFinal: false });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(existsSync(out)).toBe(false);
  });

  test('that writes 10 MB, and reads nothing, is no trouble', async () => {
    const seen = await script(
      `process.stdin.destroy(); const part = 'x'.repeat(1e5); for (let at = 0; at < 100; at += 1) { process.stdout.write(part); process.stderr.write(part); }`,
    );
    expect(seen).toEqual({ ok: true });
  });

  test('that leaves something behind which holds its output has ended all the same', async () => {
    const seen = await script(
      `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 3000)'], { stdio: ['ignore', 'inherit', 'inherit'] });
       child.unref();`,
      { deadlineMs: 30_000 },
    );
    expect(seen).toEqual({ ok: true });
  });

  test('that is not there is said', async () => {
    const seen = await runCommand(['/nowhere/at/all'], post());
    expect(seen).toMatchObject({ ok: false, why: expect.stringContaining('ENOENT') });
  });

  test('is killed when the controller stops', async () => {
    const stop = new AbortController();
    const seen = script('setInterval(() => {}, 1000)', { signal: stop.signal });
    stop.abort();
    expect(await seen).toEqual({ ok: false, why: 'it ended with SIGKILL', isFinal: false });
  });
});
