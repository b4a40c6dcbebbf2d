import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { TxId } from '@bondctl/proto/model/names';
import type { Answer, PairOrder } from './state.ts';

/** A command's outcome as an answer of this transaction; `silent` when it says nothing about how the transaction stands. */
export function answerOf(
  order: PairOrder['kind'] | 'confirm',
  tx: TxId,
  outcome: CommandOutcome,
): Answer | 'silent' {
  switch (outcome.kind) {
    case 'transaction':
      return outcome.tx === tx ? outcome.outcome : unexpected(`about ${outcome.tx}`);
    case 'refused':
      // Once the transaction is in hand, busy means busy with it: the answer is still to come.
      if (outcome.code === 'busy' && order !== 'prepare') return 'silent';
      return {
        phase: 'refused',
        message: outcome.refusals.map(sentence).join('; ') || `refused (${outcome.code})`,
      };
    case 'failed':
      return { phase: 'failed', message: outcome.message };
    case 'planned':
    case 'forgotten':
    case 'probed':
    case 'serving':
    case 'measured':
    case 'collected':
    case 'cancelled':
      return unexpected(`"${outcome.kind}"`);
    default:
      return outcome satisfies never;
  }
}

const sentence = ({ subject, message }: { readonly subject: string; readonly message: string }) =>
  `${subject}: ${message}`;
const unexpected = (what: string): Answer => ({
  phase: 'failed',
  message: `it gave an answer ${what} to another question`,
});
