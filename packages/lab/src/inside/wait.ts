/** Waiting for what a kernel or a process does in its own time. */
import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait; the machine under a lab is shared, so less than five seconds proves nothing. */
export type Patience = { readonly timeoutMs: number; readonly everyMs?: number };

const LEAST_MS = 5_000;
const EVERY_MS = 50;

/**
 * Calls `check` until it neither throws nor gives false or undefined, and gives its value; rejects at the deadline with its
 * last error. For a check that only asserts, see `eventuallyHolds`.
 */
export async function eventually<T>(
  check: () => T | Promise<T>,
  { timeoutMs, everyMs = EVERY_MS }: Patience = { timeoutMs: LEAST_MS },
): Promise<Exclude<Awaited<T>, false | undefined>> {
  if (timeoutMs < LEAST_MS)
    throw new RangeError(`waiting ${timeoutMs} ms proves nothing; wait ${LEAST_MS} or more`);
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const outcome = await attempt(check);
    if (outcome.kind === 'yes') return outcome.value as Exclude<Awaited<T>, false | undefined>;
    if (performance.now() >= deadline) {
      throw new Error(`not within ${timeoutMs} ms: ${outcome.why}`, { cause: outcome.cause });
    }
    await sleep(everyMs);
  }
}

/** Calls `assertion` until it no longer throws; rejects at the deadline with its last error. */
export async function eventuallyHolds(
  assertion: () => void | Promise<void>,
  patience?: Patience,
): Promise<void> {
  await eventually(async () => {
    await assertion();
    return true;
  }, patience);
}

type Attempt<T> =
  | { readonly kind: 'yes'; readonly value: T }
  | { readonly kind: 'no'; readonly why: string; readonly cause?: unknown };

async function attempt<T>(check: () => T | Promise<T>): Promise<Attempt<T>> {
  try {
    const value = await check();
    if (value !== false && value !== undefined) return { kind: 'yes', value };
    return { kind: 'no', why: `the check still said ${String(value)}` };
  } catch (error) {
    return { kind: 'no', why: error instanceof Error ? error.message : String(error), cause: error };
  }
}
