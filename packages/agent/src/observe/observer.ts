import type { BondState } from '@bondctl/proto/model/bond';
import type { LinkEvent } from '@bondctl/proto/model/command';
import type { Drift, HostReport, HostState } from '@bondctl/proto/model/host';
import type { BondName } from '@bondctl/proto/model/names';
import type { Parsed } from '@bondctl/proto/model/result';
import type { Clock, HostReader, Processes } from '../kernel/ports.ts';
import { parseLinkMessage } from '../parse/link-message.ts';
import { Causes } from './causes.ts';
import { bondChangesBetween, type Change, interfaceChangesBetween } from './diff.ts';
import { dated } from './drift-dates.ts';
import { watchLinks } from './link-monitor.ts';
import { Listeners } from './listeners.ts';
import { fullDelayMs, looksPerFullLook, quickGapMs, quietMs, restsUntilMs } from './pace.ts';

/** What of a report does not come from the network: known at the start, or to somebody else. */
export type Surroundings = Pick<
  HostReport,
  'kernel' | 'agentVersion' | 'iperf3Version' | 'bootId' | 'transaction' | 'kept'
>;

/** What the observer works with. */
export interface ObserverParts {
  readonly reader: HostReader;
  readonly processes: Processes;
  readonly clock: Clock;
  /** Asked for each report. */
  readonly surroundings: () => Surroundings;
  /** Asked before a state is read; what it gives finds the drift in that state, or null where what was found before stands. */
  readonly comparison: () => (state: HostState) => Promise<readonly Omit<Drift, 'sinceUnixMs'>[] | null>;
  /** The bonds that a transaction of ours is changing right now. */
  readonly touching: () => readonly BondName[];
  /** How often it looks when nothing wakes it, in ms. */
  readonly observeEveryMs: number;
  /** Whether a link test has the host: what only the clock asks for waits then, since it costs programs. */
  readonly isMeasuring: () => boolean;
  /** A look that failed; the next one comes by itself. */
  readonly onFailure: (thrown: unknown) => void;
}

/** Watches the host's bonds. */
export interface Observer {
  /** The newest report; undefined before the first look. */
  latest(): HostReport | undefined;
  /** When the bonds were looked at last, by the host's clock; undefined before the first look. */
  lookedUnixMs(): number | undefined;
  /** Looks now, at everything, and resolves with what it saw; what changed has been told by then. */
  refresh(): Promise<HostReport>;
  /** Told of every report that differs from the one before. Returns the function that ends it. */
  onReport(listener: (report: HostReport) => void): () => void;
  /** Told of every link event, in order. Returns the function that ends it. */
  onEvent(listener: (event: LinkEvent) => void): () => void;
  /** Told of every message of the kernel about a link, whatever it says. Returns the function that ends it. */
  onMessage(listener: () => void): () => void;
  start(): void;
  stop(): void;
}

type Bonds = readonly Parsed<BondState>[];

const values = (bonds: Bonds): readonly BondState[] => bonds.map((bond) => bond.value);

const unknownLines = (bonds: Bonds): readonly string[] =>
  bonds.flatMap(({ value, problems }) => problems.map((problem) => `${value.name}: ${problem.text}`));

const nothing = (): void => undefined;

/** What two looks at the bonds are compared by. */
const essence = (value: unknown): string => JSON.stringify(value);

/**
 * The observer as two chains of looks: the driver's texts, and the slow rest, for which no event waits. In each never two at
 * once, and of each kind at most one waiting.
 */
class Watching implements Observer {
  private readonly parts: ObserverParts;
  private readonly reports = new Listeners<HostReport>();
  private readonly events = new Listeners<LinkEvent>();
  private readonly messages = new Listeners<void>();
  private readonly timers = new Map<'wake' | 'report' | 'full' | 'slow', () => void>();
  /** Since when somebody waits for a look at everything, and whether it is in line already. */
  private wish: { readonly sinceMs: number; isDue: boolean } | undefined;
  private report: HostReport | undefined;
  private seen: Bonds | undefined;
  private seenUnixMs: number | undefined;
  private readonly causes = new Causes();
  /** When the kernel's first message since the last look came; undefined where the clock alone asks for the next. */
  private wokenMs: number | undefined;
  private sequence = 0;
  private slowLooks = 0;
  private restsUntilMs = 0;
  private readonly chains = { quick: Promise.resolve(), slow: Promise.resolve() };
  private stopMonitor: (() => void) | undefined;

  constructor(parts: ObserverParts) {
    this.parts = parts;
  }

  latest(): HostReport | undefined {
    return this.report;
  }

  lookedUnixMs(): number | undefined {
    return this.seenUnixMs;
  }

  refresh(): Promise<HostReport> {
    return this.inTurn('slow', () => this.fullLook());
  }

  onReport(listener: (report: HostReport) => void): () => void {
    return this.reports.add(listener);
  }

  onEvent(listener: (event: LinkEvent) => void): () => void {
    return this.events.add(listener);
  }

  onMessage(listener: () => void): () => void {
    return this.messages.add(listener);
  }

  start(): void {
    const { processes, clock } = this.parts;
    this.stopMonitor = watchLinks({ processes, clock, onWake: (line) => this.wake(line) });
    this.slowLook();
  }

  stop(): void {
    this.stopMonitor?.();
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }

  private wake(line: string | null): void {
    const message = line === null ? null : parseLinkMessage(line);
    if (line === null || message !== null) this.causes.heard(message);
    this.wokenMs ??= this.parts.clock.monotonicMs();
    this.noteOwn();
    this.messages.tell();
    this.wantBonds();
    this.wantState();
  }

  private noteOwn(): void {
    this.causes.touching(this.parts.touching(), this.parts.clock.monotonicMs());
  }

  private slowLook(): void {
    const full = this.slowLooks === 0 || this.slowLooks >= looksPerFullLook(this.parts.isMeasuring());
    this.slowLooks = full ? 1 : this.slowLooks + 1;
    if (full) this.enqueue('slow', () => this.fullLook());
    else this.enqueue('quick', () => this.quickLook());
    this.timers.set(
      'slow',
      this.parts.clock.after(this.parts.observeEveryMs, () => this.slowLook()),
    );
  }

  /** A look at the bonds soon; further messages until it begins are the same wish. */
  private wantBonds(): void {
    if (this.timers.has('wake')) return;
    const look = () => {
      this.timers.delete('wake');
      return this.quickLook();
    };
    const enqueue = () => this.enqueue('quick', look);
    this.timers.set('wake', this.parts.clock.after(quickGapMs, enqueue));
  }

  private enqueue(chain: 'quick' | 'slow', look: () => Promise<unknown>): void {
    this.inTurn(chain, look).catch(this.parts.onFailure);
  }

  /** After what the chain has in hand; a look that fails does not keep the next one from its turn. */
  private inTurn<T>(chain: 'quick' | 'slow', look: () => Promise<T>): Promise<T> {
    const looked = this.chains[chain].then(look);
    this.chains[chain] = looked.then(nothing, nothing);
    return looked;
  }

  /** Reads the driver's texts alone, and everything only where they changed. */
  private async quickLook(): Promise<void> {
    const before = this.seen;
    const bonds = await this.readBonds();
    if (before !== undefined && essence(before) === essence(bonds)) return;
    this.wantState();
    this.wantReport();
  }

  /** A report of the bonds soon, and not at once: it would be in the way of the event. */
  private wantReport(): void {
    if (this.timers.has('report')) return;
    this.timers.set(
      'report',
      this.parts.clock.after(quietMs, () => this.reportBonds()),
    );
  }

  /** The bonds as they are now, with the rest as it was read last, unless the look at everything is at work anyway. */
  private reportBonds(): void {
    this.timers.delete('report');
    if (this.report === undefined || this.wish === undefined || this.wish.isDue) return;
    const { state, drift } = this.report;
    this.tellReport(state, drift, this.seen ?? []);
  }

  /** Everything, once what goes on has had its time: what it costs would hold up who must hear of the next failure. */
  private wantState(): void {
    const { clock } = this.parts;
    const nowMs = clock.monotonicMs();
    this.wish ??= { sinceMs: nowMs, isDue: false };
    const { wish } = this;
    if (wish.isDue) return;
    const delayMs = fullDelayMs({ wishedMs: wish.sinceMs, restsUntilMs: this.restsUntilMs, nowMs });
    this.timers.get('full')?.();
    const look = () => {
      this.wish = undefined;
      return this.fullLook();
    };
    const due = () => {
      wish.isDue = true;
      this.enqueue('slow', look);
    };
    this.timers.set('full', clock.after(delayMs, due));
  }

  private async fullLook(): Promise<HostReport> {
    await this.inTurn('quick', () => this.readBonds());
    return await this.takeState();
  }

  /** What happened to bonds is told before the slower rest is read. */
  private async readBonds(): Promise<Bonds> {
    const { clock, reader } = this.parts;
    const wokenMs = this.wokenMs;
    this.wokenMs = undefined;
    const bonds = await reader.bonds('observe');
    const changes = this.seen === undefined ? [] : bondChangesBetween(values(this.seen), values(bonds));
    this.tell(changes, wokenMs ?? clock.monotonicMs());
    this.seen = bonds;
    this.seenUnixMs = this.parts.clock.unixMs();
    return bonds;
  }

  /** The slow rest, and a report of both as they are when it is read: link events that come meanwhile are in it. */
  private async takeState(): Promise<HostReport> {
    const { clock } = this.parts;
    const beganMs = clock.monotonicMs();
    const compare = this.parts.comparison();
    this.causes.reading();
    const state = await this.parts.reader.state('observe');
    const found = await compare(state);
    const before = this.report;
    const known = before?.drift ?? [];
    this.causes.read(state.interfaces);
    if (before !== undefined) this.tellOfInterfaces(before.state, state);
    this.restsUntilMs = restsUntilMs(beganMs, clock.monotonicMs());
    const drift = found === null ? known : dated(known, found, clock.unixMs());
    return this.tellReport(state, drift, this.seen ?? []);
  }

  private tellReport(state: HostState, drift: HostReport['drift'], bonds: Bonds): HostReport {
    const before = this.report;
    const report: HostReport = {
      ...this.parts.surroundings(),
      state,
      bonds: values(bonds),
      unknownLines: unknownLines(bonds),
      drift,
      lastEvent: this.sequence,
    };
    this.report = report;
    if (essence(before) !== essence(report)) this.reports.tell(report);
    return report;
  }

  private tellOfInterfaces(before: HostState, after: HostState): void {
    const changes = interfaceChangesBetween(before.interfaces, after.interfaces);
    this.tell(changes, this.parts.clock.monotonicMs());
  }

  /** Numbers, dates and explains changes that were seen, or that the kernel told of, at one moment of the monotonic clock. */
  private tell(changes: readonly Change[], atMonotonicMs: number): void {
    if (changes.length === 0) return;
    this.noteOwn();
    const nowMs = this.parts.clock.monotonicMs();
    const atUnixMs = Math.round(this.parts.clock.unixMs() - (nowMs - atMonotonicMs));
    for (const change of this.causes.explain(changes, nowMs)) {
      this.sequence += 1;
      this.events.tell({ sequence: this.sequence, atUnixMs, atMonotonicMs, ...change });
    }
  }
}

/**
 * Watches the host's bonds: woken by the kernel's link messages, and by a slow clock for what sends none (LACP counters,
 * "going down"). The first look makes no events: what was there before the agent is no news.
 */
export const createObserver = (parts: ObserverParts): Observer => new Watching(parts);
