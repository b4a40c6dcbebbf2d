import type { SweepFigure } from '@bondctl/proto/model/sweep';
import type { TestView } from '@bondctl/proto/model/view';
import { retransmitPercent } from '../linktest/judge.ts';
import { halfWidth95, mean } from '../statistics/summary.ts';

/** What the runs of one candidate with so many streams come to; `broken` is why there are not as many as there should be. */
export function figureOf(streams: number, rows: readonly TestView[], broken: string): SweepFigure {
  const good = rows.flatMap(({ result: { run } }) => (run?.ok === true ? [run.figures] : []));
  const rates = good.map(({ receivedBps }) => receivedBps);
  const meanBps = mean(rates);
  const halfWidth = halfWidth95(rates);
  return {
    streams,
    tests: rows.map(({ id }) => id),
    goodRuns: good.length,
    meanBps,
    halfWidthPercent:
      halfWidth === null || meanBps === null || meanBps <= 0 ? null : (100 * halfWidth) / meanBps,
    retransmitPercent: meanOf(good.map(retransmitPercent)),
    percentOfConfiguration: meanOf(rows.map(({ judgement }) => judgement.percentOfConfiguration)),
    percentOfHardware: meanOf(rows.map(({ judgement }) => judgement.percentOfHardware)),
    why: meanBps === null ? whyNot(rows, broken) : '',
  };
}

const meanOf = (values: readonly (number | null)[]): number | null =>
  mean(values.filter((value) => value !== null));

/** Why no run was good: what the last of them says, or why there was none. */
function whyNot(rows: readonly TestView[], broken: string): string {
  const last = rows.at(-1);
  const missed =
    last?.judgement.verdicts.filter(({ held }) => held !== 'yes').map(({ sentence }) => sentence) ?? [];
  const { run } = last?.result ?? { run: null };
  const said = [...missed, ...(run !== null && !run.ok ? [run.message] : [])];
  return said.length > 0 ? said.join('; ') : broken;
}
