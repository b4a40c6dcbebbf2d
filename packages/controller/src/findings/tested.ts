import type { RankedFinding } from '@bondctl/proto/model/finding';
import type { HostReport } from '@bondctl/proto/model/host';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import { evidenceOf, type HostEvidence, type TestEvidence, withTest } from './evidence.ts';
import { ranked } from './rank.ts';
import { touches } from './subject.ts';
import { findingsOf } from './table.ts';

/** What is wrong with a link that was just tested, causes first: its traffic, and what its hosts report. */
export function findingsOfTest(
  hosts: readonly HostEvidence[],
  spec: ClusterSpec | undefined,
  test: Pick<TestEvidence, 'link' | 'result' | 'judgement'>,
): readonly RankedFinding[] {
  const { link } = test;
  const about = { kind: 'link', link: link.name, ends: link.ends } as const;
  const near = hosts.filter(
    ({ host, report }) =>
      isEnd(link, host) || sharesAddress(hosts, link, report) || isPartner(hosts, link, report),
  );
  const evidence = withTest(evidenceOf(near, spec ?? onlyLink(link)), test);
  return ranked(findingsOf(evidence).filter(({ subject }) => touches(subject, about)));
}

type Link = TestEvidence['link'];

const isEnd = ({ ends }: Link, host: string): boolean => ends.some((end) => end.host === host);

/** Of ten thousand hosts only those that may be taken for one of the ends say anything about the link. */
function sharesAddress(hosts: readonly HostEvidence[], link: Link, { state }: HostReport): boolean {
  const own = hosts
    .filter(({ host }) => isEnd(link, host))
    .flatMap(({ report }) => addressesOf(report.state));
  return addressesOf(state).some((address) => own.includes(address));
}

const addressesOf = ({ interfaces }: HostReport['state']): readonly string[] =>
  interfaces.flatMap(({ name, addresses }) =>
    name === 'lo'
      ? []
      : addresses.filter(({ origin }) => origin !== 'kernel').map(({ cidr }) => cidr.split('/')[0] ?? cidr),
  );

/** Whoever answers LACP of an end is where its cables lead. */
function isPartner(hosts: readonly HostEvidence[], link: Link, { bonds, state }: HostReport): boolean {
  const met = hosts.filter(({ host }) => isEnd(link, host)).flatMap(({ report }) => partnersOf(report));
  return bonds.some(({ name, lacp }) => {
    const own = lacp?.systemMac ?? state.interfaces.find((one) => one.name === name)?.mac;
    return lacp !== null && own !== undefined && met.includes(own);
  });
}

const partnersOf = ({ bonds }: HostReport): readonly string[] =>
  bonds.flatMap(({ ports }) => ports.flatMap(({ lacp }) => lacp?.partner?.systemMac ?? []));

/** A link that is tested before any spec was accepted, as in a first rollout. */
const onlyLink = (link: Link): ClusterSpec => ({
  hosts: [],
  desires: [],
  links: [link],
  meshes: [],
  rollout: {
    canary: [],
    pairsAtOnce: 1,
    spread: null,
    maxFailed: 0,
    soakMs: 0,
    onFailure: 'rollBack',
  },
});
