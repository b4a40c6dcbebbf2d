import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { RolloutHostView } from '@bondctl/proto/model/view';
import { hostStandings } from './rollout-words.ts';
import type { SetLook } from './waves.ts';

/** What a change set waits for, and since when as far as facts tell. */
export interface SetWait {
  readonly set: string;
  readonly sentence: string;
  readonly sinceUnixMs: number | null;
}

/** What every set that is under way waits for: its slower hosts, or its proof. */
export const setWaits = (sets: readonly SetLook[], events: readonly RecordedEvent[]): readonly SetWait[] =>
  sets.flatMap((set) => waitOf(set, events));

function waitOf({ name, hosts, proofs }: SetLook, events: readonly RecordedEvent[]): readonly SetWait[] {
  // What failed rolls back, and nobody in the set waits for anything else.
  if (hosts.length === 0 || hosts.some(({ phase }) => hostStandings[phase].reached === 0)) return [];
  const least = Math.min(...hosts.map(({ phase }) => hostStandings[phase].reached));
  if (least === hostStandings.committed.reached) return [];
  const slow = hosts.filter(({ phase }) => hostStandings[phase].reached === least);
  const fast = hosts.filter((host) => !slow.includes(host));
  const sinceUnixMs = lastOf(slow, events);
  if (fast.length > 0)
    return [{ set: name, sentence: `${named(fast, 'waits', 'wait')} for ${stands(slow)}.`, sinceUnixMs }];
  if (least === hostStandings.verified.reached)
    return [
      {
        set: name,
        sentence: proofs.some(({ passed }) => passed)
          ? 'Its proof passed; every host is told to keep it.'
          : 'Every host has verified; proof and confirmation are next.',
        sinceUnixMs,
      },
    ];
  return [
    {
      set: name,
      sentence: `${named(slow, 'applies', 'apply')} and ${slow.length === 1 ? 'verifies' : 'verify'} what was prepared.`,
      sinceUnixMs,
    },
  ];
}

const named = (hosts: readonly RolloutHostView[], one: string, many: string): string =>
  `${hosts.map(({ host }) => host).join(' and ')} ${hosts.length === 1 ? one : many}`;

const stands = (hosts: readonly RolloutHostView[]): string =>
  `${hosts.map(({ host }) => host).join(' and ')}, which ${hosts.length === 1 ? 'has' : 'have'} only ${hostStandings[hosts[0]?.phase ?? 'prepared'].words}`;

function lastOf(hosts: readonly RolloutHostView[], events: readonly RecordedEvent[]): number | null {
  const names = new Set<string>(hosts.map(({ host }) => host));
  return events.findLast(({ fact }) => 'host' in fact && names.has(fact.host))?.atUnixMs ?? null;
}
