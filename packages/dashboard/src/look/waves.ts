import type { LinkName } from '@bondctl/proto/model/names';
import type { ProofView, RolloutHostView, RolloutView } from '@bondctl/proto/model/view';

/** One wave as it stands. `sets` are empty where it has not begun: what is in it is told when it does. */
export interface WaveLook {
  readonly wave: number;
  readonly state: 'done' | 'now' | 'ended' | 'coming';
  readonly sets: readonly string[];
}

/** Every wave, those that have not begun included. */
export function wavesOf(view: RolloutView): readonly WaveLook[] {
  const begun = new Map(view.waves.map((one) => [one.wave, one.sets]));
  const last = view.waves.at(-1);
  return Array.from({ length: last?.waves ?? 0 }, (_, nth) => {
    const wave = nth + 1;
    return { wave, state: stateOf(wave, last?.wave ?? 0, view), sets: begun.get(wave) ?? [] };
  });
}

function stateOf(wave: number, current: number, view: RolloutView): WaveLook['state'] {
  if (wave > current) return 'coming';
  if (wave < current || view.state === 'finished' || view.state === 'soaking') return 'done';
  return view.endedUnixMs === null && view.state !== 'needsPerson' ? 'now' : 'ended';
}

/** One change set of a rollout: its hosts and its proofs, as far as the spec of today still tells which they are. */
export interface SetLook {
  readonly name: string;
  readonly hosts: readonly RolloutHostView[];
  readonly proofs: readonly ProofView[];
}

/** Hosts of a link, by its name; empty where there is no such link. */
export type HostsOf = (link: string) => readonly string[];

/**
 * The sets of a rollout with their hosts. A set is called by a link between its hosts, by a link to its only host, or by its
 * only host; hosts of which nobody can say stand alone, under their own names.
 */
export function setsOf(view: RolloutView, hostsOf: HostsOf): readonly SetLook[] {
  const left = new Map<string, RolloutHostView>(view.hosts.map((host) => [host.host, host]));
  const sets = view.waves
    .flatMap(({ sets: names }) => names)
    .map((name) => {
      const named = left.has(name) ? [name] : hostsOf(name);
      const hosts = named.flatMap((host) => left.get(host) ?? []);
      for (const { host } of hosts) left.delete(host);
      return { name, hosts, proofs: view.proofs.filter(({ link }) => link === (name as LinkName)) };
    });
  const alone = [...left.values()].map((host) => ({ name: host.host, hosts: [host], proofs: [] }));
  const told = new Set<ProofView>(sets.flatMap(({ proofs }) => proofs));
  const rest = view.proofs.filter((proof) => !told.has(proof));
  const others = rest.length === 0 ? [] : [{ name: 'other proofs', hosts: [], proofs: rest }];
  return [...sets.filter(({ hosts, proofs }) => hosts.length + proofs.length > 0), ...alone, ...others];
}
