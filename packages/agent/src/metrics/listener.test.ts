import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createFakeClock } from '../../../../test/fakes/fake-clock.ts';
import { freePort } from '../../../../test/fakes/free-port.ts';
import { listenerBounds, startListener } from './listener.ts';
import { createPage } from './page.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A clock in the test's hands that counts what waits for it: a line that was accepted does. */
function countingClock() {
  const clock = createFakeClock();
  let armed = 0;
  const after: typeof clock.after = (delayMs, callback) => {
    armed += 1;
    return clock.after(delayMs, callback);
  };
  return {
    ...clock,
    after,
    accepted: (lines: number) => vi.waitFor(() => expect(armed).toBeGreaterThanOrEqual(lines)),
  };
}

/** A listener on loopback. */
async function listening(page = () => Promise.resolve('bondctl_bond_up 1\n')) {
  const clock = countingClock();
  const port = await freePort();
  const told: string[] = [];
  const trouble = {
    met: (thrown: unknown) => void told.push(String(thrown)),
    over: () => void told.push('over'),
  };
  const end = startListener({ socket: { address: '127.0.0.1', port }, page, clock, trouble });
  ends.push(end);
  await vi.waitFor(() => expect(told.at(-1)).toBeDefined());
  return { clock, port, told, end, url: `http://127.0.0.1:${port}` };
}

/** Sends some bytes and keeps the line; `all` resolves with what came, once the other side ended it. */
function raw(port: number, bytes: string): { readonly socket: Socket; readonly all: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  ends.push(() => socket.destroy());
  let text = '';
  const all = new Promise<string>((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk.toString();
    });
    socket.on('error', () => resolve(text));
    socket.on('close', () => resolve(text));
  });
  socket.write(bytes);
  return { socket, all };
}

describe('the listener', () => {
  test('serves GET /metrics as Prometheus reads it, and ends the line', async () => {
    const { url } = await listening();
    for (const path of ['/metrics', '/metrics?name=x']) {
      const answer = await fetch(url + path);
      expect([answer.status, await answer.text()]).toEqual([200, 'bondctl_bond_up 1\n']);
      expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
      expect(answer.headers.get('connection')).toBe('close');
    }
  });

  test.each([
    ['GET', '/', 404],
    ['GET', '/metrics/', 404],
    ['GET', '/../metrics', 404],
    ['GET', '/v1/hosts', 404],
    ['POST', '/', 404],
    ['POST', '/metrics', 405],
    ['PUT', '/metrics', 405],
    ['DELETE', '/metrics', 405],
    ['HEAD', '/metrics', 405],
    ['OPTIONS', '/metrics', 405],
  ])('%s %s is answered with %i', async (method, path, status) => {
    const made = vi.fn(() => Promise.resolve(''));
    const { port } = await listening(made);
    const all = await raw(port, `${method} ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n`).all;
    expect(all).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(/^allow: GET\r$/m.test(all)).toBe(status === 405);
    expect(made).not.toHaveBeenCalled();
  });

  test('reads no body, however much somebody sends', async () => {
    const { port } = await listening();
    const all = await raw(port, 'POST /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\nxxxx')
      .all;
    expect(all).toMatch(/^HTTP\/1\.1 405 /);
  });

  test.each([
    ['a header that is too large', `GET /metrics HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(5000)}\r\n\r\n`, 431],
    ['an address that is too large', `GET /${'x'.repeat(5000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
    ['words that are no HTTP', 'hello, who is there?\r\n\r\n', 400],
  ])('%s is refused, and the next one is served', async (_, bytes, status) => {
    const { port, url } = await listening();
    expect(await raw(port, bytes).all).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect((await fetch(`${url}/metrics`)).status).toBe(200);
  });

  test('somebody who sends slowly loses the line when his time is over, and not before', async () => {
    const { port, clock } = await listening();
    const { socket, all } = raw(port, 'GET /metrics HTTP/1.1\r\n');
    let isOver = false;
    void all.then(() => {
      isOver = true;
    });
    await clock.accepted(1);
    await clock.pass(listenerBounds.connectionMs - 1);
    socket.write('X: y\r\n');
    await sleep(20);
    expect(isOver).toBe(false);
    await clock.pass(1);
    expect(await all).toBe('');
  });

  test('no more than a few are there at once; when one goes, the next is served', async () => {
    const { port, url, clock } = await listening();
    const held = Array.from({ length: listenerBounds.connections }, () => raw(port, 'GET /metrics'));
    await clock.accepted(held.length);
    expect(await raw(port, 'GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n').all).toBe('');
    for (const { socket } of held) socket.destroy();
    await vi.waitFor(async () => expect((await fetch(`${url}/metrics`)).status).toBe(200));
  });

  test('a text that cannot be made is a 500', async () => {
    const { url } = await listening(() => Promise.reject(new Error('no words')));
    const answer = await fetch(`${url}/metrics`);
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('no words')]);
  });

  test('where somebody else has the port it says so once, tries again, and ends also while it waits', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    ends.push(() => new Promise((resolve) => other.close(resolve)));
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const clock = createFakeClock();
    const told: string[] = [];
    const trouble = {
      met: (thrown: unknown) => void told.push(String(thrown)),
      over: () => void told.push('over'),
    };
    const page = () => Promise.resolve('');
    const end = startListener({ socket: { address: '127.0.0.1', port }, page, clock, trouble });
    await vi.waitFor(() => expect(told).toEqual([expect.stringContaining('EADDRINUSE')]));
    await clock.pass(10_000);
    await vi.waitFor(() => expect(told).toHaveLength(2));
    await new Promise((resolve) => other.close(resolve));
    await clock.pass(10_000);
    await vi.waitFor(() => expect(told.at(-1)).toBe('over'));
    await end();
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
    const waiting = startListener({ socket: { address: '192.0.2.1', port }, page, clock, trouble });
    await vi.waitFor(() => expect(told.at(-1)).toContain('EADDRNOTAVAIL'));
    await waiting();
    await clock.pass(60_000);
    expect(told).toHaveLength(4);
  });

  test('ends with all its lines', async () => {
    const { port, end, clock } = await listening();
    const { all } = raw(port, 'GET');
    await clock.accepted(1);
    await end();
    expect(await all).toBe('');
  });
});

test('however many ask, the text is made once a second', async () => {
  const clock = createFakeClock();
  const families = vi.fn(() => []);
  const page = createPage(clock, families);
  await Promise.all(Array.from({ length: 100 }, page));
  await clock.pass(999);
  await page();
  expect(families).toHaveBeenCalledTimes(1);
  await clock.pass(1);
  await page();
  expect(families).toHaveBeenCalledTimes(2);
});
