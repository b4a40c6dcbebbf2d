import type { Live } from '@bondctl/proto/model/command';
import type { HistoryLayer, HistoryView, SeriesView } from '@bondctl/proto/model/history';
import type { BondName, HostId, IfName } from '@bondctl/proto/model/names';
import type { StoredLayer } from '../store/history-ports.ts';
import { bpsOf, type Moved } from './interval.ts';
import { Keeper, type KeeperParts } from './keeper.ts';
import { everyMs } from './layers.ts';
import { Minutes } from './minutes.ts';
import type { History, SeriesWish } from './ports.ts';
import { createRates } from './rates.ts';
import { Seconds } from './seconds.ts';
import { bucketSample, layerFor, type Sample, secondSample, seriesOf, stepFor } from './series.ts';

/** What history works with. */
export type HistoryParts = Omit<KeeperParts, 'seconds' | 'minutes'>;

/** History with what feeds it. */
export interface HistoryKeeping extends History {
  /** Counters of a host, when they arrived; `heardMs` is monotonic. */
  heard(host: HostId, counters: Extract<Live, { kind: 'counters' }>, heardMs: number): void;
  /** Keeps in the background; resolves when it was told to stop and has written what it had. */
  run(signal: AbortSignal): Promise<void>;
}

const portsAtMost = 64;

/** History over a store. */
export function createHistory(parts: HistoryParts): HistoryKeeping {
  const { rules, clock, store, log } = parts;
  const rates = createRates((thrown) => log.warn({ err: thrown }, 'a listener of rates failed'));
  const seconds = new Seconds(rules.keptMs.second, rules.memoryBytes);
  const minutes = new Minutes();
  const keeper = new Keeper({ ...parts, seconds, minutes });
  const take = (host: HostId, moved: Moved): void => {
    const { bond, port, untilUnixMs, lastedMs, txBytes, rxBytes } = moved;
    minutes.add(host, moved);
    const [txBps, rxBps] = [bpsOf(txBytes, lastedMs), bpsOf(rxBytes, lastedMs)];
    seconds.put(`${host}/${bond}/${port}`, untilUnixMs, lastedMs, txBps, rxBps);
  };
  return {
    rates,
    heard(host, counters, heardMs) {
      const heard = { counters, heardMs, atUnixMs: clock.nowUnixMs() };
      for (const moved of rates.heard(host, heard)) take(host, moved);
    },
    run: (signal) => keeper.run(signal),
    series: (wish) => seriesFor({ seconds, minutes, store }, wish),
    view: async () => viewOf(parts, seconds, keeper),
  };
}

interface Sources {
  readonly seconds: Seconds;
  readonly minutes: Minutes;
  readonly store: KeeperParts['store'];
}

async function seriesFor({ seconds, minutes, store }: Sources, wish: SeriesWish): Promise<SeriesView> {
  const { fromUnixMs, untilUnixMs } = wish;
  const names = seconds.series((name) => isWanted(name, wish)).slice(0, portsAtMost);
  const layer = layerFor(fromUnixMs, [
    ['second', oldestOf(seconds, names)],
    ['minute', (await store.history.kept('minute')).oldestUnixMs],
    ['hour', (await store.history.kept('hour')).oldestUnixMs],
  ]);
  const samples =
    layer === 'second'
      ? names.flatMap((name) => secondsOf(seconds, name, wish))
      : await bucketsOf(store, minutes, layer, wish);
  const everyMs = stepFor(layer, fromUnixMs, untilUnixMs);
  return { everyMs, fromUnixMs, untilUnixMs, series: seriesOf(samples, everyMs) };
}

const oldestOf = (seconds: Seconds, names: readonly string[]): number | null =>
  names.reduce<number | null>((oldest, name) => {
    const at = seconds.beginning(name);
    return at === null || (oldest !== null && oldest <= at) ? oldest : at;
  }, null);

const partsOf = (name: string): Pick<Sample, 'host' | 'bond' | 'port'> => {
  const [host = '', bond = '', port = ''] = name.split('/');
  return { host: host as HostId, bond: bond as BondName, port: port as IfName };
};

function isWanted(name: string, wish: SeriesWish): boolean {
  const { host, bond, port } = partsOf(name);
  return (
    host === wish.host &&
    (wish.bond === null || wish.bond === bond) &&
    (wish.port === null || wish.port === port)
  );
}

const secondsOf = (seconds: Seconds, name: string, wish: SeriesWish): readonly Sample[] =>
  seconds.read(name, wish.fromUnixMs, wish.untilUnixMs).map((second) => secondSample(partsOf(name), second));

/** What is stored, and what still waits to be; a point is where its interval ends. */
async function bucketsOf(
  store: KeeperParts['store'],
  minutes: Minutes,
  layer: StoredLayer,
  wish: SeriesWish,
): Promise<readonly Sample[]> {
  const beginMs = wish.fromUnixMs - everyMs[layer];
  const endMs = wish.untilUnixMs - everyMs[layer];
  const range = { fromUnixMs: beginMs + 1, untilUnixMs: endMs + 1 };
  const stored = await store.history.buckets({ ...wish, ...range, layer, seriesAtMost: portsAtMost });
  const waiting = layer === 'minute' ? minutes.of(wish.host) : [];
  const wanted = waiting.filter(
    (row) =>
      row.atUnixMs > beginMs &&
      row.atUnixMs <= endMs &&
      isWanted(`${row.host}/${row.bond}/${row.port}`, wish),
  );
  return [...stored, ...wanted].map((row) => bucketSample(layer, row));
}

async function viewOf({ rules }: HistoryParts, seconds: Seconds, keeper: Keeper): Promise<HistoryView> {
  const measured = keeper.measured() ?? (await keeper.measure());
  const stored = (layer: HistoryLayer, place: 'memory' | 'database') =>
    ({ layer, place, everyMs: everyMs[layer], keptMs: rules.keptMs[layer] }) as const;
  return {
    atUnixMs: measured.atUnixMs,
    layers: [
      { ...stored('second', 'memory'), oldestUnixMs: seconds.oldestUnixMs(), rows: seconds.rows() },
      { ...stored('minute', 'database'), ...measured.minute },
      { ...stored('hour', 'database'), ...measured.hour },
    ],
    events: { keptMs: rules.keptMs.events, ...measured.events },
    memoryBytes: seconds.bytes(),
    memoryLimitBytes: rules.memoryBytes,
    databaseBytes: measured.size.usedBytes,
    databaseFileBytes: measured.size.fileBytes,
    databaseLimitBytes: rules.databaseBytes,
    lostRows: keeper.lost(),
    gaps: keeper.gaps(),
  };
}
