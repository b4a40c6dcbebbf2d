import { connect } from 'node:tls';
import type { Problem } from '@bondctl/proto/api/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, bearer, openFakeWeb } from '../../../../../test/fakes/fake-web.ts';
import { cookieName } from './cookie.ts';

let web: Awaited<ReturnType<typeof openFakeWeb>>;
let reader: string;
let changer: string;

beforeAll(async () => {
  web = await openFakeWeb();
  reader = await web.add('rita', 'read');
  changer = await web.add('carl', 'change');
});
afterAll(() => web.end());

const problem = (answer: Answer) => JSON.parse(answer.body) as Problem;
const withIds = (path: string) => path.replace(/:\w+/g, 'alpha');
const here = () => ({ origin: `https://localhost:${web.port}`, host: `localhost:${web.port}` });

async function signIn(token: string): Promise<string> {
  const answer = await web.ask('/v1/session', { method: 'POST', body: { token } });
  expect(answer.status).toBe(200);
  return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
}

describe('every route over the network', () => {
  test('refuses who shows nothing, a wrong token, a wrong session, or both halves of nothing', async () => {
    const guarded = web.routes.filter((one) => one.access !== 'open');
    expect(guarded.length).toBeGreaterThan(35);
    for (const { method, path } of guarded)
      for (const headers of [
        {},
        { authorization: 'Basic YTpi' },
        { authorization: 'Bearer ' },
        { authorization: `Bearer ${'x'.repeat(300)}` },
        { ...bearer(''), cookie: `${cookieName}=` },
        { cookie: `${cookieName}=bondctl-session-nobody`, ...here() },
        { 'x-bondctl-user': 'root' },
      ]) {
        const answer = await web.askAlong(withIds(path), { method, headers });
        expect([method, path, answer.status, problem(answer).code]).toEqual([
          method,
          path,
          401,
          'not-signed-in',
        ]);
        expect(answer.headers['www-authenticate']).toContain('Bearer');
      }
    expect(web.asked).toEqual([]);
  });

  test('that changes refuses a reader with 403 before it reads what he sent', async () => {
    const changing = web.routes.filter((one) => one.access === 'change');
    expect(changing.length).toBeGreaterThan(7);
    const cookie = await signIn(reader);
    for (const { method, path } of changing)
      for (const headers of [bearer(reader), { cookie, ...here() }]) {
        const answer = await web.ask(withIds(path), { method, headers, body: 'not even JSON' });
        expect([path, answer.status, problem(answer).code]).toEqual([path, 403, 'refused']);
        expect(problem(answer).detail).toContain('rita may read and not change');
      }
    expect(web.asked).toEqual([]);
  });

  test('that would send packets from host to host is no reading', async () => {
    const adopt = (headers: Record<string, string>, probe: boolean) =>
      web.ask('/v1/adopt', { method: 'POST', headers, body: { hosts: null, probe } });
    expect((await adopt(bearer(reader), false)).status).toBe(200);
    expect(problem(await adopt(bearer(reader), true)).code).toBe('refused');
    expect((await adopt(bearer(changer), true)).status).toBe(200);
  });

  test('is one that everybody may ask only where somebody signs in or gets the page for it', () => {
    const open = web.routes.filter((one) => one.access === 'open');
    expect(open.map((one) => `${one.method} ${one.path}`)).toEqual(['POST /v1/session', 'GET,HEAD /*']);
  });

  test('lets nobody make, see or remove operators, whatever he may change', async () => {
    expect(web.routes.filter((one) => one.path.includes('operator'))).toEqual([]);
    for (const [method, path] of [
      ['GET', '/v1/operators'],
      ['POST', '/v1/operators'],
      ['DELETE', '/v1/operators/rita'],
    ] as const) {
      const body = { operator: 'eve', rights: 'change' };
      const answer = await web.ask(path, { method, headers: bearer(changer), body });
      expect([path, answer.status]).toEqual([path, 404]);
    }
    expect((await web.parts.operators.list()).map((one) => one.operator)).toEqual(['carl', 'rita']);
  });

  test('answers a reader who reads, and records who changes', async () => {
    expect((await web.ask('/v1/about', { headers: bearer(reader) })).status).toBe(200);
    expect((await web.ask('/metrics', { headers: bearer(reader) })).body).toContain('bondctl_needs_person 0');
    const headers = { ...bearer(changer), 'x-bondctl-user': 'root' };
    const body = { host: null, ttlMs: 60_000, uses: 1 };
    expect((await web.ask('/v1/tokens', { method: 'POST', headers, body })).status).toBe(200);
    const [event] = await web.recorder.list({ limit: 1, type: 'tokenCreated' });
    expect(event?.actor).toBe('operator:carl');
  });
});

describe('a session', () => {
  test('is a cookie that no script reads, that no other page sends, and that only TLS carries', async () => {
    const answer = await web.ask('/v1/session', { method: 'POST', body: { token: changer } });
    expect(answer.headers['set-cookie']?.[0]).toMatch(
      /^__Host-bondctl_session=[\w-]+; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=604800$/,
    );
    expect(JSON.parse(answer.body)).toEqual({
      operator: 'carl',
      rights: 'change',
      expiresUnixMs: 43_201_000,
    });
    expect(answer.body).not.toContain(changer);
    const [event] = await web.recorder.list({ limit: 1, newestFirst: true });
    expect(event).toMatchObject({
      actor: 'operator:carl',
      fact: { type: 'signedIn', operator: 'carl', from: '127.0.0.1' },
    });
  });

  test('says who is signed in until he signs out', async () => {
    const cookie = await signIn(reader);
    const session = await web.ask('/v1/session', { headers: { cookie } });
    expect(JSON.parse(session.body)).toMatchObject({ operator: 'rita', rights: 'read' });
    const out = await web.ask('/v1/session', { method: 'DELETE', headers: { cookie, ...here() } });
    expect([out.status, out.headers['set-cookie']?.[0]]).toEqual([200, expect.stringContaining('Max-Age=0')]);
    expect((await web.ask('/v1/session', { headers: { cookie } })).status).toBe(401);
  });

  test('changes nothing for a page that is not ours', async () => {
    const cookie = await signIn(changer);
    const body = { host: null, ttlMs: 60_000, uses: 1 };
    const before = (await web.recorder.list({ limit: 1000 })).length;
    for (const foreign of [
      { origin: 'https://evil.example' },
      { origin: `https://localhost:${web.port + 1}`, host: `localhost:${web.port}` },
      { origin: `http://localhost:${web.port}`, host: `localhost:${web.port}` },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-site' },
      { ...here(), 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'none' },
      {},
    ]) {
      const answer = await web.ask('/v1/tokens', { method: 'POST', headers: { cookie, ...foreign }, body });
      expect([foreign, answer.status, problem(answer).code]).toEqual([foreign, 403, 'refused']);
    }
    expect((await web.recorder.list({ limit: 1000 })).length).toBe(before);
    const ours = await web.ask('/v1/tokens', { method: 'POST', headers: { cookie, ...here() }, body });
    expect(ours.status).toBe(200);
  });

  test('is begun by no page but ours, and by nothing but JSON', async () => {
    const body = { token: changer };
    for (const [headers, payload, status] of [
      [{ origin: 'https://evil.example' }, body, 403],
      [{ 'sec-fetch-site': 'cross-site' }, body, 403],
      [{ 'content-type': 'text/plain' }, JSON.stringify(body), 400],
      [{ 'content-type': 'application/x-www-form-urlencoded' }, `token=${changer}`, 400],
    ] as const) {
      const answer = await web.ask('/v1/session', { method: 'POST', headers, body: payload });
      expect([headers, answer.status, answer.headers['set-cookie']]).toEqual([headers, status, undefined]);
    }
  });
});

describe('what is sent', () => {
  test('in headers or bodies beyond the bounds is refused, and nobody is harmed', async () => {
    const headers = { ...bearer(reader), 'x-long': 'x'.repeat(20_000) };
    expect((await web.ask('/v1/about', { headers })).status).toBe(431);
    const long = { token: 'x'.repeat(2000) };
    expect((await web.ask('/v1/session', { method: 'POST', body: long })).status).toBe(400);
    const spec = { file: 'c.yaml', text: 'x'.repeat(5_000_000) };
    const answer = await web.ask('/v1/plan', { method: 'POST', headers: bearer(changer), body: spec });
    expect(answer.status).toBe(400);
    expect((await web.ask('/v1/about', { headers: bearer(reader) })).status).toBe(200);
  });

  test('in plain HTTP, or in TLS older than 1.2, gets no answer', async () => {
    const { port, ca } = web;
    const error = await new Promise<Error>((resolve) =>
      connect({
        port,
        host: '127.0.0.1',
        ca: ca.caPem,
        servername: 'localhost',
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      }).once('error', resolve),
    );
    expect(String(error)).toMatch(/protocol|version|alert/i);
    await expect(fetch(`http://127.0.0.1:${port}/v1/about`)).rejects.toThrow();
  });

  test.each(['/', '/v1/about', '/v1/nothing', '/metrics', '/%zz', '/v1/session'])(
    'to %s is answered with the headers that keep a browser safe',
    async (path) => {
      const { headers } = await web.ask(path, { headers: { host: 'controller.example' } });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  test('from a browser on localhost leaves no rule that other programs there would meet', async () => {
    const { headers } = await web.ask('/', { headers: here() });
    expect(headers['strict-transport-security']).toBeUndefined();
  });
});
