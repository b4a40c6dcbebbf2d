/** Chance from a seed: the same seed gives the same answers in the same order. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  /** True as often as `share` says, from 0 to 1. */
  happens(share: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
}

/** Chance for one purpose: what is asked of one does not move another, so that a world with a fault less stays alike. */
export function createChance(seed: number, purpose: string): Chance {
  let state = mix(seed >>> 0);
  for (const letter of purpose) state = mix(state ^ letter.charCodeAt(0));
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    return mix(state) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    happens: (share) => next() < share,
    pick: ([first, ...others]) => {
      const at = between(0, others.length);
      return at === 0 ? first : (others[at - 1] ?? first);
    },
  };
}

/** Spreads every bit over the whole word. */
function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
