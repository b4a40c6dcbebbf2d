/**
 * The agent of a machine without its controller: `drive.mjs ORDERS OUTCOMES` takes up what is open, carries out the orders
 * of a file, appends each outcome to another as a line of JSON, and then goes on living. The watchdogs that it arms are the
 * packaged agent, as they are for the packaged agent itself.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import { changeParts } from '../../../packages/agent/src/commands/changes.ts';
import { openMachine } from '../../../packages/agent/src/commands/machine.ts';
import { defaultConfig } from '../../../packages/agent/src/config.ts';
import { configPath } from '../../../packages/agent/src/config-file.ts';
import { createLog } from '../../../packages/agent/src/log.ts';
import { createTransactions, type Transactions } from '../../../packages/agent/src/transaction/runner.ts';

/** What a driver is asked. */
export type Asked = Extract<Order, { kind: 'prepare' | 'apply' | 'rollBack' }>;

function carryOut(own: Transactions, order: Asked): Promise<CommandOutcome> {
  switch (order.kind) {
    case 'prepare':
      return own.prepare(order);
    case 'apply':
      return own.apply(order);
    case 'rollBack':
      return own.rollBack(order);
    default:
      return order satisfies never;
  }
}

async function drive(orders: string, outcomes: string): Promise<void> {
  process.argv[1] = '/usr/lib/bondctl/bondctl-agent.mjs';
  const own = createTransactions(
    changeParts({
      machine: openMachine(),
      config: defaultConfig,
      configFile: configPath,
      log: createLog(undefined),
      controlAddress: () => null,
    }),
  );
  await own.resume();
  for (const order of JSON.parse(readFileSync(orders, 'utf8')) as readonly Asked[])
    appendFileSync(outcomes, `${JSON.stringify(await carryOut(own, order))}\n`);
}

// Somebody waits for the confirmation of what was applied: stay until killed.
setInterval(() => undefined, 60_000);
const [, , orders = '', outcomes = ''] = process.argv;
await drive(orders, outcomes);
