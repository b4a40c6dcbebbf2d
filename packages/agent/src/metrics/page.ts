import { metricsText } from '@bondctl/proto/metrics/exposition';
import type { Family } from '@bondctl/proto/metrics/family';
import type { Clock } from '../kernel/ports.ts';

/** The text of all metrics. */
export type Page = () => Promise<string>;

/** However many ask, and however often: the text is made once a second. */
const freshMs = 1000;

/** Makes the text when it is asked for; whoever asks within a second, or meanwhile, gets the same. */
export function createPage(clock: Pick<Clock, 'monotonicMs'>, families: () => readonly Family[]): Page {
  let made: { readonly atMs: number; readonly text: Promise<string> } | undefined;
  return () => {
    const nowMs = clock.monotonicMs();
    if (made === undefined || nowMs - made.atMs >= freshMs)
      made = { atMs: nowMs, text: metricsText(families()) };
    return made.text;
  };
}
