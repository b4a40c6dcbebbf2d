import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadIdentity } from '../../packages/agent/src/uplink/identity.ts';
import type { Uplink } from '../../packages/agent/src/uplink/uplink-parts.ts';
import { openCa } from '../../packages/controller/src/ca/ca.ts';
import { agentCertificate } from '../../packages/controller/src/ca/certificates.ts';
import { eventually, host, txId, World } from './hub-world.ts';
import { type Credentials, RawPeer } from './raw-peer.ts';

let world: World;
let beta: Uplink;
let credentials: Credentials;

beforeEach(async () => {
  world = await World.make();
  beta = await world.agent('beta', { forget: async (order) => ({ kind: 'forgotten', tx: order.tx }) });
  await world.join('alpha');
  const identity = await loadIdentity(world.files(), world.stateDir('alpha'));
  if (identity === undefined) throw new Error('no identity');
  const { keyPem, certificatePem } = identity.current;
  credentials = { ca: world.ca.caPem, key: keyPem, cert: certificatePem };
});

/** Whatever happened, the other agent's session goes on, and nothing was recorded of the hostile one. */
afterEach(async () => {
  const tx = txId();
  expect(await world.ask('beta', { kind: 'forget', tx })).toEqual({ kind: 'forgotten', tx });
  expect(beta.connected()).toBe(true);
  expect(world.factsOf('hostDisconnected').filter((fact) => fact.host === host('beta'))).toEqual([]);
  expect(world.factsOf('linkEventSeen')).toEqual([]);
  for (const peer of peers.splice(0)) peer.destroy();
  await world.end();
});

const peers: RawPeer[] = [];

function open(...to: Parameters<typeof RawPeer.open>): RawPeer {
  const peer = RawPeer.open(...to);
  peers.push(peer);
  return peer;
}

async function welcomed(): Promise<RawPeer> {
  const peer = open(world.hub.port(), credentials);
  await eventually('upgraded', () => peer.status === '101');
  peer.hello('alpha');
  await eventually('welcomed', () => peer.frames[0]?.body.kind === 'welcome');
  return peer;
}

const ended = (peer: RawPeer) => eventually('it ends', () => peer.code);

const ourKey = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    spki: publicKey.export({ type: 'spki', format: 'der' }),
  };
};

/** A certificate that names alpha and was signed by a CA of the same name that is not ours. */
async function foreign(): Promise<Credentials> {
  const folder = join(world.folder, 'other-ca');
  const options = { folder, names: [], nowUnixMs: Date.now, certificateMs: 60_000 };
  await openCa(options);
  const read = async (name: string) => (await world.files().read('test', join(folder, name))) ?? '';
  const pair = { keyPem: await read('ca-key.pem'), certificatePem: await read('ca.pem') };
  const { key, spki } = ourKey();
  const validity = { fromMs: Date.now() - 1000, untilMs: Date.now() + 60_000 };
  const { certificatePem } = await agentCertificate(pair, 'alpha', spki, validity);
  return { ca: world.ca.caPem, key, cert: certificatePem };
}

test('without a certificate, or with one of another CA, the hub sees no upgrade', async () => {
  const before = world.hub.upgrades();
  const both = [open(world.hub.port(), { ca: world.ca.caPem }), open(world.hub.port(), await foreign())];
  for (const peer of both) {
    expect(await ended(peer)).toBe(0);
    expect(peer.status).toBe('');
  }
  expect(world.hub.upgrades()).toBe(before);
});

test('with a revoked certificate the hub sees no upgrade, also after a restart', async () => {
  await world.hub.revoke(host('alpha'));
  const before = world.hub.upgrades();
  const peer = open(world.hub.port(), credentials);
  expect(await ended(peer)).toBe(0);
  expect(world.hub.upgrades()).toBe(before);
  await world.hub.close();
  await eventually('beta is gone', () => !beta.connected());
  world.facts.splice(0);
  await world.startHub();
  const again = open(world.hub.port(), credentials);
  expect(await ended(again)).toBe(0);
  await world.connected('beta');
  expect(world.hub.upgrades()).toBe(1);
});

test('a host that the store does not know is refused by name', async () => {
  const { key, spki } = ourKey();
  const read = async (name: string) =>
    (await world.files().read('test', join(world.folder, 'ca', name))) ?? '';
  const pair = { keyPem: await read('ca-key.pem'), certificatePem: await read('ca.pem') };
  const validity = { fromMs: Date.now() - 1000, untilMs: Date.now() + 60_000 };
  const { certificatePem } = await agentCertificate(pair, 'stranger', spki, validity);
  const peer = open(world.hub.port(), { ca: world.ca.caPem, key, cert: certificatePem });
  await eventually('upgraded', () => peer.status === '101');
  peer.hello('stranger');
  expect(await ended(peer)).toBe(4006);
  expect(peer.frames[0]?.body).toMatchObject({ kind: 'refuse', code: 'identity' });
});

test('an agent that claims to be another host is refused, and is nobody', async () => {
  const peer = open(world.hub.port(), credentials);
  await eventually('upgraded', () => peer.status === '101');
  peer.hello('beta');
  expect(await ended(peer)).toBe(4006);
  expect(peer.frames[0]?.body).toMatchObject({
    code: 'identity',
    message: expect.stringContaining('the certificate is that of alpha, but the agent says it is beta'),
  });
});

test.each([
  ['another path', '/v2/agent', 'bondctl.agent.v1', '404'],
  ['another protocol', '/v1/agent', 'chat', '400'],
  ['no protocol', '/v1/agent', '', '400'],
])('an upgrade with %s is answered %s', async (_, path, protocol, status) => {
  const peer = open(world.hub.port(), credentials, path, protocol);
  await ended(peer);
  expect(peer.status).toBe(status);
});

const text = (words: string) => Buffer.from(words);
const event = {
  sequence: 1,
  atUnixMs: 1,
  bond: 'sync0' as never,
  port: null,
  what: 'x',
  before: '',
  after: '',
  atMonotonicMs: null,
  cause: null,
};

test.each<[string, (peer: RawPeer) => void, number]>([
  ['garbage', (peer) => peer.raw(text('\u0000\u0001\u0002 this is no frame')), 4002],
  ['nothing', (peer) => peer.raw(new Uint8Array()), 4002],
  ['a frame cut short', (peer) => peer.raw(Uint8Array.of(0x08, 0x01, 0x10, 0x00, 0x92, 0x03, 0x20)), 4002],
  ['groups nested 50000 deep', (peer) => peer.raw(new Uint8Array(50_000).fill(0x0b)), 4002],
  ['257 KiB', (peer) => peer.raw(new Uint8Array(257 * 1024)), 1009],
  ['a text message', (peer) => peer.raw(text('hello'), 1), 4002],
  ['a message in 17 fragments', (peer) => fragments(peer, 17), 1008],
  ['a number that is not the next', (peer) => peer.send(7, 0, { kind: 'linkEvents', events: [event] }), 4003],
  ['an event without a number', (peer) => peer.send(0, 0, { kind: 'linkEvents', events: [event] }), 4003],
  ['an acknowledgement of nothing', (peer) => peer.send(0, 9, { kind: 'heartbeat' }), 4003],
  ['a second Hello', (peer) => peer.hello('alpha'), 4004],
  ["a controller's message", (peer) => peer.send(0, 0, { kind: 'certOffer', certificatePem: '' }), 4004],
  [
    'a key whose proof is not of this connection',
    (peer) => {
      const { spki } = ourKey();
      peer.send(1, 0, { kind: 'certRequest', publicKey: Uint8Array.from(spki), proof: new Uint8Array(70) });
    },
    4004,
  ],
])('%s ends that one connection with its code', async (_, misbehave, code) => {
  const peer = await welcomed();
  misbehave(peer);
  expect(await ended(peer)).toBe(code);
});

function fragments(peer: RawPeer, count: number): void {
  for (let at = 0; at < count; at += 1) peer.raw(Uint8Array.of(0), at === 0 ? 2 : 0, at === count - 1);
}

test('anything before Hello ends the connection', async () => {
  const peer = open(world.hub.port(), credentials);
  await eventually('upgraded', () => peer.status === '101');
  peer.send(0, 0, { kind: 'heartbeat' });
  expect(await ended(peer)).toBe(4004);
});

test('more agents than the hub admits are asked to come later, and who is in stays', async () => {
  const small = await World.make({ agentsAtMost: 1 });
  const first = await small.agent('one');
  await small.join('two');
  const identity = await loadIdentity(small.files(), small.stateDir('two'));
  const { keyPem: key, certificatePem: cert } = identity?.current ?? { keyPem: '', certificatePem: '' };
  const peer = open(small.hub.port(), { ca: small.ca.caPem, key, cert });
  await ended(peer);
  expect(peer.status).toBe('503');
  expect(first.connected()).toBe(true);
  await small.end();
});
