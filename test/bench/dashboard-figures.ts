/** What the benchmark of the dashboard saw. */
export interface DashboardMeasured {
  readonly hosts: number;
  /** From asking for the page until every tile was there, as the page's own clock has it. */
  readonly openedMs: number;
  /** How often something of the page changed while it was watched. */
  readonly news: number;
  /** Tasks of the main thread that took longer than 50 ms, which is what a browser calls long. */
  readonly longTasksMs: readonly number[];
}

/** What it comes to, against what was asked. */
export interface DashboardFigures extends DashboardMeasured {
  readonly longestMs: number;
  readonly isQuick: boolean;
}

const opensWithinMs = 2_000;
const taskWithinMs = 100;

/** Throws when nothing happened while the page was watched: then nothing was measured. */
export function figuresOf(measured: DashboardMeasured): DashboardFigures {
  if (measured.news === 0) throw new Error('Nothing of the page changed while it was watched.');
  const longestMs = Math.max(0, ...measured.longTasksMs);
  const isQuick = measured.openedMs <= opensWithinMs && longestMs <= taskWithinMs;
  return { ...measured, longestMs, isQuick };
}

const ms = (value: number): string => `${Math.round(value)} ms`;

/** The figures for people. */
export function tableOf({
  hosts,
  openedMs,
  news,
  longTasksMs,
  longestMs,
  isQuick,
}: DashboardFigures): string {
  const longest = longTasksMs.length === 0 ? 'none' : `${longTasksMs.length}, the longest ${ms(longestMs)}`;
  return [
    `fleet page of ${hosts} simulated hosts`,
    `  all tiles there after   ${ms(openedMs)}  (asked: ${ms(opensWithinMs)})`,
    `  changes of the page     ${news}`,
    `  tasks over 50 ms        ${longest}  (asked: none over ${ms(taskWithinMs)})`,
    isQuick ? 'as quick as was asked' : 'SLOWER than was asked',
  ].join('\n');
}
