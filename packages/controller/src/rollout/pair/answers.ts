import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { TxId } from '@bondctl/proto/model/names';
import type { Answer, PairOrder } from './state.ts';

/** What an outcome says about a transaction: an answer, or that the same must be asked in a new command. */
export type Read = { readonly kind: 'answer' | 'askAgain'; readonly answer: Answer };

/**
 * A command's outcome, read. A command that failed, came too late or met a busy host says nothing about how the
 * transaction stands, and its id is used up; the orders of a transaction may be asked again in another command.
 */
export function answerOf(order: PairOrder['kind'] | 'confirm', tx: TxId, outcome: CommandOutcome): Read {
  switch (outcome.kind) {
    case 'transaction':
      return answer(outcome.tx === tx ? outcome.outcome : unexpected(`about ${outcome.tx}`));
    case 'refused':
      return { kind: isPassing(order, outcome.code) ? 'askAgain' : 'answer', answer: refusedAs(outcome) };
    case 'failed':
      return { kind: 'askAgain', answer: { phase: 'failed', message: outcome.message } };
    case 'planned':
    case 'forgotten':
    case 'probed':
    case 'serving':
    case 'measured':
    case 'collected':
    case 'cancelled':
    case 'described':
      return answer(unexpected(`"${outcome.kind}"`));
    default:
      return outcome satisfies never;
  }
}

type Refused = Extract<CommandOutcome, { kind: 'refused' }>;

const answer = (said: Answer): Read => ({ kind: 'answer', answer: said });

/** Once the transaction is in hand, busy means busy with it. */
const isPassing = (order: PairOrder['kind'] | 'confirm', code: Refused['code']): boolean =>
  code === 'expired' || (code === 'busy' && order !== 'prepare');

const refusedAs = ({ code, refusals }: Refused): Answer => ({
  phase: 'refused',
  message: refusals.map(sentence).join('; ') || `refused (${code})`,
});

const sentence = ({ subject, message }: { readonly subject: string; readonly message: string }) =>
  `${subject}: ${message}`;
const unexpected = (what: string): Answer => ({
  phase: 'failed',
  message: `it gave an answer ${what} to another question`,
});
