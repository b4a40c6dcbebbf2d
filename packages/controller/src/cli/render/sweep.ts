import type {
  CandidatePlanView,
  RankedCandidate,
  SweepFigure,
  SweepPlanView,
  SweepView,
} from '@bondctl/proto/model/sweep';
import { csv } from './csv.ts';
import type { Paint } from './paint.ts';
import { table } from './table.ts';
import { age, counted, percent, rate, time } from './units.ts';

/** What is said before a sweep begins: each candidate, what trying it disturbs, and how long all of it takes. */
export function renderSweepPlan(plan: SweepPlanView, paint: Paint): string {
  const { candidates, streams, runs, seconds, rebuilds, expectedMs } = plan;
  const tried = candidates.filter(({ refused }) => refused === '').length;
  const rows = table(
    ['', 'CANDIDATE', 'DISRUPTION', 'BACK AT THE LATEST', ''],
    candidates.map((one, at) => planRow(one, at, paint)),
  );
  return (
    `${plan.link}: ${counted(tried, 'candidate')}, each ${counted(runs, 'time')} ${seconds} s with ${streams.join(', ')} ` +
    `${streams.length === 1 && streams[0] === 1 ? 'stream' : 'streams'}; ${rebuilds === 0 ? 'no bond is rebuilt' : `bonds are rebuilt ${rebuilds} times on each host`}; ` +
    `about ${age(expectedMs)}\n\n${rows}`
  );
}

function planRow(one: CandidatePlanView, at: number, paint: Paint): readonly string[] {
  if (one.refused !== '')
    return [String(at + 1), one.name, '-', '-', paint('bad', `not tried: ${one.refused}`)];
  const back = one.deadlineMs === null ? '-' : age(one.deadlineMs);
  return [
    String(at + 1),
    one.name,
    disruptionOf(one),
    back,
    one.isThere ? 'there now, nothing is changed' : '',
  ];
}

const disruptionOf = ({ isThere, disruption }: Pick<CandidatePlanView, 'isThere' | 'disruption'>): string =>
  isThere ? 'none' : disruption;

/** What `bondctl sweep` prints: the ranking, and what follows from it. */
export function renderSweep(sweep: SweepView, paint: Paint): string {
  const streams = [
    ...new Set(sweep.ranking.flatMap(({ figures }) => figures.map((figure) => figure.streams))),
  ];
  const head = [
    'RANK',
    'CANDIDATE',
    ...streams.map((count) => counted(count, 'STREAM').replace('STREAMs', 'STREAMS')),
    'OF CONFIG',
    'OF HARDWARE',
    'SENT AGAIN',
    'DISRUPTION',
    '',
  ];
  const rows = sweep.ranking.map((one) => rankRow(one, streams, sweep.best, paint));
  const advice = [...sweep.advice, ...sweep.besideThePost].map((line) => `- ${line}\n`).join('');
  return `${headOf(sweep, paint)}\n\n${table(head, rows)}${advice === '' ? '' : `\n${advice}`}`;
}

function headOf({ link, id, ending, why, best, runs, seconds }: SweepView, paint: Paint): string {
  const standing =
    ending === null
      ? 'running'
      : ending === 'finished' && best !== null
        ? paint('good', `${best} is best`)
        : paint('bad', ending === 'needsPerson' ? 'a person is needed' : ending);
  const said = why === '' ? '' : `\n${why}`;
  return `${link}: ${standing}  ${id}, ${counted(runs, 'run')} of ${seconds} s each${said}`;
}

function rankRow(
  one: RankedCandidate,
  streams: readonly number[],
  best: string | null,
  paint: Paint,
): readonly string[] {
  const { figures } = one;
  const most = (values: readonly (number | null)[]) => extreme(values, Math.max);
  return [
    one.rank === null ? '-' : String(one.rank),
    one.name === best ? paint('good', one.name) : one.name,
    ...streams.map((count) => rateOf(figures.find((figure) => figure.streams === count))),
    percent(
      extreme(
        figures.map((figure) => figure.percentOfConfiguration),
        Math.min,
      ),
    ),
    percent(most(figures.map((figure) => figure.percentOfHardware))),
    shareOf(most(figures.map((figure) => figure.retransmitPercent))),
    disruptionOf(one),
    remarkOf(one, best),
  ];
}

const extreme = (
  values: readonly (number | null)[],
  of: (...all: readonly number[]) => number,
): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : of(...known);
};

const shareOf = (value: number | null): string => (value === null ? '-' : `${value.toFixed(2)} %`);

/** `190 Mbit/s ±0.4 %` */
function rateOf(figure: SweepFigure | undefined): string {
  if (figure?.meanBps == null) return '-';
  const { meanBps, halfWidthPercent } = figure;
  return `${rate(meanBps)}${halfWidthPercent === null ? '' : ` ±${percent(halfWidthPercent)}`}`;
}

function remarkOf(one: RankedCandidate, best: string | null): string {
  const whys = [one.why, ...one.figures.map(({ why }) => why)].filter((why) => why !== '');
  if (whys.length > 0) return [...new Set(whys)].join('; ');
  const words = [
    ...(one.isThere ? ['there now'] : []),
    ...(one.name === best ? ['best'] : one.isAmongBest ? ['equally fast'] : []),
  ];
  return words.join(', ');
}

/** What `bondctl sweep list` prints. */
export function renderSweeps(sweeps: readonly SweepView[], paint: Paint): string {
  if (sweeps.length === 0)
    return 'No sweep yet; "bondctl sweep LINK --mode ... --mtu ..." tries configurations.\n';
  return table(
    ['SWEEP', 'TIME', 'LINK', 'CANDIDATES', 'BEST', 'STATE', ''],
    sweeps.map((one) => [
      one.id,
      time(one.startedUnixMs),
      one.link,
      String(one.ranking.length),
      one.best ?? '-',
      one.ending === null ? 'running' : one.ending === 'finished' ? one.ending : paint('bad', one.ending),
      one.why,
    ]),
  );
}

const columns = [
  ...['rank', 'candidate', 'mode', 'mtu', 'streams', 'mean_bps', 'half_width_percent', 'sent_again_percent'],
  ...[
    'of_configuration_percent',
    'of_hardware_percent',
    'disruption',
    'is_there',
    'is_among_best',
    'why',
    'tests',
  ],
];

/** A row for each candidate and number of streams; one that was not measured has one row. */
export const sweepCsv = ({ ranking }: SweepView): string =>
  csv(
    columns,
    ranking.flatMap((one) =>
      (one.figures.length === 0 ? [null] : one.figures).map((figure) => csvRow(one, figure)),
    ),
  );

const csvRow = (one: RankedCandidate, figure: SweepFigure | null) => [
  ...[one.rank, one.name, one.setting.mode, one.setting.mtu, figure?.streams ?? null],
  ...[figure?.meanBps ?? null, figure?.halfWidthPercent ?? null, figure?.retransmitPercent ?? null],
  ...[figure?.percentOfConfiguration ?? null, figure?.percentOfHardware ?? null, one.disruption],
  ...[one.isThere, one.isAmongBest, one.why === '' ? (figure?.why ?? '') : one.why],
  figure?.tests.join(' ') ?? '',
];
