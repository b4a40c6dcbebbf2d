import type { RankedCandidate, SweepFigure, SweepView } from '@bondctl/proto/model/sweep';
import { formatPercent } from '../linktest/figures.ts';
import { documentOf } from './document.ts';
import { type Html, html, nothing, section, table } from './html.ts';
import { figureWords, rankingSvg } from './ranking-plot.ts';

/** A sweep as one page of HTML that needs no script and asks nobody for anything. */
export function sweepPage(sweep: SweepView): string {
  const picture: Html = { markup: rankingSvg(sweep) };
  return documentOf(
    `Sweep of ${sweep.link}: ${sweep.ranking.length} candidates`,
    html`<header>
<p class="kicker">Sweep</p>
<h1>${sweep.link}: ${verdict(sweep)}</h1>
<p class="verdict">${howSentence(sweep)}</p>
</header>
${section('What follows', lines(sweep.advice))}
${section('The ranking', html`<figure class="wide" role="region" tabindex="0" aria-label="ranking">${picture}</figure>`)}
${section('In numbers', table('Every candidate and number of streams', head, sweep.ranking.flatMap(rowsOf)))}
${section('Not measured', table('Candidates without a figure', ['Candidate', 'Why'], sweep.ranking.flatMap(missingOf)))}
${section('Beside the post', lines(sweep.besideThePost))}`,
  );
}

function verdict({ best, ending }: SweepView): Html {
  if (best === null) return html`<span class="bad">nothing could be measured</span>`;
  return ending === 'finished'
    ? html`<span class="good">${best}</span>`
    : html`<span class="warn">${best}, as far as it went</span>`;
}

const howSentence = ({ id, runs, seconds, ranking, why }: SweepView): string =>
  `${ranking.length} candidates, each measured ${runs} times for ${seconds} s. ${why === '' ? '' : `${why}. `}Sweep ${id}.`;

const lines = (sentences: readonly string[]): Html =>
  sentences.length === 0 ? nothing : html`<ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul>`;

const head = [
  'Candidate',
  'Rank',
  'Streams',
  'Received',
  'Of configuration',
  'Of hardware',
  'Sent again',
  'Disruption',
];

const rowsOf = (one: RankedCandidate): readonly (readonly string[])[] =>
  one.figures.filter(({ meanBps }) => meanBps !== null).map((figure) => rowOf(one, figure));

function missingOf({ name, why, figures }: RankedCandidate): readonly (readonly string[])[] {
  const whys = [why, ...figures.map((figure) => figure.why)].filter((one) => one !== '');
  return whys.length === 0 ? [] : [[name, [...new Set(whys)].join('; ')]];
}

const rowOf = (one: RankedCandidate, figure: SweepFigure): readonly string[] => [
  one.name,
  one.rank === null ? '-' : String(one.rank),
  String(figure.streams),
  figureWords(figure),
  percent(figure.percentOfConfiguration),
  percent(figure.percentOfHardware),
  figure.retransmitPercent === null ? '-' : `${figure.retransmitPercent.toFixed(2)} %`,
  one.isThere ? 'none, there now' : one.disruption,
];

const percent = (value: number | null): string => (value === null ? '-' : formatPercent(value));
