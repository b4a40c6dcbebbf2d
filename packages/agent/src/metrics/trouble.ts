/** Whoever fails every few seconds says it once, and once when it is over. */
export interface Trouble {
  met(thrown: unknown): void;
  over(): void;
}

/** Trouble that is told to `began` when it begins, and to `ended` when it ends. */
export function createTrouble(began: (thrown: unknown) => void, ended: () => void): Trouble {
  let isThere = false;
  return {
    met(thrown) {
      if (!isThere) began(thrown);
      isThere = true;
    },
    over() {
      if (isThere) ended();
      isThere = false;
    },
  };
}
