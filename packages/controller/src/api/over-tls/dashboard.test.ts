import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFakeWeb } from '../../../../../test/fakes/fake-web.ts';

const page = '<!doctype html><title>dashboard</title>';
const script = 'console.log("fleet")';
let web: Awaited<ReturnType<typeof openFakeWeb>>;

beforeAll(async () => {
  web = await openFakeWeb(undefined, async (folder) => {
    const dashboard = join(folder, 'dashboard');
    await mkdir(join(dashboard, 'assets'), { recursive: true });
    await writeFile(join(folder, 'secret.txt'), 'secret');
    await writeFile(join(dashboard, 'index.html'), page);
    await writeFile(join(dashboard, 'assets/app-1a2b.js'), script);
    await writeFile(join(dashboard, 'assets/app-1a2b.js.br'), brotliCompressSync(script));
    await symlink(join(folder, 'secret.txt'), join(dashboard, 'link.txt'));
  });
});
afterAll(() => web.end());

test('a place inside the dashboard gets its page, which is asked for anew each time', async () => {
  for (const path of ['/', '/links/drbd', '/hosts/alpha?x=1', '/sign-in', '/v1x']) {
    const answer = await web.ask(path);
    expect([path, answer.status, answer.body]).toEqual([path, 200, page]);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
  }
  const head = await web.ask('/links/drbd', { method: 'HEAD' });
  expect([head.status, head.body]).toEqual([200, '']);
});

test('a file with a digest in its name is kept for a year, and comes as small as the browser takes it', async () => {
  const plain = await web.ask('/assets/app-1a2b.js');
  expect([plain.body, plain.headers['cache-control']]).toEqual([
    script,
    'public, max-age=31536000, immutable',
  ]);
  expect(plain.headers['content-type']).toMatch(/javascript/);
  const stream = await web.open('/assets/app-1a2b.js', { headers: { 'accept-encoding': 'br' } });
  expect(stream.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  expect(stream.headers['content-type']).toMatch(/javascript/);
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  expect(brotliDecompressSync(Buffer.concat(parts)).toString()).toBe(script);
});

test('a file that is not there is no page, and neither is a route that is not there', async () => {
  for (const path of ['/assets/app-0000.js', '/v1/nothing', '/v1', '/metrics/x', '/v1/']) {
    const { status, headers } = await web.ask(path);
    expect([path, status, headers['content-type']]).toEqual([path, 404, 'application/problem+json']);
  }
});

test('no path leads out of the folder', async () => {
  for (const path of [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/..%c0%afsecret.txt',
    '/link.txt',
    '/assets/%00',
    '//secret.txt',
    `/${web.folder}/secret.txt`,
    `/%2f${web.folder.slice(1)}%2fsecret.txt`,
  ]) {
    const said = await raw(path);
    expect([path, said.includes('\r\n\r\nsecret')]).toEqual([path, false]);
    expect(said).toMatch(/^HTTP\/1\.1 (200|400|404) /);
  }
});

test('a controller without a dashboard says so in one sentence', async () => {
  const bare = await openFakeWeb();
  const { status, body, headers } = await bare.ask('/links/drbd');
  expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
  expect(body).toContain('The dashboard is not installed');
  expect((await bare.ask('/v1/about')).status).toBe(401);
  await bare.end();
});

/** A path as it is, which no client tidies up. */
function raw(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(web.options, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    );
    let said = '';
    socket
      .setEncoding('utf8')
      .on('data', (text: string) => {
        said += text;
      })
      .once('end', () => resolve(said))
      .once('error', reject);
  });
}
