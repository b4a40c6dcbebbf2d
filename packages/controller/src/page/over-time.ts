import type { PortSeries, TestResult } from '@bondctl/proto/model/linktest';
import { type End, formatEnd } from '@bondctl/proto/model/names';
import { formatRate } from '../linktest/figures.ts';
import { folded, type Html, html, nothing, section, table } from './html.ts';
import { type PlotPanel, plotSvg } from './plot.ts';

const note =
  "Bytes on the ports' wires, headers and retransmissions included, from each kernel's own counters; one bar is one reading.";

/** What each port did while the test ran, at both ends: as pictures, and the same numbers as tables. */
export function overTime(result: TestResult): Html {
  const { from, to, series, parameters } = result;
  const isThere = series.sender.length + series.receiver.length > 0;
  if (!isThere) return nothing;
  const there = figure(result, { end: from, series: series.sender }, { end: to, series: series.receiver });
  const back = figure(result, { end: to, series: series.receiver }, { end: from, series: series.sender });
  return section(
    'Port by port over time',
    there,
    parameters.direction === 'both' ? back : nothing,
    numbers(from, series.sender),
    numbers(to, series.receiver),
  );
}

interface Side {
  readonly end: End;
  readonly series: readonly PortSeries[];
}

function figure(result: TestResult, sender: Side, receiver: Side): Html {
  const way = `${formatEnd(sender.end)} to ${formatEnd(receiver.end)}`;
  const panels = [
    panelOf(result, `${formatEnd(sender.end)} sends`, sender.series),
    // A plot draws what is sent; here that is what arrives.
    panelOf(result, `${formatEnd(receiver.end)} receives`, receiver.series.map(received)),
  ].filter((panel) => panel.series.length > 0);
  const picture: Html = { markup: plotSvg(`${result.link}, port by port: ${way}`, panels, note) };
  return html`<figure>
<div class="wide" role="region" tabindex="0" aria-label="Picture: ${way}">${picture}</div>
<figcaption>From ${way}: what each port carried, stacked, so that the whole is the height.</figcaption>
</figure>`;
}

function panelOf({ capacity }: TestResult, title: string, series: readonly PortSeries[]): PlotPanel {
  const one = capacity.source === 'unknown' ? [] : [{ label: 'one port', rateBps: capacity.rateBps }];
  const all = one.map(({ rateBps }) => ({ label: 'all ports', rateBps: series.length * rateBps }));
  return { title, subtitle: meanOf(series), series, marks: series.length > 1 ? [...one, ...all] : one };
}

const received = ({ name, points }: PortSeries): PortSeries => ({
  name,
  points: points.map((point) => ({ ...point, txBps: point.rxBps })),
});

function meanOf(series: readonly PortSeries[]): string {
  const points = series.flatMap((port) => port.points);
  const bits = points.reduce((sum, point) => sum + point.txBps * (point.toS - point.fromS), 0);
  const seconds = Math.max(0, ...points.map((point) => point.toS));
  return seconds === 0 ? 'no reading' : `${formatRate(bits / seconds)} in the mean`;
}

function numbers(end: End, series: readonly PortSeries[]): Html {
  const rows = series.flatMap(({ name, points }) =>
    points.map(({ fromS, toS, txBps, rxBps }) => [
      name,
      fromS.toFixed(1),
      toS.toFixed(1),
      formatRate(txBps),
      formatRate(rxBps),
    ]),
  );
  if (rows.length === 0) return nothing;
  const name = formatEnd(end);
  const head = ['port', 'from, s', 'to, s', 'sent', 'received'];
  return folded(`The same numbers of ${name} as a table`, table(`Readings of ${name}`, head, rows));
}
