import type { Mistake } from '@bondctl/proto/model/error';

/** One line of a spec beside its number, and what is wrong in it. */
export interface SpecLine {
  readonly line: number;
  readonly mistakes: readonly Mistake[];
}

/** The lines of a text with their mistakes. */
export const specLines = (text: string, mistakes: readonly Mistake[]): readonly SpecLine[] =>
  text.split('\n').map((_, nth) => ({
    line: nth + 1,
    mistakes: mistakes.filter(({ line }) => line === nth + 1),
  }));

/** Where a place of a text begins and where its line ends, counted in characters; what is beyond it is its end. */
export function rangeAt(
  text: string,
  { line, column }: Pick<Mistake, 'line' | 'column'>,
): readonly [number, number] {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const own = lines[line - 1]?.length ?? 0;
  const at = Math.min(text.length, before + Math.min(Math.max(0, column - 1), own));
  return [at, Math.min(text.length, before + own)];
}

/** Where the text of a plan comes from, as the address says it. */
export type SpecSource =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'undo'; readonly rollout: string }
  | { readonly kind: 'sweep'; readonly sweep: string; readonly candidate: string | undefined };

/** `?undo=ro_...`, `?sweep=sw_...&candidate=...`; anything else is the accepted spec. */
export function specSource(query: Readonly<Record<string, string | undefined>>): SpecSource {
  const { undo, sweep, candidate } = query;
  if (undo) return { kind: 'undo', rollout: undo };
  if (sweep) return { kind: 'sweep', sweep, candidate: candidate || undefined };
  return { kind: 'accepted' };
}

/** What is planned, for people. */
export function sourceWords(source: SpecSource): string {
  switch (source.kind) {
    case 'accepted':
      return 'From the accepted spec';
    case 'undo':
      return `Back to what was before rollout ${source.rollout}`;
    case 'sweep':
      return `${source.candidate ?? 'The best'} of sweep ${source.sweep}`;
    default:
      return source satisfies never;
  }
}
