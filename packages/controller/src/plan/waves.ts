import type { HostId } from '@bondctl/proto/model/names';
import type { NonEmpty } from '@bondctl/proto/model/result';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { ChangeSet, Wave } from './plan.ts';

type Rules = Pick<ClusterSpec, 'hosts' | 'rollout'>;

/**
 * Puts change sets, in their order, into waves that roll at the same time: canaries first and each alone; no host in two
 * sets of a wave, be it as a witness; never two hosts with the same `spread` label. What cannot run beside an earlier
 * set comes after it.
 */
export function wavesOf(sets: readonly ChangeSet[], rules: Rules): readonly Wave[] {
  const canaries = sets.filter((set) => isCanary(set, rules));
  const others = sets.filter((set) => !canaries.includes(set));
  return [
    ...canaries.map((set): Wave => ({ canary: true, sets: [set] })),
    ...filled(others, rules).map((sets): Wave => ({ canary: false, sets })),
  ];
}

const isCanary = (set: ChangeSet, { rollout }: Rules): boolean =>
  set.links.some((link) => rollout.canary.includes(link.name));

function filled(sets: readonly ChangeSet[], rules: Rules): readonly NonEmpty<ChangeSet>[] {
  const waves: [ChangeSet, ...ChangeSet[]][] = [];
  for (const set of sets) {
    // Behind the last set that it must not meet: so the order of those two stays.
    const after = waves.findLastIndex((wave) => wave.some((other) => mustNotMeet(set, other, rules)));
    const free = waves.find((wave, at) => at > after && wave.length < rules.rollout.pairsAtOnce);
    if (free === undefined) waves.push([set]);
    else free.push(set);
  }
  return waves;
}

function mustNotMeet(a: ChangeSet, b: ChangeSet, rules: Rules): boolean {
  const hosts = new Set(hostsWanted(b));
  if (hostsWanted(a).some((host) => hosts.has(host))) return true;
  const places = new Set(placesOf(b, rules));
  return placesOf(a, rules).some((place) => places.has(place));
}

/** Every host a set keeps busy: those it changes and those that lend themselves to its proof. */
const hostsWanted = ({ participants, links }: ChangeSet): readonly HostId[] => [
  ...participants.map(({ host }) => host),
  ...links.flatMap((link) => link.ends.map((end) => end.host)),
];

/** The values of the `spread` label among the hosts that change; a host without the label stands nowhere. */
function placesOf({ participants }: ChangeSet, { hosts, rollout }: Rules): readonly string[] {
  const { spread } = rollout;
  if (spread === null) return [];
  return participants.flatMap(({ host }) => hosts.find((one) => one.id === host)?.labels[spread] ?? []);
}
