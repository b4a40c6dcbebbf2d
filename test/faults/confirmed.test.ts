import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { TxId } from '@bondctl/proto/model/names';
import { afterAll, describe, expect, test } from 'vitest';
import { parseConfirmed } from '../../packages/agent/src/transaction/confirmed-text.ts';
import type { FakeHost } from '../fakes/fake-host.ts';
import { type Accident, type Life, live } from '../fakes/transaction-rig.ts';
import { bondedHost, present, sync0 } from './transaction-scenes.ts';

const [first, second] = ['tx_first00000' as TxId, 'tx_second0000' as TxId];
const top = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bondctl-confirmed-'));
afterAll(() => rmSync(top, { recursive: true }));

const pathOf = (dir: string): string => join(dir, 'confirmed.json');
const wish = (miimon: string) => present({ options: { miimon } });

async function commit({ transactions }: Life, tx: TxId, miimon: string): Promise<CommandOutcome> {
  await transactions.prepare({ kind: 'prepare', tx, desired: wish(miimon), deadlineInMs: 60_000 });
  await transactions.apply({ kind: 'apply', tx, settleMs: 1_000 });
  return await transactions.confirm({ kind: 'confirm', tx });
}

/** A host that confirmed miimon 50 and forgot it, and then 200, which it is about to forget. */
async function twice(
  accident: Accident = { kind: 'none' },
): Promise<{ host: FakeHost; dir: string; life: Life }> {
  const [host, dir] = [bondedHost(), mkdtempSync(join(top, 'state-'))];
  const before = live(host, dir);
  await before.transactions.resume();
  await commit(before, first, '50');
  await before.transactions.forget({ kind: 'forget', tx: first });
  const life = live(host, dir, accident);
  await life.transactions.resume();
  await commit(life, second, '200');
  return { host, dir, life };
}

/** What the file says of miimon; undefined when there is no file. */
function remembered(dir: string): string | undefined {
  if (!existsSync(pathOf(dir))) return undefined;
  const bonds = parseConfirmed(readFileSync(pathOf(dir), 'utf8'));
  if (bonds === null) throw new Error('the file is damaged');
  const [one] = bonds;
  return one?.desire.state === 'present' ? one.desire.spec.options.miimon : undefined;
}

/** In what the host drifts, seen by this life of its agent. */
async function drift({ transactions }: Life, host: FakeHost): Promise<readonly string[] | null> {
  const found = await transactions.comparison()(host.state());
  return found?.flatMap((one) => one.differences.map(({ path, wanted }) => `${path}=${wanted}`)) ?? null;
}

const labels = async (): Promise<readonly string[]> => {
  const { life } = await twice();
  const known = life.labels.length;
  await life.transactions.forget({ kind: 'forget', tx: second });
  return [...new Set(life.labels.slice(known))];
};

describe('what was confirmed', () => {
  test('is known while it is not forgotten and after it is, by this agent and by the next', async () => {
    const { host, dir, life } = await twice();
    expect(remembered(dir)).toBe('50');
    expect(await drift(life, host)).toEqual([]);
    host.take({ do: 'setOption', bond: sync0, option: 'miimon', from: '200', to: '0' });
    for (const say of [life.transactions.forget, life.transactions.forget]) {
      expect(await drift(life, host)).toEqual(['sync0.options.miimon=200']);
      expect(await say({ kind: 'forget', tx: second })).toEqual({ kind: 'forgotten', tx: second });
    }
    expect(remembered(dir)).toBe('200');
    const next = live(host, dir);
    await next.transactions.resume();
    expect(await drift(next, host)).toEqual(['sync0.options.miimon=200']);
  });

  test('and then undone is not remembered', async () => {
    const { host, dir, life } = await twice();
    await life.transactions.rollBack({ kind: 'rollBack', tx: second, why: 'the other end failed' });
    expect(remembered(dir)).toBe('50');
    expect(await drift(life, host)).toEqual([]);
  });

  test('is remembered before the next transaction begins', async () => {
    const { dir, life } = await twice();
    const third = 'tx_third00000' as TxId;
    await life.transactions.prepare({
      kind: 'prepare',
      tx: third,
      desired: wish('300'),
      deadlineInMs: 60_000,
    });
    expect(remembered(dir)).toBe('200');
    expect(life.transactions.current()?.id).toBe(third);
  });

  test.each(['confirmed', 'confirmed/rename', 'confirmed:read'])(
    'that cannot be written down at %s is not forgotten, and nothing else begins until it can',
    async (label) => {
      const { dir, life } = await twice({ kind: 'fail', label });
      expect(await life.transactions.forget({ kind: 'forget', tx: second })).toMatchObject({
        kind: 'failed',
        message: expect.stringContaining(pathOf(dir)) as unknown,
      });
      expect([remembered(dir), life.transactions.current()?.phase]).toEqual(['50', 'committed']);
      expect(await life.transactions.forget({ kind: 'forget', tx: second })).toMatchObject({
        kind: 'forgotten',
      });
      expect(remembered(dir)).toBe('200');
    },
  );

  test('outlives a kill at any act of forgetting: the file is old or new and never half', async () => {
    const all = await labels();
    expect(all).toEqual(expect.arrayContaining(['confirmed', 'confirmed/rename']));
    for (const label of all) {
      const { host, dir, life } = await twice({ kind: 'die', label });
      const ended = await Promise.race([life.transactions.forget({ kind: 'forget', tx: second }), life.died]);
      expect(ended, label).toBe('died');
      expect(['50', '200'], label).toContain(remembered(dir));
      const next = live(host, dir);
      await next.transactions.resume();
      host.take({ do: 'setOption', bond: sync0, option: 'miimon', from: '200', to: '0' });
      expect(await drift(next, host), label).toEqual(['sync0.options.miimon=200']);
    }
  });
});

describe('a comparison', () => {
  test('says nothing while a transaction is under way, or was while the state was read', async () => {
    const { host, life } = await twice();
    const early = life.transactions.comparison();
    await life.transactions.forget({ kind: 'forget', tx: second });
    expect(await early(host.state())).toBeNull();
    await life.transactions.prepare({
      kind: 'prepare',
      tx: 'tx_third00000' as TxId,
      desired: wish('300'),
      deadlineInMs: 60_000,
    });
    expect(await drift(life, host)).toBeNull();
  });

  test('with a damaged file says so once and finds no drift; what is confirmed next is known again', async () => {
    const { host, dir } = await twice();
    writeFileSync(pathOf(dir), readFileSync(pathOf(dir), 'utf8').replace('50', '60'));
    const next = live(host, dir);
    await next.transactions.resume();
    host.take({ do: 'setOption', bond: sync0, option: 'miimon', from: '200', to: '0' });
    expect(await drift(next, host)).toEqual(['sync0.options.miimon=200']);
    await next.transactions.rollBack({ kind: 'rollBack', tx: second, why: 'enough' });
    host.take({ do: 'setOption', bond: sync0, option: 'miimon', from: '50', to: '0' });
    for (const _ of [1, 2]) expect(await drift(next, host)).toEqual([]);
    expect(next.said.filter((line) => line.includes('confirmed.json is damaged'))).toHaveLength(1);
    await commit(next, 'tx_third00000' as TxId, '300');
    await next.transactions.forget({ kind: 'forget', tx: 'tx_third00000' as TxId });
    expect(remembered(dir)).toBe('300');
  });
});
