import type { RankedCandidate, SweepFigure, SweepView } from '@bondctl/proto/model/sweep';
import { formatPercent, formatRate } from '../linktest/figures.ts';
import { escaped } from './html.ts';
import { classOf, legendOf, line, linesAt, style, textOf } from './plot-parts.ts';
import { fonts, linesOf, widthOf } from './text-lines.ts';

const bar = { height: 18, gap: 4 } as const;
const nameStep = 17;
const group = 16;
const width = 860;
const margin = { left: 262, top: 24, bottom: 34, side: 16 } as const;

/**
 * The ranking of a sweep as an SVG text that needs no script, no font and no other file: a bar for each candidate and number
 * of streams, and over its end the 95 % confidence interval of its mean.
 */
export function rankingSvg(sweep: SweepView): string {
  const { link, ranking } = sweep;
  const title = `${link}: what each candidate received`;
  const heading = linesOf(title, width - 2 * margin.side, fonts.title);
  const names = [...new Set(ranking.flatMap(({ figures }) => figures.map(streamsWords)))];
  const legend = legendOf(margin.side, width - 2 * margin.side, names);
  const first = margin.top + heading.length * 22 + legend.rows * 18 + 12;
  const groups = groupsOf(sweep, first);
  const bottom = groups.reduce((top, one) => top + one.height, first);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + margin.bottom}" width="${width}" height="${bottom + margin.bottom}" role="img" aria-label="${escaped(title)}">`,
    style,
    `<rect class="ground" width="${width}" height="${bottom + margin.bottom}" rx="6"/>`,
    ...linesAt(margin.side, margin.top + 6, 22, 'title', heading),
    ...legend.at(margin.top + heading.length * 22 + 6),
    line('axis', margin.left, first - 6, margin.left, bottom - 6),
    ...groups.flatMap((one) => groupOf(one, scaleOf(ranking), names)),
    textOf(margin.side, bottom + 20, 'note', note),
    '</svg>',
    '',
  ].join('\n');
}

const note = 'Mean of all runs; the line over the end of a bar is its 95 % confidence interval.';

const streamsWords = ({ streams }: SweepFigure): string => `${streams} stream${streams === 1 ? '' : 's'}`;

/** One candidate's part of the picture. */
interface Group {
  readonly one: RankedCandidate;
  readonly top: number;
  readonly height: number;
  readonly name: readonly string[];
  readonly mark: string;
}

function groupsOf({ ranking, best }: SweepView, first: number): readonly Group[] {
  let top = first;
  return ranking.map((one) => {
    const rank = one.rank === null ? '' : `${one.rank}. `;
    const name = linesOf(`${rank}${one.name}`, margin.left - 2 * margin.side, fonts.head);
    const bars = Math.max(1, one.figures.length) * (bar.height + bar.gap);
    const height = Math.max(bars, (name.length + 1) * nameStep) + group;
    const mark = one.name === best ? 'best' : one.isThere ? 'there now' : one.disruption;
    const here = { one, top, height, name, mark };
    top += height;
    return here;
  });
}

/** Where a rate lies; the figures behind the bars need their room. */
function scaleOf(ranking: readonly RankedCandidate[]): (bps: number) => number {
  const figures = ranking.flatMap((one) => one.figures);
  const room = Math.max(0, ...figures.map((figure) => widthOf(figureWords(figure), fonts.note))) + 24;
  const most = Math.max(1, ...figures.map(upperBps));
  return (bps) => margin.left + ((width - margin.left - margin.side - room) * bps) / most;
}

const upperBps = ({ meanBps, halfWidthPercent }: SweepFigure): number =>
  (meanBps ?? 0) * (1 + (halfWidthPercent ?? 0) / 100);

function groupOf(
  { one, top, name, mark }: Group,
  x: (bps: number) => number,
  names: readonly string[],
): readonly string[] {
  const bars = one.figures.flatMap((figure, nth) =>
    barOf(figure, top + nth * (bar.height + bar.gap), x, classOf(streamsWords(figure), names)),
  );
  return [
    ...linesAt(margin.left - 12, top + 14, nameStep, 'head end', name),
    textOf(margin.left - 12, top + 13 + name.length * nameStep, 'tick end', escaped(mark)),
    ...(one.figures.length > 0 ? bars : [textOf(margin.left + 8, top + 14, 'sub', unmeasured)]),
  ];
}

const unmeasured = 'not measured';

function barOf(
  figure: SweepFigure,
  top: number,
  x: (bps: number) => number,
  colour: string,
): readonly string[] {
  const { meanBps, halfWidthPercent } = figure;
  const middle = top + bar.height / 2;
  if (meanBps === null) return [textOf(margin.left + 8, middle + 4, 'sub', unmeasured)];
  const half = (meanBps * (halfWidthPercent ?? 0)) / 100;
  const [low, high] = [x(Math.max(0, meanBps - half)), x(meanBps + half)];
  const whisker = [
    line('axis', low, middle, high, middle),
    ...[low, high].map((end) => line('axis', end, middle - 5, end, middle + 5)),
  ];
  return [
    `<rect class="${colour}" x="${margin.left}" y="${top}" width="${(x(meanBps) - margin.left).toFixed(1)}" height="${bar.height}"/>`,
    ...(half === 0 ? [] : whisker),
    textOf(high + 8, middle + 4, 'tick', figureWords(figure)),
  ];
}

/** What a figure received, and how certain that is. */
export function figureWords({ meanBps, halfWidthPercent }: SweepFigure): string {
  if (meanBps === null) return unmeasured;
  return `${formatRate(meanBps)}${halfWidthPercent === null ? '' : ` ±${formatPercent(halfWidthPercent)}`}`;
}
