import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createToken } from '../../packages/controller/src/ca/token.ts';
import { eventually, host, World } from './hub-world.ts';

let world: World;

beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

test('a host joins with a token and a pin, connects, reports, and answers', async () => {
  const uplink = await world.agent('alpha', {
    forget: async (order) => ({ kind: 'forgotten', tx: order.tx }),
  });
  expect(uplink.connected()).toBe(true);
  expect(uplink.localAddress()).toBe('127.0.0.1');
  expect(world.hub.report(host('alpha'))?.kernel).toBe('alpha');
  expect(world.hub.upgrades()).toBe(1);
  expect(world.facts.map((fact) => fact.type)).toEqual(['hostEnrolled', 'hostConnected']);
});

const sentence = (act: Promise<unknown>) =>
  act.then(
    () => 'it worked',
    (thrown: Error & { code: string }) => `${thrown.code}: ${thrown.message}`,
  );

test.each([
  [
    'another pin',
    { caPin: 'ab'.repeat(32) },
    /^refused: the controller there is not the one the pin belongs to/,
  ],
  ['a pin that is none', { caPin: 'xyz' }, /^bad-input: --ca-pin is 64 hex digits/],
  [
    'a token nobody made',
    { token: 'bondctl-guess' },
    /^refused: the token is unknown, has expired, is used up/,
  ],
  ['a name that is none', { host: 'Alpha!' }, /^bad-input: "Alpha!" is not a host name/],
  [
    'an address where nobody listens',
    { url: 'https://127.0.0.1:1' },
    /^unreachable: no enrolment listener answers/,
  ],
  ['an address that is none', { url: 'controller' }, /^bad-input: "controller" is not the address/],
])('joining with %s says so and stores nothing', async (_, change, expected) => {
  expect(await sentence(world.join('alpha', change))).toMatch(expected);
  expect(await world.files().list('test', world.stateDir('alpha'))).toEqual([]);
  expect(world.factsOf('hostEnrolled')).toEqual([]);
});

test('with another pin the token is not even sent', async () => {
  const token = await world.token();
  await sentence(world.join('alpha', { token, caPin: 'ab'.repeat(32) }));
  await world.join('alpha', { token });
  expect(world.factsOf('hostEnrolled')).toHaveLength(1);
});

test('a token is used once, bound to its host, and not after its time', async () => {
  const token = await world.token();
  await world.join('alpha', { token });
  expect(await sentence(world.join('beta', { token }))).toMatch(/^refused: the token/);
  const bound = await createToken(world.store, { host: host('gamma'), uses: 1, ttlMs: 60_000 }, Date.now());
  expect(await sentence(world.join('beta', { token: bound.token }))).toMatch(/^refused: the token/);
  await world.join('gamma', { token: bound.token });
  const old = await createToken(world.store, { host: null, uses: 1, ttlMs: 1 }, Date.now() - 10);
  expect(await sentence(world.join('beta', { token: old.token }))).toMatch(/^refused: the token/);
});

test('a name that is taken is refused, here and there', async () => {
  await world.join('alpha');
  expect(await sentence(world.join('alpha'))).toMatch(/^refused: this host has joined already; remove/);
  await rm(world.stateDir('alpha'), { recursive: true });
  expect(await sentence(world.join('alpha'))).toMatch(/^refused: a host named alpha has joined already/);
  await world.hub.revoke(host('alpha'));
  await world.join('alpha');
  expect(world.factsOf('hostEnrolled')).toHaveLength(2);
});

test('a removed host is told so, and its certificate never reaches HTTP again', async () => {
  await world.agent('alpha');
  const uplink = await world.agent('beta');
  const upgrades = world.hub.upgrades();
  await world.hub.revoke(host('alpha'));
  await eventually('alpha hears why', () =>
    world.said.some(([, , details]) => 'closing' in details && details.closing === 'revoked'),
  );
  const again = await world.uplink('alpha');
  await eventually('alpha was refused', () =>
    world.said.some(([, message]) => /connection to the controller ended/.test(message)),
  );
  expect(again.connected()).toBe(false);
  expect(world.hub.upgrades()).toBe(upgrades);
  expect(uplink.connected()).toBe(true);
});
