import type { HistoryLayerView, HistoryView } from '@bondctl/proto/model/history';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import { age, counted, time } from './units.ts';

/** What `bondctl history` prints: a row for each layer, how much room there is, and what is missing. */
export function renderHistory(view: HistoryView, paint: Paint): string {
  const events = ['events', '-', 'database', ...keptOf(view.events)];
  return (
    table(['LAYER', 'EVERY', 'WHERE', 'KEPT', 'SINCE', 'ROWS'], [...view.layers.map(rowOf), events]) +
    `\nmemory    ${used(view.memoryBytes, view.memoryLimitBytes, paint)}\n` +
    `database  ${used(view.databaseBytes, view.databaseLimitBytes, paint)}; its file has ${size(view.databaseFileBytes)}\n` +
    gapsOf(view, paint)
  );
}

const rowOf = (layer: HistoryLayerView): readonly string[] => [
  layer.layer,
  age(layer.everyMs),
  layer.place,
  ...keptOf(layer),
];

const keptOf = ({ keptMs, oldestUnixMs, rows }: HistoryView['events']): readonly string[] => [
  age(keptMs),
  oldestUnixMs === null ? '-' : time(oldestUnixMs),
  String(rows),
];

/** Memory at its bound is as it should be, and so is a database that gave up its oldest: both are only full. */
function used(bytes: number, limitBytes: number, paint: Paint): string {
  const text = `${size(bytes)} of ${size(limitBytes)}`;
  return bytes > limitBytes ? paint('warn', `${text}, which is too much`) : text;
}

const units = [
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
] as const;

function size(bytes: number): string {
  const [length, unit] = units.find(([least]) => bytes >= least) ?? [1, 'bytes'];
  const value = bytes / length;
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`;
}

function gapsOf({ gaps, lostRows }: HistoryView, paint: Paint): string {
  if (gaps.length === 0) return '';
  const lines = gaps.map(
    ({ fromUnixMs, untilUnixMs, why }) => `  ${time(fromUnixMs)} to ${time(untilUnixMs)}: ${why}\n`,
  );
  const head = `${counted(lostRows, 'sample')} of a minute are missing, although they were measured:`;
  return `\n${paint('bad', head)}\n${lines.join('')}`;
}
