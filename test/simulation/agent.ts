// The programs of a host: the agent and its watchdogs, made of production's parts.
import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { CommandId, HostId, TxId } from '@bondctl/proto/model/names';
import type { MessageOf } from '@bondctl/proto/model/session';
import { createHandlers } from '../../packages/agent/src/commands/handlers.ts';
import type { Config } from '../../packages/agent/src/config.ts';
import type { Detached } from '../../packages/agent/src/kernel/ports.ts';
import { createBootClock } from '../../packages/agent/src/transaction/boot-clock.ts';
import { createTransactions, type TransactionParts } from '../../packages/agent/src/transaction/runner.ts';
import {
  patience,
  restoreByHand,
  type WatchParts,
  watch,
} from '../../packages/agent/src/transaction/watch.ts';
import { createWatchdogs } from '../../packages/agent/src/transaction/watchdog.ts';
import { type Commands, createCommands } from '../../packages/agent/src/uplink/commands.ts';
import type { Handlers } from '../../packages/agent/src/uplink/dispatch.ts';
import { type Ledger, openLedger } from '../../packages/agent/src/uplink/ledger.ts';
import { type Machine, spawn } from './machine.ts';
import type { Message, Network } from './network.ts';
import { filesOf, lockOf, noFaults, type PartnerOf, processTableOf, readerOf, writerOf } from './ports.ts';
import { clockOf, type Process } from './process.ts';
import type { Time } from './time.ts';

/** What the programs of a host run in, and who is told of what they do. */
export interface Surroundings {
  readonly time: Time;
  readonly network: Network;
  readonly partnerOf: (host: HostId) => PartnerOf;
  /** Before each act of an agent or of a watchdog. */
  readonly beforeAct: (machine: Machine, program: Program) => void;
  /** An order is about to reach the agent. */
  readonly arriving: (machine: Machine, order: Order) => void;
  /** The agent begins to carry a command out. */
  readonly carriedOut: (machine: Machine, id: CommandId, order: Order) => void;
  /** A program said that a change cannot be taken back. */
  readonly stuck: (machine: Machine) => void;
  readonly say: (who: string, sentence: string) => void;
}

/** The two programs. */
export type Program = 'agent' | 'watchdog';

/** Where an agent keeps what it must not forget. */
export const stateDir = '/state';

type Started = ReturnType<typeof spawn>;

/** What both programs change a host with. */
function partsOf(machine: Machine, { process, identity }: Started, around: Surroundings): WatchParts {
  const { time } = around;
  const files = filesOf(process, machine);
  const processes = processTableOf(process, identity, machine);
  const parts: TransactionParts = {
    files,
    clock: clockOf(process, time, () => machine.wallOffMs),
    faults: noFaults,
    reader: readerOf(process, machine, around.partnerOf(machine.id)),
    writer: writerOf(process, machine, time),
    watchdogs: createWatchdogs({
      detached: detachedOf(machine, process, around),
      processes,
      command: ['bondctl-agent', 'restore'],
    }),
    stateDir,
    policy: { interfaces: null },
    log(sentence) {
      around.say(process.name, sentence);
      // The agent says it at length, a watchdog in a word.
      if (/^stuck/i.test(sentence)) around.stuck(machine);
    },
  };
  return {
    ...parts,
    boot: createBootClock(files),
    processes,
    tryLock: lockOf(process, machine),
    ...patience,
  };
}

const startTakesMs = [40, 400] as const;

/** Starts watchdogs: processes of their own, which outlive the agent. */
function detachedOf(machine: Machine, process: Process, around: Surroundings): Detached {
  const start = async (_label: string, argv: readonly string[]): Promise<number> => {
    await around.time.sleep(machine.chance.between(...startTakesMs));
    if (machine.troubles.armsFail > 0) {
      machine.troubles.armsFail -= 1;
      throw new BondctlError('failed', `${argv.join(' ')} could not be started: no processes left.`);
    }
    return await startWatchdog(machine, argv, around);
  };
  return { start: (label, argv) => process.act(() => start(label, argv)) };
}

const wordAfter = (argv: readonly string[], flag: string): string => argv[argv.indexOf(flag) + 1] ?? '';

function startWatchdog(machine: Machine, argv: readonly string[], around: Surroundings): Promise<number> {
  const started = spawn(machine, 'watchdog', around.time, () => around.beforeAct(machine, 'watchdog'));
  const { process, identity } = started;
  return new Promise((resolve, reject) => {
    process.onDeath(() => reject(new BondctlError('failed', 'the watchdog ended with SIGKILL.')));
    const ready = () => resolve(identity.pid);
    watch(
      partsOf(machine, started, around),
      wordAfter(argv, '--tx') as TxId,
      Number(wordAfter(argv, '--in-ms')),
      ready,
    )
      .then((ending) => around.say(process.name, `ends: ${ending}`))
      .catch((thrown: unknown) => around.say(process.name, `ends: ${BondctlError.from(thrown).message}`))
      .finally(() => process.kill());
  });
}

/** A person's `bondctl-agent restore`, while the agent is stopped. */
export async function restoreAsPerson(
  machine: Machine,
  wish: 'restore' | 'accept',
  around: Surroundings,
): Promise<string> {
  const started = spawn(machine, 'person', around.time);
  try {
    return await restoreByHand(partsOf(machine, started, around), wish);
  } finally {
    started.process.kill();
  }
}

const config: Pick<Config, 'allow'> = {
  allow: { verbs: ['observe', 'change', 'test'], interfaces: ['*'] },
};

const noTest = (): Promise<CommandOutcome> =>
  Promise.resolve({ kind: 'failed', message: 'The prover of this world measures nothing.' });

const noTests = {
  start: async () => undefined,
  version: async () => null,
  probe: noTest,
  serve: noTest,
  measure: noTest,
  collect: noTest,
  cancel: noTest,
  onSamples: () => undefined,
  linksChanged: () => undefined,
  onEnd: () => undefined,
  isBusy: () => false,
  stopAll: async () => undefined,
};

/** Starts the agent of a host; it hears the controller once it has taken up what an earlier one left. */
export function startAgent(machine: Machine, around: Surroundings): Process {
  const started = spawn(machine, 'agent', around.time, () => around.beforeAct(machine, 'agent'));
  const { process } = started;
  process.onDeath(() => around.network.agents.delete(machine.id));
  around.say(process.name, 'starts');
  run(machine, started, around).catch((thrown: unknown) => {
    around.say(process.name, `ends: ${BondctlError.from(thrown).message}`);
    process.kill();
  });
  return process;
}

async function run(machine: Machine, started: Started, around: Surroundings): Promise<void> {
  const { process } = started;
  const parts = partsOf(machine, started, around);
  const { network } = around;
  const ledger = await openLedger(parts.files, stateDir);
  const transactions = createTransactions(parts);
  await transactions.resume();
  const made = createHandlers({
    config: config as Config,
    transactions,
    linkTests: noTests,
    budget: { book: async () => undefined, giveBack: async () => undefined },
    describe: async () => ({ bonds: [], problems: [] }),
    onChange: () => undefined,
  });
  const ids = new Map<Order, CommandId>();
  const commands = createCommands({
    ledger,
    handlers: toldHandlers(made, (order) => around.carriedOut(machine, ids.get(order) as CommandId, order)),
    clock: parts.clock,
    log: { info: () => undefined, warn: () => undefined, error: (_what, sentence) => parts.log(sentence) },
    hasRoom: () => true,
    answer: (answer) => {
      if (answer.kind === 'refused') up(answer.id, answer.outcome);
      if (answer.kind === 'outcome') sendOutcome(answer.id);
    },
  });
  const up = (id: CommandId, outcome: CommandOutcome) =>
    network.send('toController', machine.id, { kind: 'outcome', id, outcome });
  const sendOutcome = (id: CommandId) =>
    void ledger.outcome(id).then((outcome) => up(id, outcome ?? missing));
  network.agents.set(machine.id, {
    hear: inTurn(machine, process, ledger, commands, ids, around),
    connected: () => ledger.unacknowledged().forEach(sendOutcome),
  });
  network.reconnect(machine.id);
}

const missing: CommandOutcome = { kind: 'failed', message: 'the outcome is not on this host any more' };

/** As the agent's receiver does: one message after the other. */
function inTurn(
  machine: Machine,
  process: Process,
  ledger: Ledger,
  commands: Commands,
  ids: Map<Order, CommandId>,
  around: Surroundings,
): (host: HostId, message: Message) => void {
  let last: Promise<void> = Promise.resolve();
  const receive = async (message: Message) => {
    // A stopped process leaves it in the socket.
    await process.act(() => undefined);
    if (message.kind === 'acknowledged') await ledger.acknowledge(message.id);
    if (message.kind !== 'command') return;
    // Each copy of a command is another object, by which its id is found again.
    const command: MessageOf<'command'> = { ...message, order: { ...message.order } };
    ids.set(command.order, command.id);
    await commands.receive(command);
  };
  return (_host, message) => {
    if (message.kind === 'command') around.arriving(machine, message.order);
    last = last
      .then(() => receive(message))
      .catch((thrown: unknown) => around.say(`${machine.id} agent`, BondctlError.from(thrown).message));
  };
}

/** The handlers, each order told before it is carried out. */
const toldHandlers = (handlers: Handlers, told: (order: Order) => void): Handlers =>
  Object.fromEntries(
    Object.entries(handlers).map(([kind, handle]) => [
      kind,
      (order: Order) => {
        told(order);
        return (handle as (order: Order) => Promise<CommandOutcome>)(order);
      },
    ]),
  ) as Handlers;
