import { randomUUID } from 'node:crypto';
import { BondctlError } from '@bondctl/proto/model/error';
import type { TxPhase } from '@bondctl/proto/model/transaction';
import { limits } from '@bondctl/proto/wire/limits';
import type { Config } from '../config.ts';
import { configPath, readConfig } from '../config-file.ts';
import { createStandingBatch } from '../kernel/standing-batch.ts';
import { type Account, bytesOf, createAccount } from '../linktest/account.ts';
import { wantedBy } from '../linktest/booking.ts';
import { createLinkTests, type LinkTests } from '../linktest/runner.ts';
import { createLog, type Log } from '../log.ts';
import { wayOf } from '../metrics/way.ts';
import { startDailyLog } from '../observe/daily-log.ts';
import { createObserver, type Observer, type Surroundings } from '../observe/observer.ts';
import { startPortSampler } from '../observe/port-sampler.ts';
import { createTransactions, type Transactions } from '../transaction/runner.ts';
import { hostOf, type Identity, loadIdentity } from '../uplink/identity.ts';
import { createDial } from '../uplink/socket.ts';
import { createUplink } from '../uplink/uplink.ts';
import type { Uplink } from '../uplink/uplink-parts.ts';
import { agentVersion } from '../version.ts';
import { type Finished, readArguments } from './arguments.ts';
import { changeParts, describing, readerOf } from './changes.ts';
import { type Budget, createHandlers } from './handlers.ts';
import { type Machine, openMachine } from './machine.ts';

/** What `bondctl-agent run --help` prints. */
export const help = `bondctl-agent run [--config FILE]

Serves the controller this host has joined, until SIGTERM. The log is on stderr, one JSON object a line;
BONDCTL_LOG_LEVEL is debug, info, warn or error.

  --config FILE   the host owner's word instead of ${configPath}`;

interface Setting {
  readonly machine: Machine;
  readonly config: Config;
  readonly configFile: string;
  readonly identity: Identity;
  readonly log: Log;
}

/** The parts of a running agent, in the order in which they start; they stop the other way round. */
interface Agent {
  readonly observer: Observer;
  readonly linkTests: LinkTests;
  readonly transactions: Transactions;
  readonly uplink: Uplink;
}

async function open(args: readonly string[]): Promise<Setting> {
  const { values } = readArguments('run', args, { config: { type: 'string', default: configPath } });
  const machine = openMachine();
  const config = await readConfig(machine.files, values.config);
  const identity = await loadIdentity(machine.files, config.stateDir);
  if (identity === undefined) {
    throw new BondctlError(
      'not-found',
      'This host has not joined a controller; run `bondctl-agent join` first.',
    );
  }
  return {
    machine,
    config,
    configFile: values.config,
    identity,
    log: createLog(process.env['BONDCTL_LOG_LEVEL']),
  };
}

function openLinkTests({ machine, config, log }: Setting): LinkTests {
  return createLinkTests({
    ...machine,
    ports: config.ports,
    pidFile: `${config.stateDir}/iperf3.json`,
    random: Math.random,
    log,
  });
}

const openAccount = ({ machine, config }: Setting): Account =>
  createAccount({
    ...machine,
    budget: config.budgets,
    accountFile: `${config.stateDir}/link-tests.json`,
  });

/** A run is booked by its orders, and corrected once it ended. */
function budgetOf({ machine, log }: Setting, account: Account, linkTests: LinkTests): Budget {
  linkTests.onEnd((test, samples) => {
    const settled = account.settle(test, bytesOf(samples));
    settled.catch((thrown: unknown) => log.warn({ err: thrown, test }, 'the account could not be corrected'));
  });
  return {
    book: async (order) => account.book(order.test, await wantedBy(machine.files, order)),
    giveBack: ({ test }) => account.giveBack(test),
  };
}

/** What reports say besides the network; asked anew where it can change. */
async function surroundings(
  { machine }: Setting,
  linkTests: LinkTests,
  transactions: Transactions,
): Promise<() => Surroundings> {
  const text = async (path: string) => (await machine.files.read('about', path))?.trim() ?? '';
  const kernel = await text('/proc/sys/kernel/osrelease');
  const bootId = await text('/proc/sys/kernel/random/boot_id');
  const iperf3Version = await linkTests.version();
  return () => ({
    kernel,
    bootId,
    iperf3Version,
    agentVersion,
    transaction: transactions.current(),
    kept: transactions.kept(),
  });
}

/** The address is remembered over a lost connection: the path it took is the one it will take again. */
function controlAddress(): { readonly now: () => string | null; readonly follow: (uplink: Uplink) => void } {
  let uplink: Uplink | undefined;
  let last: string | null = null;
  return {
    now: () => {
      last = uplink?.localAddress() ?? last;
      return last;
    },
    follow: (it) => {
      uplink = it;
    },
  };
}

async function build(setting: Setting): Promise<Agent> {
  const { machine, config, log } = setting;
  const address = controlAddress();
  const changes = { ...setting, controlAddress: address.now };
  const linkTests = openLinkTests(setting);
  const transactions = createTransactions(changeParts(changes));
  const failed = (thrown: unknown) => log.warn({ err: thrown }, 'the host could not be read');
  const observer = createObserver({
    ...machine,
    reader: readerOf({ ...changes, machine: askingOften(machine) }),
    surroundings: await surroundings(setting, linkTests, transactions),
    comparison: transactions.comparison,
    touching: transactions.touching,
    isMeasuring: linkTests.isBusy,
    observeEveryMs: config.observeEveryMs,
    onFailure: failed,
  });
  const budget = budgetOf(setting, openAccount(setting), linkTests);
  const onChange = () => void observer.refresh().catch(failed);
  const uplink = await createUplink({
    ...machine,
    identity: setting.identity,
    agentVersion,
    stateDir: config.stateDir,
    dial: createDial(machine.clock),
    handlers: createHandlers({
      config,
      transactions,
      linkTests,
      budget,
      describe: describing(changes),
      onChange,
    }),
    currentReport: () => (observes(config) ? observer.latest() : undefined),
    log,
    epoch: randomUUID(),
    hurried: () => underWay.has(transactions.current()?.phase ?? 'idle'),
    random: Math.random,
  });
  address.follow(uplink);
  return { observer, linkTests, transactions, uplink };
}

/** The observer asks the same for as long as the agent lives. */
const askingOften = (machine: Machine): Machine => ({
  ...machine,
  commands: createStandingBatch(machine.commands, machine.faults),
});

/** Phases whose deadline runs, and the one that waits to hear that the others confirmed too. */
const underWay: ReadonlySet<TxPhase> = new Set<TxPhase>([
  'prepared',
  'applying',
  'verifying',
  'awaitingConfirm',
  'committed',
]);

const observes = (config: Config): boolean => config.allow.verbs.includes('observe');

/** What happens here flows to the controller; the owner may keep bonds to himself, not what was ordered. */
function connect({ observer, linkTests, transactions, uplink }: Agent, config: Config): void {
  if (observes(config)) {
    observer.onReport((report) => uplink.sendReport(report));
    observer.onEvent((event) => uplink.sendEvent(event));
  }
  observer.onMessage(() => linkTests.linksChanged());
  transactions.onProgress((progress) => uplink.sendLive(progress));
  linkTests.onSamples((test, samples) => uplink.sendLive({ kind: 'samples', test, samples }));
}

/** Counters of all ports flow while the controller takes them, where the owner lets bonds be seen at all. */
function sampling({ machine, config, log }: Setting, { observer, uplink }: Agent): () => void {
  if (!observes(config) || config.sampleEveryMs === 0) return () => undefined;
  return startPortSampler({
    ...machine,
    everyMs: config.sampleEveryMs,
    limit: limits.countedPorts,
    bonds: () => observer.latest()?.bonds ?? [],
    wanted: () => uplink.takesCounters(),
    onCounters: (counters) => uplink.sendLive(counters),
    onFailure: (why) => log.warn({ err: why }, 'the counters of ports could not be read'),
  });
}

/** What an earlier agent left is ended before the controller can ask for more. */
async function start(agent: Agent): Promise<void> {
  await agent.linkTests.start();
  await agent.transactions.resume();
  agent.observer.start();
  await agent.observer.refresh();
  agent.uplink.start();
}

/** An open transaction stays open: its watchdog, or the next agent, takes it back. */
async function stop(agent: Agent): Promise<void> {
  await agent.uplink.stop();
  agent.observer.stop();
  await agent.linkTests.stopAll();
  await agent.transactions.close();
}

/** A line for each bond a day, where the owner wants it; returns what ends it. */
function daily({ machine, config, log }: Setting, { observer }: Agent): () => void {
  if (!config.dailyLog) return () => undefined;
  return startDailyLog({
    ...machine,
    dailyFile: `${config.stateDir}/daily.json`,
    latest: () => observer.latest(),
    onLine: (line) => log.info({}, line),
    onFailure: (thrown) => log.warn({ err: thrown }, 'the daily line could not be written'),
  });
}

/** Loaded by whom it is asked of: what HTTP takes of a host's memory is not spent where nobody asks. */
async function metrics(setting: Setting, agent: Agent): Promise<() => Promise<void>> {
  if (wayOf(setting.config.metrics).kind === 'nowhere') return () => Promise.resolve();
  const { startMetrics } = await import('./metrics.ts');
  return startMetrics({ ...setting, ...agent, host: hostOf(setting.identity.current.certificatePem) });
}

const signalled = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve);
  });

/** Carries out `run`: returns when it was told to stop and everything has stopped. */
export async function run(args: readonly string[]): Promise<Finished> {
  const told = signalled();
  const setting = await open(args);
  const agent = await build(setting);
  connect(agent, setting.config);
  const host = hostOf(setting.identity.current.certificatePem);
  setting.log.info({ host, agentVersion, controller: setting.identity.hubUrl }, 'starting');
  // Before the start, which may have to take a change back: that is when somebody wants to see.
  const endMetrics = await metrics(setting, agent);
  const ends: (() => void)[] = [];
  const started = start(agent).then(() => {
    ends.push(daily(setting, agent), sampling(setting, agent));
    return told;
  });
  const signal = await Promise.race([told, started]);
  setting.log.info({ signal }, 'stopping');
  for (const end of ends) end();
  await endMetrics();
  await stop(agent);
  return { text: '', exitCode: 0 };
}
