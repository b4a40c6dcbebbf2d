import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { TxId } from '@bondctl/proto/model/names';
import { createHandlers } from '../../packages/agent/src/commands/handlers.ts';
import type { Config } from '../../packages/agent/src/config.ts';
import { systemClock } from '../../packages/agent/src/kernel/clock.ts';
import type { Clock, Files, HostWriter, Processes } from '../../packages/agent/src/kernel/ports.ts';
import type { LinkTests } from '../../packages/agent/src/linktest/runner.ts';
import { createObserver, type Observer } from '../../packages/agent/src/observe/observer.ts';
import { confirmedPath } from '../../packages/agent/src/transaction/confirmed.ts';
import { formatConfirmed } from '../../packages/agent/src/transaction/confirmed-text.ts';
import { choosePorts } from '../../packages/agent/src/transaction/ports-chosen.ts';
import { createTransactions, type Transactions } from '../../packages/agent/src/transaction/runner.ts';
import type { Identity } from '../../packages/agent/src/uplink/identity.ts';
import { createDial } from '../../packages/agent/src/uplink/socket.ts';
import { createUplink } from '../../packages/agent/src/uplink/uplink.ts';
import type { Uplink } from '../../packages/agent/src/uplink/uplink-parts.ts';
import { aloneProcesses } from '../fakes/transaction-rig.ts';
import type { Member } from './cluster.ts';
import { memoryFiles } from './memory-files.ts';
import type { SimulatedHost } from './simulated-host.ts';

/** An agent made of production's parts over a host in memory. */
export interface SimulatedAgent {
  /** Reads the host and dials. */
  start(): Promise<void>;
  /** The connection alone: the host goes on without it. */
  hangUp(): Promise<void>;
  dial(): void;
  /** Something happened to the host: the agent looks at it as after a message of the kernel. */
  wake(): void;
  /** Sends what its ports have counted in so many ms, where the controller takes it. */
  sendCounters(elapsedMs: number): void;
  connected(): boolean;
  stop(): Promise<void>;
}

const stateDir = '/state';
const observeEveryMs = 30_000;
const stepMs = 40;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const config: Pick<Config, 'allow'> = {
  allow: { verbs: ['observe', 'change', 'test'], interfaces: ['*'] },
};

/** Makes the agent of a host. What the spec wants of it counts as confirmed, so that drift can be seen. */
export async function simulateAgent(
  member: Member,
  host: SimulatedHost,
  identity: Identity,
): Promise<SimulatedAgent> {
  const files = memoryFiles();
  await confirm(files, member, host);
  const kernelMessages = createMessages();
  const transactions = transactionsOf(host, files);
  const observer = observerOf(host, transactions, kernelMessages.processes);
  const uplink = await createUplink({
    identity,
    agentVersion: 'simulated',
    stateDir,
    files,
    clock: systemClock,
    dial: createDial(systemClock),
    handlers: handlersOf(host, transactions, observer),
    currentReport: () => observer.latest(),
    log: quiet,
    epoch: randomUUID(),
    hurried: () => transactions.current() !== null,
    random: Math.random,
  });
  observer.onReport((report) => uplink.sendReport(report));
  observer.onEvent((event) => uplink.sendEvent(event));
  transactions.onProgress((progress) => uplink.sendLive(progress));
  return agentOf({ host, transactions, observer, uplink, wake: kernelMessages.tell });
}

interface Agent {
  readonly host: SimulatedHost;
  readonly transactions: Transactions;
  readonly observer: Observer;
  readonly uplink: Uplink;
  readonly wake: () => void;
}

const agentOf = ({ host, transactions, observer, uplink, wake }: Agent): SimulatedAgent => ({
  async start() {
    await transactions.resume();
    observer.start();
    await observer.refresh();
    uplink.start();
  },
  hangUp: () => uplink.stop(),
  dial: () => uplink.start(),
  wake,
  sendCounters(elapsedMs) {
    const ports = host.counters(elapsedMs);
    if (!uplink.takesCounters()) return;
    uplink.sendLive({ kind: 'counters', atMs: systemClock.monotonicMs(), ports });
  },
  connected: () => uplink.connected(),
  async stop() {
    await uplink.stop();
    observer.stop();
    await transactions.close();
  },
});

async function confirm(files: Files, { desired }: Member, { kernel }: SimulatedHost): Promise<void> {
  const named = choosePorts(desired, kernel.state()).desired;
  const bonds = named.map((desire) => ({ desire, tx: 'tx_simulated' as TxId, atUnixMs: Date.now() }));
  await files.writeAtomic('simulated', confirmedPath(stateDir), formatConfirmed(bonds));
}

/** `ip monitor`, as far as it is listened to. */
function createMessages(): { readonly processes: Processes; readonly tell: () => void } {
  let tell = (_line: string): void => undefined;
  const processes: Processes = {
    start: () => ({
      pid: 1,
      ended: new Promise(() => undefined),
      onLine: (listener) => {
        tell = listener;
      },
      signal: () => undefined,
    }),
    signalGroup: () => false,
  };
  return { processes, tell: () => tell('') };
}

const observerOf = (host: SimulatedHost, transactions: Transactions, processes: Processes): Observer =>
  createObserver({
    reader: host.reader,
    processes,
    clock: systemClock,
    surroundings: () => ({
      kernel: '6.12.0-simulated',
      agentVersion: 'simulated',
      iperf3Version: '3.18',
      bootId: 'simulated',
      transaction: transactions.current(),
      kept: transactions.kept(),
    }),
    comparison: transactions.comparison,
    touching: transactions.touching,
    isMeasuring: () => false,
    observeEveryMs,
    onFailure: () => undefined,
  });

/** No process outlives this one, so there is no watchdog: the agent's own deadline takes a change back. */
const transactionsOf = (host: SimulatedHost, files: Files): Transactions =>
  createTransactions({
    files,
    clock: systemClock,
    faults: { reached: () => undefined },
    reader: host.reader,
    writer: slowly(host.writer, systemClock),
    watchdogs: { arm: () => aloneProcesses.self(), disarm: async () => undefined },
    stateDir,
    policy: { interfaces: null },
    log: () => undefined,
    boot: { nowMs: async () => systemClock.monotonicMs(), bootId: async () => 'simulated' },
    processes: aloneProcesses,
    tryLock: async () => ({ release: async () => undefined }),
  });

/** A step takes its time, so that a rollout can be looked at. */
const slowly = (writer: HostWriter, clock: Clock): HostWriter => ({
  async perform(label, step) {
    await new Promise<void>((resolve) => void clock.after(stepMs, resolve));
    await writer.perform(label, step);
  },
});

const handlersOf = (host: SimulatedHost, transactions: Transactions, observer: Observer) =>
  createHandlers({
    config: config as Config,
    transactions,
    linkTests: linkTestsOf(host),
    budget: { book: async () => undefined, giveBack: async () => undefined },
    describe: async () => ({ bonds: [], problems: [] }),
    onChange: () => void observer.refresh().catch(() => undefined),
  });

const noTraffic = (): Promise<CommandOutcome> =>
  Promise.resolve({
    kind: 'refused',
    code: 'unsupported',
    refusals: [
      { subject: 'test', message: 'A simulated host carries no traffic; nothing can be measured on it.' },
    ],
  });

const probesSent = 3;
const probeMs = 200;

/** Probes pass where the bond's MTU lets them; there is no traffic to measure. */
const linkTestsOf = (host: SimulatedHost): LinkTests => ({
  start: async () => undefined,
  version: async () => null,
  async probe({ bond, from, to, ipBytes, identifier }) {
    await sleep(probeMs);
    const mtu = host.kernel.state().interfaces.find((one) => one.name === bond)?.mtu ?? 0;
    const fits = ipBytes <= mtu;
    const said = { received: fits ? probesSent : 0, complaint: fits ? null : 'message too long' };
    return { kind: 'probed', probe: { from, to, ipBytes, sent: probesSent, ...said, identifier } };
  },
  serve: noTraffic,
  measure: noTraffic,
  collect: noTraffic,
  cancel: async ({ test }) => ({ kind: 'cancelled', test }),
  onSamples: () => undefined,
  onEnd: () => undefined,
  linksChanged: () => undefined,
  isBusy: () => false,
  stopAll: async () => undefined,
});
