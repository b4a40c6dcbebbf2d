/** Who wants to hear of something. */
export interface Listeners<A extends readonly unknown[]> {
  add(listener: (...heard: A) => void): () => void;
  tell(...heard: A): void;
}

/** Listeners that are told one after the other; one that throws is reported and does not keep the others from hearing. */
export function createListeners<A extends readonly unknown[]>(
  onError: (thrown: unknown) => void,
): Listeners<A> {
  const listeners = new Set<(...heard: A) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(...heard) {
      for (const listener of [...listeners]) {
        try {
          listener(...heard);
        } catch (thrown) {
          onError(thrown);
        }
      }
    },
  };
}
