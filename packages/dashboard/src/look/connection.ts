import { spanText } from './age.ts';

/** How the dashboard stands to the controller. Times are of the browser's clock. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live'; readonly heardUnixMs: number }
  | { readonly kind: 'lost'; readonly heardUnixMs: number | null; readonly why: string };

/** A stream that says nothing for this long is taken for dead: the controller gives a sign of life every 5 s. */
export const silentAfterMs = 12_000;

/** What the banner says; null: there is nothing to say. */
export function connectionSentence(connection: Connection, nowUnixMs: number): string | null {
  if (connection.kind !== 'lost') return null;
  const { heardUnixMs } = connection;
  if (heardUnixMs === null) return `The controller does not answer: ${connection.why}`;
  return `The controller does not answer; what you see is ${spanText(nowUnixMs - heardUnixMs)} old. ${connection.why}`;
}

/** A few words for the corner that always shows how current everything is. */
export function connectionWords(connection: Connection, nowUnixMs: number): string {
  switch (connection.kind) {
    case 'connecting':
      return 'connecting';
    case 'live':
      return 'live';
    case 'lost':
      return connection.heardUnixMs === null
        ? 'no answer'
        : `${spanText(nowUnixMs - connection.heardUnixMs)} old`;
  }
}

const firstWaitMs = 1_000;
const longestWaitMs = 10_000;

/** How long to wait before the next try, in ms; `chance` in [0, 1) spreads those that lost the controller at once. */
export const retryAfterMs = (tries: number, chance: number): number =>
  Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries, 8)) * (0.5 + chance / 2);
