import { afterEach, expect, test } from 'vitest';
import { loadIdentity, saveIdentity } from '../../packages/agent/src/uplink/identity.ts';
import { eventually, host, txId, World } from './hub-world.ts';
import { wire } from './wire.ts';

let world: World | undefined;

afterEach(async () => {
  await world?.end();
  world = undefined;
});

test('agents come back by themselves after the controller restarts, and lose no event', async () => {
  world = await World.make();
  const here = world;
  const uplink = await here.agent('alpha', {
    forget: async (order) => ({ kind: 'forgotten', tx: order.tx }),
  });
  await here.hub.close();
  await eventually('the line is gone', () => !uplink.connected());
  const common = {
    atUnixMs: 1,
    atMonotonicMs: 1,
    bond: 'sync0' as never,
    port: null,
    what: 'miiStatus',
    before: 'up',
    cause: null,
  };
  for (let sequence = 1; sequence <= 250; sequence += 1) {
    uplink.sendEvent({ ...common, sequence, after: `${sequence}` });
  }
  await here.startHub();
  await here.connected('alpha');
  await eventually('the events', () => here.factsOf('linkEventSeen').length === 250);
  const tx = txId();
  expect(await here.ask('alpha', { kind: 'forget', tx })).toEqual({ kind: 'forgotten', tx });
});

test('an agent that stops says goodbye, and the goodbye acknowledges what it heard', async () => {
  world = await World.make();
  const here = world;
  const uplink = await here.agent('alpha', {
    forget: async (order) => ({ kind: 'forgotten', tx: order.tx }),
  });
  const tx = txId();
  expect(await here.ask('alpha', { kind: 'forget', tx })).toEqual({ kind: 'forgotten', tx });
  await uplink.stop();
  const [gone] = await eventually('the hub knows', () => {
    const facts = here.factsOf('hostDisconnected');
    return facts.length > 0 ? facts : undefined;
  });
  expect(gone?.reason).not.toContain('acknowledgement');
  expect(gone?.reason).toContain('the agent ends this session');
});

/** The identity file once it holds another key. */
async function stored(here: World, oldKeyPem: string | undefined) {
  for (let tries = 0; tries < 100; tries += 1) {
    const identity = await loadIdentity(here.files(), here.stateDir('alpha'));
    if (identity?.current.keyPem !== oldKeyPem) return identity;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('never: another key is stored');
}

test('a certificate is renewed in time, proven by a session, and the old one refused from then on', async () => {
  world = await World.make({ certificateMs: 10_000 });
  const here = world;
  const uplink = await here.agent('alpha');
  const before = await loadIdentity(here.files(), here.stateDir('alpha'));
  const renewed = await eventually('it is renewed', () => here.factsOf('certificateRenewed')[0], 20_000);
  await eventually(
    'the new session stands',
    () => uplink.connected() && here.hub.presence(host('alpha')) === 'connected',
  );
  const rows = await here.store.certificates(host('alpha'));
  expect(rows.map((row) => [row.serial === renewed.serial, row.revoked])).toEqual([
    [false, true],
    [true, false],
  ]);
  const after = await stored(here, before?.current.keyPem);
  expect(after?.candidate).toBeNull();
  const upgrades = here.hub.upgrades();
  if (before === undefined) throw new Error('no identity');
  await saveIdentity(here.files(), here.stateDir('thief'), before);
  await here.uplink('thief');
  await eventually('the old one is refused', () =>
    here.said.some(
      ([, message, details]) =>
        message.startsWith('the connection') &&
        'message' in details &&
        String(details.message).includes('hung up'),
    ),
  );
  expect(here.hub.upgrades()).toBe(upgrades);
}, 40_000);

test('a half-open line ends on both sides within 2.5 heartbeats', async () => {
  world = await World.make({ ttlMs: 600 });
  const here = world;
  const between = await wire(here.hub.port());
  const uplink = await here.agentOver(between.port, 'alpha');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(uplink.connected()).toBe(true);
  const cutMs = performance.now();
  between.cut();
  await eventually('the agent notices', () => !uplink.connected(), 1500);
  await eventually('the hub notices', () => here.factsOf('hostDisconnected').length === 1, 1500);
  expect(performance.now() - cutMs).toBeLessThan(200 * 2.5 + 300);
  expect(here.factsOf('hostDisconnected')[0]?.reason).toBe('nothing heard for 2.5 heartbeats');
  await eventually('it is suspect, then lost', () => here.hub.presence(host('alpha')) === 'lost', 2000);
  await expect(here.ask('alpha', { kind: 'forget', tx: txId() })).rejects.toMatchObject({
    code: 'unreachable',
  });
  between.close();
});

test('a newer session of the same host takes over', async () => {
  world = await World.make();
  const here = world;
  await here.agent('alpha');
  await here.uplink('alpha');
  await eventually('the older one is told', () =>
    here.said.some(([, , details]) => 'closing' in details && details.closing === 'superseded'),
  );
  await here.connected('alpha');
});
