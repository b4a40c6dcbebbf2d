/** Which guests run side by side, and on which processor. */

/** How much of the machine a test file wants. */
export type Share =
  /** Waits nearly all of its time, for deadlines: two of them cost what one that shares does. */
  | 'waiting'
  /** Waits most of its time: a second guest on its processor costs it little. */
  | 'shared'
  /** Hardly waits, and measures no throughput: one that waits has room beside it. */
  | 'working'
  /** Never waits: it has a processor to itself. */
  | 'busy'
  /** Measures throughput: it has a processor to itself, and of its kind there is one at a time. */
  | 'exclusive';

/** What a test file may say that it wants; `shared` where it says nothing. */
export const shares: readonly Share[] = ['waiting', 'working', 'busy', 'exclusive'];

/** What a running test holds. `processor` counts from 0. */
export type Seat = { readonly processor: number; readonly share: Share };

/** In halves of a seat. */
const waitingSize = 1;
const sharedSize = 2;

/** The seats of a machine: each processor has room for `perProcessor` guests that share. */
export class Seats {
  readonly #free: number[];
  readonly #whole: number;
  #isMeasuring = false;

  constructor(processors: number, perProcessor: number) {
    this.#whole = perProcessor * sharedSize;
    this.#free = Array.from({ length: processors }, () => this.#whole);
  }

  /** A seat on the emptiest processor; undefined while none is free for that. */
  take(share: Share): Seat | undefined {
    const most = Math.max(...this.#free);
    const size = this.#sizeOf(share);
    if (most < size || (share === 'exclusive' && this.#isMeasuring)) return undefined;
    const seat = { processor: this.#free.indexOf(most), share };
    this.#move(seat, -size);
    return seat;
  }

  leave(seat: Seat): void {
    this.#move(seat, this.#sizeOf(seat.share));
  }

  #move({ processor, share }: Seat, size: number): void {
    this.#free[processor] = (this.#free[processor] ?? 0) + size;
    if (share === 'exclusive') this.#isMeasuring = size < 0;
  }

  #sizeOf(share: Share): number {
    if (share === 'waiting') return waitingSize;
    if (share === 'working') return Math.max(sharedSize, this.#whole - waitingSize);
    return share === 'shared' ? sharedSize : this.#whole;
  }
}

/**
 * Runs each job as soon as it has a seat, the first in the list that fits; resolves when all have ended. `run` does not
 * reject.
 */
export async function runSeated<J extends { readonly share: Share }>(
  jobs: readonly J[],
  seats: Seats,
  run: (job: J, processor: number) => Promise<void>,
): Promise<void> {
  const waiting = [...jobs];
  const running = new Set<Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    const next = seatFirst(waiting, seats);
    if (next === undefined) {
      await Promise.race(running);
      continue;
    }
    const ended = run(next.job, next.seat.processor).then(() => {
      seats.leave(next.seat);
      running.delete(ended);
    });
    running.add(ended);
  }
}

/** Takes the first job that fits off the list. */
function seatFirst<J extends { readonly share: Share }>(
  waiting: J[],
  seats: Seats,
): { readonly job: J; readonly seat: Seat } | undefined {
  for (const [at, job] of waiting.entries()) {
    const seat = seats.take(job.share);
    if (seat === undefined) continue;
    waiting.splice(at, 1);
    return { job, seat };
  }
  return undefined;
}
