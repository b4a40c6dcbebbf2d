import type { Fact } from '@bondctl/proto/model/event';
import type { Comparison, Judgement, TestResult } from '@bondctl/proto/model/linktest';
import type { BondName, LinkName, RolloutId, TestId, TxId } from '@bondctl/proto/model/names';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import { testSummary } from '@bondctl/proto/model/test-summary';
import { unwatched } from '@bondctl/proto/model/vitals';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { usualRules } from '../../packages/controller/src/spec/rules.ts';
import type { Store, TestRow } from '../../packages/controller/src/store/ports.ts';
import { resultOf, unread } from '../fakes/fake-test.ts';
import { alertContract } from './alerts.ts';
import { alpha, beta, heardContract } from './heard.ts';
import { operatorContract } from './operators.ts';
import { sweepContract } from './sweeps.ts';

const rollout = 'ro_contract1' as RolloutId;
const tx = 'tx_contract1' as TxId;
const spec: ClusterSpec = {
  hosts: [{ id: alpha, labels: { rack: 'r1' } }],
  desires: [],
  links: [],
  meshes: [],
  rollout: usualRules,
};

/** A place to keep things: opened, closed and opened again on the same data. */
export type StorePlace = { open(): Promise<Store>; remove(): Promise<void> };

/** What every implementation of the store ports must hold. */
export function storeContract(name: string, place: () => Promise<StorePlace>): void {
  describe(`store contract: ${name}`, () => {
    let here: StorePlace;
    let store: Store;
    const use = () => store;
    beforeEach(async () => {
      here = await place();
      store = await here.open();
    });
    afterEach(async () => {
      await store.close();
      await here.remove();
    });
    eventContract(use);
    heardContract(use);
    hostContract(use);
    tokenContract(use);
    rolloutContract(use);
    testContract(use);
    sweepContract(use);
    operatorContract(use);
    alertContract(use);

    test('everything is there after it was closed and opened again', async () => {
      const event = await store.events.append(1, 'controller', { type: 'revisionAccepted', revision: 7 });
      await store.rollouts.addRevision(2, 'cli:ada', 'version: 1\n', spec);
      await store.close();
      store = await here.open();
      expect(await store.events.list({ limit: 10 })).toEqual([event]);
      expect((await store.rollouts.latestRevision())?.spec).toEqual(spec);
    });
  });
}

function eventContract(store: () => Store): void {
  const facts: readonly Fact[] = [
    { type: 'hostConnected', host: alpha, agentVersion: '0.1.0' },
    { type: 'hostConnected', host: beta, agentVersion: '0.1.0' },
    { type: 'rolloutStarted', rollout, revision: 1 },
    { type: 'hostPrepared', rollout, host: alpha, tx },
  ];
  const append = async () => {
    const kept = [];
    for (const [at, fact] of facts.entries()) kept.push(await store().events.append(at, 'controller', fact));
    return kept;
  };

  test('events come back whole, in order, with growing ids', async () => {
    const kept = await append();
    expect(kept.map((event) => event.fact)).toEqual(facts);
    expect(await store().events.list({ limit: 10 })).toEqual(kept);
    expect(kept.every((event, at) => at === 0 || event.id > (kept[at - 1]?.id ?? Infinity))).toBe(true);
  });

  test('event filters are ANDed, limited and reversible', async () => {
    const [first, second, third, fourth] = await append();
    const { events } = store();
    expect(await events.list({ limit: 10, host: alpha })).toEqual([first, fourth]);
    expect(await events.list({ limit: 10, host: alpha, type: 'hostPrepared' })).toEqual([fourth]);
    expect(await events.list({ limit: 10, rollout })).toEqual([third, fourth]);
    expect(await events.list({ limit: 1, afterId: first?.id ?? 0 })).toEqual([second]);
    expect(await events.list({ limit: 2, newestFirst: true })).toEqual([fourth, third]);
  });
}

function hostContract(store: () => Store): void {
  const enrolled = { host: alpha, enrolledUnixMs: 10, removedUnixMs: null };
  const certificate = (serial: string) => ({ serial, host: alpha, notAfterUnixMs: 99, revoked: false });

  test('removing a host revokes every certificate of it, and of nobody else', async () => {
    const { identity } = store();
    await identity.addHost(enrolled);
    await identity.addHost({ ...enrolled, host: beta });
    await identity.addCertificate(certificate('01'));
    await identity.addCertificate(certificate('02'));
    await identity.addCertificate({ ...certificate('03'), host: beta });
    await identity.removeHost(alpha, 20);
    expect((await identity.revokedSerials()).toSorted()).toEqual(['01', '02']);
    expect((await identity.certificates(alpha)).every((row) => row.revoked)).toBe(true);
    expect((await identity.hosts()).map((row) => row.removedUnixMs)).toEqual([20, null]);
  });

  test('a removed host that enrols again is a host again; its old certificates stay revoked', async () => {
    const { identity } = store();
    await identity.addHost(enrolled);
    await identity.addCertificate(certificate('01'));
    await identity.removeHost(alpha, 20);
    await identity.addHost({ ...enrolled, enrolledUnixMs: 30 });
    expect(await identity.hosts()).toEqual([{ ...enrolled, enrolledUnixMs: 30 }]);
    expect(await identity.revokedSerials()).toEqual(['01']);
  });

  test('one certificate is revoked alone', async () => {
    const { identity } = store();
    await identity.addHost(enrolled);
    await identity.addCertificate(certificate('01'));
    await identity.addCertificate(certificate('02'));
    await identity.revokeCertificate('01');
    expect(await identity.revokedSerials()).toEqual(['01']);
    expect((await identity.certificates(alpha)).map((row) => row.revoked)).toEqual([true, false]);
  });

  test('a certificate of a host that never enrolled is refused', async () => {
    await expect(store().identity.addCertificate(certificate('09'))).rejects.toThrow();
  });
}

function tokenContract(store: () => Store): void {
  const token = { id: 'tok_1', sha256: 'aa', expiresUnixMs: 100, usesLeft: 2, host: null };

  test('a token is used as often as it allows, also by hosts that come at once', async () => {
    const { identity } = store();
    await identity.addToken(token);
    const uses = await Promise.all([alpha, beta, alpha].map((host) => identity.useToken('aa', host, 50)));
    expect(uses.map((row) => row?.usesLeft)).toEqual([1, 0, undefined]);
  });

  test('an unknown token, an expired one and one for another host give nothing and lose nothing', async () => {
    const { identity } = store();
    await identity.addToken({ ...token, usesLeft: 1, host: alpha });
    expect(await identity.useToken('bb', alpha, 50)).toBeUndefined();
    expect(await identity.useToken('aa', alpha, 100)).toBeUndefined();
    expect(await identity.useToken('aa', beta, 50)).toBeUndefined();
    expect(await identity.useToken('aa', alpha, 50)).toEqual({ ...token, usesLeft: 0, host: alpha });
  });
}

function rolloutContract(store: () => Store): void {
  test('revisions are numbered from 1 and never change', async () => {
    const { rollouts } = store();
    expect(await rollouts.latestRevision()).toBeUndefined();
    const first = await rollouts.addRevision(1, 'cli:ada', 'version: 1 # ä\n', spec);
    const second = await rollouts.addRevision(2, 'cli:bob', 'version: 1\n', { ...spec, hosts: [] });
    expect([first.revision, second.revision]).toEqual([1, 2]);
    expect(await rollouts.latestRevision()).toEqual(second);
  });

  test('a rollout is saved over itself; unfinished ones are found again', async () => {
    const { rollouts } = store();
    await rollouts.addRevision(1, 'cli:ada', 'version: 1\n', spec);
    const row = {
      id: rollout,
      revision: 1,
      startedUnixMs: 5,
      ended: false,
      state: { phase: 'running', wave: 0 },
    };
    const next = { ...row, id: 'ro_contract2' as RolloutId };
    await rollouts.saveRollout(row);
    await rollouts.saveRollout(next);
    expect((await rollouts.rollouts(10)).map((one) => one.id)).toEqual([next.id, row.id]);
    const ended = { ...row, ended: true, state: { phase: 'finished' } };
    await rollouts.saveRollout(ended);
    expect(await rollouts.rollout(row.id)).toEqual(ended);
    expect(await rollouts.unfinishedRollouts()).toEqual([next]);
    expect(await rollouts.rollouts(1)).toEqual([next]);
    expect(await rollouts.rollout('ro_nobody11' as RolloutId)).toBeUndefined();
  });
}

function testContract(store: () => Store): void {
  test('link tests come back whole, newest first', async () => {
    const { tests } = store();
    const first = { id: 'test_contract1' as TestId, atUnixMs: 1, result, judgement, ...unread };
    const second = { ...first, id: 'test_contract2' as TestId };
    await tests.addTest(first);
    await tests.addTest(second);
    expect(await tests.test(first.id)).toEqual(first);
    expect(await tests.summaries(10)).toEqual([second, first].map(testSummary));
    expect(await tests.summaries(1)).toEqual([testSummary(second)]);
    expect(await tests.test('test_nobody11' as TestId)).toBeUndefined();
  });

  test('a link test that was kept before hosts were watched is read, and says that nobody watched', async () => {
    const { tests } = store();
    const row = unwatchedRow('test_contract3' as TestId);
    await tests.addTest(row);
    expect(JSON.stringify(row)).not.toContain('vitals');
    const read = { ...row, result: { ...row.result, ...unwatched } };
    expect(await tests.test(row.id)).toEqual(read);
    expect((await tests.summaries(1))[0]).toEqual(testSummary(read));
  });

  test('a comparison that was kept before its parameters were is read without them', async () => {
    const { tests } = store();
    const row = { id: 'test_contract5' as TestId, atUnixMs: 1, result, judgement, ...unread };
    await tests.addTest({ ...row, comparison: hashedOnly as unknown as Comparison });
    const read = { ...hashedOnly, parameters: null };
    expect((await tests.test(row.id))?.comparison).toEqual(read);
    expect(await tests.comparisons(result.link, 5)).toEqual([read]);
  });

  test('what both hosts saw comes back', async () => {
    const { tests } = store();
    const quartiles = { minMs: 0.1, p25Ms: 0.1, p75Ms: 0.2 };
    const latency = { idle: { p50Ms: 0.1, p99Ms: 0.2, count: 8, lost: 0, ...quartiles }, loaded: null };
    const surroundings = { sender: { kernel: '6.1.0', interfaces: [] }, receiver: null };
    const id = 'test_contract4' as TestId;
    await tests.addTest({
      id,
      atUnixMs: 1,
      result: { ...result, latency, surroundings },
      judgement,
      ...unread,
    });
    expect((await tests.test(id))?.result).toMatchObject({ latency, surroundings });
  });
}

/** As it was kept before parameters were: their hash only. */
const hashedOnly = {
  kind: 'none',
  parameterHash: '29302e3effab',
  receivedBps: 380e6,
  results: 0,
  medianBps: null,
  floorBps: null,
  sentence: '380 Mbit/s received',
} as const;

/** As it was kept before hosts were watched. */
function unwatchedRow(id: TestId): TestRow {
  const { vitals, latency, surroundings, ...earlier } = result;
  expect({ vitals, latency, surroundings }).toEqual(unwatched);
  return { id, atUnixMs: 1, result: earlier as TestResult, judgement, ...unread };
}

const result = resultOf(
  {
    name: 'drbd' as LinkName,
    ends: [
      { host: alpha, bond: 'sync0' as BondName },
      { host: beta, bond: 'sync0' as BondName },
    ],
  },
  { run: { ok: false, fault: 'no-data', message: 'nothing arrived' } },
);

const judgement: Judgement = {
  percentOfConfiguration: 97.123456789,
  percentOfHardware: null,
  ceilingBps: 1_980_000_000,
  hardwareBps: null,
  ceilingSentence: '',
  verdicts: [],
  passed: true,
};
