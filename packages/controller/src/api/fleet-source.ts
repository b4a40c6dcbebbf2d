import { BondctlError } from '@bondctl/proto/model/error';
import type { FleetLine, FleetView } from '@bondctl/proto/model/fleet';
import { lineBetween } from '../record/fleet-change.ts';
import { type FoldedFleet, foldFleet } from '../record/fleet-view.ts';
import type { HostRow } from '../store/ports.ts';
import { FleetMemory } from './fleet-memory.ts';
import type { FleetSource, Parts } from './ports.ts';

/** What the fleet is seen through. */
export interface FleetParts extends Pick<Parts, 'store' | 'recorder' | 'agents' | 'nowUnixMs' | 'stopping'> {
  /** Tells when a host reported; returns the unsubscribe function. */
  readonly onReport: (listener: () => void) => () => void;
}

const readersAtMost = 64;
const everyMs = 1_000;

/** The one source of all readers: made once per change, and only while somebody reads. */
export function createFleet(parts: FleetParts): FleetSource {
  return new SharedFleet(parts);
}

/** INVARIANTS: one loop at most; `#shown` changes at most once a second; a reader keeps the view it has seen, and no queue. */
class SharedFleet implements FleetSource {
  readonly #parts: FleetParts;
  readonly #memory: FleetMemory;
  readonly #readers = new Set<() => void>();
  #folded: FoldedFleet | undefined;
  #shown: FleetView | undefined;
  #broken: { readonly error: unknown } | undefined;
  #isRunning = false;
  #stir: () => void = () => undefined;

  constructor(parts: FleetParts) {
    this.#parts = parts;
    this.#memory = new FleetMemory(parts);
    const forget = parts.onReport(() => this.#stir());
    parts.stopping.addEventListener('abort', forget, { once: true });
  }

  async view(): Promise<FleetView> {
    const view = await this.#fold();
    return { ...view, atUnixMs: this.#parts.nowUnixMs() };
  }

  follow(signal: AbortSignal): AsyncGenerator<FleetLine, void, undefined> {
    if (this.#readers.size >= readersAtMost)
      throw new BondctlError(
        'busy',
        `${readersAtMost} readers follow the fleet already; end one of them first.`,
      );
    let wake = (): void => undefined;
    const reader = (): void => wake();
    const gone = (): void => {
      this.#readers.delete(reader);
      wake();
      if (this.#readers.size === 0) this.#stir();
    };
    this.#readers.add(reader);
    signal.addEventListener('abort', gone, { once: true });
    if (signal.aborted) gone();
    if (!this.#isRunning) void this.#run();
    return this.#lines(signal, (next) => {
      wake = next;
    });
  }

  async *#lines(
    signal: AbortSignal,
    onWake: (wake: () => void) => void,
  ): AsyncGenerator<FleetLine, void, undefined> {
    let seen: FleetView | undefined;
    while (!signal.aborted) {
      if (this.#broken !== undefined) throw this.#broken.error;
      const now = this.#shown;
      const line = now === undefined ? null : lineSince(seen, now);
      seen = now;
      if (line !== null) yield line;
      else await new Promise<void>((resolve) => onWake(resolve));
    }
  }

  /** Runs while somebody reads: at once when something stirs, and each second because hosts fall silent without a word. */
  async #run(): Promise<void> {
    this.#isRunning = true;
    this.#broken = undefined;
    try {
      while (this.#readers.size > 0 && !this.#parts.stopping.aborted) {
        const view = await this.#fold();
        const isNews = view !== this.#shown;
        this.#shown = view;
        if (isNews) for (const wake of this.#readers) wake();
        await this.#wait(isNews);
      }
    } catch (error) {
      this.#broken = { error };
      for (const wake of this.#readers) wake();
    } finally {
      this.#isRunning = false;
      this.#shown = undefined;
    }
  }

  /** A whole second after news; else until something stirs. */
  #wait(isNews: boolean): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      this.#stir = () => {
        if (isNews && this.#readers.size > 0) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #fold(): Promise<FleetView> {
    const { members, background } = await this.#memory.look();
    const sight = {
      atUnixMs: this.#parts.nowUnixMs(),
      hosts: members.map((row) => this.#sight(row)),
      background,
    };
    this.#folded = foldFleet(sight, this.#folded);
    return this.#folded.view;
  }

  #sight({ host, enrolledUnixMs }: HostRow) {
    const { agents } = this.#parts;
    return {
      host,
      enrolledUnixMs,
      presence: agents.presence(host),
      // A row does not say it, and it changes with every frame.
      lastSeenUnixMs: undefined,
      report: agents.report(host),
    };
  }
}

const lineSince = (seen: FleetView | undefined, now: FleetView): FleetLine | null =>
  seen === undefined ? { type: 'fleet', fleet: now } : lineBetween(seen, now);
