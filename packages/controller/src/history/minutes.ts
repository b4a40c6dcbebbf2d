import type { HostId } from '@bondctl/proto/model/names';
import type { BucketRow } from '../store/history-ports.ts';
import { bpsOf, type Moved } from './interval.ts';
import { everyMs, floorTo } from './layers.ts';

type Sum = { -readonly [K in keyof BucketRow]: BucketRow[K] };

/** Minutes that are not in the store yet. */
export class Minutes {
  readonly #sums = new Map<string, Sum>();

  /** Adds what a port moved, each minute its share by time; the shares of bytes are whole and add up. */
  add(host: HostId, moved: Moved): void {
    const shares = sharesOf(moved);
    const [tx, rx] = [spread(moved.txBytes, shares), spread(moved.rxBytes, shares)];
    const [txBps, rxBps] = [bpsOf(moved.txBytes, moved.lastedMs), bpsOf(moved.rxBytes, moved.lastedMs)];
    for (const [at, { atUnixMs, lastedMs }] of shares.entries()) {
      const peaks = { txPeakBps: txBps, rxPeakBps: rxBps };
      const bytes = { txBytes: tx[at] ?? 0, rxBytes: rx[at] ?? 0 };
      this.#addTo(this.#at(host, moved, atUnixMs), { ...bytes, ...peaks, measuredMs: lastedMs });
    }
  }

  #at(host: HostId, { bond, port }: Pick<BucketRow, 'bond' | 'port'>, atUnixMs: number): Sum {
    const key = `${host}/${bond}/${port}/${atUnixMs}`;
    const found = this.#sums.get(key);
    if (found !== undefined) return found;
    const none = { txBytes: 0, rxBytes: 0, txPeakBps: 0, rxPeakBps: 0, measuredMs: 0 };
    const sum: Sum = { host, bond, port, atUnixMs, ...none };
    this.#sums.set(key, sum);
    return sum;
  }

  #addTo(sum: Sum, part: Omit<BucketRow, 'host' | 'bond' | 'port' | 'atUnixMs'>): void {
    sum.txBytes += part.txBytes;
    sum.rxBytes += part.rxBytes;
    sum.txPeakBps = Math.max(sum.txPeakBps, part.txPeakBps);
    sum.rxPeakBps = Math.max(sum.rxPeakBps, part.rxPeakBps);
    sum.measuredMs += part.measuredMs;
  }

  /** Takes the minutes that ended by then, oldest first; what still comes of them begins anew and is added to them later. */
  takeEndedBy(atUnixMs: number): readonly BucketRow[] {
    return this.#take(({ atUnixMs: began }) => began + everyMs.minute <= atUnixMs);
  }

  /** Takes the oldest minutes while more than `atMost` rows wait. */
  takeBeyond(atMost: number): readonly BucketRow[] {
    const begun = [...this.#sums.values()].map((sum) => sum.atUnixMs).toSorted((a, b) => a - b);
    const beyond = begun.length - atMost;
    const lastUnixMs = begun[beyond - 1];
    return lastUnixMs === undefined ? [] : this.#take((sum) => sum.atUnixMs <= lastUnixMs);
  }

  #take(isMeant: (sum: Sum) => boolean): readonly BucketRow[] {
    const taken: BucketRow[] = [];
    for (const [key, sum] of this.#sums) {
      if (!isMeant(sum)) continue;
      taken.push(sum);
      this.#sums.delete(key);
    }
    return taken.toSorted((a, b) => a.atUnixMs - b.atUnixMs);
  }

  /** What was taken could not be written: it waits again. */
  giveBack(rows: readonly BucketRow[]): void {
    for (const row of rows) this.#addTo(this.#at(row.host, row, row.atUnixMs), row);
  }

  /** How many wait. */
  size(): number {
    return this.#sums.size;
  }

  /** What waits of one host, with the minute that is not over. */
  of(host: HostId): readonly BucketRow[] {
    return [...this.#sums.values()].filter((sum) => sum.host === host);
  }
}

interface Share {
  readonly atUnixMs: number;
  readonly lastedMs: number;
}

/** How much of the interval lies in each minute. */
function sharesOf({ untilUnixMs, lastedMs }: Moved): readonly Share[] {
  const fromUnixMs = untilUnixMs - lastedMs;
  const shares: Share[] = [];
  for (let at = floorTo(fromUnixMs, everyMs.minute); at < untilUnixMs; at += everyMs.minute) {
    const lasted = Math.min(untilUnixMs, at + everyMs.minute) - Math.max(fromUnixMs, at);
    if (lasted > 0) shares.push({ atUnixMs: at, lastedMs: lasted });
  }
  return shares;
}

/** Bytes by time: whole, and together what they were. */
function spread(bytes: number, shares: readonly Share[]): readonly number[] {
  const allMs = shares.reduce((sum, { lastedMs }) => sum + lastedMs, 0);
  let passedMs = 0;
  let given = 0;
  return shares.map(({ lastedMs }, at) => {
    passedMs += lastedMs;
    const upTo = at === shares.length - 1 ? bytes : Math.floor(bytes * (passedMs / allMs));
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
