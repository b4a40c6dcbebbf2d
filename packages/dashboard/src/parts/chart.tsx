import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { rateText } from '../look/figures.ts';
import type { Columns } from '../look/rate-series.ts';
import { useWorld } from '../state/world.ts';

/** How many kinds of line there are before they repeat: colours, each whole and dashed. */
const inks = 4;
const dash = [6, 4];
const height = 220;

/** The class of a line's colour, and whether it is dashed: known without colours too. */
export const lineLook = (nth: number): { readonly ink: string; readonly isDashed: boolean } => ({
  ink: `ink-${(nth % inks) + 1}`,
  isDashed: Math.floor(nth / inks) % 2 === 1,
});

interface ChartProps {
  readonly columns: Columns;
  readonly names: readonly string[];
  /** Unix ms at both ends of the time that is shown. */
  readonly from: number;
  readonly until: number;
  /** What the picture shows, in a sentence: the table beside it has the figures. */
  readonly says: string;
}

/** Rates over time. */
export function Chart({ columns, names, from, until, says }: ChartProps) {
  const { theme } = useWorld();
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef({ columns, from, until });
  latest.current = { columns, from, until };
  const key = names.join(' ');
  const chosen = theme.value;

  useEffect(() => {
    const box = frame.current;
    if (box === null) return;
    const system = matchMedia('(prefers-color-scheme: dark)');
    const make = () => {
      plot.current?.destroy();
      plot.current = drawn(box, key === '' ? [] : key.split(' '), latest.current);
    };
    const resized = new ResizeObserver(() => plot.current?.setSize({ width: box.clientWidth, height }));
    make();
    resized.observe(box);
    system.addEventListener('change', make);
    return () => {
      resized.disconnect();
      system.removeEventListener('change', make);
      plot.current?.destroy();
      plot.current = null;
    };
  }, [key, chosen]);

  useEffect(() => {
    plot.current?.batch(() => {
      plot.current?.setData(columns as uPlot.AlignedData, false);
      plot.current?.setScale('x', { min: from / 1_000, max: until / 1_000 });
    });
  }, [columns, from, until]);

  return (
    <div class="chart" role="img" aria-label={says}>
      <div ref={frame} class="chart-frame" />
      {['ink-1', 'ink-2', 'ink-3', 'ink-4', 'ink-axis', 'ink-grid'].map((ink) => (
        <i key={ink} class={ink} hidden />
      ))}
    </div>
  );
}

/** A chart in `box`; the inks beside it say its colours, as the style sheet has them now. */
function drawn(
  box: HTMLElement,
  names: readonly string[],
  { columns, from, until }: Pick<ChartProps, 'columns' | 'from' | 'until'>,
): uPlot {
  const inkOf = (name: string) => {
    const ink = box.parentElement?.querySelector(`.${name}`);
    return ink == null ? '#888' : getComputedStyle(ink).color;
  };
  const [axis, grid] = [inkOf('ink-axis'), inkOf('ink-grid')];
  const lines = { stroke: grid, width: 1 };
  return new uPlot(
    {
      width: box.clientWidth,
      height,
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, points: { size: 5 } },
      scales: {
        x: { min: from / 1_000, max: until / 1_000 },
        y: { range: (_plot, _low, high) => [0, high > 0 ? high * 1.1 : 1_000] },
      },
      axes: [
        {
          stroke: axis,
          grid: lines,
          ticks: lines,
          space: 80,
          values: (_plot, splits) => splits.map(clockText),
        },
        {
          stroke: axis,
          grid: lines,
          ticks: lines,
          size: 84,
          values: (_plot, splits) => splits.map((rate) => rateText(rate)),
        },
      ],
      series: [
        {},
        ...names.map((label, nth) => {
          const { ink, isDashed } = lineLook(nth);
          return {
            label,
            stroke: inkOf(ink),
            width: 1.75,
            ...(isDashed ? { dash } : {}),
            points: { show: false },
          };
        }),
      ],
    },
    columns as uPlot.AlignedData,
    box,
  );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const clockText = (seconds: number): string => clock.format(seconds * 1_000);
