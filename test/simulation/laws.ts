import type { Order } from '@bondctl/proto/model/command';
import type { CommandId, HostId, TxId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import type { TxPhase } from '@bondctl/proto/model/transaction';
import { patience } from '../../packages/agent/src/transaction/watch.ts';
import type { PairState } from '../../packages/controller/src/rollout/pair/state.ts';
import { endLaws } from './end-laws.ts';
import type { LawParts, Record, Share } from './law.ts';
import type { Machine } from './machine.ts';
import { hostsIn, pairOf } from './stored.ts';

/** Sees to it that the laws are kept while a world runs. */
export interface Watch {
  readonly record: Record;
  carriedOut(machine: Machine, id: CommandId, order: Order): void;
  asked(host: HostId, order: Order): void;
  proven(link: Link, txs: readonly string[]): void;
  journaled(machine: Machine, tx: TxId, label: string): void;
  /** Somebody said that the newest change of a host cannot be taken back. */
  stuck(machine: Machine): void;
  rebooted(machine: Machine): void;
  /** The watchdogs of a host were struck: nobody but the agent can take its change back. */
  unwatched(machine: Machine): void;
  /** Nobody can be expected to take a change back before then. */
  excused(machine: Machine, untilMs: number): void;
  /** A person took the host as it is. */
  accepted(machine: Machine): void;
  atTheEnd(): void;
}

const keyOf = (machine: Machine, tx: string): string => `${machine.id} ${tx}`;

/** The newest change of a host. */
export const newestOf = (record: Record, machine: Machine): Share | undefined =>
  [...record.shares.values()].findLast((share) => share.machine === machine);

/** Begins to watch a world. */
export function watchLaws(parts: LawParts): Watch {
  const { time, machines, violated } = parts;
  const record: Record = {
    shares: new Map(),
    deadlines: new Map(),
    carriedOut: new Map(),
    proven: new Set(),
    looks: new Map([...machines].map(([id, machine]) => [id, machine.network.print()])),
  };
  return {
    record,
    carriedOut(machine, id, order) {
      const times = (record.carriedOut.get(keyOf(machine, id)) ?? 0) + 1;
      record.carriedOut.set(keyOf(machine, id), times);
      if (times > 1) violated({ law: 'once', sentence: `${machine.id} carried ${id} out ${times} times` });
      if (order.kind === 'prepare')
        record.deadlines.set(keyOf(machine, order.tx), time.nowMs() + order.deadlineInMs);
      const share = order.kind === 'confirm' ? record.shares.get(keyOf(machine, order.tx)) : undefined;
      if (share !== undefined) share.confirmedAtMs ??= time.nowMs();
    },
    asked: (host, order) => checkOrder(parts, record, host, order),
    proven: (link, txs) => {
      for (const tx of txs) record.proven.add(`${tx} ${link.name}`);
    },
    journaled: (machine, tx, label) => journaled(parts, record, machine, tx, label),
    stuck(machine) {
      const share = newestOf(record, machine);
      if (share !== undefined) share.isStuck = true;
      record.looks.set(machine.id, null);
    },
    rebooted(machine) {
      record.looks.set(machine.id, machine.network.print());
      for (const share of record.shares.values())
        if (share.machine === machine) Object.assign(share, { isGone: true, last: 'idle' });
    },
    unwatched(machine) {
      const share = newestOf(record, machine);
      if (share !== undefined) share.isUnwatched = true;
    },
    excused(machine, untilMs) {
      const share = newestOf(record, machine);
      if (share !== undefined) share.excusedUntilMs = Math.max(share.excusedUntilMs, untilMs);
    },
    accepted: (machine) => void record.looks.set(machine.id, machine.network.print()),
    atTheEnd: () => endLaws(parts, record),
  };
}

/** Before the decision, or after another one. What was on its way when a set came to rest may still arrive. */
const undecided: ReadonlySet<PairState['phase']> = new Set<PairState['phase']>([
  'queued',
  'preparing',
  'applying',
  'proving',
  'rollingBack',
  'rolledBack',
]);

/** What may not be asked too early. */
function checkOrder(parts: LawParts, record: Record, host: HostId, order: Order): void {
  if (order.kind !== 'apply' && order.kind !== 'confirm') return;
  const pair = pairOf(parts.memory.rows.values(), order.tx);
  if (pair === undefined) return;
  const phase = order.kind === 'apply' ? 'prepared' : 'awaitingConfirm';
  const behind = hostsIn(pair.change).filter(
    (one) => record.shares.get(`${one} ${order.tx}`)?.phases.has(phase) !== true,
  );
  const law = order.kind === 'apply' ? 'prepared' : 'proof';
  if (behind.length > 0)
    parts.violated({
      law,
      sentence: `${host} is told to ${order.kind} ${order.tx} before ${behind.join(' and ')} is ${phase}`,
    });
  if (order.kind === 'apply') return;
  const unproven = pair.change.set.links.filter((link) => !record.proven.has(`${order.tx} ${link.name}`));
  if (unproven.length > 0)
    parts.violated({
      law,
      sentence: `${host} is told to confirm ${order.tx}, which ${unproven[0]?.name} did not prove`,
    });
  const isDecided = parts.memory.facts.some(
    (fact) => fact.type === 'decisionStored' && fact.tx === order.tx && fact.decision === 'confirm',
  );
  if (!isDecided || undecided.has(pair.phase))
    parts.violated({
      law,
      sentence: `${host} is told to confirm ${order.tx}, which the store calls ${pair.phase}`,
    });
}

/** `journal:SEQ:PHASE[:STEP]`, or an act of a restore. */
const phaseOf = (label: string): TxPhase =>
  (label.startsWith('restore:') ? 'rollingBack' : label.split(':')[2]) as TxPhase;

/** What a share is when its transaction begins; after a power loss it may begin anew. */
function begin({ time }: LawParts, record: Record, machine: Machine, tx: TxId): Share {
  const key = keyOf(machine, tx);
  const share: Share = {
    machine,
    tx,
    before: machine.network.print(),
    deadlineMs: record.deadlines.get(key) ?? time.nowMs(),
    phases: new Set(),
    last: 'idle',
    lastAtMs: time.nowMs(),
    confirmedAtMs: null,
    isGone: false,
    isStuck: false,
    isUnwatched: false,
    excusedUntilMs: 0,
  };
  record.shares.delete(key);
  record.shares.set(key, share);
  return share;
}

function journaled(parts: LawParts, record: Record, machine: Machine, tx: TxId, label: string): void {
  const phase = phaseOf(label);
  const known = phase === 'snapshotting' ? undefined : record.shares.get(keyOf(machine, tx));
  const share = known ?? begin(parts, record, machine, tx);
  const isNew = !share.phases.has(phase);
  if (phase === 'committed' && isNew) {
    record.looks.set(machine.id, machine.network.print());
    checkCommit(parts, share);
  }
  if (phase === 'rolledBack' && share.last === 'rollingBack') record.looks.set(machine.id, share.before);
  share.phases.add(phase);
  share.last = phase;
  share.lastAtMs = parts.time.nowMs();
  if (phase === 'applying' && isNew) watchDeadline(parts, share);
}

/** The agent counts its deadline in hundredths of a second, and from a little later. */
const clockSlackMs = 1000;

/** A host that falls asleep while it confirms commits when it wakes: what counts is when it began. */
function checkCommit({ violated }: LawParts, { machine, tx, confirmedAtMs, deadlineMs }: Share): void {
  const lateMs = (confirmedAtMs ?? Number.POSITIVE_INFINITY) - deadlineMs;
  const how = confirmedAtMs === null ? 'which nobody confirmed' : `confirmed ${lateMs} ms after its deadline`;
  if (lateMs > clockSlackMs)
    violated({ law: 'unconfirmed', sentence: `${machine.id} committed ${tx}, ${how}` });
}

const lookMs = 500;
/**
 * After the deadline: five seconds that a watchdog bears a silent agent, the time to end it and to take its lock, and
 * the restore itself.
 */
const graceMs = 12_000;

/** A watchdog does not interrupt a rollback that the agent began by itself, unless it makes no progress. */
const isBorne = ({ last, lastAtMs, deadlineMs }: Share, nowMs: number): boolean =>
  last === 'rollingBack' && nowMs - Math.max(lastAtMs, deadlineMs) <= patience.stallMs + graceMs;

/**
 * From the deadline on somebody has to take the change back. Excused is a change that nobody can take back: the agent
 * is gone or frozen and its watchdog was struck too, or the host sleeps. Then the agent's next start is waited for.
 */
function watchDeadline(parts: LawParts, share: Share): void {
  const { time, violated } = parts;
  let calmSinceMs = share.deadlineMs;
  const look = () => {
    if (!isOpen(share)) return;
    const nowMs = time.nowMs();
    const untilMs = Math.max(share.excusedUntilMs, share.machine.heldUpUntilMs);
    if (isHelpless(parts, share) || nowMs < untilMs) calmSinceMs = nowMs;
    const lateMs = nowMs - calmSinceMs;
    if (lateMs <= graceMs || isBorne(share, nowMs)) {
      time.after(lookMs, look);
      return;
    }
    const lateS = (nowMs - share.deadlineMs) / 1000;
    violated({
      law: 'deadline',
      sentence: `${share.machine.id} still has ${share.tx}, which is ${share.last}, ${lateS} s after its deadline`,
    });
  };
  time.after(share.deadlineMs - time.nowMs(), look);
}

const touched: ReadonlySet<TxPhase> = new Set<TxPhase>([
  'applying',
  'verifying',
  'awaitingConfirm',
  'rollingBack',
]);

/** The change is in the kernel, and was neither confirmed nor given up as stuck. An undo has no deadline. */
const isOpen = ({ isGone, isStuck, phases, last, machine, before }: Share): boolean =>
  !isGone && !isStuck && !phases.has('committed') && touched.has(last) && machine.network.print() !== before;

function isHelpless({ network }: LawParts, { machine, isUnwatched }: Share): boolean {
  const running = [...machine.running.values()].map(({ process }) => process);
  const agent = running.find((process) => process.name.endsWith('agent'));
  const agentIsThere = network.agents.has(machine.id) && agent?.isFrozen() === false;
  return isUnwatched && !agentIsThere;
}
