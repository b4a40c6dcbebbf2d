import type { OperatorName } from '@bondctl/proto/model/names';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRecorder } from '../record/recorder.ts';
import type { Store } from '../store/ports.ts';
import { openStore } from '../store/sql.ts';
import { sqliteDialect } from '../store/sqlite.ts';
import { createOperators } from './operators.ts';

const ada = 'ada' as OperatorName;
const hourMs = 3_600_000;
let store: Store;
let nowMs: number;

beforeEach(async () => {
  store = await openStore(await sqliteDialect(':memory:'));
  nowMs = 1_000_000;
});
afterEach(() => store.close());

function opened() {
  const { record, list } = createRecorder(store.events, () => nowMs);
  const clock = { nowUnixMs: () => nowMs, monotonicMs: () => nowMs };
  const operators = createOperators({ store: store.operators, record, ...clock });
  const enter = (kind: 'token' | 'session', secret: string) => operators.enter({ kind, secret }, '10.0.0.9');
  return { operators, enter, facts: async () => (await list({ limit: 1000 })).map((one) => one.fact) };
}

describe('an operator', () => {
  test('has a token of 256 random bits of which only the digest is kept', async () => {
    const { operators } = opened();
    const tokens = new Set<string>();
    for (const name of ['a', 'b', 'c'])
      tokens.add((await operators.add('cli:root', name as OperatorName, 'read')).token);
    expect(tokens.size).toBe(3);
    for (const token of tokens) expect(token).toMatch(/^bondctl-operator-[\w-]{43}$/);
    const kept = JSON.stringify([await store.operators.operators(), await store.events.list({ limit: 10 })]);
    for (const token of tokens) expect(kept).not.toContain(token);
  });

  test('is added once under his name, and what he may do never changes under it', async () => {
    const { operators, enter, facts } = opened();
    const { token } = await operators.add('cli:root', ada, 'read');
    await expect(operators.add('cli:root', ada, 'change')).rejects.toMatchObject({ code: 'bad-input' });
    expect(await enter('token', token)).toMatchObject({
      operator: 'ada',
      rights: 'read',
      expiresUnixMs: null,
    });
    expect(await facts()).toEqual([{ type: 'operatorAdded', operator: 'ada', rights: 'read' }]);
  });

  test('who is added again after his removal has none of what he had', async () => {
    const { operators, enter } = opened();
    const { token } = await operators.add('cli:root', ada, 'change');
    const { secret } = await operators.signIn(token, 'x');
    await operators.remove('cli:root', ada);
    await operators.add('cli:root', ada, 'change');
    await expect(enter('token', token)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(enter('session', secret)).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(operators.remove('cli:root', 'bob' as OperatorName)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('who is removed while he is looked up does not come in', async () => {
    const { operators, facts } = opened();
    const { token } = await operators.add('cli:root', ada, 'change');
    const slow = createOperators({
      store: {
        ...store.operators,
        async operatorOfToken(digest) {
          const row = await store.operators.operatorOfToken(digest);
          if (row !== undefined) await slow.remove('cli:root', ada);
          return row;
        },
      },
      record: async () => {},
      nowUnixMs: () => nowMs,
      monotonicMs: () => nowMs,
    });
    await expect(slow.enter({ kind: 'token', secret: token }, 'x')).rejects.toMatchObject({
      code: 'not-signed-in',
    });
    expect((await facts()).map((one) => one.type)).toEqual(['operatorAdded']);
  });

  test('cannot fill the record by signing in again and again', async () => {
    const { operators, facts } = opened();
    const { token } = await operators.add('cli:root', ada, 'read');
    const tries = await Promise.allSettled(Array.from({ length: 50 }, () => operators.signIn(token, 'x')));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(20);
    expect((await facts()).filter((one) => one.type === 'signedIn')).toHaveLength(20);
  });
});

describe('a session', () => {
  test('lives by its use for 12 h at a time and for 7 days at most, also across a restart', async () => {
    const { operators, enter } = opened();
    const { token } = await operators.add('cli:root', ada, 'read');
    const { secret } = await operators.signIn(token, 'x');
    for (let at = 0; at < 15; at += 1) {
      nowMs += 11 * hourMs;
      expect((await opened().enter('session', secret)).operator).toBe('ada');
    }
    nowMs += 3 * hourMs;
    await expect(enter('session', secret)).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  test('that nobody uses ends, and is forgotten; a page that is open uses it', async () => {
    const { operators, enter } = opened();
    const { token } = await operators.add('cli:root', ada, 'read');
    const [idle, open] = [await operators.signIn(token, 'x'), await operators.signIn(token, 'x')];
    const page = await enter('session', open.secret);
    const tend = async () => {
      nowMs += 11 * hourMs;
      await operators.tend();
    };
    await tend();
    await tend();
    expect((await store.operators.sessions()).length).toBe(1);
    await expect(enter('session', idle.secret)).rejects.toMatchObject({ code: 'not-signed-in' });
    expect(page.ended.aborted).toBe(false);
    for (let days = 0; days < 14; days += 1) await tend();
    expect(page.ended.aborted).toBe(true);
    expect(await store.operators.sessions()).toEqual([]);
  });

  test('too many ends the one that was used longest ago, with what it has open', async () => {
    const { operators, enter } = opened();
    const { token } = await operators.add('cli:root', ada, 'read');
    const { secret } = await operators.signIn(token, 'x');
    const page = await enter('session', secret);
    for (let at = 0; at < 16; at += 1) {
      nowMs += 1000;
      await operators.signIn(token, 'x');
    }
    expect(page.ended.aborted).toBe(true);
    expect((await operators.list())[0]?.sessions).toBe(16);
  });
});
