import type { BondDesire } from '@bondctl/proto/model/bond';
import type { CommandOutcome, Live, Order } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { TxId } from '@bondctl/proto/model/names';
import type { HostPlan, TxPhase } from '@bondctl/proto/model/transaction';
import type { Clock, Faults, Files, HostReader, HostWriter } from '../kernel/ports.ts';
import { type BootClock, createBootClock } from './boot-clock.ts';
import { createEngine, type Engine } from './engine.ts';
import { createJournal, type Journal } from './journal.ts';
import { abstractLock, type Lock, type TryLock, waitForLock } from './lock.ts';
import { outcomeOf } from './outcome.ts';
import { planHost } from './plan.ts';
import type { ChangePolicy } from './policy.ts';
import { createProcessTable, type ProcessTable } from './process-table.ts';
import { progressOf } from './progress.ts';
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
  readonly log: (sentence: string) => void;
  /** The machine's own where not given. */
  readonly boot?: BootClock;
  readonly processes?: ProcessTable;
  readonly tryLock?: TryLock;
}

type OrderOf<K extends Order['kind']> = Extract<Order, { kind: K }>;

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
  onProgress(listener: (progress: Extract<Live, { kind: 'progress' }>) => void): void;
  /** Gives the lock back. What is open stays open, and its watchdog watches. */
  close(): Promise<void>;
}

// Longer than a watchdog's restore takes at worst.
const lockTimeoutMs = 180_000;
const [shortestDeadlineMs, longestDeadlineMs] = [1_000, 3_600_000];

type RefusalCode = Extract<CommandOutcome, { kind: 'refused' }>['code'];

const refused = (code: RefusalCode, subject: string, message: string): CommandOutcome => ({
  kind: 'refused',
  code,
  refusals: [{ subject, message }],
});

const idOf = (state: TxState): TxId | null => (state.phase === 'idle' ? null : state.tx.id);

/** Phases in which another transaction may begin. */
const isOver = (state: TxState): boolean => ['idle', 'committed', 'rolledBack'].includes(state.phase);

function told(id: TxId, state: TxState): CommandOutcome {
  const outcome = outcomeOf(state);
  if (outcome !== null) return { kind: 'transaction', tx: id, outcome };
  return { kind: 'failed', message: `Transaction ${id} is ${state.phase}; ask again.` };
}

/** Why a new transaction cannot begin now; null when it can. */
function notNow(state: TxState): CommandOutcome | null {
  if (isOver(state) || state.phase === 'idle') return null;
  const { id } = state.tx;
  if (state.phase !== 'stuck')
    return refused('busy', id, `Transaction ${id} holds this host and is ${state.phase}.`);
  const advice = `Its rollback failed: ${state.why.message}. Look at the host, then run \`bondctl-agent restore\` there.`;
  return refused('busy', id, `Transaction ${id} is stuck and holds this host. ${advice}`);
}

interface Running {
  readonly engine: Engine;
  readonly journal: Journal;
  readonly lock: Lock;
}

/** Makes the transactions of this host. */
export function createTransactions(parts: TransactionParts): Transactions {
  const { reader, policy } = parts;
  const boot = parts.boot ?? createBootClock(parts.files);
  const processes = parts.processes ?? createProcessTable(parts.files);
  let running: Running | null = null;
  let tell: (progress: Extract<Live, { kind: 'progress' }>) => void = () => undefined;

  function report(state: TxState): void {
    const progress = progressOf(state);
    if (progress === null) return;
    parts.log(progress.sentence);
    tell(progress);
  }

  async function start(lock: Lock): Promise<void> {
    const writer = { by: await processes.self(), boot: await boot.bootId() };
    const journal = createJournal(parts, writer);
    const entry = await journal.load();
    const state: TxState = entry?.state ?? { phase: 'idle' };
    const engine = createEngine({ ...parts, boot, journal, report }, state);
    running = { engine, journal, lock };
    await engine.begin(resume(state, entry?.boot === writer.boot));
  }

  function ready(): Running {
    if (running !== null) return running;
    throw new BondctlError(
      'busy',
      'The agent has not yet taken up what an earlier one left; ask again in a moment.',
    );
  }

  /** Sends an event to the transaction if it is the current one, then tells how it stands. */
  async function ask(id: TxId, act: (engine: Engine) => Promise<void>): Promise<CommandOutcome> {
    const { engine, journal } = ready();
    if (idOf(engine.state()) === id) {
      await act(engine);
      if (idOf(engine.state()) === id) return told(id, engine.state());
    }
    const entry = await journal.read(id);
    if (entry === null) return refused('conflict', id, `This host knows no transaction ${id}.`);
    if (entry.state.phase === 'idle')
      return refused('conflict', id, `Transaction ${id} is over and forgotten.`);
    return told(id, entry.state);
  }

  async function begin({ tx: id, desired, deadlineInMs }: OrderOf<'prepare'>): Promise<CommandOutcome> {
    const { engine, journal } = ready();
    if (idOf(engine.state()) === id || (await journal.read(id)) !== null)
      return await ask(id, async () => undefined);
    const busy = notNow(engine.state());
    if (busy !== null) return busy;
    if (deadlineInMs < shortestDeadlineMs || deadlineInMs > longestDeadlineMs) {
      return refused(
        'invalid',
        id,
        `A deadline of ${deadlineInMs} ms is outside ${shortestDeadlineMs} to ${longestDeadlineMs} ms.`,
      );
    }
    const { refusals } = planHost(await reader.state('plan'), desired, policy);
    if (refusals.length > 0) return { kind: 'refused', code: 'policy', refusals };
    // Somebody else may have begun while the host was read.
    const late = notNow(engine.state());
    if (late !== null) return late;
    const order = { id, desired, deadlineInMs };
    return await beginNow(engine, order, (await boot.nowMs()) + deadlineInMs);
  }

  async function beginNow(
    engine: Engine,
    order: { id: TxId; desired: readonly BondDesire[]; deadlineInMs: number },
    deadlineMs: number,
  ): Promise<CommandOutcome> {
    await engine.send({ type: 'prepareAsked', tx: order.id, order, deadlineMs });
    return await ask(order.id, async () => undefined);
  }

  return {
    async resume() {
      const lock = await waitForLock(parts.tryLock ?? abstractLock, parts.clock, lockTimeoutMs);
      if (lock === null)
        throw new BondctlError('busy', 'Another agent or a restore holds this host; end it first.');
      try {
        await start(lock);
      } catch (thrown) {
        await lock.release();
        throw thrown;
      }
    },
    plan: async (desired) => planHost(await reader.state('plan'), desired, policy),
    prepare: begin,
    apply: (order) =>
      ask(order.tx, async (engine) => {
        const { settleMs, tx } = order;
        await engine.send({ type: 'applyAsked', tx, settleMs, nowMs: await boot.nowMs() });
      }),
    confirm: ({ tx }) =>
      ask(tx, async (engine) => await engine.send({ type: 'confirmAsked', tx, nowMs: await boot.nowMs() })),
    rollBack: ({ tx, why }) => ask(tx, (engine) => engine.send({ type: 'rollBackAsked', tx, why })),
    async forget({ tx }) {
      const { engine } = ready();
      if (idOf(engine.state()) === tx) await engine.send({ type: 'forgetAsked', tx });
      return { kind: 'forgotten', tx };
    },
    current() {
      const state = running?.engine.state() ?? { phase: 'idle' };
      return state.phase === 'idle' ? null : { id: state.tx.id, phase: state.phase };
    },
    onProgress(listener) {
      tell = listener;
    },
    async close() {
      await running?.lock.release();
      running = null;
    },
  };
}
