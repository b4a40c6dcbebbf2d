/** A list that is known to hold at least one element. */
export type NonEmpty<T> = readonly [T, ...T[]];

/** Narrows a list to a non-empty one. */
export function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0;
}

/** Success with a value, or failure with its reason: for calls where failure is an ordinary answer. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** A successful result. */
export const success = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A failed result. */
export const failure = <E>(error: E): Result<never, E> => ({ ok: false, error });

/** A value that was understood as far as possible, with everything that was not. Parsers return this and never throw. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** One thing a parser did not understand: 1-based line, the line itself, one sentence. */
export interface Problem {
  readonly line: number;
  readonly text: string;
  readonly message: string;
}
