import { distance } from 'fastest-levenshtein';

/** The known word that was probably meant; undefined when none is close (two letters, or a third of them, may differ). */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  const ranked = known
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .toSorted((a, b) => a.far - b.far);
  return ranked[0]?.candidate;
}

const listed = 12;

/** The end of a sentence about a wrong word: the nearest right one, or the words there are. */
export function suggestion(word: string, known: readonly string[]): string {
  const close = nearest(word, known);
  if (close !== undefined) return `; did you mean "${close}"?`;
  if (known.length === 0) return '';
  const rest = known.length > listed ? ` and ${known.length - listed} more` : '';
  return `; known: ${known.slice(0, listed).join(', ')}${rest}`;
}
