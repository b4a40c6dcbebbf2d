import { BondctlError } from '@bondctl/proto/model/error';
import type { TxId } from '@bondctl/proto/model/names';
import type { BootClock } from './boot-clock.ts';
import { createEngine } from './engine.ts';
import { createJournal, type Journal } from './journal.ts';
import type { JournalEntry } from './journal-lines.ts';
import { type Lock, pause, type TryLock } from './lock.ts';
import type { ProcessTable } from './process-table.ts';
import { crashTable, resume } from './resume.ts';
import type { TransactionParts } from './runner.ts';
import type { TxState } from './state.ts';

/** What a restore outside the agent works with: the agent's parts, and how long it bears a silent agent. */
export interface WatchParts extends TransactionParts {
  readonly boot: BootClock;
  readonly processes: ProcessTable;
  readonly tryLock: TryLock;
  /** How long after the deadline a living agent may take to begin its own rollback. */
  readonly graceMs: number;
  /** How long a rollback of a living agent may make no progress. */
  readonly stallMs: number;
}

/** What is borne: a living agent begins its own rollback at the deadline; a step of it may last as long as a driver needs. */
export const patience = { graceMs: 5000, stallMs: 60_000 } as const satisfies Partial<WatchParts>;

/** How a restore outside the agent ended. */
export type WatchEnding = 'nothing to do' | 'restored' | 'accepted' | 'stuck';

const lookMs = 200;
const longestNapMs = 1000;
/** A service manager may start a new agent that hangs like the last one; not for ever. */
const mostEnded = 5;

const isOpen = (state: TxState): boolean => crashTable[state.phase] !== 'nothing';

/** Waits on the boot clock, which goes on while a suspended host's timers stand still. */
async function sleepUntil(parts: WatchParts, deadlineMs: number): Promise<void> {
  for (;;) {
    const leftMs = deadlineMs - (await parts.boot.nowMs());
    if (leftMs <= 0) return;
    await pause(parts.clock, Math.min(leftMs, longestNapMs));
  }
}

/** How long the agent may stay silent in the phase it is in. */
const patienceMs = (parts: WatchParts, state: TxState): number =>
  state.phase === 'rollingBack' ? parts.stallMs : parts.graceMs;

/**
 * Waits for the lock while the agent that holds it does what it should have begun at the deadline; ends exactly that
 * agent when it does nothing. null when the transaction is over.
 */
async function takeOver(parts: WatchParts, journal: Journal, tx: TxId): Promise<Lock | null> {
  let last = await journal.read(tx);
  let sinceMs = await parts.boot.nowMs();
  for (let ended = 0; last !== null && isOpen(last.state) && ended < mostEnded; ) {
    const lock = await parts.tryLock();
    if (lock !== null) return lock;
    const [entry, nowMs] = [await journal.read(tx), await parts.boot.nowMs()];
    if (entry?.seq !== last.seq) sinceMs = nowMs;
    last = entry;
    if (last !== null && isOpen(last.state) && nowMs - sinceMs >= patienceMs(parts, last.state)) {
      parts.log(`The agent (process ${last.by.pid}) holds ${tx} and does nothing; it is ended.`);
      await parts.processes.signal(last.by, 'SIGKILL');
      [ended, sinceMs] = [ended + 1, nowMs];
    }
    await pause(parts.clock, lookMs);
  }
  if (last === null || !isOpen(last.state)) return null;
  throw new BondctlError(
    'needs-person',
    `Something holds this host and does not let go of it; ${tx} is not restored.`,
  );
}

/** Brings one transaction to its end, with the lock held. */
async function finish(
  parts: WatchParts,
  journal: Journal,
  entry: JournalEntry,
  sameBoot: boolean,
): Promise<WatchEnding> {
  const report = (state: TxState) => parts.log(`${state.phase}`);
  const engine = createEngine({ ...parts, journal, report }, entry.state);
  await engine.begin(resume(entry.state, sameBoot));
  return engine.state().phase === 'stuck' ? 'stuck' : 'restored';
}

async function endOpen(parts: WatchParts, journal: Journal, tx: TxId, boot: string): Promise<WatchEnding> {
  // Read again: a commit written while we waited wins.
  const entry = await journal.load();
  if (entry === null || entry.state.phase === 'idle' || entry.state.tx.id !== tx || !isOpen(entry.state)) {
    return 'nothing to do';
  }
  return await finish(parts, journal, entry, entry.boot === boot);
}

async function openJournal(parts: WatchParts): Promise<{ journal: Journal; boot: string }> {
  const boot = await parts.boot.bootId();
  return { journal: createJournal(parts, { by: await parts.processes.self(), boot }), boot };
}

async function endWhenOpen(
  parts: WatchParts,
  journal: Journal,
  tx: TxId,
  boot: string,
): Promise<WatchEnding> {
  const lock = await takeOver(parts, journal, tx);
  if (lock === null) return 'nothing to do';
  try {
    return await endOpen(parts, journal, tx, boot);
  } finally {
    await lock.release();
  }
}

/**
 * The watchdog: sleeps until the deadline, and if the transaction is still open then, ends it. `ready` is called once
 * the journal can be read, before the sleep.
 */
export async function watch(
  parts: WatchParts,
  tx: TxId,
  inMs: number,
  ready: () => void,
): Promise<WatchEnding> {
  const deadlineMs = (await parts.boot.nowMs()) + inMs;
  const { journal, boot } = await openJournal(parts);
  if ((await journal.read(tx)) === null)
    throw new BondctlError('not-found', `There is no transaction ${tx}.`);
  ready();
  await sleepUntil(parts, deadlineMs);
  return await endWhenOpen(parts, journal, tx, boot);
}

/** The newest transaction of this host, if a person may end it: open, or stuck. */
export async function unfinished(
  parts: WatchParts,
): Promise<{ readonly tx: TxId; readonly state: TxState } | null> {
  const { journal } = await openJournal(parts);
  const state = (await journal.load())?.state ?? { phase: 'idle' };
  if (state.phase === 'idle' || !(isOpen(state) || state.phase === 'stuck')) return null;
  return { tx: state.tx.id, state };
}

/** Out of `stuck`: restores once more, or leaves the host as it is. */
async function unstick(
  parts: WatchParts,
  journal: Journal,
  wish: 'restore' | 'accept',
): Promise<WatchEnding> {
  const lock = await parts.tryLock();
  if (lock === null) {
    throw new BondctlError(
      'busy',
      'The agent is running and holds this host; stop it first: systemctl stop bondctl-agent.',
    );
  }
  try {
    const state = (await journal.load())?.state;
    if (state?.phase !== 'stuck') return 'nothing to do';
    const engine = createEngine({ ...parts, journal, report: () => undefined }, state);
    await engine.send({ type: wish === 'restore' ? 'restoreAsked' : 'acceptAsked', tx: state.tx.id });
    if (engine.state().phase === 'stuck') return 'stuck';
    return wish === 'accept' ? 'accepted' : 'restored';
  } finally {
    await lock.release();
  }
}

/**
 * The restore by hand: what the watchdog does, at once, and the only way out of a transaction that is stuck. `accept`
 * takes the host as it is instead, and only there.
 */
export async function restoreByHand(parts: WatchParts, wish: 'restore' | 'accept'): Promise<WatchEnding> {
  const found = await unfinished(parts);
  const { journal, boot } = await openJournal(parts);
  if (found === null) return 'nothing to do';
  if (found.state.phase === 'stuck') return await unstick(parts, journal, wish);
  return await endWhenOpen(parts, journal, found.tx, boot);
}
