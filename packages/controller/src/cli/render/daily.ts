import type { DailyRow, DailyView } from '@bondctl/proto/model/view';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import { counted, time } from './units.ts';

/** What `bondctl report daily` prints: a row for each bond, and below it what wants a look. */
export function renderDaily({ sinceUnixMs, untilUnixMs, rows }: DailyView, paint: Paint): string {
  if (rows.length === 0) return 'No host has reported a bond.\n';
  const wanting = rows.filter((row) => complaintsOf(row).length > 0);
  const verdict =
    wanting.length === 0
      ? paint('good', 'all is well')
      : paint('warn', `${wanting.length} of ${rows.length} want a look`);
  const head = [
    'HOST',
    'BOND',
    'MODE',
    'MII',
    'PORTS',
    'ACTIVE',
    'FAILURES',
    'LACP',
    'SPEED',
    'MTU',
    'DRIFT',
    '',
  ];
  return (
    `${counted(rows.length, 'bond')}, ${time(sinceUnixMs)} to ${time(untilUnixMs)}: ${verdict}\n\n` +
    table(
      head,
      rows.map((row) => rowOf(row, paint)),
    )
  );
}

function rowOf(row: DailyRow, paint: Paint): readonly string[] {
  const tone = (isGood: boolean, text: string) => (isGood ? text : paint('bad', text));
  return [
    row.host,
    row.bond,
    row.mode,
    tone(row.miiStatus === 'up', row.miiStatus),
    tone(row.portsUp === row.ports, `${row.portsUp}/${row.ports}`),
    row.activePort ?? '-',
    tone(row.newFailures === 0, failuresOf(row)),
    tone(row.lacp === null || row.lacp === 'ok', row.lacp ?? '-'),
    speedOf(row.speedsMbps),
    row.mtu === null ? '-' : String(row.mtu),
    row.drift.length === 0 ? '-' : paint('warn', row.drift.join(', ')),
    complaintsOf(row).join('; '),
  ];
}

const failuresOf = ({ failures, newFailures }: DailyRow): string =>
  newFailures === null ? String(failures) : `${failures} (+${newFailures})`;

/** `1000` where all are alike, else each. */
function speedOf(speeds: DailyRow['speedsMbps']): string {
  const words = speeds.map((speed) => (speed === null ? '?' : String(speed)));
  const different = [...new Set(words)];
  return different.length === 1 ? (different[0] ?? '-') : words.join(' ') || '-';
}

/** What wants a look, in words. */
const complaintsOf = (row: DailyRow): readonly string[] => [
  ...(row.isCurrent ? [] : ['not connected: this is what it said last']),
  ...(row.ports === 0 ? ['no ports'] : row.portsUp < row.ports ? [`${row.ports - row.portsUp} down`] : []),
  ...((row.newFailures ?? 0) > 0 ? [`${counted(row.newFailures ?? 0, 'new link failure')}`] : []),
  ...(row.lacp === 'alone' ? ['no LACP partner'] : row.lacp === 'split' ? ['LACP is split'] : []),
  ...(new Set(row.speedsMbps).size > 1 ? ['ports differ in speed'] : []),
  ...(row.drift.length > 0 ? ['it drifts'] : []),
  ...(row.hasGap ? ['events were lost, so there may be more failures'] : []),
];
