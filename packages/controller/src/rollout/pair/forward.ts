import type { HostId } from '@bondctl/proto/model/names';
import { isNonEmpty } from '@bondctl/proto/model/result';
import { prepareMs, proofMsOf } from '../../plan/deadline.ts';
import { hostSightOf, passedAll, passedLink, verifyAll } from '../evidence.ts';
import { rollBack, told, undo } from './back.ts';
import {
  type Answer,
  type Back,
  type Change,
  deadlineMs,
  hostsOf,
  type In,
  marginMs,
  type PairEffect,
  type PairEvent,
  type PairOrder,
  retryMs,
  type Stepped,
  stay,
} from './state.ts';

type Started = In<'preparing' | 'applying' | 'proving' | 'deciding'>;

/** The way back from here. Once something was applied, watchdogs are waited for, because they act without us. */
export function retreat(state: Started, why: string, nowMs: number, back: readonly Back[] = []): Stepped {
  const touched = state.phase !== 'preparing';
  const untilMs = touched ? Math.max(deadlineMs(state) + marginMs, nowMs) : nowMs + prepareMs;
  return rollBack(state.change, why, { touched, untilMs }, back);
}

/** Before the decision a person can end it; after it, it comes to its own end. */
export const abandon = (
  state: In<'preparing' | 'applying' | 'proving'>,
  { why, atMs }: Extract<PairEvent, { type: 'abandoned' }>,
): Stepped => retreat(state, why, atMs);

const asking = (host: HostId, order: PairOrder, timeoutMs: number, afterMs = 0): PairEffect => ({
  do: 'ask',
  host,
  order,
  afterMs,
  timeoutMs: Math.max(timeoutMs, 1),
});

/** queued: everyone validates, takes a snapshot and arms its watchdog. */
export function queued(state: In<'queued'>, event: PairEvent): Stepped {
  const { change } = state;
  if (event.type === 'abandoned') return [{ phase: 'rolledBack', change, why: event.why, unheard: [] }, []];
  if (event.type !== 'start') return stay(state);
  const { unchanged, atMs } = event;
  const next: In<'preparing'> = { phase: 'preparing', change, startedMs: atMs, prepared: [], unchanged };
  return [next, hostsOf(change).map((host) => asking(host, prepareOrder(change, host), prepareMs))];
}

function prepareOrder({ tx, set }: Change, host: HostId): PairOrder {
  const desired = set.participants.find((one) => one.host === host)?.desired ?? [];
  return { kind: 'prepare', tx, desired, deadlineInMs: set.deadline.totalMs };
}

/** preparing: nobody touches anything before everyone could come back. */
export function preparing(state: In<'preparing'>, event: PairEvent): Stepped {
  if (!isAbout(state.change, event, 'prepare')) return stay(state);
  const { host, atMs } = event;
  if (event.type === 'silent') {
    if (atMs + retryMs > state.startedMs + prepareMs) return retreat(state, `${host} did not answer`, atMs);
    return [state, [asking(host, prepareOrder(state.change, host), prepareMs, retryMs)]];
  }
  if (event.answer.phase !== 'prepared') return declined(state, host, event.answer, atMs);
  if (state.prepared.includes(host)) return stay(state);
  const { rollout, tx } = state.change;
  const noted: PairEffect = { do: 'record', fact: { type: 'hostPrepared', rollout, host, tx } };
  const prepared = [...state.prepared, host];
  if (prepared.length < hostsOf(state.change).length) return [{ ...state, prepared }, [noted]];
  return applyAll(state, noted, atMs);
}

/** Only a step that was waited for counts: the right order, from a participant. */
function isAbout(
  change: Change,
  event: PairEvent,
  order: PairOrder['kind'] | 'confirm',
): event is Extract<PairEvent, { type: 'answered' | 'silent' }> {
  return (
    (event.type === 'answered' || event.type === 'silent') &&
    event.order === order &&
    hostsOf(change).includes(event.host)
  );
}

function applyAll(state: In<'preparing'>, noted: PairEffect, nowMs: number): Stepped {
  const { change, startedMs, unchanged } = state;
  const next: In<'applying'> = { phase: 'applying', change, startedMs, sights: [], unchanged };
  const timeoutMs = applyUntilMs(next) - nowMs;
  return [next, [noted, ...hostsOf(change).map((host) => asking(host, applyOrder(change), timeoutMs))]];
}

const applyOrder = ({ tx, set }: Change): PairOrder => ({
  kind: 'apply',
  tx,
  settleMs: set.deadline.verify.ms,
});

/** Until when the steps may take: their part of the deadline, counted from the start. */
const applyUntilMs = ({ change, startedMs }: In<'applying'>): number =>
  startedMs + change.set.deadline.apply.ms + change.set.deadline.verify.ms;

/** applying: everyone takes its steps and reads them back. */
export function applying(state: In<'applying'>, event: PairEvent): Stepped {
  if (!isAbout(state.change, event, 'apply')) return stay(state);
  const { host, atMs } = event;
  if (event.type === 'silent') {
    const leftMs = applyUntilMs(state) - atMs - retryMs;
    if (leftMs <= 0) return retreat(state, `${host} did not say in time how its change went`, atMs);
    return [state, [asking(host, applyOrder(state.change), leftMs, retryMs)]];
  }
  if (event.answer.phase !== 'awaitingConfirm') return declined(state, host, event.answer, atMs);
  const participant = state.change.set.participants.find((one) => one.host === host);
  if (participant === undefined || state.sights.some((sight) => sight.host === host)) return stay(state);
  const sights = [...state.sights, hostSightOf(participant, event.answer.verification)];
  if (sights.length < hostsOf(state.change).length) return [{ ...state, sights }, []];
  return verify({ ...state, sights }, atMs);
}

function verify(state: In<'applying'>, nowMs: number): Stepped {
  const { change, startedMs } = state;
  const verified = verifyAll(change.set, state.sights, state.unchanged);
  if (!verified.ok) return retreat(state, told(verified.error), nowMs);
  const { rollout, tx, set } = change;
  const noted = verified.value.map(
    ({ host }): PairEffect => ({ do: 'record', fact: { type: 'hostVerified', rollout, host, tx } }),
  );
  const [first, ...others] = set.links;
  const proof = passedAll(set, []);
  if (first !== undefined) {
    const remaining = [first, ...others] as const;
    return [
      { phase: 'proving', change, startedMs, verified: verified.value, passed: [], remaining },
      [...noted, prove(change, first)],
    ];
  }
  if (proof === undefined) return retreat(state, 'no link proves this change', nowMs);
  return decide({ phase: 'deciding', change, startedMs, verified: verified.value, proof }, nowMs, noted);
}

const prove = ({ tx }: Change, link: Parameters<typeof proofMsOf>[0]): PairEffect => ({
  do: 'runProof',
  link,
  tx,
  timeoutMs: proofMsOf(link),
});

/** proving: the links of the change carry traffic, one after the other. */
export function proving(state: In<'proving'>, event: PairEvent): Stepped {
  const [link, ...later] = state.remaining;
  if ((event.type !== 'judged' && event.type !== 'unproven') || event.link !== link.name) return stay(state);
  if (event.type === 'unproven') return disproved(state, null, event.why, event.atMs);
  const passed = passedLink(event.link, event.test, event.judgement);
  if (!passed.ok) return disproved(state, event.test, passed.error, event.atMs);
  const { rollout, set } = state.change;
  const noted: PairEffect = { do: 'record', fact: { type: 'proofPassed', rollout, ...passed.value } };
  const all = [...state.passed, passed.value];
  if (isNonEmpty(later))
    return [{ ...state, passed: all, remaining: later }, [noted, prove(state.change, later[0])]];
  const proof = passedAll(set, all);
  if (proof === undefined) return disproved(state, event.test, 'not every link was proven', event.atMs);
  const { change, startedMs, verified } = state;
  return decide({ phase: 'deciding', change, startedMs, verified, proof }, event.atMs, [noted]);
}

function disproved(
  state: In<'proving'>,
  test: Extract<PairEvent, { type: 'judged' }>['test'] | null,
  why: string,
  nowMs: number,
): Stepped {
  const { rollout } = state.change;
  const link = state.remaining[0].name;
  const noted: PairEffect = { do: 'record', fact: { type: 'proofFailed', rollout, link, test, why } };
  const [next, effects] = retreat(state, `${link}: ${why}`, nowMs);
  return [next, [noted, ...effects]];
}

/** The decision, unless it comes too late to be heard before the watchdogs fire. */
function decide(state: In<'deciding'>, nowMs: number, noted: readonly PairEffect[]): Stepped {
  const lateMs = nowMs - (deadlineMs(state) - state.change.set.deadline.confirm.ms);
  if (lateMs > 0) {
    const [next, effects] = retreat(
      state,
      `the proof came ${Math.ceil(lateMs / 1000)} s too late to confirm`,
      nowMs,
    );
    return [next, [...noted, ...effects]];
  }
  return [state, [...noted, { do: 'storeDecision', tx: state.change.tx, decision: 'confirm' }]];
}

/** A host says no, or that it already is back: the others follow it. */
function declined(state: In<'preparing' | 'applying'>, host: HostId, answer: Answer, nowMs: number): Stepped {
  switch (answer.phase) {
    case 'rolledBack':
      return retreat(state, `${host}: ${answer.why.message}`, nowMs, [{ host, how: 'rolledBack' }]);
    case 'stuck':
      return retreat(state, `${host}: ${answer.why.message}`, nowMs, [
        { host, how: 'stuck', why: answer.why.message },
      ]);
    case 'refused':
      // Before the first step there is nothing to take back.
      return retreat(
        state,
        `${host}: ${answer.message}`,
        nowMs,
        state.phase === 'preparing' ? [{ host, how: 'rolledBack' }] : [],
      );
    case 'failed':
      return retreat(state, `${host}: ${answer.message}`, nowMs);
    case 'committed':
      // Nobody confirmed it. Whatever made it do so, it must not stay the only one.
      return undo(state.change, `${host} committed without being confirmed`, nowMs);
    case 'prepared':
    case 'awaitingConfirm':
      return retreat(state, `${host} answered "${answer.phase}" out of turn`, nowMs);
    default:
      return answer satisfies never;
  }
}
