import type { HistoryGap } from '@bondctl/proto/model/history';
import type { BucketRow, DatabaseSize, StoredKept } from '../store/history-ports.ts';
import type { Store } from '../store/ports.ts';
import { settledBefore } from './due.ts';
import { withGap } from './gaps.ts';
import { everyMs, floorTo, type HistoryRules } from './layers.ts';
import type { Minutes } from './minutes.ts';
import { makeRoom, pruneEvents, pruneOld } from './pruning.ts';
import type { Seconds } from './seconds.ts';

/** What the keeper works with. */
export interface KeeperParts {
  readonly rules: HistoryRules;
  readonly seconds: Seconds;
  readonly minutes: Minutes;
  readonly store: Pick<Store, 'history' | 'events'>;
  readonly clock: {
    nowUnixMs(): number;
    /** Resolves early when `signal` aborts. */
    sleep(ms: number, signal: AbortSignal): Promise<void>;
  };
  readonly log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
  };
}

/** What the store had when it was looked at last. */
export interface Measured {
  readonly atUnixMs: number;
  readonly minute: StoredKept;
  readonly hour: StoredKept;
  readonly events: StoredKept;
  readonly size: DatabaseSize;
}

/** A minute is written this long after it ended: its last interval has come by then. */
const graceMs = 5000;
/** Rows that wait while the store cannot be written: an hour of a thousand hosts with two ports. */
const rowsWaitingAtMost = 120_000;
const hoursPerRound = 24;
/** Ports in one page of a walk over all: some milliseconds in which nobody else is served. */
const portsPerPage = 100;
const pageRestMs = 20;
const full = 'the database is as large as it may be, and there was nothing left to remove for room';

/** Writes minutes, rolls up hours and removes what is old, in the background. Nothing here throws to its caller. */
export class Keeper {
  readonly #parts: KeeperParts;
  #gaps: readonly HistoryGap[] = [];
  #measured: Measured | undefined;
  #isFailing = false;
  #isFull = false;
  #lost = 0;
  #prunedUnixMs = 0;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  gaps(): readonly HistoryGap[] {
    return this.#gaps;
  }

  /** Rows that were measured and are in no layer, since this process began. */
  lost(): number {
    return this.#lost;
  }

  /** Undefined before the first look. */
  measured(): Measured | undefined {
    return this.#measured;
  }

  /** A round a minute until the signal aborts; then writes what there is, the minute that is not over included. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#parts;
    await this.#attempt('look at the history', async () => void (await this.measure()));
    while (!signal.aborted) {
      const nowMs = clock.nowUnixMs();
      const nextMs = floorTo(nowMs - graceMs, everyMs.minute) + everyMs.minute + graceMs;
      await clock.sleep(nextMs - nowMs, signal);
      if (!signal.aborted) await this.round(signal);
    }
    await this.#write(Number.POSITIVE_INFINITY);
  }

  /** What is due now. */
  async round(signal: AbortSignal): Promise<void> {
    const nowMs = this.#parts.clock.nowUnixMs();
    this.#parts.seconds.trim(nowMs);
    await this.#write(nowMs - graceMs);
    await this.#attempt('roll up hours', () => this.#rollUp(nowMs, signal));
    await this.#attempt('remove what is old', () => this.#prune(nowMs, signal));
    await this.#attempt('look at the history', async () => void (await this.measure()));
  }

  /** Looks at the store. */
  async measure(): Promise<Measured> {
    const { history, events } = this.#parts.store;
    this.#measured = {
      atUnixMs: this.#parts.clock.nowUnixMs(),
      minute: await history.kept('minute'),
      hour: await history.kept('hour'),
      events: await events.kept(),
      size: await history.size(),
    };
    return this.#measured;
  }

  async #attempt(what: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      this.#parts.log.warn({ err: thrown }, `could not ${what}; it is tried again in a minute`);
    }
  }

  /** All minutes that ended, in one transaction. What cannot be written waits, within bounds; beyond them it is a gap. */
  async #write(endedByUnixMs: number): Promise<void> {
    const { minutes, store, log } = this.#parts;
    const rows = minutes.takeEndedBy(endedByUnixMs);
    if (rows.length === 0) return;
    if (this.#isFull) return this.#lose(rows, full);
    try {
      await store.history.addMinutes(rows);
      if (this.#isFailing) log.info({ rows: rows.length }, 'samples are written again');
      this.#isFailing = false;
    } catch (thrown) {
      minutes.giveBack(rows);
      if (!this.#isFailing) log.warn({ err: thrown }, 'samples could not be written; they wait in memory');
      this.#isFailing = true;
      this.#lose(minutes.takeBeyond(rowsWaitingAtMost), 'the database could not be written for too long');
    }
  }

  #lose(rows: readonly BucketRow[], why: string): void {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return;
    const gap = { fromUnixMs: first.atUnixMs, untilUnixMs: last.atUnixMs + everyMs.minute, why };
    this.#lost += rows.length;
    this.#gaps = withGap(this.#gaps, gap);
    this.#parts.log.warn({ ...gap, rows: rows.length }, 'samples are lost');
  }

  async #rollUp(nowMs: number, signal: AbortSignal): Promise<void> {
    const { history } = this.#parts.store;
    for (const hour of await history.unrolledHours(settledBefore(nowMs), hoursPerRound)) {
      await this.#throughout(signal, (after) => history.rollUp(hour, after, portsPerPage));
      if (signal.aborted) return;
    }
  }

  async #prune(nowMs: number, signal: AbortSignal): Promise<void> {
    const { rules, store } = this.#parts;
    const walk = (page: (after: number) => Promise<number | null>) => this.#throughout(signal, page);
    const work = { rules, store, nowMs, walk, isStopping: () => signal.aborted };
    await pruneOld(work);
    this.#isFull = !(await makeRoom(work));
    const hour = floorTo(nowMs, everyMs.hour);
    if (hour === this.#prunedUnixMs) return;
    await pruneEvents(work, () => this.#parts.clock.sleep(pageRestMs, signal));
    this.#prunedUnixMs = hour;
  }

  /** One page after the other, with a rest in which others are served; what is not done when we stop is done next time. */
  async #throughout(signal: AbortSignal, page: (after: number) => Promise<number | null>): Promise<void> {
    for (let after: number | null = 0; after !== null && !signal.aborted; ) {
      after = await page(after);
      if (after !== null) await this.#parts.clock.sleep(pageRestMs, signal);
    }
  }
}
