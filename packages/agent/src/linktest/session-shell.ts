import { BondctlError } from '@bondctl/proto/model/error';
import type { Disturbance, PortSample } from '@bondctl/proto/model/linktest';
import type { BondName, TestId } from '@bondctl/proto/model/names';
import type { RunningProcess } from '../kernel/ports.ts';
import { classifyError, documentError } from '../parse/iperf3-errors.ts';
import type { Argv } from './command-lines.ts';
import { type FinishedRun, type RunDeps, runIperf } from './iperf-run.ts';
import { disturbanceOf, type Guarded, type Look } from './others.ts';
import { untilListening } from './readiness.ts';
import {
  deadlineMs,
  type Holder,
  holder,
  type Session,
  type SessionEffect,
  type SessionEvent,
  step,
} from './session.ts';

/** What the run in hand is made of. */
export interface Run {
  readonly test: TestId;
  readonly bond: BondName;
  /** Whom the sending end measures round-trip times to; null at the receiving end. */
  readonly peer: string | null;
  readonly seconds: number;
  /** What of it tells the others from it. */
  readonly guarded: Omit<Guarded, 'bond' | 'role'>;
  readonly version: string;
  /** The command line; a server's depends on the port it gets. */
  readonly argv: (port: number) => Argv;
}

/** Hears each round of counters while a run lasts. */
export type SampleListener = (test: TestId, samples: readonly PortSample[]) => void;

type Waiter = {
  readonly isOver: (session: Session) => boolean;
  readonly resolve: (session: Session) => void;
};

/**
 * Carries out what the session says. INVARIANTS: at most one iperf3 of ours lives at a time; it is in the pid file
 * while it lives; each has a deadline at which it is ended, whoever asked for it.
 */
export class SessionShell {
  listener: SampleListener = () => {};
  /** The last process that ended, kept until the next one starts. */
  finished: (FinishedRun & { readonly test: TestId }) | undefined;
  /** Why the last run broke before it had an end. */
  broken: BondctlError | undefined;
  /** Why the last run was ended for the sake of others. */
  disturbance: Disturbance | undefined;
  /** Hears of each process that ended, with what its ports counted. */
  onEnd: SampleListener = () => {};
  private readonly deps: RunDeps;
  private session: Session = { phase: 'idle' };
  private run: Run | undefined;
  private process: RunningProcess | undefined;
  private waiters: readonly Waiter[] = [];
  private cancelTimer = () => {};

  constructor(deps: RunDeps) {
    this.deps = deps;
  }

  now(): number {
    return this.deps.clock.monotonicMs();
  }

  /** Who has the host. */
  holder(): Holder | undefined {
    return holder(this.session);
  }

  /** Begins a run, right after the caller saw that nobody has the host. */
  begin(run: Run, event: SessionEvent): void {
    this.run = run;
    this.dispatch(event);
  }

  /** One event through the machine. */
  dispatch(event: SessionEvent): void {
    const [session, effects] = step(this.session, event);
    this.session = session;
    for (const effect of effects) this.perform(effect);
    this.setTimer();
    const over = this.waiters.filter(({ isOver }) => isOver(this.session));
    this.waiters = this.waiters.filter((waiter) => !over.includes(waiter));
    for (const { resolve } of over) resolve(session);
  }

  /** The session once it is as wanted; the session's own deadlines bound the wait. */
  until(isOver: (session: Session) => boolean): Promise<Session> {
    if (isOver(this.session)) return Promise.resolve(this.session);
    return new Promise((resolve) => {
      this.waiters = [...this.waiters, { isOver, resolve }];
    });
  }

  private perform(effect: SessionEffect): void {
    switch (effect.do) {
      case 'startServer':
        this.start('server', effect.port);
        break;
      case 'startClient':
        this.start('client', 0);
        break;
      case 'signal':
        this.process?.signal(effect.signal);
        break;
      default:
        effect satisfies never;
    }
  }

  private start(role: 'server' | 'client', port: number): void {
    const run = this.run;
    if (run === undefined) return;
    this.finished = undefined;
    this.broken = undefined;
    this.disturbance = undefined;
    const order = {
      ...run,
      role,
      argv: run.argv(port),
      wanted: () => this.session.phase !== 'ending',
      onStarted: (process: RunningProcess) => this.started(process, role, port),
      onSamples: (samples: readonly PortSample[]) => this.listener(run.test, samples),
      onLook: this.looking({ ...run.guarded, bond: run.bond, role }),
    };
    runIperf(this.deps, order).then(
      (finished) => this.exited({ ...finished, test: run.test }),
      (thrown) => this.exited(undefined, BondctlError.from(thrown)),
    );
  }

  /** Looks one after the other, and ends the run at the first that says so. */
  private looking(guarded: Guarded): (look: Look) => void {
    let first: Look | undefined;
    let before: Look | undefined;
    return (now) => {
      const found = disturbanceOf(guarded, first ?? now, before ?? now, now);
      first ??= now;
      before = now;
      if (found === undefined || this.disturbance !== undefined) return;
      this.disturbance = found;
      this.dispatch({ type: 'disturb', nowMs: this.now() });
    };
  }

  private started(process: RunningProcess, role: 'server' | 'client', port: number): void {
    this.process = process;
    // What is gone is not signalled: its number may be another's by then.
    void process.ended.then(() => {
      if (this.process === process) this.process = undefined;
    });
    if (role === 'client') return;
    const stillWanted = () => this.process === process && this.session.phase === 'starting';
    untilListening(this.deps, process.pid, port, stillWanted).then(
      (listens) => listens && this.dispatch({ type: 'listens', nowMs: this.now() }),
      (thrown: unknown) => this.deps.log.warn({ err: thrown }, 'could not look up the listening sockets'),
    );
  }

  private exited(finished: SessionShell['finished'], broken?: BondctlError): void {
    this.process = undefined;
    this.finished = finished;
    this.broken = broken;
    if (finished !== undefined) this.onEnd(finished.test, finished.samples);
    const portTaken = classifyError(documentError(finished?.run.document ?? '') ?? '') === 'address-in-use';
    this.dispatch({ type: 'exited', portTaken, nowMs: this.now() });
  }

  private setTimer(): void {
    this.cancelTimer();
    this.cancelTimer = () => {};
    const atMs = deadlineMs(this.session);
    if (atMs === undefined) return;
    const ring = () => this.dispatch({ type: 'clock', nowMs: this.now() });
    this.cancelTimer = this.deps.clock.after(Math.max(0, Math.ceil(atMs - this.now())), ring);
  }
}
