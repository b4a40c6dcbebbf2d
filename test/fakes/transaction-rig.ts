// An agent's transactions on a host in memory, with real journal files, that can be made to die or to fail at a label.
import { readFileSync } from 'node:fs';
import { BondctlError } from '@bondctl/proto/model/error';
import type { IfName } from '@bondctl/proto/model/names';
import { createFiles } from '../../packages/agent/src/kernel/files.ts';
import type { Faults, Files, HostReader, HostWriter, Timers } from '../../packages/agent/src/kernel/ports.ts';
import type { JournalEntry } from '../../packages/agent/src/transaction/journal-lines.ts';
import { replay } from '../../packages/agent/src/transaction/journal-lines.ts';
import type { ProcessTable } from '../../packages/agent/src/transaction/process-table.ts';
import { createTransactions, type Transactions } from '../../packages/agent/src/transaction/runner.ts';
import type { Watchdogs } from '../../packages/agent/src/transaction/watchdog.ts';
import { backedByTimers } from '../../packages/agent/src/transaction/watchdog-timer.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import type { FakeHost } from './fake-host.ts';

/** What may happen at a label. */
export type Accident = { readonly kind: 'none' } | { readonly kind: 'fail' | 'die'; readonly label: string };

/** One life of an agent. */
export interface Life {
  readonly transactions: Transactions;
  readonly clock: FakeClock;
  /** Labels in the order in which they were reached. */
  readonly labels: readonly string[];
  /** Resolves when the agent has died. */
  readonly died: Promise<'died'>;
  readonly said: readonly string[];
}

const never = new Promise<never>(() => undefined);

/** Every call of a dead process is never answered. */
function mortal<T extends object>(port: T, isDead: () => boolean): T {
  return new Proxy(port, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      return async (...args: unknown[]): Promise<unknown> => {
        if (isDead()) return await never;
        const answer: unknown = await Reflect.apply(member, target, args);
        return isDead() ? await never : answer;
      };
    },
  });
}

function accidents(accident: Accident) {
  const labels: string[] = [];
  let [isDead, hasFailed] = [false, false];
  let die: (word: 'died') => void = () => undefined;
  const died = new Promise<'died'>((resolve) => {
    die = resolve;
  });
  const faults: Faults = {
    reached(label) {
      if (isDead) throw new Error('dead');
      labels.push(label);
      if (accident.kind === 'none' || accident.label !== label || hasFailed) return;
      if (accident.kind === 'fail') {
        hasFailed = true;
        throw new BondctlError('failed', `${label} failed on purpose`);
      }
      isDead = true;
      die('died');
      throw new Error('dead');
    },
  };
  return { labels, died, faults, isDead: () => isDead };
}

const self = { pid: 4242, startTicks: 1 };
const watchdog = { pid: 4343, startTicks: 2 };

/** A process table of an agent that is alone. */
export const aloneProcesses: ProcessTable = {
  self: async () => await Promise.resolve(self),
  identify: async () => await Promise.resolve(undefined),
  signal: async () => await Promise.resolve(false),
};

/** Begins a life on a host, with its journals in `dir`. */
export function live(
  host: FakeHost,
  dir: string,
  accident: Accident = { kind: 'none' },
  bootId = 'boot-1',
  timers: Timers | null = null,
): Life {
  const { labels, died, faults, isDead } = accidents(accident);
  const clock = createFakeClock(bootId);
  const said: string[] = [];
  const files: Files = mortal(createFiles(faults), isDead);
  const reader: HostReader = mortal(
    {
      state: async (label: string) => {
        faults.reached(label);
        return await host.reader.state(label);
      },
      bonds: async (label: string) => await host.reader.bonds(label),
      offloads: async (label: string, devices: readonly IfName[]) => {
        faults.reached(label);
        return await host.reader.offloads(label, devices);
      },
    },
    isDead,
  );
  const writer: HostWriter = mortal(
    {
      perform: async (label: string, step: Parameters<HostWriter['perform']>[1]) => {
        faults.reached(`${label}/act`);
        await host.writer.perform(label, step);
      },
    },
    isDead,
  );
  const children: Watchdogs = {
    arm: async () => {
      faults.reached('watchdog:arm');
      return await Promise.resolve(watchdog);
    },
    disarm: async () => {
      faults.reached('watchdog:ended');
      await Promise.resolve();
    },
  };
  const backed = timers === null ? children : backedByTimers(children, { timers, command: ['restore'] });
  const watchdogs = mortal(backed, isDead);
  const transactions = createTransactions({
    files,
    clock,
    faults,
    reader,
    writer,
    watchdogs,
    stateDir: dir,
    policy: { interfaces: null },
    log: (sentence) => said.push(sentence),
    boot: mortal(clock.boot, isDead),
    processes: aloneProcesses,
    tryLock: async () => await Promise.resolve({ release: async () => await Promise.resolve() }),
  });
  return { transactions, clock, labels, died, said };
}

/** What the journal of a transaction says. */
export function journalOf(dir: string, tx: string): readonly JournalEntry[] {
  const read = replay(readFileSync(`${dir}/transactions/${tx}.jsonl`, 'utf8'));
  if (!read.ok) throw new Error(`line ${read.error} of the journal is damaged`);
  return read.value.entries;
}
