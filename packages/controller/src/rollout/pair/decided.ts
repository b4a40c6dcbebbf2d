import type { HostId } from '@bondctl/proto/model/names';
import { needsPerson, undo } from './back.ts';
import {
  type Back,
  type Change,
  deadlineMs,
  hostsOf,
  type In,
  marginMs,
  type PairEffect,
  type PairEvent,
  patienceMs,
  retryMs,
  type Stepped,
  stay,
} from './state.ts';

const confirmTimeoutMs = 5000;
const forgetTimeoutMs = 10_000;

/** deciding: the state itself is the decision; once its fact is recorded too, everyone is told. */
export function deciding(state: In<'deciding'>, event: PairEvent): Stepped {
  if (event.type !== 'decisionStored') return stay(state);
  const { change, startedMs, verified, proof } = state;
  const next: In<'confirming'> = {
    phase: 'confirming',
    change,
    startedMs,
    verified,
    proof,
    committed: [],
    patientUntilMs: Math.max(deadlineMs(state), event.atMs) + patienceMs,
  };
  return [next, confirmRest(next)];
}

/** Tells everyone who has not committed yet; the same command id makes it safe to tell again. */
export const confirmRest = (state: In<'confirming'>): readonly PairEffect[] =>
  hostsOf(state.change)
    .filter((host) => !state.committed.includes(host))
    .map((host) => confirm(state, host, 0));

const confirm = (
  { change, verified, proof }: In<'confirming'>,
  host: HostId,
  afterMs: number,
): PairEffect => ({
  do: 'confirm',
  host,
  tx: change.tx,
  verified,
  proof,
  afterMs,
  timeoutMs: confirmTimeoutMs,
});

/** confirming: all commit, or what was committed is undone. */
export function confirming(state: In<'confirming'>, event: PairEvent): Stepped {
  if ((event.type !== 'answered' && event.type !== 'silent') || event.order !== 'confirm') return stay(state);
  const { host, atMs } = event;
  if (!hostsOf(state.change).includes(host) || state.committed.includes(host)) return stay(state);
  if (event.type === 'silent') return askAgain(state, host, atMs);
  const { answer } = event;
  switch (answer.phase) {
    case 'committed':
      return commit(state, host);
    case 'rolledBack':
      return split(state, `${host} rolled back before it heard the confirmation`, atMs, {
        host,
        how: 'rolledBack',
      });
    case 'stuck':
      return split(state, `${host} was on its way back when it was confirmed`, atMs, {
        host,
        how: 'stuck',
        why: answer.why.message,
      });
    case 'refused':
    case 'failed':
      return split(state, `${host} did not commit: ${answer.message}`, atMs);
    case 'prepared':
    case 'awaitingConfirm':
      return split(state, `${host} answered "${answer.phase}" when it was confirmed`, atMs);
    default:
      return answer satisfies never;
  }
}

const split = (state: In<'confirming'>, why: string, nowMs: number, back?: Back): Stepped =>
  undo(state.change, why, nowMs, back === undefined ? [] : [back]);

function commit(state: In<'confirming'>, host: HostId): Stepped {
  const { rollout, tx } = state.change;
  const noted: PairEffect = { do: 'record', fact: { type: 'hostCommitted', rollout, host, tx } };
  const committed = [...state.committed, host];
  if (committed.length < hostsOf(state.change).length) return [{ ...state, committed }, [noted]];
  return [{ phase: 'done', change: state.change }, [noted, ...forgetAll(state.change)]];
}

/** Nobody needs the way back any more. A host that does not hear this keeps a file too many, no more. */
export const forgetAll = (change: Change): readonly PairEffect[] =>
  hostsOf(change).map((host) => ({
    do: 'ask',
    host,
    order: { kind: 'forget', tx: change.tx },
    afterMs: 0,
    timeoutMs: forgetTimeoutMs,
  }));

/**
 * A lost confirmation is repeated while the agents' deadline is safely ahead. After that the same question is asked
 * only once the deadline has passed for certain: then the answer is no race any more, but how it ended.
 */
function askAgain(state: In<'confirming'>, host: HostId, nowMs: number): Stepped {
  const endMs = deadlineMs(state);
  const inTime = nowMs + retryMs + marginMs <= endMs;
  if (inTime) return [state, [confirm(state, host, retryMs)]];
  const waitMs = Math.max(endMs + marginMs - nowMs, retryMs);
  if (nowMs + waitMs <= state.patientUntilMs) return [state, [confirm(state, host, waitMs)]];
  const [next, facts] = needsPerson(state.change, lostSentence(state, host));
  return [next, facts.map((fact) => ({ do: 'record', fact }))];
}

function lostSentence(state: In<'confirming'>, host: HostId): string {
  const others =
    state.committed.length === 0 ? 'nobody else has answered' : `${state.committed.join(' and ')} committed`;
  return `${host} has not answered since the decision to confirm, and ${others}. Nobody knows whether ${host} has the new configuration or the old one. Look at it before anything else`;
}
