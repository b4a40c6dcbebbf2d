/**
 * An agent's link tests alone, in a host of the lab: `node test.mjs drive STATE ORDERS` carries out the orders one after
 * the other, prints each outcome as a line, and then stays until SIGTERM, as an agent does.
 */
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import { systemClock } from '../../packages/agent/src/kernel/clock.ts';
import { createCommands } from '../../packages/agent/src/kernel/commands.ts';
import { createFaults } from '../../packages/agent/src/kernel/faults.ts';
import { createFiles } from '../../packages/agent/src/kernel/files.ts';
import { createProcesses } from '../../packages/agent/src/kernel/processes.ts';
import { createLinkTests, type LinkTests } from '../../packages/agent/src/linktest/runner.ts';

/** The orders of a link test, and a pause until a file of the host is there. */
export type TestOrder =
  | Extract<Order, { kind: 'probe' | 'serve' | 'measure' | 'collect' | 'cancel' }>
  | { readonly kind: 'until'; readonly file: string };

/** True when this program was started as the driver and not as the test. */
export const isDriver = (): boolean => process.argv[2] === 'drive';

/** Carries out the orders of the command line. */
export async function drive(): Promise<void> {
  const [, , , state = '', orders = '[]'] = process.argv;
  const tests = linkTests(state);
  setInterval(() => undefined, 1000);
  process.once('SIGTERM', () => {
    tests.stopAll().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  await tests.start();
  for (const order of JSON.parse(orders) as readonly TestOrder[]) say(await perform(tests, order));
  say({ kind: 'done' });
}

const say = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

function linkTests(state: string): LinkTests {
  const faults = createFaults(undefined);
  const tests = createLinkTests({
    processes: createProcesses(faults),
    commands: createCommands(faults),
    files: createFiles(faults),
    clock: systemClock,
    random: () => Math.random(),
    ports: { from: 5300, to: 5399 },
    pidFile: `${state}/iperf3.json`,
    log: { warn: (fields, message) => say({ kind: 'log', message, ...fields }) },
  });
  tests.onSamples((test, samples) => say({ kind: 'live', test, samples }));
  return tests;
}

async function until(file: string): Promise<object> {
  while (!existsSync(file)) await sleep(50);
  return { kind: 'until', file };
}

function perform(tests: LinkTests, order: TestOrder): Promise<CommandOutcome | object> {
  switch (order.kind) {
    case 'until':
      return until(order.file);
    case 'probe':
      return tests.probe(order);
    case 'serve':
      return tests.serve(order);
    case 'measure':
      return tests.measure(order);
    case 'collect':
      return tests.collect(order);
    case 'cancel':
      return tests.cancel(order);
    default:
      return order satisfies never;
  }
}
