/** Values for whoever listens now. A listener that is slow loses the oldest values, never more memory. */
export interface Feed<T> {
  push(value: T): void;
  /** Values pushed from now on, until `signal` aborts. */
  values(signal: AbortSignal): AsyncGenerator<T, void, undefined>;
}

/** A feed whose listeners each keep at most `limit` values. */
export function createFeed<T>(limit: number): Feed<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    push: (value) => {
      for (const listener of listeners) listener(value);
    },
    values: (signal) => listen(listeners, limit, signal),
  };
}

function listen<T>(
  listeners: Set<(value: T) => void>,
  limit: number,
  signal: AbortSignal,
): AsyncGenerator<T, void, undefined> {
  const kept: T[] = [];
  let wake = (): void => {};
  const listener = (value: T): void => {
    kept.push(value);
    if (kept.length > limit) kept.shift();
    wake();
  };
  // Listens at once, not at the first pull: what is pushed in between counts.
  listeners.add(listener);
  signal.addEventListener('abort', () => {
    listeners.delete(listener);
    wake();
  });
  return pull(kept, signal, (next) => {
    wake = next;
  });
}

async function* pull<T>(
  kept: T[],
  signal: AbortSignal,
  onWake: (next: () => void) => void,
): AsyncGenerator<T, void, undefined> {
  while (!signal.aborted) {
    const value = kept.shift();
    if (value !== undefined) yield value;
    else await new Promise<void>((resolve) => onWake(resolve));
  }
}
