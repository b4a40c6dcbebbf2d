import type { Entered, SignedIn } from './ports.ts';

interface Open {
  readonly who: SignedIn;
  readonly ending: AbortController;
}

/** Requests under way of people who are signed in. */
export interface OpenRequests {
  add(who: SignedIn): Entered;
  /** Ends those that `matches` names. */
  end(matches: (who: SignedIn) => boolean): void;
  /** How often `end` was called: whoever looked somebody up before it must look again. */
  endings(): number;
  /** Sessions that have requests under way. */
  sessions(): ReadonlySet<string>;
}

/** None yet. As many as there are connections, which are bounded. */
export function createOpenRequests(): OpenRequests {
  const open = new Set<Open>();
  let endings = 0;
  return {
    add(who) {
      const one: Open = { who, ending: new AbortController() };
      open.add(one);
      return { ...who, ended: one.ending.signal, leave: () => void open.delete(one) };
    },
    end(matches) {
      endings += 1;
      for (const one of open) if (matches(one.who)) one.ending.abort();
    },
    endings: () => endings,
    sessions: () => new Set([...open].flatMap(({ who }) => who.session ?? [])),
  };
}
