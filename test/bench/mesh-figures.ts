/** How long a mesh took by bondctl and by a script. Pure. */

/** What a run measured, each with the same rounds and the same time for each test. */
export type Measured = {
  readonly tests: number;
  readonly rounds: number;
  readonly bound: number;
  readonly failed: number;
  readonly oursMs: number;
  readonly scriptMs: number;
  /** The script with the pings that our tests send too: whole packets both ways by every port, and round-trip times. */
  readonly withPingsMs: number;
};

/** What a mesh may take at most, over the same schedule driven by a script. */
const mostRatio = 1.15;

/** The figures of the benchmark. `ratio` is over the bare script, which proves no path and knows no round-trip time. */
export type Figures = Measured & { readonly ratio: number; readonly ratioWithPings: number };

/** Throws where the script took no time: nothing can be compared then. */
export function figuresOf(measured: Measured): Figures {
  const { oursMs, scriptMs, withPingsMs } = measured;
  if (Math.min(scriptMs, withPingsMs) <= 0) throw new Error('the script took no time, so there is no ratio');
  return { ...measured, ratio: oursMs / scriptMs, ratioWithPings: oursMs / withPingsMs };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`.padStart(9);

const ratioOf = (ratio: number): string => ratio.toFixed(3).padStart(9);

const verdictOf = (ratio: number): string =>
  ratio <= mostRatio ? `at most ${mostRatio}, as it shall be` : `more than the ${mostRatio} that it shall be`;

/** The figures for people. */
export function tableOf(figures: Figures): string {
  const { tests, rounds, bound, failed, oursMs, scriptMs, withPingsMs, ratio, ratioWithPings } = figures;
  return [
    `${tests} tests in ${rounds} rounds (no plan takes fewer than ${bound}), ${failed} failed`,
    '',
    `driven by bondctl    ${seconds(oursMs)}`,
    `the same in a script ${seconds(scriptMs)}`,
    `ratio                ${ratioOf(ratio)}   ${verdictOf(ratio)}`,
    '',
    'The script proves no path and knows no round-trip time. With the pings for both, which our tests send too:',
    `script with pings    ${seconds(withPingsMs)}`,
    `ratio                ${ratioOf(ratioWithPings)}`,
  ].join('\n');
}
