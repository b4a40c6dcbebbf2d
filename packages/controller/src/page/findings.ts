import { formatSubject, type RankedFinding, type Severity } from '@bondctl/proto/model/finding';
import { type Html, html, nothing, section } from './html.ts';

const tones: Readonly<Record<Severity, string>> = { fault: 'bad', warning: 'warn', note: 'kicker' };

/** What is wrong with the link, causes first, each with what it was seen by and what to do. */
export const findings = (found: readonly RankedFinding[]): Html =>
  section('Findings', ...found.map(findingOf));

function findingOf(one: RankedFinding): Html {
  const follows =
    one.consequenceOf === null
      ? nothing
      : html`<p>This follows from ${one.consequenceOf.rule} of ${formatSubject(one.consequenceOf.subject)}.</p>`;
  return html`<article>
<h3><span class="${tones[one.severity]}">${one.severity}</span> ${one.rule}: ${formatSubject(one.subject)}</h3>
<p>${one.cause}</p>
<ul>${one.evidence.map((fact) => html`<li>${fact}</li>`)}</ul>
${follows}<p>Do: ${one.advice}</p>
<p class="kicker">Source: ${sourceOf(one.source)}</p>
</article>`;
}

/** A link only where it leads to the web: nothing else that a source may say becomes one. */
const sourceOf = (source: string): Html =>
  /^https:\/\/[^\s"'<>]+$/.test(source)
    ? html`<a href="${source}" rel="noreferrer">${source}</a>`
    : html`${source}`;
