import type { Chance } from '../simulation/chance.ts';

/** How much happens. */
export const moods = ['calm', 'usual', 'busy'] as const;

/** How much happens. */
export type Mood = (typeof moods)[number];

/** What can happen to a host, each for a while: then it is well again. */
export const troubles = [
  'portDown',
  'allPortsDown',
  'flapping',
  'partnerChanged',
  'drift',
  'hostLost',
] as const;

/** One thing that happens to one host. */
export interface Strike {
  /** Since the strike before. */
  readonly afterMs: number;
  /** Which of the hosts, from 0. */
  readonly host: number;
  readonly trouble: (typeof troubles)[number];
  readonly lastsMs: number;
}

/** How long a fleet of a hundred hosts waits for the next strike, on average, in ms. */
const meanMs: Readonly<Record<Mood, number>> = { calm: 60_000, usual: 12_000, busy: 1_500 };

/** Troubles as often as they stand here, with how long they last, in seconds. */
const often: readonly (readonly [Strike['trouble'], number, number])[] = [
  ['portDown', 5, 60],
  ['portDown', 5, 20],
  ['portDown', 30, 120],
  ['flapping', 8, 20],
  ['flapping', 8, 30],
  ['partnerChanged', 20, 60],
  ['drift', 30, 120],
  ['allPortsDown', 5, 30],
  ['hostLost', 35, 90],
];

/** The next thing that happens to a fleet: from chance alone, so that a seed tells the same story again. */
export function nextStrike(chance: Chance, hosts: number, mood: Mood): Strike {
  const [first, ...others] = often;
  const [trouble, least, most] = chance.pick([first ?? (['portDown', 5, 60] as const), ...others]);
  const meanForAll = (meanMs[mood] * 100) / hosts;
  return {
    afterMs: Math.round(-Math.log(1 - chance.next()) * meanForAll),
    host: chance.between(0, hosts - 1),
    trouble,
    lastsMs: chance.between(least, most) * 1_000,
  };
}
