import type { CommandOutcome } from '@bondctl/proto/model/command';
import { isNonEmpty, type NonEmpty } from '@bondctl/proto/model/result';
import { type IperfVersion, readVersion } from '../parse/iperf3-json.ts';
import { portRate } from './booking.ts';
import { tooMuchFor } from './budget.ts';
import { clientArgv, serverArgv } from './command-lines.ts';
import type { RunDeps } from './iperf-run.ts';
import { endLeftover } from './leftovers.ts';
import * as outcomes from './outcomes.ts';
import { pathProbe } from './path-probe.ts';
import { portsOf } from './sampler.ts';
import type { Session } from './session.ts';
import { type SampleListener, SessionShell } from './session-shell.ts';
import { Sight } from './sight.ts';
import { createSurroundings, type Surroundings } from './surroundings.ts';

/** Ports that are tried before a server is given up. */
const mostPorts = 8;
const leastProbes = 3;
const versionTimeoutMs = 5_000;
/** From one answer of a test to the next order, of it or of the next test. */
const betweenTestsMs = 15_000;
/** iperf3's own limits: 128 streams; an hour is ours. */
const most = { streams: 128, seconds: 3600 } as const;

/** What link tests need of the machine and of the host's owner. */
export interface LinkTestDeps extends Omit<RunDeps, 'surroundings'> {
  /** The host owner's range for one-off servers, both ends included. */
  readonly ports: { readonly from: number; readonly to: number };
  /** 0 inclusive to 1 exclusive. */
  readonly random: () => number;
}

/** The link test orders of one host. Every answer is an outcome; a rejected promise is a fault of the machine. */
export interface LinkTests {
  /** Whether a test has the host, or asked something of it a moment ago: a mesh's next one follows at once. */
  readonly isBusy: () => boolean;
  /** Ends what a crashed agent left running; to be called once, before the first order. */
  start(): Promise<void>;
  /** iperf3's version; null when it is not installed. */
  version(): Promise<string | null>;
  probe(order: outcomes.ProbeOrder): Promise<CommandOutcome>;
  serve(order: outcomes.ServeOrder): Promise<CommandOutcome>;
  measure(order: outcomes.MeasureOrder): Promise<CommandOutcome>;
  collect(order: outcomes.CollectOrder): Promise<CommandOutcome>;
  cancel(order: outcomes.CancelOrder): Promise<CommandOutcome>;
  /** Hears each round of port counters while a run lasts; at most one listener. */
  onSamples(listener: SampleListener): void;
  /** Hears of each run that ended, with what its ports counted; at most one listener. */
  onEnd(listener: SampleListener): void;
  /** The kernel has told of a link: what is kept of links is old. */
  linksChanged(): void;
  /** Ends whatever runs; resolves when it is gone. */
  stopAll(): Promise<void>;
}

class Runner implements LinkTests {
  private readonly deps: LinkTestDeps;
  private readonly surroundings: Surroundings;
  private readonly shell: SessionShell;
  private readonly sight: Sight;
  private iperf: IperfVersion | undefined;
  private busyUntilMs = Number.NEGATIVE_INFINITY;
  readonly isBusy = (): boolean => this.shell.holder() !== undefined || this.shell.now() < this.busyUntilMs;

  constructor(deps: LinkTestDeps) {
    this.deps = deps;
    this.surroundings = createSurroundings(deps);
    this.shell = new SessionShell({ ...deps, surroundings: this.surroundings });
    this.sight = new Sight(deps);
  }

  onEnd(listener: SampleListener): void {
    this.shell.onEnd = listener;
  }

  onSamples(listener: SampleListener): void {
    this.shell.listener = listener;
  }

  linksChanged(): void {
    this.surroundings.forget();
  }

  async start(): Promise<void> {
    const command = await endLeftover(this.deps);
    if (command !== undefined) this.deps.log.warn({ command }, 'ended a run that an earlier agent left');
  }

  async version(): Promise<string | null> {
    return (await this.readVersion())?.text ?? null;
  }

  /** At least two probes for each port, so that balance-rr sends some through every one. */
  async probe(order: outcomes.ProbeOrder): Promise<CommandOutcome> {
    const held = this.shell.holder();
    if (held !== undefined && held.test !== order.test) return outcomes.busy(held);
    this.busyUntilMs = this.shell.now() + betweenTestsMs;
    const ports = await portsOf(this.deps.files, order.bond);
    const count = Math.max(leastProbes, 2 * ports.length);
    await this.sight.before(order, count);
    return pathProbe(this.deps, order, count);
  }

  async serve(order: outcomes.ServeOrder): Promise<CommandOutcome> {
    const { test, bond, address, seconds, parameters } = order;
    const known = await this.known(order);
    const { version, portBps } = known;
    const refusal = this.refusal(known, { streams: 1, ...parameters, seconds });
    if (version === undefined || refusal !== undefined) return refusal ?? outcomes.noIperf;
    const argv = (port: number) => serverArgv(version, address, port);
    const event = {
      type: 'serve',
      test,
      seconds,
      ports: this.portsToTry(),
      nowMs: this.shell.now(),
    } as const;
    const guarded = { parameters, portBps };
    this.shell.begin({ test, bond, peer: null, seconds, guarded, version: version.text, argv }, event);
    const session = await this.shell.until(({ phase }) => phase === 'listening' || phase === 'ended');
    if (session.phase === 'listening') return { kind: 'serving', port: session.port, version: version.text };
    return this.failure() ?? outcomes.neverListened(this.shell.finished, this.shell.disturbance);
  }

  async measure(order: outcomes.MeasureOrder): Promise<CommandOutcome> {
    const { test, bond, peer, parameters } = order;
    const { seconds } = parameters;
    const known = await this.known(order);
    const { version, portBps } = known;
    const refusal = this.refusal(known, parameters);
    if (version === undefined || refusal !== undefined) return refusal ?? outcomes.noIperf;
    const argv = () => clientArgv(version, order, parameters);
    const event = { type: 'measure', test, seconds, nowMs: this.shell.now() } as const;
    const guarded = { parameters, portBps };
    this.shell.begin({ test, bond, peer, seconds, guarded, version: version.text, argv }, event);
    const session = await this.shell.until(ended);
    this.busyUntilMs = this.shell.now() + betweenTestsMs;
    const { finished, disturbance } = this.shell;
    return finished === undefined ? this.lost() : outcomes.measured(finished, session, seconds, disturbance);
  }

  async collect({ test }: outcomes.CollectOrder): Promise<CommandOutcome> {
    this.busyUntilMs = this.shell.now() + betweenTestsMs;
    this.shell.dispatch({ type: 'collect', test, nowMs: this.shell.now() });
    const session = await this.shell.until((now) => ended(now) || this.shell.holder()?.test !== test);
    const { finished } = this.shell;
    if (finished?.test === test) return outcomes.collected(finished, session, this.shell.disturbance);
    return this.failure() ?? outcomes.refused('invalid', test, 'no server of this test ran here');
  }

  async cancel({ test }: outcomes.CancelOrder): Promise<CommandOutcome> {
    this.shell.dispatch({ type: 'cancel', test, nowMs: this.shell.now() });
    await this.shell.until(() => this.shell.holder()?.test !== test);
    return { kind: 'cancelled', test };
  }

  async stopAll(): Promise<void> {
    const held = this.shell.holder();
    if (held !== undefined) await this.cancel({ kind: 'cancel', test: held.test });
  }

  /** What must be known before a run begins; `against`: what this host has against it. */
  private async known(order: outcomes.ServeOrder | outcomes.MeasureOrder): Promise<Known> {
    const { files } = this.deps;
    const version = await this.readVersion();
    const portBps = await portRate(files, await portsOf(files, order.bond), order.portBps);
    const others = await this.sight.others(order, portBps);
    return { version, portBps, against: tooMuchFor(order.parameters, portBps) ?? others };
  }

  /** Why this host takes no run now; undefined when it does. Nothing is awaited between this and the begin. */
  private refusal({ version, against }: Known, run: Size): CommandOutcome | undefined {
    if (version === undefined) return outcomes.noIperf;
    const held = this.shell.holder();
    if (held !== undefined) return outcomes.busy(held);
    const fits =
      run.streams >= 1 && run.streams <= most.streams && run.seconds >= 1 && run.seconds <= most.seconds;
    const why = fits ? against : outOfRange;
    return why === undefined ? undefined : outcomes.refused('invalid', 'parameters', why);
  }

  private failure(): CommandOutcome | undefined {
    const { broken } = this.shell;
    return broken === undefined ? undefined : { kind: 'failed', message: broken.message };
  }

  private lost(): CommandOutcome {
    return this.failure() ?? { kind: 'failed', message: 'the run was replaced before it was read' };
  }

  private async readVersion(): Promise<IperfVersion | undefined> {
    if (this.iperf !== undefined) return this.iperf;
    const options = { timeoutMs: versionTimeoutMs };
    const result = await this.deps.commands.run('linktest/version', ['iperf3', '--version'], options);
    this.iperf = readVersion(result.stdout);
    return this.iperf;
  }

  /** Consecutive ports from a random start, round the end of the range. */
  private portsToTry(): NonEmpty<number> {
    const { from, to } = this.deps.ports;
    const size = to - from + 1;
    const first = Math.floor(this.deps.random() * size);
    const count = Math.min(mostPorts, size);
    const ports = Array.from({ length: count }, (_, nth) => from + ((first + nth) % size));
    return isNonEmpty(ports) ? ports : [from];
  }
}

type Known = {
  readonly version: IperfVersion | undefined;
  readonly portBps: number | null;
  readonly against: string | undefined;
};

/** How large a run is. */
type Size = { readonly streams: number; readonly seconds: number };

const outOfRange = `a run takes 1 to ${most.streams} streams and 1 to ${most.seconds} seconds`;
const ended = (session: Session): boolean => session.phase === 'ended';

/** One host's link tests. */
export const createLinkTests = (deps: LinkTestDeps): LinkTests => new Runner(deps);
