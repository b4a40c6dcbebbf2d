import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { TxId } from '@bondctl/proto/model/names';
import { afterAll, describe, expect, test } from 'vitest';
import type { FakeHost } from '../fakes/fake-host.ts';
import { type Accident, journalOf, type Life, live } from '../fakes/transaction-rig.ts';
import { type Scene, scenes } from './transaction-scenes.ts';

const tx = 'tx_V1StGXR8Z5' as TxId;
// Thousands of fsyncs: in memory they cost nothing.
const top = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bondctl-faults-'));
afterAll(() => rmSync(top, { recursive: true }));
const freshDir = (): string => mkdtempSync(join(top, 'state-'));

type Ending = 'commit' | 'roll back';

/** Everything a controller does with one transaction. */
async function drive({ transactions }: Life, scene: Scene, ending: Ending): Promise<CommandOutcome> {
  await transactions.resume();
  const prepared = await transactions.prepare({
    kind: 'prepare',
    tx,
    desired: scene.desired,
    deadlineInMs: 60_000,
  });
  if (prepared.kind !== 'transaction') return prepared;
  await transactions.apply({ kind: 'apply', tx, settleMs: 5_000 });
  if (ending === 'commit') return await transactions.confirm({ kind: 'confirm', tx });
  return await transactions.rollBack({ kind: 'rollBack', tx, why: 'the proof failed' });
}

interface Run {
  readonly host: FakeHost;
  readonly dir: string;
  readonly life: Life;
  /** null: it died. */
  readonly outcome: CommandOutcome | null;
}

async function run(scene: Scene, ending: Ending, accident: Accident = { kind: 'none' }): Promise<Run> {
  const [host, dir] = [scene.host(), freshDir()];
  const life = live(host, dir, accident);
  const driven = drive(life, scene, ending).catch(() => untilItIsOver(life));
  const outcome = await Promise.race([driven, life.died]);
  return { host, dir, life, outcome: outcome === 'died' ? null : outcome };
}

/** Nobody asks any more: the deadline must end it. */
async function untilItIsOver({ transactions, clock }: Life): Promise<CommandOutcome | null> {
  await clock.pass(61_000);
  const found = transactions.current();
  if (found === null) return null;
  return await transactions.rollBack({ kind: 'rollBack', tx: found.id, why: 'only to ask how it stands' });
}

/** Every label of an undisturbed run, once each; those of the clock only read. */
async function labelsOf(scene: Scene, ending: Ending): Promise<readonly string[]> {
  const { life } = await run(scene, ending);
  return [...new Set(life.labels)];
}

const phaseOf = (outcome: CommandOutcome | null) =>
  outcome?.kind === 'transaction' ? outcome.outcome.phase : outcome?.kind;

const wasCommitted = (dir: string): boolean => {
  try {
    return journalOf(dir, tx).at(-1)?.state.phase === 'committed';
  } catch {
    return false;
  }
};

describe.each(scenes)('$title', (scene) => {
  test('commits to the new state, rolls back to the old one, whole', async () => {
    const old = scene.host().print();
    const [kept, undone] = [await run(scene, 'commit'), await run(scene, 'roll back')];
    expect(phaseOf(kept.outcome)).toBe('committed');
    expect(kept.host.print()).not.toBe(old);
    expect(phaseOf(undone.outcome)).toBe('rolledBack');
    expect(undone.host.print()).toBe(old);
  });

  test('is undone after the commit, until it is forgotten', async () => {
    const { host, life } = await run(scene, 'commit');
    expect(
      phaseOf(await life.transactions.rollBack({ kind: 'rollBack', tx, why: 'the other end failed' })),
    ).toBe('rolledBack');
    expect(host.print()).toBe(scene.host().print());
  });

  test('is not undone after the commit while that cannot be journaled, and the next agent knows it as kept', async () => {
    const undo = ({ life }: Run) =>
      life.transactions.rollBack({ kind: 'rollBack', tx, why: 'the other end failed' });
    const free = await run(scene, 'commit');
    await undo(free);
    const label = free.life.labels.find((one) => /^journal:\d+:rollingBack$/.test(one)) ?? 'none';
    const full = await run(scene, 'commit', { kind: 'fail', label });
    const kept = full.host.print();
    expect(phaseOf(await undo(full))).toBe('committed');
    expect(full.host.print()).toBe(kept);
    expect(wasCommitted(full.dir)).toBe(true);
    expect(phaseOf(await undo(full))).toBe('rolledBack');
    expect(full.host.print()).toBe(scene.host().print());
  });

  test.each<Ending>(['commit', 'roll back'])(
    'on the way to %s: whichever act fails once, it ends old or new, never between',
    async (ending) => {
      const old = scene.host().print();
      const renewed = (await run(scene, 'commit')).host.print();
      for (const label of await labelsOf(scene, ending)) {
        const { host, dir, outcome, life } = await run(scene, ending, { kind: 'fail', label });
        const told = phaseOf(outcome);
        expect(told, `${label}: ${life.said.join(' ')}`).not.toBe('stuck');
        expect(host.print(), `${label} ${told}`).toBe(told === 'committed' ? renewed : old);
        expect(wasCommitted(dir), label).toBe(told === 'committed');
      }
    },
  );

  test.each<Ending>(['commit', 'roll back'])(
    'on the way to %s: killed at whichever act and started again, it is old before the committed line and new from it on',
    async (ending) => {
      const old = scene.host().print();
      const renewed = (await run(scene, 'commit')).host.print();
      for (const label of await labelsOf(scene, ending)) {
        const { host, dir, outcome } = await run(scene, ending, { kind: 'die', label });
        expect(outcome, label).toBeNull();
        const committed = wasCommitted(dir);
        const next = live(host, dir);
        await next.transactions.resume();
        expect(host.print(), label).toBe(committed ? renewed : old);
        expect([undefined, 'committed', 'rolledBack'], label).toContain(next.transactions.current()?.phase);
      }
    },
  );

  test('killed while it wrote any line of the journal, torn anywhere, it comes back to the old state', async () => {
    const old = scene.host().print();
    const whole = await run(scene, 'commit');
    const lines = readFileSync(`${whole.dir}/transactions/${tx}.jsonl`, 'utf8').split(/(?<=\n)/);
    const announced = (await labelsOf(scene, 'commit')).filter((label) => /^journal:\d+:[^/]+$/.test(label));
    for (const [at, label] of announced.entries()) {
      const line = lines[at] ?? '';
      for (const length of [1, Math.floor(line.length / 2), line.length - 1]) {
        const { host, dir } = await run(scene, 'commit', { kind: 'die', label });
        const path = `${dir}/transactions/${tx}.jsonl`;
        if (at > 0) writeFileSync(path, readFileSync(path, 'utf8') + line.slice(0, length));
        const next = live(host, dir);
        await next.transactions.resume();
        expect(host.print(), `${label} torn at ${length}`).toBe(old);
        expect(at === 0 || journalOf(dir, tx).at(-1)?.state.phase === 'rolledBack', label).toBe(true);
      }
    }
  });
});
