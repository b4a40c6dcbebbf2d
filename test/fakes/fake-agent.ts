import type { BondDesire } from '@bondctl/proto/model/bond';
import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import type { BondName, CommandId, HostId, TxId } from '@bondctl/proto/model/names';
import type { Failure, TxOutcome, Verification } from '@bondctl/proto/model/transaction';
import { applied, type Bonds, readBack, stepsTo } from './fake-bonds.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** One transaction as the agent's journal has it: it survives a restart. */
interface Journalled {
  readonly id: TxId;
  readonly desired: readonly BondDesire[];
  readonly before: Bonds;
  readonly deadlineMs: number;
  outcome: TxOutcome;
  applying: boolean;
  forgotten: boolean;
}

/** What can be wrong with one host. */
export interface Troubles {
  /** A sentence: `plan` and `prepare` are refused with it. */
  readonly refuses?: string;
  /** A sentence: a step fails with it, and the host goes back by itself. */
  readonly stepFails?: string;
  /** A sentence: going back fails with it. */
  readonly stuck?: string;
  /** Changes what the host reads back after applying. */
  readonly misreads?: (verification: Verification) => Verification;
  readonly applyMs?: number;
}

/** An agent in memory that knows what we order, remembers commands, and has a watchdog that outlives it. */
export interface FakeAgent {
  readonly host: HostId;
  readonly bonds: () => Bonds;
  readonly readBack: () => ReturnType<typeof readBack>;
  /** Carries an order out; undefined when the process died before it could answer. */
  readonly carryOut: (id: CommandId, order: Order) => Promise<CommandOutcome | undefined>;
  /** The process ends; from `backAtMs` on it is there again, and unconfirmed changes are gone. */
  readonly kill: (backAtMs: number | null) => void;
  readonly alive: () => boolean;
  readonly phaseOf: (tx: TxId) => TxOutcome['phase'] | undefined;
  readonly deadlineOf: (tx: TxId) => number | undefined;
  /** How often an order was really carried out, by command. */
  readonly executions: ReadonlyMap<CommandId, number>;
}

/** A host that has `bonds`. */
export function createFakeAgent(
  clock: VirtualClock,
  host: HostId,
  start: Bonds,
  partnerOf: (bond: BondName) => string,
  troubles: Troubles = {},
): FakeAgent {
  let bonds = start;
  let generation = 0;
  let up = true;
  const journal = new Map<TxId, Journalled>();
  const answers = new Map<CommandId, Promise<CommandOutcome | undefined>>();
  const executions = new Map<CommandId, number>();

  const restore = (tx: Journalled, why: Failure): TxOutcome => {
    if (tx.outcome.phase === 'rolledBack' || tx.outcome.phase === 'stuck') return tx.outcome;
    if (troubles.stuck !== undefined) {
      tx.outcome = { phase: 'stuck', why: { kind: 'restore', message: troubles.stuck }, differences: [] };
      return tx.outcome;
    }
    bonds = tx.before;
    tx.outcome = { phase: 'rolledBack', why };
    return tx.outcome;
  };
  const unconfirmed = (tx: Journalled) =>
    tx.outcome.phase === 'prepared' || tx.outcome.phase === 'awaitingConfirm';

  const prepare = (order: Extract<Order, { kind: 'prepare' }>): CommandOutcome => {
    if (troubles.refuses !== undefined) return refused('policy', troubles.refuses);
    const held = [...journal.values()].find(unconfirmed);
    if (held !== undefined) return refused('busy', `${held.id} is in hand`);
    const deadlineMs = clock.nowUnixMs() + order.deadlineInMs;
    const outcome: TxOutcome = { phase: 'prepared', deadlineInMs: order.deadlineInMs };
    const tx: Journalled = {
      id: order.tx,
      desired: order.desired,
      before: bonds,
      deadlineMs,
      outcome,
      applying: false,
      forgotten: false,
    };
    journal.set(order.tx, tx);
    // The watchdog is a process of its own: it fires although the agent is dead.
    clock.at(deadlineMs, () => {
      if (unconfirmed(tx))
        restore(tx, { kind: 'deadline', message: 'the deadline passed without a confirmation' });
    });
    return { kind: 'transaction', tx: order.tx, outcome };
  };
  const apply = async (tx: Journalled): Promise<TxOutcome | undefined> => {
    const born = generation;
    if (tx.outcome.phase !== 'prepared') return tx.outcome;
    tx.applying = true;
    await clock.sleep(troubles.applyMs ?? 500);
    if (born !== generation) return undefined;
    if (tx.outcome.phase !== 'prepared') return tx.outcome;
    if (troubles.stepFails !== undefined) return restore(tx, { kind: 'step', message: troubles.stepFails });
    bonds = applied(bonds, tx.desired);
    const verification = readBack(host, bonds, partnerOf);
    tx.outcome = {
      phase: 'awaitingConfirm',
      verification: troubles.misreads?.(verification) ?? verification,
    };
    return tx.outcome;
  };
  const confirm = (tx: Journalled): TxOutcome => {
    if (tx.outcome.phase === 'awaitingConfirm') tx.outcome = { phase: 'committed' };
    return tx.outcome;
  };
  const execute = async (id: CommandId, order: Order): Promise<CommandOutcome | undefined> => {
    executions.set(id, (executions.get(id) ?? 0) + 1);
    if (order.kind === 'plan') return plan(order.desired);
    if (order.kind === 'prepare') return prepare(order);
    const tx = 'tx' in order ? journal.get(order.tx) : undefined;
    if (tx === undefined) return refused('invalid', 'this transaction is not known here');
    const outcome = await outcomeOf(tx, order);
    if (order.kind === 'forget') return { kind: 'forgotten', tx: tx.id };
    return outcome && { kind: 'transaction', tx: tx.id, outcome };
  };
  const outcomeOf = async (tx: Journalled, order: Order): Promise<TxOutcome | undefined> => {
    if (order.kind === 'apply') return apply(tx);
    if (order.kind === 'confirm') return confirm(tx);
    if (order.kind === 'forget') tx.forgotten = true;
    if (order.kind === 'rollBack' && !tx.forgotten) return restore(tx, { kind: 'asked', message: order.why });
    return tx.outcome;
  };
  const plan = (desired: readonly BondDesire[]): CommandOutcome => {
    const refusals =
      troubles.refuses === undefined ? [] : [{ subject: 'agent.yaml', message: troubles.refuses }];
    const steps = refusals.length > 0 ? [] : stepsTo(bonds, desired);
    return { kind: 'planned', plan: { steps, refusals, notes: [], basis: JSON.stringify([...bonds]) } };
  };

  return {
    host,
    bonds: () => bonds,
    readBack: () => readBack(host, bonds, partnerOf),
    carryOut: (id, order) => {
      const known = answers.get(id);
      if (known !== undefined) return known;
      const born = generation;
      const answer = execute(id, order).then((outcome) => (born === generation ? outcome : undefined));
      answers.set(id, answer);
      return answer;
    },
    kill: (backAtMs) => {
      up = false;
      generation += 1;
      if (backAtMs === null) return;
      clock.at(backAtMs, () => {
        up = true;
        forgetUnanswered(answers);
        for (const tx of journal.values())
          if (unconfirmed(tx))
            restore(tx, { kind: 'interrupted', message: 'the agent was restarted before the confirmation' });
      });
    },
    alive: () => up,
    phaseOf: (tx) => journal.get(tx)?.outcome.phase,
    deadlineOf: (tx) => journal.get(tx)?.deadlineMs,
    executions,
  };
}

const refused = (code: 'policy' | 'busy' | 'invalid', message: string): CommandOutcome => ({
  kind: 'refused',
  code,
  refusals: [{ subject: 'change', message }],
});

/** Only outcomes are remembered; a command that was cut off is answered from the journal when it is asked again. */
function forgetUnanswered(answers: Map<CommandId, Promise<CommandOutcome | undefined>>): void {
  for (const [id, answer] of answers)
    void answer.then((outcome) => {
      if (outcome === undefined) answers.delete(id);
    });
}
