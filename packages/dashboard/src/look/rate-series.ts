import type { SeriesPoint, SeriesView } from '@bondctl/proto/model/history';

/** The rates of one port in the time that is shown, oldest first. */
export interface PortLine {
  readonly host: string;
  readonly bond: string;
  readonly port: string;
  readonly points: readonly SeriesPoint[];
}

/** What a port sends, or what it receives. */
export type Way = 'sent' | 'received';

const at = { sent: 1, received: 2 } as const;

/** Spans of time that a chart shows. Within an hour it moves by itself. */
export const spans = {
  '10m': { words: '10 min', ms: 600_000 },
  '1h': { words: '1 h', ms: 3_600_000 },
  '24h': { words: '24 h', ms: 86_400_000 },
  '7d': { words: '7 d', ms: 604_800_000 },
} as const;

/** A span of time. */
export type Span = keyof typeof spans;

/** The longest span that live rates are added to; beyond it a point is a mean of many. */
export const livesUntilMs = spans['1h'].ms;

/** What the history answered, as lines. */
export const linesOf = ({ series }: SeriesView): readonly PortLine[] =>
  series.map(({ host, bond, port, points }) => ({ host, bond, port, points }));

/** Lines with the newest rates of one host added, and without what is older than `sinceUnixMs`. */
export function withRates(
  lines: readonly PortLine[],
  rates: {
    readonly host: string;
    readonly atUnixMs: number;
    readonly ports: readonly {
      readonly bond: string;
      readonly port: string;
      readonly txBps: number;
      readonly rxBps: number;
    }[];
  },
  sinceUnixMs: number,
): readonly PortLine[] {
  const { host, atUnixMs, ports } = rates;
  const isOf = (line: PortLine, bond: string, port: string) =>
    line.host === host && line.bond === bond && line.port === port;
  const old = lines.map((line) => {
    const now = ports.find(({ bond, port }) => isOf(line, bond, port));
    const last = line.points.at(-1)?.[0] ?? 0;
    if (now === undefined || last >= atUnixMs) return line;
    const kept = line.points.filter(([when]) => when >= sinceUnixMs);
    return { ...line, points: [...kept, [atUnixMs, now.txBps, now.rxBps] as const] };
  });
  const fresh = ports
    .filter(({ bond, port }) => !lines.some((line) => isOf(line, bond, port)))
    .map(({ bond, port, txBps, rxBps }) => ({
      host,
      bond,
      port,
      points: [[atUnixMs, txBps, rxBps] as const],
    }));
  return fresh.length === 0 ? old : [...old, ...fresh];
}

/** Times in seconds and one column of rates per line, null where nothing is known. */
export type Columns = readonly [readonly number[], ...(readonly (number | null)[])[]];

/** Lines as a chart takes them. A hole longer than `gapMs` stays a hole: a line across it would be made up. */
export function columnsOf(lines: readonly PortLine[], way: Way, gapMs: number): Columns {
  const times = [...new Set(lines.flatMap(({ points }) => points.map(([when]) => when)))].sort(
    (a, b) => a - b,
  );
  const withHoles = times.flatMap((when, nth) => {
    const next = times[nth + 1];
    return next !== undefined && next - when > gapMs ? [when, when + gapMs / 2] : [when];
  });
  const columns = lines.map(({ points }) => {
    const rates = new Map(points.map((point) => [point[0], point[at[way]]]));
    return withHoles.map((when) => rates.get(when) ?? null);
  });
  return [withHoles.map((when) => when / 1_000), ...columns];
}

/** The last rate of a line, both ways; null where it is older than `freshMs`. */
export function lastRate(line: PortLine, nowUnixMs: number, freshMs: number): SeriesPoint | null {
  const last = line.points.at(-1);
  return last === undefined || nowUnixMs - last[0] > freshMs ? null : last;
}
