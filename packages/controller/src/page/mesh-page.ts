import type { MeshPairView, MeshView } from '@bondctl/proto/model/mesh';
import { formatEnd } from '@bondctl/proto/model/names';
import { formatPercent, formatRate } from '../linktest/figures.ts';
import { documentOf } from './document.ts';
import { heatMapSvg } from './heat-map.ts';
import { type Html, html, section, table } from './html.ts';

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
${section('Every pair', html`<figure class="wide" role="region" tabindex="0" aria-label="heat map">${map}</figure>`)}
${section('In numbers', table('Every pair that was tested', head, mesh.pairs.map(rowOf)))}`,
  );
}

const roundsSentence = ({ rounds, bound, boundBy, tookMs }: MeshView): string =>
  `${rounds.length} rounds, no plan takes fewer than ${bound} (${boundBy}); ${(tookMs / 1000).toFixed(0)} s.`;

const head = ['Link', 'Ends', 'Round', 'Received', 'Of configuration', 'Of hardware', 'Said'];

const rowOf = (pair: MeshPairView): readonly string[] => [
  pair.link,
  pair.ends.map(formatEnd).join(' to '),
  String(pair.round),
  pair.receivedBps === null ? '-' : formatRate(pair.receivedBps),
  percent(pair.percentOfConfiguration),
  percent(pair.percentOfHardware),
  pair.sentence === '' ? (pair.passed ? 'passed' : 'failed') : pair.sentence,
];

const percent = (value: number | null): string => (value === null ? '-' : formatPercent(value));
