/**
 * Every way a call can fail, as far as callers must tell the ways apart. Closed: a new code needs an exit code here
 * and an HTTP status in the API.
 */
export const errorCodes = [
  'bad-input',
  'failed',
  'unreachable',
  'refused',
  'busy',
  'not-found',
  'needs-person',
  'internal',
] as const;

/** A closed error code. */
export type ErrorCode = (typeof errorCodes)[number];

/** Process exit codes of all three programs (DESIGN section 5). */
export const exitCodes: Readonly<Record<ErrorCode, 1 | 2 | 3 | 4 | 5>> = {
  'bad-input': 2,
  failed: 1,
  unreachable: 3,
  refused: 4,
  busy: 4,
  'not-found': 2,
  'needs-person': 5,
  internal: 1,
};

/**
 * The one error class. `message` is a sentence for people that says what to do next; `cause` is for the log only and
 * never leaves the process.
 */
export class BondctlError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'BondctlError';
    this.code = code;
  }

  /** Any thrown value as a BondctlError; foreign errors become `internal` and keep their message. */
  static from(thrown: unknown): BondctlError {
    if (thrown instanceof BondctlError) return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new BondctlError('internal', message, { cause: thrown });
  }
}

/** One mistake in something people wrote: file, 1-based line and column, path inside the document, one sentence. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

/** One reason why a host will not do what was asked, with what it is about (an interface, a bond, an option). */
export interface Refusal {
  readonly subject: string;
  readonly message: string;
}
