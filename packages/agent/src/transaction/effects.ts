import { BondctlError } from '@bondctl/proto/model/error';
import type { Snapshot, Tx } from '@bondctl/proto/model/transaction';
import type { Clock, Faults, Files, HostReader, HostWriter } from '../kernel/ports.ts';
import type { BootClock } from './boot-clock.ts';
import { remember } from './confirmed.ts';
import type { Journal } from './journal.ts';
import type { Keeping } from './keeping.ts';
import { pause } from './lock.ts';
import { planHost } from './plan.ts';
import type { ChangePolicy } from './policy.ts';
import { readAgain, readFor } from './reading.ts';
import { restoreHost } from './restore.ts';
import { unsettled } from './settle.ts';
import { snapshotOf } from './snapshot.ts';
import type { TxEffect, TxEvent, TxState } from './state.ts';
import { targetOf } from './target.ts';
import { verify } from './verify.ts';
import type { Watchdogs } from './watchdog.ts';

/** What the effects of a transaction are carried out with. */
export interface EffectParts {
  readonly files: Files;
  readonly reader: HostReader;
  readonly writer: HostWriter;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly boot: BootClock;
  readonly journal: Journal;
  readonly watchdogs: Watchdogs;
  readonly policy: ChangePolicy;
  readonly keeping?: Keeping;
  readonly stateDir: string;
  readonly log: (sentence: string) => void;
  /** Told of every state as it is reached. */
  readonly report: (state: TxState) => void;
}

type TxId = Tx['id'];
/** What comes back from an effect: at most one event. */
type Answer = Promise<TxEvent | null>;

const words = (thrown: unknown): string => BondctlError.from(thrown).message;

const settlePollMs = 250;

async function takeSnapshot({ reader, policy }: EffectParts, { id, desired }: Tx): Answer {
  try {
    const state = await readFor(reader, 'snapshot', desired);
    const plan = planHost(state, desired, policy);
    const refused = plan.refusals.map((refusal) => refusal.message).join(' ');
    if (refused !== '') return { type: 'snapshotFailed', tx: id, message: refused };
    const steps = plan.steps.map((planned) => planned.step);
    return { type: 'snapshotTaken', tx: id, before: snapshotOf(state, desired), steps };
  } catch (thrown) {
    return { type: 'snapshotFailed', tx: id, message: words(thrown) };
  }
}

async function armWatchdog({ watchdogs, boot }: EffectParts, { id }: Tx, deadlineMs: number): Answer {
  try {
    return { type: 'armed', tx: id, watchdog: await watchdogs.arm(id, deadlineMs - (await boot.nowMs())) };
  } catch (thrown) {
    return { type: 'armFailed', tx: id, message: words(thrown) };
  }
}

async function disarmWatchdog(
  parts: EffectParts,
  tx: TxId,
  effect: Extract<TxEffect, { do: 'disarmWatchdog' }>,
): Answer {
  try {
    parts.faults.reached('watchdog:disarm');
    await parts.watchdogs.disarm(effect.watchdog, tx);
  } catch (thrown) {
    // It reads the journal before it does anything, and finds that nothing is to do.
    parts.log(`The watchdog could not be ended and ends by itself at the deadline: ${words(thrown)}`);
  }
  return null;
}

async function perform(parts: EffectParts, tx: TxId, effect: Extract<TxEffect, { do: 'perform' }>): Answer {
  const label = `step:${effect.index}:${effect.step.do}`;
  try {
    parts.faults.reached(label);
    await parts.writer.perform(label, effect.step);
    return { type: 'stepDone', tx, step: effect.index, nowMs: await parts.boot.nowMs() };
  } catch (thrown) {
    return { type: 'stepFailed', tx, step: effect.index, message: words(thrown) };
  }
}

async function readBack(parts: EffectParts, tx: Tx, before: Snapshot, isFirst: boolean): Answer {
  try {
    if (!isFirst) await pause(parts.clock, settlePollMs);
    const target = targetOf(before.state, tx.desired);
    const state = await readAgain(parts.reader, 'readBack', target.offloads);
    const bonds = (await parts.reader.bonds('readBack')).map((parsed) => parsed.value);
    const { state: touched } = snapshotOf(state, tx.desired);
    return {
      type: 'readBack',
      tx: tx.id,
      verification: {
        differences: verify(target, state),
        bonds: bonds.filter((bond) => target.bonds.some((one) => one.name === bond.name)),
        state: touched,
      },
      unsettled: unsettled(target, bonds),
      nowMs: await parts.boot.nowMs(),
    };
  } catch (thrown) {
    return { type: 'readBackFailed', tx: tx.id, message: words(thrown) };
  }
}

async function restore(parts: EffectParts, state: TxState, tx: TxId, before: Snapshot): Answer {
  const announce = async (label: string) => {
    try {
      await parts.journal.append(state, label);
    } catch (thrown) {
      // The line before says rollingBack already, so whoever finds the journal does the same.
      parts.log(`The journal could not be written: ${words(thrown)}`);
    }
  };
  try {
    return { type: 'restored', tx, differences: await restoreHost({ ...parts, announce }, before) };
  } catch (thrown) {
    return { type: 'restoreFailed', tx, message: words(thrown) };
  }
}

async function writeDown(parts: EffectParts, tx: Tx, before: Snapshot): Answer {
  try {
    // Files first: what is remembered says where it is kept, and a stop in between does both again.
    await remember(parts, tx, (await parts.keeping?.keep(tx, before)) ?? []);
    return { type: 'remembered', tx: tx.id };
  } catch (thrown) {
    parts.log(
      `What ${tx.id} confirmed could not be written down; it is not forgotten before that: ${words(thrown)}`,
    );
    return { type: 'rememberFailed', tx: tx.id };
  }
}

/** States that may be acted on although they are not on disk: what the disk says instead leads to the same end. */
const safeUnwritten: readonly TxState['phase'][] = ['rollingBack', 'rolledBack', 'stuck', 'idle'];

async function journal(parts: EffectParts, state: TxState): Answer {
  try {
    await parts.journal.append(state);
  } catch (thrown) {
    parts.log(`The journal could not be written: ${words(thrown)}`);
    if (state.phase !== 'idle' && !safeUnwritten.includes(state.phase)) {
      return { type: 'journalFailed', tx: state.tx.id, message: words(thrown) };
    }
  }
  parts.report(state);
  return null;
}

async function announceUndo(parts: EffectParts, state: Extract<TxState, { phase: 'rollingBack' }>): Answer {
  const tx = state.tx.id;
  try {
    await parts.journal.append(state);
    return { type: 'undoAnnounced', tx, why: state.why };
  } catch (thrown) {
    const message = words(thrown);
    parts.log(`The journal could not be written, so what was kept is not taken back: ${message}`);
    return { type: 'undoUnwritten', tx, message };
  }
}

/** Carries out one effect of a state; `isFirst` is false for a repeated reading back. */
export function carryOut(parts: EffectParts, state: TxState, effect: TxEffect, isFirst: boolean): Answer {
  const tx = state.phase === 'idle' ? undefined : state.tx.id;
  switch (effect.do) {
    case 'journal':
      return journal(parts, effect.state);
    case 'announceUndo':
      return announceUndo(parts, effect.state);
    case 'takeSnapshot':
      return takeSnapshot(parts, effect.tx);
    case 'armWatchdog':
      return armWatchdog(parts, effect.tx, effect.deadlineMs);
    case 'disarmWatchdog':
      return tx === undefined ? Promise.resolve(null) : disarmWatchdog(parts, tx, effect);
    case 'readBack':
      return readBack(parts, effect.tx, effect.before, isFirst);
    case 'remember':
      return writeDown(parts, effect.tx, effect.before);
    case 'report':
      parts.report(effect.state);
      return Promise.resolve(null);
    case 'perform':
      return tx === undefined ? Promise.resolve(null) : perform(parts, tx, effect);
    case 'restore':
      return tx === undefined ? Promise.resolve(null) : restore(parts, state, tx, effect.before);
    default:
      return effect satisfies never;
  }
}
