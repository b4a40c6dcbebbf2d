import type { PortSeries, RatePoint } from '@bondctl/proto/model/linktest';
import { escaped } from './html.ts';
import { fonts, widthOf } from './text-lines.ts';

/** Where a panel's axes lie, and how seconds and rates become pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: (seconds: number) => number;
  readonly y: (rateBps: number) => number;
  readonly mostS: number;
  readonly mostBps: number;
  readonly stepBps: number;
}

/** Colours that people with any colour vision tell apart (after Okabe and Ito), on light and on dark ground. */
const light = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8c8c00', '#7a7a7a'];
const dark = ['#4aa8e0', '#f2b632', '#2fc79a', '#e39bc4', '#8fd0f5', '#f0803c', '#c9c94a', '#b0b0b0'];
const fills = (colours: readonly string[]): string =>
  colours.map((colour, index) => `.p${index}{fill:${colour}}`).join('');

/** The style sheet of a plot; it follows the reader's light or dark. */
export const style = `<style>
text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;fill:#24292f}
.title{font-size:17px;font-weight:600}.head{font-size:14px;font-weight:600}.sub,.tick,.note{fill:#57606a}
.tick,.note,.mark{font-size:11px}.end{text-anchor:end}.middle{text-anchor:middle}
.ground{fill:#fff}.axis{stroke:#57606a}.grid{stroke:#d8dee4}.limit{stroke:#24292f;stroke-dasharray:5 4}
.halo{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
${fills(light)}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.sub,.tick,.note{fill:#9aa4af}.ground{fill:#0d1117}
.axis{stroke:#9aa4af}.grid{stroke:#262c34}.limit{stroke:#e6edf3}.halo{stroke:#0d1117}
${fills(dark)}}
</style>`;

const px = (pixels: number): string => pixels.toFixed(1).replace(/\.0$/, '');

/** One line of text; `words` must be escaped already. */
export const textOf = (x: number, y: number, classes: string, words: string): string =>
  `<text class="${classes}" x="${px(x)}" y="${px(y)}">${words}</text>`;

/** A straight line. */
export const line = (classes: string, x1: number, y1: number, x2: number, y2: number): string =>
  `<line class="${classes}" x1="${px(x1)}" y1="${px(y1)}" x2="${px(x2)}" y2="${px(y2)}"/>`;

/** The colour of one name among all. */
export const classOf = (name: string, names: readonly string[]): string =>
  `p${names.indexOf(name) % light.length}`;

/** Lines of one text below each other, whoever wrote them. */
export const linesAt = (
  x: number,
  y: number,
  stepPx: number,
  classes: string,
  lines: readonly string[],
): readonly string[] => lines.map((words, nth) => textOf(x, y + nth * stepPx, classes, escaped(words)));

/** A square of its colour for each port, in as many rows as fit the width; `at` draws them from a height on. */
export function legendOf(left: number, width: number, names: readonly string[]) {
  let [x, row] = [left, 0];
  const spots = names.map((name) => {
    const wide = 34 + widthOf(name, fonts.text);
    if (x > left && x + wide > left + width) [x, row] = [left, row + 1];
    const spot = { name, x, row };
    x += wide;
    return spot;
  });
  const at = (top: number): readonly string[] =>
    spots.flatMap((spot) => [
      `<rect class="${classOf(spot.name, names)}" x="${px(spot.x)}" y="${px(top + 18 * spot.row - 10)}" width="12" height="12" rx="2"/>`,
      textOf(spot.x + 18, top + 18 * spot.row, 'sub', escaped(spot.name)),
    ]);
  return { rows: row + 1, at };
}

/** Both axes with their ticks; the rates are written at the first panel only, since all share them. */
export function grid(frame: Frame, isFirst: boolean): readonly string[] {
  const { left, top, width, height, x, y, mostBps, stepBps, mostS } = frame;
  const bottom = top + height;
  const unit = mostBps < 1e10 ? { name: 'Mbit/s', bps: 1e6 } : { name: 'Gbit/s', bps: 1e9 };
  const rates = Array.from({ length: Math.round(mostBps / stepBps) + 1 }, (_, index) => index * stepBps);
  const everyS = mostS > 30 ? 10 : mostS > 12 ? 5 : 2;
  const seconds = Array.from({ length: Math.floor(mostS / everyS) + 1 }, (_, index) => index * everyS);
  return [
    ...rates.map((rate) => line(rate === 0 ? 'axis' : 'grid', left, y(rate), left + width, y(rate))),
    ...(isFirst
      ? rates.map((rate) => textOf(left - 8, y(rate) + 4, 'tick end', String(rate / unit.bps)))
      : []),
    ...(isFirst ? [textOf(left - 8, top - 14, 'tick end', unit.name)] : []),
    ...seconds.flatMap((second) => [
      line('axis', x(second), bottom, x(second), bottom + 4),
      textOf(x(second), bottom + 17, 'tick middle', String(second)),
    ]),
    textOf(left + width / 2, bottom + 34, 'tick middle', 'seconds'),
  ];
}

/** The bars of every port, each on top of the ports before it. */
export function fillsOf(
  frame: Frame,
  series: readonly PortSeries[],
  names: readonly string[],
): readonly string[] {
  return series.map((port, index) => {
    const below = series.slice(0, index);
    const path = port.points.map((point, nth) => barOf(frame, point, stackAt(below, nth))).join('');
    return `<path class="${classOf(port.name, names)}" d="${path}"/>`;
  });
}

const stackAt = (below: readonly PortSeries[], nth: number): number =>
  below.reduce((sum, port) => sum + (port.points[nth]?.txBps ?? 0), 0);

function barOf({ x, y }: Frame, point: RatePoint, baseBps: number): string {
  // A hair of ground between two readings shows that they are two.
  const [left, right] = [x(point.fromS) + 0.5, Math.max(x(point.toS) - 0.5, x(point.fromS) + 1)];
  const [bottom, top] = [y(baseBps), y(baseBps + point.txBps)];
  return `M${px(left)} ${px(bottom)}V${px(top)}H${px(right)}V${px(bottom)}Z`;
}

/** Dashed lines with their words above them, at the right end. */
export function markers(
  { left, width, y }: Frame,
  marks: readonly { readonly label: string; readonly rateBps: number }[],
): readonly string[] {
  return marks.flatMap(({ label, rateBps }) => [
    line('limit', left, y(rateBps), left + width, y(rateBps)),
    textOf(left + width - 3, y(rateBps) - 4, 'mark end halo', label),
  ]);
}
