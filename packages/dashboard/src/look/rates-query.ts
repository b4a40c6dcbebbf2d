import { type Span, spans, type Way } from './rate-series.ts';

/** How the rates on a page are shown, as its address says it. */
export interface RatesQuery {
  readonly way: Way;
  readonly span: Span;
}

type Words = Readonly<Record<string, string | undefined>>;

/** The spans in their order. */
export const spanNames = Object.keys(spans) as readonly Span[];

/** What an address says; a word that nobody knows is as if it were not there. */
export const readRatesQuery = (query: Words): RatesQuery => ({
  way: query['way'] === 'received' ? 'received' : 'sent',
  span: spanNames.find((span) => span === query['span']) ?? '10m',
});

/** The address of `path` with its rates shown so; what is usual is left out. */
export function ratesAddress(path: string, { way, span }: RatesQuery): string {
  const words = new URLSearchParams();
  if (way !== 'sent') words.set('way', way);
  if (span !== '10m') words.set('span', span);
  const text = words.toString();
  return text === '' ? path : `${path}?${text}`;
}
