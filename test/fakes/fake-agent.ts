import type { BondDesire } from '@bondctl/proto/model/bond';
import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import type { BondName, CommandId, HostId, TxId } from '@bondctl/proto/model/names';
import type { Failure, TxOutcome, Verification } from '@bondctl/proto/model/transaction';
import { applied, type Bonds, readBack, stepsTo } from './fake-bonds.ts';
import type { VirtualClock } from './virtual-clock.ts';

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
  /** How often an order was really carried out, by command. */
  readonly executions: ReadonlyMap<CommandId, number>;
}

/** One transaction as the agent's journal has it: it survives a restart. */
interface Journalled {
  readonly id: TxId;
  readonly desired: readonly BondDesire[];
  readonly before: Bonds;
  outcome: TxOutcome;
  forgotten: boolean;
}

/** Everything a host is: the kernel and the journal outlive the process, whose number is `generation`. */
interface Host {
  readonly clock: VirtualClock;
  readonly troubles: Troubles;
  readonly read: (bonds: Bonds) => ReturnType<typeof readBack>;
  readonly journal: Map<TxId, Journalled>;
  readonly answers: Map<CommandId, Promise<CommandOutcome | undefined>>;
  readonly executions: Map<CommandId, number>;
  bonds: Bonds;
  generation: number;
  up: boolean;
}

/** A host that has `bonds`; `partnerOf` says who answers LACP on a bond. */
export function createFakeAgent(
  clock: VirtualClock,
  name: HostId,
  bonds: Bonds,
  partnerOf: (bond: BondName) => string,
  troubles: Troubles = {},
): FakeAgent {
  const host: Host = {
    clock,
    troubles,
    read: (now) => readBack(name, now, partnerOf),
    journal: new Map(),
    answers: new Map(),
    executions: new Map(),
    bonds,
    generation: 0,
    up: true,
  };
  return {
    host: name,
    bonds: () => host.bonds,
    readBack: () => host.read(host.bonds),
    carryOut: (id, order) => remembered(host, id, order),
    kill: (backAtMs) => kill(host, backAtMs),
    alive: () => host.up,
    phaseOf: (tx) => host.journal.get(tx)?.outcome.phase,
    executions: host.executions,
  };
}

/** The same command id is answered with what it came to the first time. */
function remembered(host: Host, id: CommandId, order: Order): Promise<CommandOutcome | undefined> {
  const known = host.answers.get(id);
  if (known !== undefined) return known;
  const born = host.generation;
  host.executions.set(id, (host.executions.get(id) ?? 0) + 1);
  const answer = execute(host, order).then((outcome) => (born === host.generation ? outcome : undefined));
  host.answers.set(id, answer);
  return answer;
}

async function execute(host: Host, order: Order): Promise<CommandOutcome | undefined> {
  if (order.kind === 'plan') return plan(host, order.desired);
  if (order.kind === 'prepare') return prepare(host, order);
  const tx = 'tx' in order ? host.journal.get(order.tx) : undefined;
  if (tx === undefined) return refused('invalid', 'this transaction is not known here');
  if (order.kind === 'forget') {
    tx.forgotten = true;
    return { kind: 'forgotten', tx: tx.id };
  }
  const outcome = await outcomeOf(host, tx, order);
  return outcome && { kind: 'transaction', tx: tx.id, outcome };
}

async function outcomeOf(host: Host, tx: Journalled, order: Order): Promise<TxOutcome | undefined> {
  if (order.kind === 'apply') return apply(host, tx);
  if (order.kind === 'confirm' && tx.outcome.phase === 'awaitingConfirm') tx.outcome = { phase: 'committed' };
  if (order.kind === 'rollBack' && !tx.forgotten) restore(host, tx, { kind: 'asked', message: order.why });
  return tx.outcome;
}

function plan({ troubles, bonds }: Host, desired: readonly BondDesire[]): CommandOutcome {
  const { refuses } = troubles;
  const refusals = refuses === undefined ? [] : [{ subject: 'agent.yaml', message: refuses }];
  const steps = refuses === undefined ? stepsTo(bonds, desired) : [];
  return { kind: 'planned', plan: { steps, refusals, notes: [], basis: JSON.stringify([...bonds]) } };
}

const unconfirmed = (tx: Journalled): boolean =>
  tx.outcome.phase === 'prepared' || tx.outcome.phase === 'awaitingConfirm';

function prepare(host: Host, order: Extract<Order, { kind: 'prepare' }>): CommandOutcome {
  const { clock, journal, troubles } = host;
  if (troubles.refuses !== undefined) return refused('policy', troubles.refuses);
  const held = [...journal.values()].find(unconfirmed);
  if (held !== undefined) return refused('busy', `${held.id} is in hand`);
  const outcome: TxOutcome = { phase: 'prepared', deadlineInMs: order.deadlineInMs };
  const tx: Journalled = {
    id: order.tx,
    desired: order.desired,
    before: host.bonds,
    outcome,
    forgotten: false,
  };
  journal.set(order.tx, tx);
  // The watchdog is a process of its own: it fires although the agent is dead.
  clock.at(clock.nowUnixMs() + order.deadlineInMs, () => {
    if (unconfirmed(tx))
      restore(host, tx, { kind: 'deadline', message: 'the deadline passed without a confirmation' });
  });
  return { kind: 'transaction', tx: order.tx, outcome };
}

async function apply(host: Host, tx: Journalled): Promise<TxOutcome | undefined> {
  const { clock, troubles, generation } = host;
  if (tx.outcome.phase !== 'prepared') return tx.outcome;
  await clock.sleep(troubles.applyMs ?? 500);
  if (generation !== host.generation) return undefined;
  if (tx.outcome.phase !== 'prepared') return tx.outcome;
  if (troubles.stepFails !== undefined)
    return restore(host, tx, { kind: 'step', message: troubles.stepFails });
  host.bonds = applied(host.bonds, tx.desired);
  const verification = host.read(host.bonds);
  tx.outcome = { phase: 'awaitingConfirm', verification: troubles.misreads?.(verification) ?? verification };
  return tx.outcome;
}

function restore(host: Host, tx: Journalled, why: Failure): TxOutcome {
  const { stuck } = host.troubles;
  if (tx.outcome.phase === 'rolledBack' || tx.outcome.phase === 'stuck') return tx.outcome;
  if (stuck !== undefined) {
    tx.outcome = { phase: 'stuck', why: { kind: 'restore', message: stuck }, differences: [] };
    return tx.outcome;
  }
  host.bonds = tx.before;
  tx.outcome = { phase: 'rolledBack', why };
  return tx.outcome;
}

function kill(host: Host, backAtMs: number | null): void {
  host.up = false;
  host.generation += 1;
  if (backAtMs !== null) host.clock.at(backAtMs, () => comeBack(host));
}

/** A command that was cut off stays failed for ever: how things stand is told to another one. */
function comeBack(host: Host): void {
  host.up = true;
  const cutOff: CommandOutcome = {
    kind: 'failed',
    message: 'interrupted: the agent restarted before the command ended',
  };
  for (const [id, answer] of host.answers)
    host.answers.set(
      id,
      answer.then((outcome) => outcome ?? cutOff),
    );
  const why: Failure = { kind: 'interrupted', message: 'the agent was restarted before the confirmation' };
  for (const tx of host.journal.values()) if (unconfirmed(tx)) restore(host, tx, why);
}

const refused = (code: 'policy' | 'busy' | 'invalid', message: string): CommandOutcome => ({
  kind: 'refused',
  code,
  refusals: [{ subject: 'change', message }],
});
