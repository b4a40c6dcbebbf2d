/** Markup that may stand in a document as it is. */
export interface Html {
  readonly markup: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that came from outside, as it may stand in a document, between tags and in a quoted attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? '');

type Value = string | number | Html | readonly Html[];

/** Markup from a template. Text in it is escaped, whoever wrote it; other markup stands as it is. */
export function html(texts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const [first = '', ...rest] = texts;
  return { markup: rest.reduce((made, text, nth) => made + markupOf(values[nth] ?? '') + text, first) };
}

function markupOf(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
  return 'markup' in value ? value.markup : value.map((one) => one.markup).join('\n');
}

/** Nothing at all. */
export const nothing: Html = { markup: '' };

/** Rows under a head and a caption; nothing without a row. The first cell of a row names it. */
export function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): Html {
  if (rows.length === 0) return nothing;
  return html`<div class="wide" role="region" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((word) => html`<th scope="col">${word}</th>`)}</tr></thead>
<tbody>
${rows.map(rowOf)}
</tbody>
</table></div>`;
}

const rowOf = ([name = '', ...cells]: readonly string[]): Html =>
  html`<tr><th scope="row">${name}</th>${cells.map(cellOf)}</tr>`;

/** A figure keeps its unit beside it; a sentence may wrap. */
const cellOf = (cell: string): Html =>
  cell.length > mostUnwrapped ? html`<td>${cell}</td>` : html`<td class="short">${cell}</td>`;

const mostUnwrapped = 16;

/** A part of the page under its heading; nothing where all of it is nothing. */
export function section(heading: string, ...parts: readonly Html[]): Html {
  const there = parts.filter(({ markup }) => markup !== '');
  return there.length === 0 ? nothing : html`<section>\n<h2>${heading}</h2>\n${there}\n</section>`;
}

/** Something that is there for who wants to see it. */
export const folded = (summary: string, content: Html): Html =>
  html`<details><summary>${summary}</summary>\n${content}\n</details>`;
