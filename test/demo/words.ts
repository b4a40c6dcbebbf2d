/** The demo's table and sentences, all from this run's own figures. Pure. */
import { busiestPort, type Row, sentBytes } from './rows.ts';
import { type Candidate, candidates } from './specs.ts';

const postCableBps = 1e9;
/** Fewer points than this between the post's share of its cables and ours is the same finding. */
const samePoints = 10;

const mbps = (bps: number): string => (bps / 1e6).toFixed(0);
const percent = (value: number): string => `${value.toFixed(1)} %`;

/** What the post's two cables carried of one stream at most, by the frame bytes of Ethernet. */
const postHardwareBps = (mtu: number): number => (2 * postCableBps * (mtu - 52)) / (mtu + 38);

/** The post's figure as a share of what the post's cables could carry, in percent. */
export const postPercent = ({ postBps, mtu }: Candidate): number => (100 * postBps) / postHardwareBps(mtu);

const head = [
  'mode',
  'MTU',
  'Mbit/s',
  'retransmissions',
  'share of each port',
  'of configuration',
  'of hardware',
  'the post (2 x 1 Gbit/s)',
];

/** The one table of the demo. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.mode,
    String(row.mtu),
    mbps(row.receivedBps),
    String(row.retransmits),
    sharesOf(row),
    percent(row.percentOfConfiguration),
    percent(row.percentOfHardware),
    postFigure(row),
  ]);
  const widths = head.map((word, column) =>
    Math.max(word.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const drawn = (line: readonly string[]) =>
    line
      .map((word, column) => word.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd();
  return [head, widths.map((width) => '-'.repeat(width)), ...lines].map(drawn).join('\n');
}

const sharesOf = (row: Row): string =>
  row.ports
    .map((port) => `${port.name} ${percent((100 * port.txBytes) / Math.max(1, sentBytes(row)))}`)
    .join(', ');

function postFigure(row: Row): string {
  const candidate = candidateOf(row);
  return candidate === undefined
    ? '-'
    : `${mbps(candidate.postBps)} Mbit/s, ${percent(postPercent(candidate))} of hardware`;
}

const candidateOf = (row: Row): Candidate | undefined =>
  candidates.find(({ mode, mtu }) => mode === row.mode && mtu === row.mtu);

/** One sentence for each row: what it shows, and where today's TCP differs from the post. */
export const sentencesOf = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => `${row.mode} at ${row.mtu}: ${finding(row, rows)}${besideThePost(row)}.`);

function finding(row: Row, rows: readonly Row[]): string {
  const busiest = busiestPort(row);
  const share = `${percent(row.percentOfHardware)} of what both cables carry`;
  if (busiest.percent > 90)
    return `one stream stays on one port (${busiest.name} sent ${percent(busiest.percent)}), so all that this configuration can do is ${share}`;
  const other = rows.find((one) => one !== row && one.mode === row.mode);
  const again = `${row.retransmits} segments were sent again`;
  if (other === undefined) return `the stream uses both cables, ${share}, and ${again}`;
  return `the stream uses both cables, ${share}, and ${again} where MTU ${other.mtu} sent ${other.retransmits}`;
}

function besideThePost(row: Row): string {
  const candidate = candidateOf(row);
  if (candidate === undefined) return '';
  const then = postPercent(candidate);
  const points = row.percentOfHardware - then;
  const figure = `${mbps(candidate.postBps)} Mbit/s, ${percent(then)} of its cables`;
  if (Math.abs(points) < samePoints) return `; the post found the same: ${figure}`;
  if (points > 0)
    return `; the post got ${figure}: today's TCP waits before it takes a late segment for a lost one, so reordering costs it ${percent(Math.max(0, 100 - row.percentOfConfiguration))} and not ${percent(100 - then)}`;
  return `; the post got more, ${figure}`;
}
