import type { PortSeries } from '@bondctl/proto/model/linktest';
import { escaped } from './html.ts';
import { type Frame, fillsOf, grid, legendOf, linesAt, markers, style, textOf } from './plot-parts.ts';
import { clipped, fonts, linesOf } from './text-lines.ts';

/** One test in a plot: what each port sent over time, stacked, so that the whole is the height. */
export interface PlotPanel {
  readonly title: string;
  readonly subtitle: string;
  readonly series: readonly PortSeries[];
  /** Lines to compare with, e.g. what all cables carry; in bit/s. */
  readonly marks: readonly { readonly label: string; readonly rateBps: number }[];
}

const panel = { width: 280, height: 220, gap: 28 } as const;
const margin = { left: 64, right: 20, bottom: 78 } as const;

/**
 * Test after test side by side on one scale, as an SVG text that needs no script, no font and no other file, and reads on
 * light and dark ground. Bars are the intervals between two readings of the ports' own counters; `note` says below them
 * what they count.
 */
export function plotSvg(title: string, panels: readonly PlotPanel[], note = sentBytes): string {
  const inner = Math.max(1, panels.length) * (panel.width + panel.gap) - panel.gap;
  const width = margin.left + inner + margin.right;
  const names = [...new Set(panels.flatMap((one) => one.series.map((port) => port.name)))];
  const notes = linesOf(note, inner, fonts.note);
  const titles = linesOf(title, inner, fonts.title);
  const keys = legendOf(margin.left, inner, names);
  const heads = panels.map((one) => linesOf(one.title, panel.width, fonts.head));
  const legendTop = 30 + 21 * (titles.length - 1) + 22;
  const headTop = legendTop + 18 * (keys.rows - 1) + 30;
  const top = headTop + 17 * Math.max(1, ...heads.map(({ length }) => length)) + 9;
  const height = top + panel.height + margin.bottom + 14 * (notes.length - 1);
  const frames = framesOf(panels, top);
  const parts = panels.flatMap((one, index) => {
    const frame = frames[index];
    if (frame === undefined) return [];
    return [...linesAt(frame.left, headTop, 17, 'head', heads[index] ?? []), ...panelOf(one, frame, names)];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    style,
    `<rect class="ground" width="${width}" height="${height}" rx="6"/>`,
    ...linesAt(margin.left, 30, 21, 'title', titles),
    ...keys.at(legendTop),
    ...parts,
    ...linesAt(margin.left, top + panel.height + margin.bottom - 14, 14, 'note', notes),
    '</svg>',
    '',
  ].join('\n');
}

const sentBytes =
  "Bytes on the sending ports' wires, headers and retransmissions included, from the kernel's counters; one bar is one reading.";

const panelOf = (
  { subtitle, series, marks }: PlotPanel,
  frame: Frame,
  names: readonly string[],
): readonly string[] => [
  textOf(frame.left, frame.top - 9, 'sub', escaped(clipped(subtitle, frame.width, fonts.text))),
  ...grid(frame, frame.left === margin.left),
  ...fillsOf(frame, series, names),
  ...markers(
    frame,
    marks.map((mark) => ({ ...mark, label: escaped(mark.label) })),
  ),
];

/** One scale for all panels: a plot whose panels differ in scale compares nothing. */
function framesOf(panels: readonly PlotPanel[], top: number): readonly Frame[] {
  const points = panels.flatMap((one) => one.series.flatMap((port) => port.points));
  const peak = Math.max(
    1,
    ...panels.map(peakOf),
    ...panels.flatMap((one) => one.marks.map((mark) => mark.rateBps)),
  );
  const stepBps = roundStep(peak / 5);
  const mostBps = stepBps * Math.ceil((peak * 1.02) / stepBps);
  const mostS = Math.max(1, ...points.map((point) => point.toS));
  return panels.map((_, index) => {
    const left = margin.left + index * (panel.width + panel.gap);
    const bottom = top + panel.height;
    return {
      left,
      top,
      width: panel.width,
      height: panel.height,
      x: (seconds) => left + (panel.width * seconds) / mostS,
      y: (rateBps) => bottom - (panel.height * rateBps) / mostBps,
      mostS,
      mostBps,
      stepBps,
    };
  });
}

/** The highest stack of a panel. */
function peakOf({ series }: PlotPanel): number {
  const most = Math.max(0, ...series.map((port) => port.points.length));
  const stack = (index: number) => series.reduce((sum, port) => sum + (port.points[index]?.txBps ?? 0), 0);
  return Math.max(0, ...Array.from({ length: most }, (_, index) => stack(index)));
}

/** The next 1, 2 or 5 times a power of ten. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((one) => one * power >= least) ?? 10;
  return factor * power;
}
