import type { PortSeries, RatePoint } from '@bondctl/proto/model/linktest';

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

const at = (pixels: number): string => pixels.toFixed(1).replace(/\.0$/, '');

/** One line of text; `words` must be escaped already. */
export const textOf = (x: number, y: number, classes: string, words: string): string =>
  `<text class="${classes}" x="${at(x)}" y="${at(y)}">${words}</text>`;

/** A straight line. */
export const line = (classes: string, x1: number, y1: number, x2: number, y2: number): string =>
  `<line class="${classes}" x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}"/>`;

/** The colour of one name among all. */
export const classOf = (name: string, names: readonly string[]): string =>
  `p${names.indexOf(name) % light.length}`;

/** A square of its colour for each port. */
export function legend(left: number, top: number, names: readonly string[]): readonly string[] {
  let x = left;
  return names.flatMap((name) => {
    const here = x;
    x += 34 + 7.2 * name.length;
    return [
      `<rect class="${classOf(name, names)}" x="${at(here)}" y="${at(top - 10)}" width="12" height="12" rx="2"/>`,
      textOf(here + 18, top, 'sub', name),
    ];
  });
}

/** Both axes with their ticks; the rates are written at the first panel only, since all share them. */
export function grid(frame: Frame, isFirst: boolean): readonly string[] {
  const { left, top, width, height, x, y, mostBps, stepBps, mostS } = frame;
  const bottom = top + height;
  const rates = Array.from({ length: Math.round(mostBps / stepBps) + 1 }, (_, index) => index * stepBps);
  const everyS = mostS > 30 ? 10 : mostS > 12 ? 5 : 2;
  const seconds = Array.from({ length: Math.floor(mostS / everyS) + 1 }, (_, index) => index * everyS);
  return [
    ...rates.map((rate) => line(rate === 0 ? 'axis' : 'grid', left, y(rate), left + width, y(rate))),
    ...(isFirst ? rates.map((rate) => textOf(left - 8, y(rate) + 4, 'tick end', String(rate / 1e6))) : []),
    ...(isFirst ? [textOf(left - 8, top - 9, 'tick end', 'Mbit/s')] : []),
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
  return `M${at(left)} ${at(bottom)}V${at(top)}H${at(right)}V${at(bottom)}Z`;
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
