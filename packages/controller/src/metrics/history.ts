import { counter, gauge, one, type Sample, type Table } from '@bondctl/proto/metrics/family';
import type { HistoryView } from '@bondctl/proto/model/history';

/** Of every layer, and of events, which are beside them. */
const ofEach = (
  { layers, events }: HistoryView,
  read: (kept: HistoryView['events']) => number | null,
): readonly Sample[] =>
  [...layers, { ...events, layer: 'events' }].flatMap((kept) =>
    one(read(kept)).map(({ value }) => ({ labels: { layer: kept.layer }, value })),
  );

/** What is kept of the past. */
export const historyTable: Table<HistoryView> = {
  labels: [],
  name: () => [],
  rows: [
    gauge(
      'bondctl_history_rows',
      'About how many samples each layer holds, and how many events there are.',
      (view) => ofEach(view, ({ rows }) => rows),
      'layer',
    ),
    gauge(
      'bondctl_history_oldest_timestamp_seconds',
      'Since when each layer has something; absent where it has nothing.',
      (view) => ofEach(view, ({ oldestUnixMs }) => (oldestUnixMs === null ? null : oldestUnixMs / 1000)),
      'layer',
    ),
    gauge('bondctl_history_memory_bytes', 'Memory that samples of a second take.', (view) =>
      one(view.memoryBytes),
    ),
    gauge('bondctl_history_memory_limit_bytes', 'Memory that samples of a second may take.', (view) =>
      one(view.memoryLimitBytes),
    ),
    counter(
      'bondctl_history_lost_rows_total',
      'Samples of one port and minute that were measured and are in no layer, because the database could not take them.',
      (view) => one(view.lostRows),
    ),
    gauge('bondctl_database_bytes', 'What the database holds, without what is free in its file.', (view) =>
      one(view.databaseBytes),
    ),
    gauge(
      'bondctl_database_file_bytes',
      "How large the database's file is; it never becomes smaller.",
      (view) => one(view.databaseFileBytes),
    ),
    gauge('bondctl_database_limit_bytes', 'How large the database may become before samples go.', (view) =>
      one(view.databaseLimitBytes),
    ),
  ],
};
