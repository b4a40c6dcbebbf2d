import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { TxId } from '@bondctl/proto/model/names';
import { outcomeOf } from './outcome.ts';
import type { TxState } from './state.ts';

type RefusalCode = Extract<CommandOutcome, { kind: 'refused' }>['code'];

/** A refusal with one reason. */
export const refused = (code: RefusalCode, subject: string, message: string): CommandOutcome => ({
  kind: 'refused',
  code,
  refusals: [{ subject, message }],
});

/** The transaction a state is about. */
export const idOf = (state: TxState): TxId | null => (state.phase === 'idle' ? null : state.tx.id);

/** The answer to who asks how a transaction stands. */
export function answerOf(id: TxId, state: TxState): CommandOutcome {
  const outcome = outcomeOf(state);
  if (outcome !== null) return { kind: 'transaction', tx: id, outcome };
  if (state.phase === 'idle') return refused('conflict', id, `Transaction ${id} is over and forgotten.`);
  return { kind: 'failed', message: `Transaction ${id} is ${state.phase}; ask again.` };
}

/** Why another transaction cannot begin now; null when it can. */
export function notNow(state: TxState): CommandOutcome | null {
  if (state.phase === 'idle' || state.phase === 'committed' || state.phase === 'rolledBack') return null;
  const { id } = state.tx;
  if (state.phase !== 'stuck')
    return refused('busy', id, `Transaction ${id} holds this host and is ${state.phase}.`);
  const advice = `Its rollback failed: ${state.why.message}. Look at the host, then run \`bondctl-agent restore\` there.`;
  return refused('busy', id, `Transaction ${id} is stuck and holds this host. ${advice}`);
}

const [shortestDeadlineMs, longestDeadlineMs] = [1_000, 3_600_000];

/** Why a deadline is none; null when it is one. */
export function badDeadline(id: TxId, deadlineInMs: number): CommandOutcome | null {
  if (deadlineInMs >= shortestDeadlineMs && deadlineInMs <= longestDeadlineMs) return null;
  const range = `${shortestDeadlineMs} to ${longestDeadlineMs} ms`;
  return refused('invalid', id, `A deadline of ${deadlineInMs} ms is outside ${range}.`);
}
