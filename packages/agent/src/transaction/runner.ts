import type { BondDesire } from '@bondctl/proto/model/bond';
import type { CommandOutcome, Live, Order } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { HostState } from '@bondctl/proto/model/host';
import type { BondKept } from '@bondctl/proto/model/kept';
import type { BondName, TxId } from '@bondctl/proto/model/names';
import type { HostPlan, TxPhase } from '@bondctl/proto/model/transaction';
import type { Clock, Faults, Files, HostReader, HostWriter } from '../kernel/ports.ts';
import { answerOf, badDeadline, idOf, notNow, refused } from './answers.ts';
import { type BootClock, createBootClock } from './boot-clock.ts';
import { confirmedPath, readConfirmed, readKept } from './confirmed.ts';
import { type ConfirmedBond, withConfirmed } from './confirmed-text.ts';
import { type Departure, driftOf } from './drift.ts';
import { createEngine, type Engine } from './engine.ts';
import { createJournal, type Journal } from './journal.ts';
import { type Keeping, noKeeping } from './keeping.ts';
import { abstractLock, type Lock, type TryLock, waitForLock } from './lock.ts';
import { planHost, touchedBy } from './plan.ts';
import type { ChangePolicy } from './policy.ts';
import { choosePorts } from './ports-chosen.ts';
import { createProcessTable, type ProcessTable } from './process-table.ts';
import { progressOf, touching } from './progress.ts';
import { readFor } from './reading.ts';
import { resume } from './resume.ts';
import type { TxState } from './state.ts';
import type { Watchdogs } from './watchdog.ts';

/** What transactions work with. */
export interface TransactionParts {
  readonly files: Files;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly reader: HostReader;
  readonly writer: HostWriter;
  readonly watchdogs: Watchdogs;
  /** `/var/lib/bondctl-agent`; journals are in `transactions` below it. */
  readonly stateDir: string;
  readonly policy: ChangePolicy;
  /** Nothing is kept where not given. */
  readonly keeping?: Keeping;
  readonly log: (sentence: string) => void;
  /** The machine's own where not given. */
  readonly boot?: BootClock;
  readonly processes?: ProcessTable;
  readonly tryLock?: TryLock;
}

type OrderOf<K extends Order['kind']> = Extract<Order, { kind: K }>;

/** In what a host departs from what it confirmed; null when that cannot be said. */
export type Comparison = (state: HostState) => Promise<readonly Departure[] | null>;

/** The transactions of one host: at most one at a time. */
export interface Transactions {
  /** Takes the lock and takes up what a crash left open; nothing is accepted before it has resolved. */
  resume(): Promise<void>;
  plan(desired: readonly BondDesire[]): Promise<HostPlan>;
  prepare(order: OrderOf<'prepare'>): Promise<CommandOutcome>;
  apply(order: OrderOf<'apply'>): Promise<CommandOutcome>;
  confirm(order: OrderOf<'confirm'>): Promise<CommandOutcome>;
  rollBack(order: OrderOf<'rollBack'>): Promise<CommandOutcome>;
  forget(order: OrderOf<'forget'>): Promise<CommandOutcome>;
  /** The newest transaction, unless it is forgotten. */
  current(): { readonly id: TxId; readonly phase: TxPhase } | null;
  /** The bonds that the transaction in hand is changing right now. */
  touching(): readonly BondName[];
  /**
   * Asked before a state is read; what it gives compares that state with what was confirmed last. null: nothing can be
   * said, because a transaction is under way or was while the state was read.
   */
  comparison(): Comparison;
  /** Where the confirmed bonds outlive a reboot, as it was when they were confirmed. */
  kept(): readonly BondKept[];
  onProgress(listener: (progress: Extract<Live, { kind: 'progress' }>) => void): void;
  /** Gives the lock back. What is open stays open, and its watchdog watches. */
  close(): Promise<void>;
}

// Longer than a watchdog's restore takes at worst.
const lockTimeoutMs = 180_000;

interface Running {
  readonly engine: Engine;
  readonly journal: Journal;
  readonly lock: Lock;
}

/** Everything of one agent's transactions; `running` from the resume on. */
interface Own {
  readonly parts: TransactionParts;
  readonly boot: BootClock;
  readonly processes: ProcessTable;
  running: Running | null;
  /** Whether it was said that nobody knows what was confirmed: a damaged file is said once. */
  saidDamaged: boolean;
  kept: readonly BondKept[];
  tell: (progress: Extract<Live, { kind: 'progress' }>) => void;
}

function ready({ running }: Own): Running {
  if (running !== null) return running;
  throw new BondctlError(
    'busy',
    'The agent has not yet taken up what an earlier one left; ask again in a moment.',
  );
}

function report(own: Own, state: TxState): void {
  const progress = progressOf(state);
  if (progress === null) return;
  own.parts.log(progress.sentence);
  own.tell(progress);
}

/** Takes up what the journal says, with the lock in hand. */
async function takeUp(own: Own, lock: Lock): Promise<void> {
  const { parts, boot, processes } = own;
  const writer = { by: await processes.self(), boot: await boot.bootId() };
  const journal = createJournal(parts, writer);
  await parts.keeping?.resume();
  const entry = await journal.load();
  const state: TxState = entry?.state ?? { phase: 'idle' };
  const engine = createEngine({ ...parts, boot, journal, report: (next) => report(own, next) }, state);
  own.running = { engine, journal, lock };
  own.kept = await readKept(parts, 'confirmed:kept');
  await engine.begin(resume(state, entry?.boot === writer.boot));
}

async function resumeOwn(own: Own): Promise<void> {
  const { tryLock = abstractLock, clock } = own.parts;
  const lock = await waitForLock(tryLock, clock, lockTimeoutMs);
  if (lock === null) {
    throw new BondctlError('busy', 'Another agent or a restore holds this host; end it first.');
  }
  try {
    await takeUp(own, lock);
  } catch (thrown) {
    own.running = null;
    await lock.release();
    throw thrown;
  }
}

const nothing = async (): Promise<void> => undefined;

/** Lets something happen to a transaction if it is the current one, then tells how it stands. */
async function ask(
  own: Own,
  id: TxId,
  act: (engine: Engine) => Promise<void> = nothing,
): Promise<CommandOutcome> {
  const { engine, journal } = ready(own);
  if (idOf(engine.state()) === id) {
    await act(engine);
    if (idOf(engine.state()) === id) return answerOf(id, engine.state());
  }
  const entry = await journal.read(id);
  return entry === null
    ? refused('conflict', id, `This host knows no transaction ${id}.`)
    : answerOf(id, entry.state);
}

async function prepare(own: Own, order: OrderOf<'prepare'>): Promise<CommandOutcome> {
  const { tx: id, desired, deadlineInMs } = order;
  const { engine, journal } = ready(own);
  if (idOf(engine.state()) === id || (await journal.read(id)) !== null) return await ask(own, id);
  const refusal = notNow(engine.state()) ?? badDeadline(id, deadlineInMs);
  if (refusal !== null) return refusal;
  const state = await readFor(own.parts.reader, 'plan', desired);
  const { refusals } = await planIn(own, state, desired);
  if (refusals.length > 0) return { kind: 'refused', code: 'policy', refusals };
  const deadlineMs = (await own.boot.nowMs()) + deadlineInMs;
  // Somebody else may have begun while the host was read.
  const late = notNow(engine.state());
  if (late !== null) return late;
  const kept = await letGo(own, engine);
  if (kept !== null) return kept;
  // What is found now is what changes, and what people wrote stays beside it.
  const { desired: named } = choosePorts(desired, state);
  await engine.send({
    type: 'prepareAsked',
    tx: id,
    order: { id, desired: named, deadlineInMs },
    deadlineMs,
  });
  return await ask(own, id);
}

const plan = async (own: Own, desired: readonly BondDesire[]): Promise<HostPlan> =>
  planIn(own, await readFor(own.parts.reader, 'plan', desired), desired);

/** What the kernel would get, and the files that would follow. */
async function planIn({ parts }: Own, state: HostState, desired: readonly BondDesire[]): Promise<HostPlan> {
  const { steps, refusals, notes, basis } = planHost(state, desired, parts.policy);
  if (refusals.length > 0) return { steps, refusals, notes, basis };
  const { desired: named } = choosePorts(desired, state);
  const files = await (parts.keeping ?? noKeeping).outlook(state, named, touchedBy(steps));
  if (files.refusals.length > 0) return { steps: [], refusals: files.refusals, notes: [], basis };
  return { steps: [...steps, ...files.steps], refusals, notes: [...files.notes, ...notes], basis };
}

/** Forgets what is committed, once it is written down; the answer to who asked for it when it cannot be. */
async function letGo(own: Own, engine: Engine): Promise<CommandOutcome | null> {
  const state = engine.state();
  if (state.phase !== 'committed') return null;
  const { id } = state.tx;
  await engine.send({ type: 'forgetAsked', tx: id });
  own.kept = await readKept(own.parts, 'confirmed:told');
  if (engine.state().phase !== 'committed') return null;
  const path = confirmedPath(own.parts.stateDir);
  return {
    kind: 'failed',
    message: `What ${id} confirmed cannot be written to ${path}, so it is not forgotten and nothing else begins; make room there.`,
  };
}

async function forget(own: Own, tx: TxId): Promise<CommandOutcome> {
  const { engine } = ready(own);
  const kept = idOf(engine.state()) === tx ? await letGo(own, engine) : null;
  return kept ?? { kind: 'forgotten', tx };
}

/** What was confirmed, with what a transaction confirmed that is not forgotten yet. */
async function confirmedOf(own: Own, state: TxState): Promise<readonly ConfirmedBond[]> {
  const { parts } = own;
  const known = await readConfirmed(parts);
  if (known === null && !own.saidDamaged) {
    own.saidDamaged = true;
    const path = confirmedPath(parts.stateDir);
    parts.log(`${path} is damaged: drift is not looked for until something is confirmed again.`);
  }
  return state.phase === 'committed'
    ? withConfirmed(known ?? [], state.tx, parts.clock.unixMs())
    : (known ?? []);
}

const rests: ReadonlySet<TxPhase> = new Set<TxPhase>(['idle', 'committed', 'rolledBack']);

function comparison(own: Own): Comparison {
  const state = own.running?.engine.state();
  return async (found) => {
    if (state === undefined || !rests.has(state.phase)) return null;
    const confirmed = await confirmedOf(own, state);
    // Another state since: what was read may be of before it, what is confirmed of after it.
    if (own.running?.engine.state() !== state) return null;
    return driftOf(
      confirmed.map(({ desire }) => desire),
      found,
    );
  };
}

function current({ running }: Own): ReturnType<Transactions['current']> {
  const state = running?.engine.state() ?? { phase: 'idle' };
  return state.phase === 'idle' ? null : { id: state.tx.id, phase: state.phase };
}

/** Makes the transactions of this host. */
export function createTransactions(parts: TransactionParts): Transactions {
  const boot = parts.boot ?? createBootClock(parts.files);
  const processes = parts.processes ?? createProcessTable(parts.files);
  const own: Own = {
    parts,
    boot,
    processes,
    running: null,
    saidDamaged: false,
    kept: [],
    tell: () => undefined,
  };
  return {
    resume: () => resumeOwn(own),
    plan: (desired) => plan(own, desired),
    prepare: (order) => prepare(own, order),
    apply: ({ tx, settleMs }) =>
      ask(own, tx, async (engine) =>
        engine.send({ type: 'applyAsked', tx, settleMs, nowMs: await boot.nowMs() }),
      ),
    confirm: ({ tx }) =>
      ask(own, tx, async (engine) => engine.send({ type: 'confirmAsked', tx, nowMs: await boot.nowMs() })),
    rollBack: ({ tx, why }) => ask(own, tx, (engine) => engine.send({ type: 'rollBackAsked', tx, why })),
    forget: ({ tx }) => forget(own, tx),
    current: () => current(own),
    touching: () => touching(own.running?.engine.state()),
    comparison: () => comparison(own),
    kept: () => own.kept,
    onProgress(listener) {
      own.tell = listener;
    },
    async close() {
      await own.running?.lock.release();
      own.running = null;
    },
  };
}
