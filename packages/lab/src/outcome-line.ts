/** What a test run inside the lab tells the outside, one JSON line each. */

/** One test's outcome, what a test measured, or the end: a run without it was cut short. */
export type OutcomeLine =
  | { readonly kind: 'passed'; readonly name: string; readonly ms: number }
  | { readonly kind: 'failed'; readonly name: string; readonly ms: number; readonly why: string }
  | { readonly kind: 'skipped'; readonly name: string; readonly why: string }
  | { readonly kind: 'told'; readonly text: string }
  | { readonly kind: 'end' };

/** The whole lines of a text; a last line that is still being written is left for later. */
export function outcomeLines(text: string): OutcomeLine[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as OutcomeLine);
}
