import { useMemo } from 'preact/hooks';
import { rateText } from '../look/figures.ts';
import { columnsOf, lastRate, type PortLine, type Span, spans, type Way } from '../look/rate-series.ts';
import { useRates } from '../state/rates.ts';
import { useWorld } from '../state/world.ts';
import { Chart, lineLook } from './chart.tsx';
import { Empty } from './loading.tsx';
import { Table } from './table.tsx';

/** A rate that is older says nothing of now. */
const freshMs = 5_000;

/** How fast the ports of a host's bond go, as a chart with its figures; `bond` null: of all its bonds. */
export function RatesChart({
  host,
  bond,
  way,
  span,
}: {
  readonly host: string;
  readonly bond: string | null;
  readonly way: Way;
  readonly span: Span;
}) {
  const { now, live } = useWorld();
  const { lines, past, everyMs } = useRates(host, bond, span);
  const columns = useMemo(() => columnsOf(lines, way, everyMs * 4), [lines, way, everyMs]);
  const until = now.value + live.aheadMs.value;
  const names = lines.map((line) => (bond === null ? `${line.bond}/${line.port}` : line.port));
  const title = bond === null ? host : `${host}/${bond}`;
  if (lines.length === 0)
    return (
      <Empty title={`No rates of ${title} are known.`}>
        <p>{whyNone(past.error?.message ?? null, past.value !== null)}</p>
      </Empty>
    );
  return (
    <figure class="rates">
      <figcaption>
        <strong>{title}</strong> <span class="soft">{way} by each port</span>
      </figcaption>
      <Chart
        columns={columns}
        names={names}
        from={until - spans[span].ms}
        until={until}
        says={`What each port of ${title} ${way} in the last ${spans[span].words}. The table below has the figures of now.`}
      />
      <RatesTable lines={lines} names={names} nowUnixMs={until} title={title} />
    </figure>
  );
}

const whyNone = (error: string | null, isAnswered: boolean): string => {
  if (error !== null) return error;
  return isAnswered
    ? 'The host sent no counters in this time: it is not connected, or its agent is older than the controller.'
    : 'Loading ...';
};

const RatesTable = ({
  lines,
  names,
  nowUnixMs,
  title,
}: {
  readonly lines: readonly PortLine[];
  readonly names: readonly string[];
  readonly nowUnixMs: number;
  readonly title: string;
}) => (
  <Table
    caption={`Rates of ${title} now`}
    columns={[{ head: 'port' }, { head: 'sends', figures: true }, { head: 'receives', figures: true }]}
    rows={lines.map((line, nth) => {
      const last = lastRate(line, nowUnixMs, freshMs);
      const { ink, isDashed } = lineLook(nth);
      return {
        key: names[nth] ?? line.port,
        cells: [
          <span key="name" class="legend">
            <i class={`swatch ${ink}${isDashed ? ' swatch-dashed' : ''}`} />
            {names[nth]}
          </span>,
          last === null ? 'not current' : rateText(last[1]),
          last === null ? 'not current' : rateText(last[2]),
        ],
      };
    })}
  />
);
