import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bearer, openFakeWeb } from '../../../../../test/fakes/fake-web.ts';

let web: Awaited<ReturnType<typeof openFakeWeb>>;
const sockets: Socket[] = [];

beforeEach(async () => {
  web = await openFakeWeb();
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await web.end();
});

/** A connection that says nothing yet. */
async function opened(): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: web.port });
  sockets.push(socket);
  // Whoever is turned away may hear of it as a reset.
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

const closed = (socket: Socket): Promise<unknown> =>
  socket.destroyed ? Promise.resolve() : new Promise((resolve) => socket.once('close', resolve));

test('one address has 128 connections at most, and room again as soon as one of them is over', async () => {
  const kept = await Promise.all(Array.from({ length: 128 }, opened));
  await closed(await opened());
  expect(kept.map((socket) => socket.destroyed)).toEqual(Array(128).fill(false));
  const token = await web.add('rita', 'read');
  await expect(web.ask('/v1/about', { headers: bearer(token) })).rejects.toThrow();
  kept[0]?.destroy();
  await expect
    .poll(() => web.ask('/v1/about', { headers: bearer(token) }).catch(() => null), { timeout: 5000 })
    .toMatchObject({ status: 200 });
});

test('headers are 16 KiB at most', async () => {
  const token = await web.add('rita', 'read');
  const headers = (length: number) => ({ ...bearer(token), 'x-long': 'x'.repeat(length) });
  expect((await web.ask('/v1/about', { headers: headers(15 * 1024) })).status).toBe(200);
  expect((await web.ask('/v1/about', { headers: headers(17 * 1024) })).status).toBe(431);
});

test('whoever speaks no TLS gets no answer', async () => {
  const socket = await opened();
  const heard: Buffer[] = [];
  socket.on('data', (part) => heard.push(part));
  socket.write('GET /v1/about HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await closed(socket);
  expect(Buffer.concat(heard).toString('latin1')).not.toContain('HTTP/');
});
