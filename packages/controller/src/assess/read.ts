import type { End } from '@bondctl/proto/model/names';
import { findingsOfTest } from '../findings/tested.ts';
import type { Agents } from '../hub/ports.ts';
import type { IdentityStore, RolloutStore, TestStore } from '../store/ports.ts';
import { comparisonOf } from './compared.ts';
import type { TestsDeps } from './tests.ts';

/** What is known besides a test's own result. */
export interface ReadDeps {
  readonly agents: Pick<Agents, 'presence' | 'report'>;
  readonly identity: Pick<IdentityStore, 'hosts'>;
  readonly tests: Pick<TestStore, 'comparisons'>;
  readonly rollouts: Pick<RolloutStore, 'latestRevision'>;
  readonly digest: (text: string) => string;
}

/** Enough for a baseline of ten, with other parameters between them. */
const mostEarlier = 100;

/** Reads a test beside its hosts' reports, the accepted spec and the earlier results of its link. */
export const createRead =
  ({ agents, identity, tests, rollouts, digest }: ReadDeps): TestsDeps['read'] =>
  async ({ link, result, judge }) => {
    const bondAt = ({ host, bond }: End) => agents.report(host)?.bonds.find(({ name }) => name === bond);
    const bonds = { sender: bondAt(result.from), receiver: bondAt(result.to) };
    const earlier = (await tests.comparisons(link.name, mostEarlier)).toReversed();
    const spec = (await rollouts.latestRevision())?.spec;
    // What a host said before it was lost is no evidence of how it is.
    const hosts = (await identity.hosts()).flatMap(({ host }) => {
      const report = agents.presence(host) === 'connected' ? agents.report(host) : undefined;
      return report === undefined ? [] : [{ host, report }];
    });
    return {
      findings: findingsOfTest(hosts, spec, { link, result, judgement: judge(null) }),
      comparison: comparisonOf(result, bonds, earlier, digest),
    };
  };
