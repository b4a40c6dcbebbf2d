import type { HostReport } from '@bondctl/proto/model/host';
import type { HeardRow, PortFailures } from '../store/ports.ts';

/** What a report says of the kernel's counters: it holds once the events up to `lastEvent` were recorded. */
export interface Counted {
  readonly lastEvent: number;
  readonly bootId: string;
  readonly failures: readonly PortFailures[];
}

/** Failures of a port that the kernel counted and no event told. */
export interface Unseen {
  readonly bond: string;
  readonly port: string;
  readonly before: number;
  readonly after: number;
}

/** A host's row with what was found on the way to it. */
export interface Counting {
  readonly heard: HeardRow;
  readonly unseen: readonly Unseen[];
}

/** The counters of a report; undefined from an agent that does not say which events are in it. */
export function countedBy({ lastEvent, bootId, bonds }: HostReport): Counted | undefined {
  if (lastEvent === undefined) return undefined;
  const failures = bonds.flatMap((bond) =>
    bond.ports.map((port) => ({ bond: bond.name, port: port.name, failures: port.linkFailureCount })),
  );
  return { lastEvent, bootId, failures };
}

const isOf =
  (bond: string, port: string | null) =>
  (one: Pick<PortFailures, 'bond' | 'port'>): boolean =>
    one.bond === bond && (port === null || one.port === port);

/** What a link event says, as far as it is counted. */
interface Told {
  readonly bond: string;
  readonly port: string | null;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** The row after an event: what its counter began from is compared with what was known. */
export function countedEvent(heard: HeardRow, event: Told): Counting {
  const { bond, port, what } = event;
  const others = heard.failures.filter((one) => !isOf(bond, port)(one));
  if (what === 'bond') return { heard: { ...heard, failures: others }, unseen: [] };
  if (port === null) return { heard, unseen: [] };
  if (what === 'port') {
    const fresh = event.after === 'present' ? [{ bond, port, failures: 0 }] : [];
    return { heard: { ...heard, failures: [...others, ...fresh] }, unseen: [] };
  }
  const [before, after] = [Number(event.before), Number(event.after)];
  if (what !== 'link failures' || !(before < after)) return { heard, unseen: [] };
  const known = heard.failures.find(isOf(bond, port))?.failures ?? (heard.isCounted ? 0 : before);
  return {
    heard: { ...heard, failures: [...others, { bond, port, failures: after }] },
    unseen: between({ bond, port, known, found: before }),
  };
}

/** A counter lower than what was known of it began anew, so that all of it happened since. */
function between(port: { bond: string; port: string; known: number; found: number }): readonly Unseen[] {
  const before = port.found < port.known ? 0 : port.known;
  return port.found > before ? [{ bond: port.bond, port: port.port, before, after: port.found }] : [];
}

/**
 * The row after a report whose events were all recorded: what the kernel counted beyond them was not seen one by one. Of a
 * host that was never counted the report is the beginning.
 */
export function countedReport(heard: HeardRow, counted: Counted): Counting {
  const unseen = counted.failures.flatMap(({ bond, port, failures }) => {
    const last = heard.failures.find(isOf(bond, port))?.failures;
    const known = last ?? (heard.isCounted ? 0 : failures);
    return between({ bond, port, known, found: failures });
  });
  return {
    heard: { ...heard, isCounted: true, failures: counted.failures },
    unseen,
  };
}

/** The row in the boot that a report is of: with another boot every counter began anew. */
export const inBoot = (heard: HeardRow, { bootId }: Counted): HeardRow =>
  heard.bootId === bootId ? heard : { ...heard, bootId, failures: heard.bootId === '' ? heard.failures : [] };
