import type { Finding, FindingSubject, Severity } from '@bondctl/proto/model/finding';
import type { BondEvidence, Evidence, LinkEvidence, PortEvidence, TestEvidence } from './evidence.ts';

/** What a rule says of one subject. */
export type Said = Pick<Finding, 'cause' | 'evidence' | 'advice'>;

/** What a rule found. */
export interface Found extends Said {
  readonly subject: FindingSubject;
}

/** One rule: pure, never throws, and silent where the evidence does not say enough. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** A URL or a file of the kernel. */
  readonly source: string;
  /** Ids of the rules whose findings follow from this one's. */
  readonly explains: readonly string[];
  readonly find: (evidence: Evidence) => readonly Found[];
}

/** Asks about every bond; null: nothing to say. */
export const ofBonds =
  (say: (bond: BondEvidence) => Said | null): Rule['find'] =>
  ({ bonds }) =>
    said(bonds, bondSubject, say);

/** Asks about every port of every bond. */
export const ofPorts =
  (say: (port: PortEvidence, bond: BondEvidence) => Said | null): Rule['find'] =>
  ({ bonds }) =>
    bonds.flatMap((bond) => said(bond.ports, portSubject, (port) => say(port, bond)));

/** Asks about every link whose ends were both looked at. */
export const ofLinks =
  (say: (link: LinkEvidence) => Said | null): Rule['find'] =>
  ({ links }) =>
    said(links, linkSubject, say);

/** Asks about every test; what is said is about its link unless a subject is named. */
export const ofTests =
  (say: (test: TestEvidence) => (Said & { readonly subject?: FindingSubject }) | null): Rule['find'] =>
  ({ tests }) =>
    said(tests, linkSubject, say);

function said<T>(
  all: readonly T[],
  subjectOf: (one: T) => FindingSubject,
  say: (one: T) => Said | null,
): readonly Found[] {
  return all.flatMap((one) => {
    const words = say(one);
    return words === null ? [] : [{ subject: subjectOf(one), ...words }];
  });
}

/** A bond as a subject. */
export const bondSubject = ({ host, state }: BondEvidence): FindingSubject => ({
  kind: 'bond',
  host,
  bond: state.name,
});

/** A port as a subject. */
export const portSubject = ({ host, bond, state }: PortEvidence): FindingSubject => ({
  kind: 'port',
  host,
  bond,
  port: state.name,
});

const linkSubject = ({ link }: Pick<LinkEvidence, 'link'>): FindingSubject => ({
  kind: 'link',
  link: link.name,
  ends: link.ends,
});
