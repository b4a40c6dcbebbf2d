import type { ExpectationVerdict } from '@bondctl/proto/model/linktest';
import { formatEnd } from '@bondctl/proto/model/names';
import type { TestView } from '@bondctl/proto/model/view';
import { findings } from './findings.ts';
import { type Html, html, section } from './html.ts';
import { measured } from './measured.ts';
import { origin } from './origin.ts';
import { overTime } from './over-time.ts';
import { pageStyle } from './style.ts';
import { verdictSentence } from './verdict.ts';

/** What a browser may do with a page: nothing but use the style that is in it. */
export const pagePolicy = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * A test as one page of HTML that needs no script and asks nobody for anything. `measuredAt`: when it was, as ISO 8601.
 */
export function testPage(view: TestView, measuredAt: string): string {
  const { result, judgement } = view;
  const style: Html = { markup: pageStyle };
  const verdict = judgement.passed
    ? html`<span class="good">passed</span>`
    : html`<span class="bad">failed</span>`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${pagePolicy}">
<title>${result.link} ${judgement.passed ? 'passed' : 'failed'}: link test ${view.id}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<p class="kicker">Link test ${view.id}</p>
<h1>${result.link}: ${verdict}</h1>
<p class="verdict">${verdictSentence(view)}</p>
<p class="when">${formatEnd(result.from)} to ${formatEnd(result.to)}, ${result.mode}, MTU ${result.mtu}, <time datetime="${measuredAt}">${measuredAt}</time></p>
</header>
${measured(view)}
${section('What was expected', ...judgement.verdicts.map(expected))}
${findings(view.findings)}
${overTime(result)}
${origin(result)}
</main>
</body>
</html>
`;
  return page.markup;
}

const tones = { yes: 'good', no: 'bad', inconclusive: 'warn' } as const;

const expected = ({ held, sentence }: ExpectationVerdict): Html =>
  html`<p><strong class="${tones[held]}">${held}</strong> ${sentence}</p>`;
