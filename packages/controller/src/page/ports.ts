import type { PortShare, TestResult } from '@bondctl/proto/model/linktest';
import { type End, formatEnd } from '@bondctl/proto/model/names';
import { portPercents } from '@bondctl/proto/model/test-words';
import { formatPercent } from '../linktest/figures.ts';
import { type Html, table } from './html.ts';

const caption = 'How much each port carried';
const head = ['port', 'sent', 'received', 'share'];

/** How much each port of both ends carried, beside what was planned for it. */
export function portTable(result: TestResult): Html {
  const { ports, spread } = result;
  const rows = [
    ...sideRows(result.from, ports.sender, 'txBytes'),
    ...sideRows(result.to, ports.receiver, 'rxBytes'),
  ];
  if (spread === null || spread.planned.length === 0) return table(caption, head, rows);
  // What was planned is planned for the sending end, whose ports come first.
  const planned = ports.sender.map(({ name }) => {
    const foretold = spread.forecast.find(({ port }) => port === name)?.forecastPercent;
    return [
      String(spread.planned.find(({ port }) => port === name)?.streams ?? 0),
      foretold === undefined ? '-' : formatPercent(foretold),
    ];
  });
  const beside = rows.map((row, nth) => [...row, ...(planned[nth] ?? ['-', '-'])]);
  return table(caption, [...head, 'streams planned', 'share foretold'], beside);
}

/** The share of the way that carried the test at this end. */
function sideRows(end: End, shares: readonly PortShare[], way: 'txBytes' | 'rxBytes') {
  const percents = portPercents(shares, way);
  return shares.map(({ name, txBytes, rxBytes }, nth) => {
    const percent = percents[nth]?.percent ?? null;
    const share = percent === null ? '-' : formatPercent(percent);
    return [`${formatEnd(end)} ${name}`, bytes(txBytes), bytes(rxBytes), share];
  });
}

const bytes = (value: number): string => `${(value / 1e6).toFixed(1)} MB`;
