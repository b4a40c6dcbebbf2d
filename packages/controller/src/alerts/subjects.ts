import type { AlertView } from '@bondctl/proto/model/alert';
import type { Presence } from '@bondctl/proto/model/host';
import { formatEnd } from '@bondctl/proto/model/names';
import type { BondView, DriftView, HostView, LinkView, StatusView } from '@bondctl/proto/model/view';

/** What a look shows: links and hosts as `status` has them. */
export type AlertSight = Pick<StatusView, 'links' | 'hosts'>;

/** One bond as alerts look at it. */
export interface SeenEnd {
  /** `host/bond` */
  readonly end: string;
  readonly host: string;
  readonly presence: Presence;
  /** Whether the host is connected and has said how it is. */
  readonly isSeen: boolean;
  readonly bond: BondView | null;
  readonly drift: DriftView | null;
}

/** What one alert is about: a link with its ends, or a bond by itself. */
export interface Subject {
  readonly kind: Exclude<AlertView['kind'], 'host'>;
  readonly name: string;
  readonly ends: readonly SeenEnd[];
}

/** The hosts of a subject, each once. */
export const hostsOf = ({ ends }: Subject): readonly string[] => [...new Set(ends.map(({ host }) => host))];

const endsOf = ({ ends: [a, b] }: LinkView): readonly string[] =>
  [a, b].map(({ host, name }) => formatEnd({ host, bond: name }));

/**
 * Every bond in exactly one subject: in its link, or by itself where it is the end of no link, or of several (a mesh): one
 * failure is one alert.
 */
export function subjectsOf({ links, hosts }: AlertSight): readonly Subject[] {
  const seen = seenEnds(hosts);
  const missing = (end: string): SeenEnd => missingEnd(end, hosts);
  const all = links.flatMap(endsOf);
  const counts = new Map<string, number>();
  for (const end of all) counts.set(end, (counts.get(end) ?? 0) + 1);
  const own = links.map((link): Subject => {
    const ends = endsOf(link).filter((end) => counts.get(end) === 1);
    return { kind: 'link', name: link.name, ends: ends.map((end) => seen.get(end) ?? missing(end)) };
  });
  const alone = new Set([...seen.keys(), ...all].filter((end) => counts.get(end) !== 1));
  const bonds = [...alone].map(
    (end): Subject => ({ kind: 'bond', name: end, ends: [seen.get(end) ?? missing(end)] }),
  );
  return [...own.filter(({ ends }) => ends.length > 0), ...bonds];
}

function seenEnds(hosts: readonly HostView[]): ReadonlyMap<string, SeenEnd> {
  return new Map(
    hosts.flatMap((host) => {
      const names = new Set([...host.bonds.map(({ name }) => name), ...host.drift.map(({ bond }) => bond)]);
      return [...names].map((bond) => {
        const end = formatEnd({ host: host.host, bond });
        return [end, seenEnd(end, host, bond)] as const;
      });
    }),
  );
}

const seenEnd = (end: string, host: HostView, bond: string): SeenEnd => ({
  end,
  host: host.host,
  presence: host.presence,
  isSeen: host.presence === 'connected' && host.agentVersion !== null,
  bond: host.bonds.find(({ name }) => name === bond) ?? null,
  drift: host.drift.find((one) => one.bond === bond) ?? null,
});

/** An end that the spec has and its host does not show. */
function missingEnd(end: string, hosts: readonly HostView[]): SeenEnd {
  const [host = '', bond = ''] = end.split('/');
  const view = hosts.find((one) => one.host === host);
  if (view !== undefined) return seenEnd(end, view, bond);
  return { end, host, presence: 'unknown', isSeen: false, bond: null, drift: null };
}
