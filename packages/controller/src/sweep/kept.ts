import { desiredName } from '@bondctl/proto/model/bond';
import type { ClusterSpec, HostDesire, Link } from '@bondctl/proto/model/spec';
import type { CandidateSetting } from '@bondctl/proto/model/sweep';
import { withSetting } from './candidates.ts';

/** The accepted spec with one candidate in it: both ends of the link as the candidate has them, all else as it was. */
export function keptSpec(spec: ClusterSpec, link: Link, setting: CandidateSetting): ClusterSpec {
  return { ...spec, desires: spec.desires.map((desire) => withCandidate(desire, link, setting)) };
}

function withCandidate({ host, bonds }: HostDesire, { ends }: Link, setting: CandidateSetting): HostDesire {
  const isEnd = (bond: HostDesire['bonds'][number]) =>
    ends.some((end) => end.host === host && end.bond === desiredName(bond));
  const changed = (bond: HostDesire['bonds'][number]) =>
    bond.state === 'present' && isEnd(bond) ? { ...bond, spec: withSetting(bond.spec, setting) } : bond;
  const [first, ...others] = bonds;
  return { host, bonds: [changed(first), ...others.map(changed)] };
}
