import type { OperatorName } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import type { Store } from '../../packages/controller/src/store/ports.ts';

const ada = 'ada' as OperatorName;
const operatorRow = {
  operator: ada,
  rights: 'change',
  sha256: 'aa',
  createdUnixMs: 1,
  usedUnixMs: null,
} as const;
const sessionRow = (sha256: string, usedUnixMs = 5) => ({
  sha256,
  operator: ada,
  createdUnixMs: 5,
  usedUnixMs,
});

/** What is kept of operators, and of their sessions. */
export function operatorContract(use: () => Store): void {
  sessionContract(use);

  test('an operator is found by the digest of his token, and his name is taken', async () => {
    const { operators } = use();
    expect(await operators.addOperator(operatorRow)).toBe(true);
    expect(await operators.addOperator({ ...operatorRow, rights: 'read', sha256: 'bb' })).toBe(false);
    expect(await operators.operatorOfToken('aa')).toEqual(operatorRow);
    expect(await operators.operatorOfToken('bb')).toBeUndefined();
    await operators.operatorUsed(ada, 9);
    expect(await operators.operators()).toEqual([{ ...operatorRow, usedUnixMs: 9 }]);
  });

  test('an operator who is removed leaves no session', async () => {
    const { operators } = use();
    await operators.addOperator(operatorRow);
    await operators.addSession(sessionRow('s1'), 3);
    expect(await operators.removeOperator(ada)).toBe(true);
    expect(await operators.removeOperator(ada)).toBe(false);
    expect(await operators.sessions()).toEqual([]);
    expect(await operators.session('s1')).toBeUndefined();
    expect(await operators.addSession(sessionRow('s2'), 3)).toBeUndefined();
  });
}

function sessionContract(use: () => Store): void {
  test('a session is found with its operator, used, and removed', async () => {
    const { operators } = use();
    await operators.addOperator(operatorRow);
    expect(await operators.addSession(sessionRow('s1'), 3)).toEqual([]);
    await operators.sessionUsed('s1', 8);
    expect(await operators.session('s1')).toEqual({ session: sessionRow('s1', 8), operator: operatorRow });
    await operators.removeSession('s1');
    expect(await operators.session('s1')).toBeUndefined();
  });

  test('of too many sessions those go that were used longest ago', async () => {
    const { operators } = use();
    await operators.addOperator(operatorRow);
    for (const [sha256, used] of [
      ['s1', 9],
      ['s2', 5],
      ['s3', 7],
    ] as const)
      await operators.addSession(sessionRow(sha256, used), 3);
    expect(await operators.addSession(sessionRow('s4', 10), 3)).toEqual(['s2']);
    expect((await operators.sessions()).map((one) => one.sha256).sort()).toEqual(['s1', 's3', 's4']);
  });
}
