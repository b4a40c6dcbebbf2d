/** How long a mesh took by bondctl and by a script. Pure. */

/** What a run measured, each with the same rounds and the same time for each test. */
export type Measured = {
  readonly tests: number;
  readonly rounds: number;
  readonly bound: number;
  readonly failed: number;
  readonly oursMs: number;
  readonly scriptMs: number;
};

/** The figures of the benchmark. */
export type Figures = Measured & { readonly ratio: number };

/** Throws where the script took no time: nothing can be compared then. */
export function figuresOf(measured: Measured): Figures {
  if (measured.scriptMs <= 0) throw new Error('the script took no time, so there is no ratio');
  return { ...measured, ratio: measured.oursMs / measured.scriptMs };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`.padStart(9);

/** The figures for people. */
export function tableOf({ tests, rounds, bound, failed, oursMs, scriptMs, ratio }: Figures): string {
  return [
    `${tests} tests in ${rounds} rounds (no plan takes fewer than ${bound}), ${failed} failed`,
    '',
    `driven by bondctl    ${seconds(oursMs)}`,
    `the same in a script ${seconds(scriptMs)}`,
    `ratio                ${ratio.toFixed(3).padStart(9)}`,
  ].join('\n');
}
