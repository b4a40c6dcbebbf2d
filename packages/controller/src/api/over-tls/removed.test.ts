import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OperatorName } from '@bondctl/proto/model/names';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeRollout } from '../../../../../test/fakes/fake-parts.ts';
import { bearer, openFakeWeb } from '../../../../../test/fakes/fake-web.ts';

let web: Awaited<ReturnType<typeof openFakeWeb>>;
beforeAll(async () => {
  web = await openFakeWeb();
});
afterAll(() => web.end());

/** Settles when nothing more comes. */
const over = (stream: IncomingMessage) =>
  new Promise<void>((resolve) => {
    stream.once('end', resolve).once('error', () => resolve());
    stream.resume();
  });

const first = (stream: IncomingMessage) => new Promise((resolve) => stream.once('data', resolve));

async function signIn(token: string): Promise<string> {
  const answer = await web.ask('/v1/session', { method: 'POST', body: { token } });
  return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
}

test('whoever is removed hears nothing more: by token, in a browser, on an open stream; others go on', async () => {
  const [gone, stays] = [await web.add('gone', 'change'), await web.add('stays', 'read')];
  const cookie = await signIn(gone);
  const streams = await Promise.all(
    [bearer(gone), { cookie }, bearer(stays)].map((headers) => web.open('/v1/events/follow', { headers })),
  );
  await Promise.all(streams.map(first));
  const [token, browser, other] = streams as [IncomingMessage, IncomingMessage, IncomingMessage];
  let otherEnded = false;
  void over(other).then(() => {
    otherEnded = true;
  });
  await web.parts.operators.remove('cli:ada', 'gone' as OperatorName);
  await Promise.all([over(token), over(browser)]);
  expect(otherEnded).toBe(false);
  for (const headers of [bearer(gone), { cookie }])
    expect((await web.ask('/v1/about', { headers })).status).toBe(401);
  other.destroy();
});

test('a reader who takes nothing is cut off all the same', async () => {
  const own = await openFakeWeb();
  // More than all buffers between the two take, so that the server cannot end what it has to say.
  const why = 'x'.repeat(200_000);
  const fact = { type: 'rolloutEnded', rollout: fakeRollout, ending: 'failed', why } as const;
  for (let at = 0; at < 100; at += 1) await own.recorder.record('controller', fact);
  const headers = bearer(await own.add('deaf', 'read'));
  const stream = await own.open('/v1/events/follow?after=0', { headers });
  await first(stream);
  stream.pause();
  stream.socket.pause();
  // Long enough for all buffers to be full.
  await sleep(1000);
  await own.parts.operators.remove('cli:ada', 'deaf' as OperatorName);
  await expect.poll(own.connections, { timeout: 10_000 }).toBe(0);
  stream.destroy();
  await own.end();
});

test('whoever signs out ends what that browser has open, and no other', async () => {
  const token = await web.add('two', 'read');
  const [here, there] = [await signIn(token), await signIn(token)];
  const [mine, other] = await Promise.all(
    [here, there].map((cookie) => web.open('/v1/events/follow', { headers: { cookie } })),
  );
  await Promise.all([first(mine as IncomingMessage), first(other as IncomingMessage)]);
  const headers = { cookie: here, 'sec-fetch-site': 'same-origin' };
  expect((await web.ask('/v1/session', { method: 'DELETE', headers })).status).toBe(200);
  await over(mine as IncomingMessage);
  expect(other?.destroyed).toBe(false);
  other?.destroy();
});
