import type { Fact } from '@bondctl/proto/model/event';
import type { CourseId } from '@bondctl/proto/model/names';

/** Our own change of one host. */
export interface Changing {
  readonly course: CourseId;
  readonly sinceUnixMs: number;
  /** When the grace after it ends; null while it is under way. */
  readonly untilUnixMs: number | null;
}

type All = Readonly<Record<string, Changing>>;

/** Longer than any deadline of a change: what takes longer has lost its end, and must not silence for ever. */
const longestMs = 30 * 60_000;

/** The hosts that we change after one more fact; the same object when the fact says nothing of that. */
export function changingAfter(all: All, fact: Fact, atUnixMs: number, graceMs: number): All {
  switch (fact.type) {
    case 'hostPrepared':
      return { ...all, [fact.host]: { course: fact.rollout, sinceUnixMs: atUnixMs, untilUnixMs: null } };
    case 'hostCommitted':
    case 'hostRolledBack':
      return ended(all, ([host]) => host === fact.host, atUnixMs + graceMs);
    // A host that is stuck is not as anybody wants it: that is not to be quiet about.
    case 'hostStuck':
      return ended(all, ([host]) => host === fact.host, atUnixMs);
    case 'rolloutEnded':
    case 'sweepEnded':
      return ended(all, ([, { course }]) => course === fact.rollout, atUnixMs + graceMs);
    default:
      return all;
  }
}

function ended(all: All, isMeant: (entry: readonly [string, Changing]) => boolean, untilUnixMs: number): All {
  const meant = Object.entries(all).filter((entry) => entry[1].untilUnixMs === null && isMeant(entry));
  if (meant.length === 0) return all;
  return { ...all, ...Object.fromEntries(meant.map(([host, one]) => [host, { ...one, untilUnixMs }])) };
}

/** Whether we change one of these hosts, or did a moment ago. */
export const isQuiet = (all: All, hosts: readonly string[], nowUnixMs: number): boolean =>
  hosts.some((host) => {
    const one = all[host];
    if (one === undefined) return false;
    return one.untilUnixMs === null ? nowUnixMs - one.sinceUnixMs < longestMs : nowUnixMs < one.untilUnixMs;
  });
