import { readFileSync } from 'node:fs';
import type { HostId, RolloutId, TestId, TxId } from '@bondctl/proto/model/names';
import type { TxOutcome } from '@bondctl/proto/model/transaction';
import { planChanges } from '../../packages/controller/src/plan/changes.ts';
import { changeSetsOf } from '../../packages/controller/src/plan/plan.ts';
import { sightOf, unchangedEnds } from '../../packages/controller/src/rollout/evidence.ts';
import {
  type Answer,
  type Change,
  hostsOf,
  type PairEffect,
  type PairEvent,
  type PairState,
} from '../../packages/controller/src/rollout/pair/state.ts';
import { step } from '../../packages/controller/src/rollout/pair.ts';
import { applied, macOf, readBack, stepsTo } from '../fakes/fake-bonds.ts';
import { judgementOf } from '../fakes/fake-test.ts';
import { specOf } from '../golden/worlds.ts';

/** The change set of a spec whose hosts have no bond yet. */
export function changeOf(example: string): Change {
  const spec = specOf(readFileSync(new URL(`../../examples/${example}`, import.meta.url), 'utf8'));
  const answers = spec.desires.map(({ host, bonds }) => ({
    host,
    kind: 'plan' as const,
    plan: { steps: stepsTo(new Map(), bonds), refusals: [], notes: [], basis: '' },
  }));
  const set = changeSetsOf(planChanges(spec, answers))[0];
  if (set === undefined) throw new Error(`${example} changes nothing`);
  return { rollout: 'ro_00000001' as RolloutId, tx: 'tx_00000001' as TxId, set };
}

/** The beginning of everything. */
export const queued = (change: Change): PairState => ({ phase: 'queued', change });

/** What a participant reads back when all is well. */
export function goodReading(change: Change, host: HostId): Extract<TxOutcome, { phase: 'awaitingConfirm' }> {
  const desired = change.set.participants.find((one) => one.host === host)?.desired ?? [];
  const partner = hostsOf(change).find((one) => one !== host) ?? host;
  const verification = readBack(host, applied(new Map(), desired), (bond) => macOf(partner, bond));
  return { phase: 'awaitingConfirm', verification };
}

const why = { kind: 'step' as const, message: 'a step failed' };
const judged = (passed: boolean) =>
  judgementOf(passed, {
    verdicts: [{ expectation: 'pathMtu', held: passed ? 'yes' : 'no', sentence: 'it was tried' }],
  });

function answersOf(change: Change, host: HostId): readonly Answer[] {
  const good = goodReading(change, host);
  const differences = [{ path: 'sync0.mtu', wanted: '9000', found: '1500' }];
  return [
    { phase: 'prepared', deadlineInMs: change.set.deadline.totalMs },
    good,
    { ...good, verification: { ...good.verification, differences } },
    { phase: 'committed' },
    { phase: 'rolledBack', why },
    { phase: 'stuck', why, differences },
    { phase: 'refused', message: 'the host says no' },
    { phase: 'failed', message: 'the host does not know' },
  ];
}

/** Every event that a change set can meet at one moment, foreign ones included. */
export function eventsAt(change: Change, atMs: number): readonly PairEvent[] {
  const stranger = 'nobody' as HostId;
  const orders = ['prepare', 'apply', 'confirm', 'rollBack', 'forget'] as const;
  const hosts = [...hostsOf(change), stranger];
  const unchanged = unchangedEnds(change.set).map((end) =>
    sightOf(
      end,
      readBack(end.host, new Map(), () => '00:00:00:00:00:00'),
    ),
  );
  return [
    { type: 'start', atMs, unchanged },
    { type: 'decisionStored', atMs },
    ...hosts.flatMap((host) =>
      orders.flatMap((order): PairEvent[] => [
        { type: 'silent', atMs, host, order },
        ...answersOf(change, host).map(
          (answer): PairEvent => ({ type: 'answered', atMs, host, order, answer }),
        ),
      ]),
    ),
    ...change.set.links.flatMap(({ name }): PairEvent[] => [
      { type: 'judged', atMs, link: name, test: 'test_00000001' as TestId, judgement: judged(true) },
      { type: 'judged', atMs, link: name, test: 'test_00000002' as TestId, judgement: judged(false) },
      { type: 'unproven', atMs, link: name, why: 'iperf3 is not installed' },
    ]),
  ];
}

/** One step of the machine that was seen. */
export interface Seen {
  readonly from: PairState;
  readonly event: PairEvent;
  readonly to: PairState;
  readonly effects: readonly PairEffect[];
}

/** Walks every state that can be reached, with every event at three moments: at once, just in time, far too late. */
export function walk(change: Change): readonly Seen[] {
  const startMs = 1_000_000;
  const endMs = startMs + change.set.deadline.totalMs;
  const moments = [startMs, endMs - change.set.deadline.confirm.ms, endMs + 1_000_000];
  const seen: Seen[] = [];
  const known = new Set<string>();
  const queue: PairState[] = [queued(change)];
  for (let from = queue.shift(); from !== undefined; from = queue.shift())
    for (const event of moments.flatMap((atMs) =>
      from.phase === 'queued' && atMs !== startMs ? [] : eventsAt(change, atMs),
    )) {
      const [to, effects] = step(from, event);
      seen.push({ from, event, to, effects });
      const key = keyOf(to);
      if (!known.has(key)) queue.push(to);
      known.add(key);
    }
  return seen;
}

/** States that differ only in what people read are one. */
function keyOf(state: PairState): string {
  return JSON.stringify(state, (key, value: unknown) =>
    key === 'change' || key === 'why' ? undefined : value,
  );
}
