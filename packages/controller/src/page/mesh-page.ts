import type { MeshPairView, MeshView } from '@bondctl/proto/model/mesh';
import { formatEnd } from '@bondctl/proto/model/names';
import { formatPercent, formatRate } from '../linktest/figures.ts';
import { documentOf } from './document.ts';
import { heatMapSvg } from './heat-map.ts';
import { folded, type Html, html, section, table } from './html.ts';

/** A mesh as one page of HTML that needs no script and asks nobody for anything. */
export function meshPage(mesh: MeshView): string {
  const failed = mesh.pairs.filter(({ passed }) => !passed);
  const verdict =
    failed.length === 0
      ? html`<span class="good">every pair passed</span>`
      : html`<span class="bad">${failed.length} of ${mesh.pairs.length} failed</span>`;
  const map: Html = { markup: heatMapSvg(`${mesh.name}: every pair of hosts`, mesh.pairs) };
  return documentOf(
    `Mesh ${mesh.name}: ${mesh.pairs.length} pairs`,
    html`<header>
<p class="kicker">Mesh</p>
<h1>${mesh.name}: ${verdict}</h1>
<p class="verdict">${roundsSentence(mesh)}</p>
</header>
${section('What failed', failures(failed))}
${section('Every pair', html`<figure class="wide" role="region" tabindex="0" aria-label="heat map">${map}</figure>`)}
${section('In numbers', numbers(mesh.pairs))}`,
  );
}

/** More rows than this are there for who asks for them. */
const mostRows = 60;

function numbers(pairs: readonly MeshPairView[]): Html {
  const all = table('Every pair that was tested', head, pairs.map(rowOf));
  return pairs.length > mostRows ? folded(`All ${pairs.length} pairs as a table`, all) : all;
}

/** Pairs that failed for one reason stand together, what hit most of them first. */
function failures(failed: readonly MeshPairView[]): Html {
  const links = new Map<string, string[]>();
  for (const pair of failed) {
    const said = saidOf(pair);
    links.set(said, [...(links.get(said) ?? []), pair.link]);
  }
  const rows = [...links].toSorted(([, a], [, b]) => b.length - a.length);
  const head = ['Said', 'Pairs', 'Links'];
  return table(
    'Why pairs failed',
    head,
    rows.map(([said, names]) => [said, String(names.length), names.join(', ')]),
  );
}

const saidOf = ({ sentence, passed }: MeshPairView): string =>
  sentence === '' ? (passed ? 'passed' : 'failed') : sentence;

const roundsSentence = ({ rounds, bound, boundBy, tookMs }: MeshView): string =>
  `${rounds.length} round${rounds.length === 1 ? '' : 's'}, no plan takes fewer than ${bound} (${boundBy}); ${(tookMs / 1000).toFixed(0)} s.`;

const head = ['Link', 'Ends', 'Round', 'Received', 'Of configuration', 'Of hardware', 'Said'];

const rowOf = (pair: MeshPairView): readonly string[] => [
  pair.link,
  pair.ends.map(formatEnd).join(' to '),
  String(pair.round),
  pair.receivedBps === null ? '-' : formatRate(pair.receivedBps),
  percent(pair.percentOfConfiguration),
  percent(pair.percentOfHardware),
  saidOf(pair),
];

const percent = (value: number | null): string => (value === null ? '-' : formatPercent(value));
