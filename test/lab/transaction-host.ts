/** One lab host's transactions, as a test drives them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { host, type Started } from '@bondctl/lab/inside/host';
import { differencesFrom } from '@bondctl/lab/inside/picture';
import type { Picture } from '@bondctl/lab/inside/picture-compare';
import { processesWith } from '@bondctl/lab/inside/processes';
import { variable } from '@bondctl/lab/inside/topology';
import { eventually, eventuallyHolds } from '@bondctl/lab/inside/wait';
import type { BondDesire, BondSpec } from '@bondctl/proto/model/bond';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { IfName, TxId } from '@bondctl/proto/model/names';
import type { Asked, Said } from './transaction-drive.ts';

export const alpha = host('alpha');
const name = (text: string) => text as IfName;
export const bond = name('sync0');

const program = (): string => `${variable('LAB')}/job/test.mjs`;
const lookTimeoutMs = 30_000;

/** What alpha's bond shall be. */
export const present = (more: Partial<BondSpec>): readonly BondDesire[] => [
  {
    state: 'present',
    allowControlPath: false,
    spec: {
      name: bond,
      mode: 'active-backup',
      ports: [name('eth1'), name('eth2')],
      options: { miimon: '100' },
      mtu: null,
      addresses: null,
      ...more,
    },
  },
];

/** No bond. */
export const absent: readonly BondDesire[] = [{ state: 'absent', name: bond, allowControlPath: false }];

let count = 0;
export const newTx = (): TxId => `tx_lab${String(++count).padStart(8, '0')}` as TxId;

/** The orders of a controller for one change. */
export const change = (
  tx: TxId,
  desired: readonly BondDesire[],
  { deadlineInMs = 60_000, settleMs = 20_000 } = {},
): readonly Asked[] => [
  { kind: 'prepare', tx, desired, deadlineInMs },
  { kind: 'apply', tx, settleMs },
];

/** A started driver. */
export const start = (asked: readonly Asked[], fault?: string): Promise<Started> =>
  alpha.spawn(
    ['node', program(), 'transact', JSON.stringify(asked)],
    fault === undefined ? {} : { BONDCTL_FAULT: fault },
  );

const saidIn = (text: string): readonly Said[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Said);

/** Carries orders out, and gives the last outcome. */
export async function transact(asked: readonly Asked[], fault?: string): Promise<CommandOutcome | undefined> {
  const driver = await start(asked, fault);
  const { code } = await driver.ended;
  assert.equal(code, 0, driver.stderr());
  return saidIn(driver.stdout()).at(-1)?.outcome;
}

/** The phase an outcome tells, or why there is none. */
export function phaseOf(outcome: CommandOutcome | undefined): string {
  if (outcome?.kind !== 'transaction') return JSON.stringify(outcome);
  const { phase } = outcome.outcome;
  return phase === 'rolledBack' || phase === 'stuck' ? `${phase}: ${outcome.outcome.why.message}` : phase;
}

/** Waits until a driver has said how the last of these orders went. */
export const saidPhase = (driver: Started, phase: string): Promise<unknown> =>
  eventually(
    () => {
      const phases = saidIn(driver.stdout()).map((said) => phaseOf(said.outcome));
      if (phases.at(-1) === phase) return true;
      throw new Error(`it said ${phases.join(', ')}; ${driver.stderr()}`);
    },
    { timeoutMs: lookTimeoutMs },
  );

/** Waits until alpha looks whole as in a picture. */
export const looksLike = (picture: Picture, why: string): Promise<void> =>
  eventuallyHolds(async () => assert.deepEqual(await differencesFrom(picture, 'alpha'), [], why), {
    timeoutMs: lookTimeoutMs,
    everyMs: 500,
  });

/** The phases in the journal of a transaction, in order. */
export function journaled(tx: TxId): readonly string[] {
  const text = readFileSync(alpha.path(`/var/lib/bondctl-agent/transactions/${tx}.jsonl`), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { state: { phase: string } }).state.phase);
}

/** Every watchdog has gone. */
export const noWatchdogs = (): Promise<void> =>
  eventuallyHolds(() => assert.deepEqual(processesWith('--watch'), []), { timeoutMs: lookTimeoutMs });
