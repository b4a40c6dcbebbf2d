import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { TestId, TxId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { answerOf } from './answers.ts';

const tx = 'tx_00000001' as TxId;
const refused = (code: 'busy' | 'expired' | 'policy'): CommandOutcome => ({
  kind: 'refused',
  code,
  refusals: [{ subject: 'eth2', message: 'not yours' }],
});

test.each<[string, Parameters<typeof answerOf>[0], CommandOutcome, string, string]>([
  [
    'how the transaction stands',
    'confirm',
    { kind: 'transaction', tx, outcome: { phase: 'committed' } },
    'answer',
    'committed',
  ],
  [
    'another transaction',
    'confirm',
    { kind: 'transaction', tx: 'tx_00000002' as TxId, outcome: { phase: 'committed' } },
    'answer',
    'failed',
  ],
  [
    'an answer to another question',
    'apply',
    { kind: 'cancelled', test: 'test_00000001' as TestId },
    'answer',
    'failed',
  ],
  ['a refusal', 'prepare', refused('policy'), 'answer', 'refused'],
  ['busy with somebody else', 'prepare', refused('busy'), 'answer', 'refused'],
  ['busy with this one', 'confirm', refused('busy'), 'askAgain', 'refused'],
  ['too late to start', 'apply', refused('expired'), 'askAgain', 'refused'],
  ['a command that was cut off', 'confirm', { kind: 'failed', message: 'interrupted' }, 'askAgain', 'failed'],
])('%s', (_what, order, outcome, kind, phase) => {
  expect(answerOf(order, tx, outcome)).toMatchObject({ kind, answer: { phase } });
});

test('a refusal names its reasons', () => {
  expect(answerOf('prepare', tx, refused('policy')).answer).toEqual({
    phase: 'refused',
    message: 'eth2: not yours',
  });
});
