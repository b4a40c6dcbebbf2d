import { floorTo } from './layers.ts';

/** Seconds in one piece of memory: what is trimmed at once. */
const secondsPerPiece = 300;
const pieceMs = secondsPerPiece * 1000;
const valuesPerSecond = 2;

/** What one piece takes, its own bookkeeping included. */
export const bytesPerPiece = secondsPerPiece * valuesPerSecond * Float32Array.BYTES_PER_ELEMENT + 200;

/** Five minutes of one port; NaN where nothing is known. */
interface Piece {
  readonly series: string;
  readonly fromUnixMs: number;
  readonly values: Float32Array;
}

/** One second: where it ends, and its rates. */
export type Second = readonly [number, number, number];

/**
 * Rates of the last hour, a second each, of every port there is, in at most `limitBytes`: what is oldest goes first,
 * whichever port it belongs to. Rates are 32-bit floats, exact to seven digits.
 */
export class Seconds {
  readonly #keptMs: number;
  readonly #limitBytes: number;
  readonly #bySeries = new Map<string, Piece[]>();
  /** All pieces as they were made. */
  #pieces: Piece[] = [];
  #first = 0;

  constructor(keptMs: number, limitBytes: number) {
    this.#keptMs = keptMs;
    this.#limitBytes = limitBytes;
  }

  /** Every whole second that ends in the interval had these rates; what is longer than what is kept is cut. */
  put(series: string, untilUnixMs: number, lastedMs: number, txBps: number, rxBps: number): void {
    const first = floorTo(untilUnixMs - Math.min(lastedMs, this.#keptMs), 1000) + 1000;
    for (let at = first; at <= untilUnixMs; at += 1000) {
      const piece = this.#pieceAt(series, at);
      const slot = ((at - piece.fromUnixMs) / 1000) * valuesPerSecond;
      piece.values[slot] = txBps;
      piece.values[slot + 1] = rxBps;
    }
  }

  #pieceAt(series: string, atUnixMs: number): Piece {
    const fromUnixMs = floorTo(atUnixMs, pieceMs);
    const mine = this.#bySeries.get(series) ?? [];
    const found = mine.findLast((piece) => piece.fromUnixMs === fromUnixMs);
    if (found !== undefined) return found;
    const values = new Float32Array(secondsPerPiece * valuesPerSecond).fill(Number.NaN);
    const piece = { series, fromUnixMs, values };
    this.#bySeries.set(series, [...mine, piece]);
    this.#pieces.push(piece);
    this.trim(atUnixMs);
    return piece;
  }

  /** Lets go of what is older than what is kept, and of the oldest while there is too much. */
  trim(nowUnixMs: number): void {
    for (let oldest = this.#pieces[this.#first]; oldest !== undefined; oldest = this.#pieces[this.#first]) {
      const isOld = oldest.fromUnixMs + pieceMs <= nowUnixMs - this.#keptMs;
      if (!isOld && this.bytes() <= this.#limitBytes) break;
      this.#drop(oldest);
    }
    if (this.#first > 1000 && this.#first > this.#pieces.length / 2) {
      this.#pieces = this.#pieces.slice(this.#first);
      this.#first = 0;
    }
  }

  #drop(piece: Piece): void {
    const rest = (this.#bySeries.get(piece.series) ?? []).filter((one) => one !== piece);
    if (rest.length === 0) this.#bySeries.delete(piece.series);
    else this.#bySeries.set(piece.series, rest);
    this.#first += 1;
  }

  /** The names of what is there that `wanted` names, in the order in which they came. */
  series(wanted: (series: string) => boolean): readonly string[] {
    return [...this.#bySeries.keys()].filter(wanted);
  }

  /** Seconds of one port that end after `fromUnixMs` and until `untilUnixMs`, oldest first. */
  read(series: string, fromUnixMs: number, untilUnixMs: number): readonly Second[] {
    const pieces = (this.#bySeries.get(series) ?? []).toSorted((a, b) => a.fromUnixMs - b.fromUnixMs);
    return pieces.flatMap((piece) => secondsOf(piece, fromUnixMs, untilUnixMs));
  }

  /** Where the oldest piece of one port begins. */
  beginning(series: string): number | null {
    const begun = (this.#bySeries.get(series) ?? []).map((piece) => piece.fromUnixMs);
    return begun.length === 0 ? null : Math.min(...begun);
  }

  bytes(): number {
    return (this.#pieces.length - this.#first) * bytesPerPiece;
  }

  /** How many seconds there is room for; those of which nothing is known are among them. */
  rows(): number {
    return (this.#pieces.length - this.#first) * secondsPerPiece;
  }

  /** Where the oldest piece begins. */
  oldestUnixMs(): number | null {
    return this.#pieces[this.#first]?.fromUnixMs ?? null;
  }
}

function secondsOf({ fromUnixMs, values }: Piece, afterUnixMs: number, untilUnixMs: number): Second[] {
  const found: Second[] = [];
  for (let second = 0; second < secondsPerPiece; second += 1) {
    const at = fromUnixMs + second * 1000;
    const tx = values[second * valuesPerSecond] ?? Number.NaN;
    const rx = values[second * valuesPerSecond + 1] ?? Number.NaN;
    if (at > afterUnixMs && at <= untilUnixMs && !Number.isNaN(tx)) found.push([at, tx, rx]);
  }
  return found;
}
