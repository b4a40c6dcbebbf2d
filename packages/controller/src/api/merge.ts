interface Ready<T> {
  readonly value: T;
  readonly taken: () => void;
}

interface Meeting<T> {
  readonly ready: Ready<T>[];
  open: number;
  left: boolean;
  broken: { readonly error: unknown } | undefined;
  wake: () => void;
}

/**
 * Values of several sources as they come. Each source is at most one value ahead of the reader, so nothing piles up.
 * Whoever stops reading early must end the sources by the signal they were given.
 */
export async function* merge<T>(sources: readonly AsyncIterable<T>[]): AsyncGenerator<T, void, undefined> {
  const meeting: Meeting<T> = {
    ready: [],
    open: sources.length,
    left: false,
    broken: undefined,
    wake: () => {},
  };
  for (const source of sources) void pump(source, meeting);
  try {
    while (meeting.broken === undefined && (meeting.open > 0 || meeting.ready.length > 0)) {
      const next = meeting.ready.shift();
      if (next === undefined) await woken(meeting);
      else yield* handOver(next);
    }
    if (meeting.broken !== undefined) throw meeting.broken.error;
  } finally {
    meeting.left = true;
    for (const one of meeting.ready) one.taken();
  }
}

function* handOver<T>(next: Ready<T>): Generator<T, void, undefined> {
  try {
    yield next.value;
  } finally {
    next.taken();
  }
}

async function pump<T>(source: AsyncIterable<T>, meeting: Meeting<T>): Promise<void> {
  try {
    for await (const value of source) {
      if (meeting.left) break;
      await offer(value, meeting);
      if (meeting.left) break;
    }
  } catch (error) {
    meeting.broken ??= { error };
  }
  meeting.open -= 1;
  meeting.wake();
}

const offer = <T>(value: T, meeting: Meeting<T>): Promise<void> =>
  new Promise((taken) => {
    meeting.ready.push({ value, taken });
    meeting.wake();
  });

const woken = <T>(meeting: Meeting<T>): Promise<void> =>
  new Promise((resolve) => {
    meeting.wake = resolve;
  });
