/**
 * An agent's transactions alone, in a host of the lab. `node test.mjs transact ORDERS` takes up what is open, carries
 * orders out one after the other, prints each outcome as a line, and ends unless the last order is "stay".
 * `node test.mjs restore ...` is `bondctl-agent restore`, which the first one starts as its watchdog.
 */
import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import { systemClock } from '../../packages/agent/src/kernel/clock.ts';
import { createCommands } from '../../packages/agent/src/kernel/commands.ts';
import { createDetached } from '../../packages/agent/src/kernel/detached.ts';
import { createFaults } from '../../packages/agent/src/kernel/faults.ts';
import { createFiles } from '../../packages/agent/src/kernel/files.ts';
import { createHostReader } from '../../packages/agent/src/kernel/host-reader.ts';
import { createHostWriter } from '../../packages/agent/src/kernel/host-writer.ts';
import { createSysfs } from '../../packages/agent/src/kernel/sysfs.ts';
import { createProcessTable } from '../../packages/agent/src/transaction/process-table.ts';
import { createTransactions, type Transactions } from '../../packages/agent/src/transaction/runner.ts';
import { createWatchdogs } from '../../packages/agent/src/transaction/watchdog.ts';

/** What a driver is asked: an order for transactions, or to go on living. */
export type Asked =
  | Extract<Order, { kind: 'prepare' | 'apply' | 'confirm' | 'rollBack' | 'forget' | 'plan' }>
  | 'stay';

/** What a driver prints, one JSON line each. */
export type Said = { readonly asked: string; readonly outcome: CommandOutcome };

/** True when this program was started as a driver and not as the test. */
export const isDriver = (): boolean => ['transact', 'restore'].includes(process.argv[2] ?? '');

function transactions(): Transactions {
  const faults = createFaults(process.env['BONDCTL_FAULT']);
  const parts = {
    files: createFiles(faults),
    commands: createCommands(faults),
    sysfs: createSysfs(faults),
    faults,
    clock: systemClock,
  };
  const log = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  return createTransactions({
    ...parts,
    reader: createHostReader({ ...parts, controlAddress: () => '10.99.0.2', onProblem: log }),
    writer: createHostWriter(parts),
    watchdogs: createWatchdogs({
      detached: createDetached(faults),
      processes: createProcessTable(parts.files),
      command: [process.execPath, process.argv[1] ?? '', 'restore'],
    }),
    stateDir: '/var/lib/bondctl-agent',
    policy: { interfaces: null },
    log,
  });
}

async function carryOut(own: Transactions, order: Exclude<Asked, 'stay'>): Promise<CommandOutcome> {
  switch (order.kind) {
    case 'plan':
      return { kind: 'planned', plan: await own.plan(order.desired) };
    case 'prepare':
      return await own.prepare(order);
    case 'apply':
      return await own.apply(order);
    case 'confirm':
      return await own.confirm(order);
    case 'rollBack':
      return await own.rollBack(order);
    case 'forget':
      return await own.forget(order);
    default:
      return order satisfies never;
  }
}

async function transact(asked: readonly Asked[]): Promise<void> {
  const own = transactions();
  await own.resume();
  for (const order of asked) {
    if (order === 'stay') return;
    const said: Said = { asked: order.kind, outcome: await carryOut(own, order) };
    process.stdout.write(`${JSON.stringify(said)}\n`);
  }
  await own.close();
  process.exit(0);
}

/** Does what the command line says. */
export async function drive(): Promise<void> {
  const [, , verb, ...words] = process.argv;
  if (verb === 'restore') {
    // With all that it reads first, a configuration among it, it is half of what an order takes to start.
    const { run } = await import('../../packages/agent/src/commands/restore.ts');
    const { exitCode } = await run(words);
    process.exit(exitCode);
  }
  // Somebody waits for the confirmation of what was applied: stay until killed.
  setInterval(() => undefined, 60_000);
  await transact(JSON.parse(words[0] ?? '[]') as readonly Asked[]);
}
