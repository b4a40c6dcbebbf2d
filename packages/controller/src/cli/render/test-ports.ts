import type { PortShare, TestResult } from '@bondctl/proto/model/linktest';
import { formatEnd } from '@bondctl/proto/model/names';
import { portPercents } from '@bondctl/proto/model/test-words';
import { table } from './table.ts';
import { percent } from './units.ts';

/** How much each port of both ends carried, beside what was planned for it; empty where nothing was counted. */
export function testPorts(result: TestResult): string {
  const { ports, spread } = result;
  const rows = [
    ...sideRows(formatEnd(result.from), ports.sender, 'txBytes'),
    ...sideRows(formatEnd(result.to), ports.receiver, 'rxBytes'),
  ];
  if (rows.length === 0) return '';
  const head = ['PORT', 'SENT', 'RECEIVED', 'SHARE'];
  const isPlanned = spread !== null && spread.planned.length > 0;
  if (!isPlanned) return `\n${table(head, rows)}\n`;
  // What was planned is planned for the sending end, whose ports come first.
  const planned = ports.sender.map(({ name }) => [
    String(spread.planned.find(({ port }) => port === name)?.streams ?? 0),
    percent(spread.forecast.find(({ port }) => port === name)?.forecastPercent ?? null),
  ]);
  const beside = rows.map((row, nth) => [...row, ...(planned[nth] ?? ['', ''])]);
  return `\n${table([...head, 'STREAMS', 'FORETOLD'], beside)}\n`;
}

/** The share of the way that carried the test at this end. */
function sideRows(end: string, shares: readonly PortShare[], way: 'txBytes' | 'rxBytes') {
  const percents = portPercents(shares, way);
  return shares.map(({ name, txBytes, rxBytes }, nth) => [
    `${end} ${name}`,
    bytes(txBytes),
    bytes(rxBytes),
    percent(percents[nth]?.percent ?? null),
  ]);
}

const bytes = (value: number): string => `${(value / 1e6).toFixed(1)} MB`;
