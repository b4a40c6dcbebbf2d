import type { OperatorName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { bearer, openFakeWeb } from '../../../../../test/fakes/fake-web.ts';

test('too many wrong tokens from one address are put off, and a right one still counts', async () => {
  const web = await openFakeWeb();
  const token = await web.add('right', 'read');
  const tries = [];
  for (let at = 0; at < 14; at += 1)
    tries.push(await web.ask('/v1/session', { method: 'POST', body: { token: `wrong${at}` } }));
  expect(tries.map((one) => one.status)).toEqual([...Array(10).fill(401), ...Array(4).fill(429)]);
  expect(tries.at(-1)?.headers).toMatchObject({ 'retry-after': '60', connection: 'close' });
  expect((await web.ask('/v1/about', { headers: bearer('wrong') })).status).toBe(429);
  expect((await web.ask('/v1/about', { headers: bearer(token) })).status).toBe(200);
  const facts = await web.recorder.list({ limit: 100, type: 'signInFailed' });
  expect(facts.length).toBeLessThanOrEqual(5);
  expect(JSON.stringify(facts)).not.toContain('wrong');
  await web.end();
});

test('a token that nobody has opens no route', async () => {
  const web = await openFakeWeb();
  const changer = await web.add('carl', 'change');
  for (const { method, path } of web.routes.filter((one) => one.access !== 'open')) {
    const answer = await web.ask(path.replace(/:\w+/g, 'alpha'), { method, headers: bearer(`${changer}x`) });
    expect([401, 429]).toContain(answer.status);
  }
  expect(web.asked).toEqual([]);
  await web.end();
});

test('a sign-in is answered alike whether the operator never was, was removed, or has another token', async () => {
  const web = await openFakeWeb();
  const reader = await web.add('rita', 'read');
  const gone = await web.add('gone', 'read');
  await web.parts.operators.remove('cli:ada', 'gone' as OperatorName);
  const answers = await Promise.all(
    [gone, 'bondctl-operator-never', `${reader}x`].map((token) =>
      web.ask('/v1/session', { method: 'POST', body: { token } }),
    ),
  );
  expect(new Set(answers.map((one) => `${one.status} ${one.body}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(401);
  await web.end();
});
