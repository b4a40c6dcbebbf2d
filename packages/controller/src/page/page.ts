import type { ExpectationVerdict } from '@bondctl/proto/model/linktest';
import { formatEnd } from '@bondctl/proto/model/names';
import type { TestView } from '@bondctl/proto/model/view';
import { documentOf } from './document.ts';
import { findings } from './findings.ts';
import { type Html, html, section } from './html.ts';
import { measured } from './measured.ts';
import { origin } from './origin.ts';
import { overTime } from './over-time.ts';
import { verdictSentence } from './verdict.ts';

/**
 * A test as one page of HTML that needs no script and asks nobody for anything. `measuredAt`: when it was, as ISO 8601.
 */
export function testPage(view: TestView, measuredAt: string): string {
  const { result, judgement } = view;
  const verdict = judgement.passed
    ? html`<span class="good">passed</span>`
    : html`<span class="bad">failed</span>`;
  const title = `${result.link} ${judgement.passed ? 'passed' : 'failed'}: link test ${view.id}`;
  return documentOf(
    title,
    html`<header>
<p class="kicker">Link test ${view.id}</p>
<h1>${result.link}: ${verdict}</h1>
<p class="verdict">${verdictSentence(view)}</p>
<p class="when">${formatEnd(result.from)} to ${formatEnd(result.to)}, ${result.mode}, MTU ${result.mtu}, <time datetime="${measuredAt}">${measuredAt}</time></p>
</header>
${measured(view)}
${section('What was expected', ...judgement.verdicts.map(expected))}
${findings(view.findings)}
${overTime(result)}
${origin(result)}`,
  );
}

const tones = { yes: 'good', no: 'bad', inconclusive: 'warn' } as const;

const expected = ({ held, sentence }: ExpectationVerdict): Html =>
  html`<p><strong class="${tones[held]}">${held}</strong> ${sentence}</p>`;
