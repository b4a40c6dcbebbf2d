/** Listeners that can be taken away again. */
export class Listeners<T> {
  private readonly all = new Set<(value: T) => void>();

  /** Returns the function that takes it away. */
  add(listener: (value: T) => void): () => void {
    this.all.add(listener);
    return () => this.all.delete(listener);
  }

  tell(value: T): void {
    for (const listener of this.all) listener(value);
  }
}
