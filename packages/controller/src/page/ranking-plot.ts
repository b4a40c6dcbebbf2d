import type { RankedCandidate, SweepFigure, SweepView } from '@bondctl/proto/model/sweep';
import { formatPercent, formatRate } from '../linktest/figures.ts';
import { escaped } from './html.ts';
import { classOf, legend, line, style, textOf } from './plot-parts.ts';

const bar = { height: 18, gap: 4 } as const;
const group = 18;
const margin = { left: 262, right: 190, top: 92, bottom: 34 } as const;
const width = 860;
const plot = width - margin.left - margin.right;

/**
 * The ranking of a sweep as an SVG text that needs no script, no font and no other file: a bar for each candidate and number
 * of streams, and over its end the 95 % confidence interval of its mean.
 */
export function rankingSvg({ link, ranking, best }: SweepView): string {
  const names = [...new Set(ranking.flatMap(({ figures }) => figures.map(streamsWords)))];
  const most = Math.max(1, ...ranking.flatMap(({ figures }) => figures.map(upperBps)));
  const tops = topsOf(ranking);
  const height = (tops.at(-1) ?? margin.top) + margin.bottom;
  const title = `${link}: what each candidate received`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    style,
    `<rect class="ground" width="${width}" height="${height}" rx="6"/>`,
    textOf(16, 30, 'title', escaped(title)),
    ...legend(16, 56, names.map(escaped)),
    line('axis', margin.left, margin.top - 8, margin.left, height - margin.bottom),
    ...ranking.flatMap((one, at) => groupOf(one, { top: tops[at] ?? 0, most, names, best })),
    textOf(
      16,
      height - 12,
      'note',
      'Mean of all runs; the line over the end of a bar is its 95 % confidence interval.',
    ),
    '</svg>',
    '',
  ].join('\n');
}

const streamsWords = ({ streams }: SweepFigure): string => `${streams} stream${streams === 1 ? '' : 's'}`;

/** Where the group of each candidate begins, and at last where the next one would. */
function topsOf(ranking: readonly RankedCandidate[]): readonly number[] {
  const tops: number[] = [margin.top];
  for (const { figures } of ranking)
    tops.push((tops.at(-1) ?? 0) + Math.max(1, figures.length) * (bar.height + bar.gap) + group);
  return tops;
}

interface Place {
  readonly top: number;
  readonly most: number;
  readonly names: readonly string[];
  readonly best: string | null;
}

function groupOf(one: RankedCandidate, { top, most, names, best }: Place): readonly string[] {
  const rank = one.rank === null ? '' : `${one.rank}. `;
  const mark = one.name === best ? 'best' : one.isThere ? 'there now' : one.disruption;
  const bars = one.figures.flatMap((figure, nth) =>
    barOf(figure, top + nth * (bar.height + bar.gap), most, classOf(streamsWords(figure), names)),
  );
  const middle = top + (Math.max(1, one.figures.length) * (bar.height + bar.gap)) / 2;
  return [
    textOf(margin.left - 12, middle - 2, 'head end', escaped(`${rank}${one.name}`)),
    textOf(margin.left - 12, middle + 13, 'tick end', escaped(mark)),
    ...(one.figures.length > 0 ? bars : [textOf(margin.left + 8, top + 14, 'sub', 'not measured')]),
  ];
}

function barOf(figure: SweepFigure, top: number, most: number, colour: string): readonly string[] {
  const { meanBps, halfWidthPercent } = figure;
  const middle = top + bar.height / 2;
  if (meanBps === null) return [textOf(margin.left + 8, middle + 4, 'sub', 'not measured')];
  const x = (bps: number) => margin.left + (plot * bps) / most;
  const half = (meanBps * (halfWidthPercent ?? 0)) / 100;
  const [low, high] = [x(Math.max(0, meanBps - half)), x(meanBps + half)];
  const certain = halfWidthPercent === null ? '' : ` ±${formatPercent(halfWidthPercent)}`;
  return [
    `<rect class="${colour}" x="${margin.left}" y="${top}" width="${(x(meanBps) - margin.left).toFixed(1)}" height="${bar.height}"/>`,
    ...(half === 0
      ? []
      : [
          line('axis', low, middle, high, middle),
          ...[low, high].map((end) => line('axis', end, middle - 5, end, middle + 5)),
        ]),
    textOf(high + 8, middle + 4, 'tick', `${formatRate(meanBps)}${certain}`),
  ];
}

const upperBps = ({ meanBps, halfWidthPercent }: SweepFigure): number =>
  (meanBps ?? 0) * (1 + (halfWidthPercent ?? 0) / 100);
