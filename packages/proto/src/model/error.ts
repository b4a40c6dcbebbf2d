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
  'not-signed-in',
  'too-many',
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
  'not-signed-in': 4,
  'too-many': 4,
  internal: 1,
};

/** What each code means to the person who meets it, and what helps; docs/errors.md is made of it. */
export const errorMeanings: Readonly<Record<ErrorCode, string>> = {
  'bad-input':
    'What was typed or written has a mistake. Nothing was changed; correct every line the message names.',
  failed:
    'It was tried and did not hold: a step failed, or an expectation was missed. The old state is back where something had changed.',
  unreachable:
    'The controller, or a host it needs, does not answer. Start it, or look at `bondctl hosts`, and repeat.',
  refused: 'A host owner, a policy or a missing permission says no. The message names who and why.',
  busy: 'Something else is in hand on the same host. Wait for it (`bondctl rollout list`) and repeat.',
  'not-found': 'There is nothing of that name. The message lists what there is.',
  'needs-person':
    'The two ends of a link may differ, or a rollback failed. Look at `bondctl status` and at the hosts it names before anything else.',
  'not-signed-in':
    'The controller does not know who asks: no token came with the request, or one that it does not know any more. Make one with `bondctl operator add` on the controller.',
  'too-many': 'Too much was asked in too short a time. Wait for as long as the message says, and repeat.',
  internal: "A mistake of ours. The controller's log has the cause; please report it.",
};

/** What an error carries besides its sentence: every mistake of a text, every refusal of a host. */
export interface ErrorDetails {
  readonly cause?: unknown;
  readonly mistakes?: readonly Mistake[];
  readonly refusals?: readonly Refusal[];
}

/**
 * The one error class. `message` is a sentence for people that says what to do next; `cause` is for the log only and
 * never leaves the process.
 */
export class BondctlError extends Error {
  readonly code: ErrorCode;
  readonly mistakes: readonly Mistake[];
  readonly refusals: readonly Refusal[];

  constructor(code: ErrorCode, message: string, details?: ErrorDetails) {
    super(message, details?.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'BondctlError';
    this.code = code;
    this.mistakes = details?.mistakes ?? [];
    this.refusals = details?.refusals ?? [];
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
