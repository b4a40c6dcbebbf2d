import type { Difference, Drift } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { DriftView, RolloutView } from '@bondctl/proto/model/view';

/** The newest revision that each host committed, as far as its rollouts (newest first) are known. */
export function committedRevisions(rollouts: readonly RolloutView[]): ReadonlyMap<HostId, number> {
  const committed = rollouts
    .toReversed()
    .flatMap(({ hosts, revision }) =>
      hosts.flatMap(({ host, phase }) => (phase === 'committed' ? [[host, revision] as const] : [])),
    );
  return new Map(committed);
}

/** Drift as people see it. `revision` is the one that the host committed last; null when nobody knows. */
export const driftView = (drift: Drift, revision: number | null): DriftView => ({
  ...drift,
  sentence: `drift: ${departed(drift, revision)}; \`bondctl plan\` shows the way back`,
});

const departed = ({ bond, differences }: Drift, revision: number | null): string =>
  differences.map((difference) => clause(bond, difference, revision)).join('; ');

function clause(bond: string, { path, wanted, found }: Difference, revision: number | null): string {
  const who = revision === null ? 'what was confirmed' : `revision ${revision}`;
  if (path === bond)
    return wanted === 'not there'
      ? `the bond is there, ${who} wants it absent`
      : `the bond is gone, ${who} wants it`;
  const what = path.startsWith(`${bond}.`) ? path.slice(bond.length + 1) : path;
  return `${what} is ${found}, ${who} wants ${wanted}`;
}
