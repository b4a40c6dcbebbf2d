import type { Health } from '@bondctl/proto/model/view';

/** Every health, worst first: what operators look for stands first. */
export const healths: readonly Health[] = ['down', 'degraded', 'unknown', 'ok'];

/** How a health is shown beside its colour: a letter for tiles, a word for people, a word for sentences of many. */
export const healthSigns: Readonly<Record<Health, { readonly letter: string; readonly word: string }>> = {
  ok: { letter: 'O', word: 'ok' },
  degraded: { letter: 'D', word: 'degraded' },
  down: { letter: 'X', word: 'down' },
  unknown: { letter: '?', word: 'unknown' },
};

/** How far from good a health is, 0 for the worst. */
export const healthRank = (health: Health): number => healths.indexOf(health);

/** How many there are of each health. */
export function countHealths(all: readonly { readonly health: Health }[]): Readonly<Record<Health, number>> {
  const counts = { ok: 0, degraded: 0, down: 0, unknown: 0 };
  for (const { health } of all) counts[health] += 1;
  return counts;
}
