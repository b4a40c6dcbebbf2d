import type { RankedFinding } from '@bondctl/proto/model/finding';
import type { HostReport } from '@bondctl/proto/model/host';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import { usualRules } from '../spec/rules.ts';
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
  const near = nearTo(link, hosts);
  const evidence = withTest(evidenceOf(near, spec ?? onlyLink(link)), test);
  return ranked(findingsOf(evidence).filter(({ subject }) => touches(subject, about)));
}

type Link = TestEvidence['link'];

const isEnd = ({ ends }: Link, host: string): boolean => ends.some((end) => end.host === host);

/** Of ten thousand hosts only those say anything about the link that may be taken for an end, or answer LACP of one. */
function nearTo(link: Link, hosts: readonly HostEvidence[]): readonly HostEvidence[] {
  const ends = hosts.filter(({ host }) => isEnd(link, host));
  const addresses = new Set(ends.flatMap(({ report }) => addressesOf(report.state)));
  const partners = new Set(ends.flatMap(({ report }) => partnersOf(report)));
  return hosts.filter(
    ({ host, report }) =>
      isEnd(link, host) ||
      addressesOf(report.state).some((address) => addresses.has(address)) ||
      systemsOf(report).some((mac) => partners.has(mac)),
  );
}

const addressesOf = ({ interfaces }: HostReport['state']): readonly string[] =>
  interfaces.flatMap(({ name, addresses }) =>
    name === 'lo'
      ? []
      : addresses.filter(({ origin }) => origin !== 'kernel').map(({ cidr }) => cidr.split('/')[0] ?? cidr),
  );

/** The MAC addresses by which LACP of others knows a host. */
const systemsOf = ({ bonds, state }: HostReport): readonly string[] =>
  bonds.flatMap(({ name, lacp }) =>
    lacp === null ? [] : (lacp.systemMac ?? state.interfaces.find((one) => one.name === name)?.mac ?? []),
  );

const partnersOf = ({ bonds }: HostReport): readonly string[] =>
  bonds.flatMap(({ ports }) => ports.flatMap(({ lacp }) => lacp?.partner?.systemMac ?? []));

/** A link that is tested before any spec was accepted, as in a first rollout. */
const onlyLink = (link: Link): ClusterSpec => ({
  hosts: [],
  desires: [],
  links: [link],
  meshes: [],
  rollout: usualRules,
});
