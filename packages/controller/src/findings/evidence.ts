import type { BondSpec, BondState, PortState } from '@bondctl/proto/model/bond';
import type { HostReport, InterfaceState } from '@bondctl/proto/model/host';
import type { Judgement, TestResult } from '@bondctl/proto/model/linktest';
import { type BondName, type End, formatEnd, type HostId } from '@bondctl/proto/model/names';
import type { ClusterSpec, Link } from '@bondctl/proto/model/spec';
import { grouped } from './grouped.ts';

/** A host that was looked at. */
export interface HostEvidence {
  readonly host: HostId;
  readonly report: HostReport;
}

/** One port of a bond: what the driver says, and the interface where the host showed it. */
export interface PortEvidence {
  readonly host: HostId;
  readonly bond: BondName;
  readonly state: PortState;
  readonly device: InterfaceState | undefined;
}

/** One bond of a host that was looked at. */
export interface BondEvidence {
  readonly host: HostId;
  readonly state: BondState;
  readonly device: InterfaceState | undefined;
  readonly ports: readonly PortEvidence[];
  /** VLANs that stand on it. */
  readonly vlans: readonly InterfaceState[];
  /** What the accepted spec wants of it; undefined where no spec names it. */
  readonly wanted: BondSpec | undefined;
  /** The links of the accepted spec that end here. */
  readonly links: readonly Link[];
}

/** A link of the accepted spec whose ends were both looked at. */
export interface LinkEvidence {
  readonly link: Link;
  readonly ends: readonly [BondEvidence, BondEvidence];
}

/** A finished link test as rules see it, with what its hosts reported of its ends when it had ended. */
export interface TestEvidence {
  readonly link: Link;
  readonly result: TestResult;
  readonly judgement: Judgement;
  /** The end that sent, and the one that received; undefined where the host does not show the bond any more. */
  readonly sender: BondEvidence | undefined;
  readonly receiver: BondEvidence | undefined;
}

/** Everything rules look at. A host that no spec names is here like any other. */
export interface Evidence {
  readonly hosts: readonly HostEvidence[];
  readonly bonds: readonly BondEvidence[];
  readonly links: readonly LinkEvidence[];
  /** Empty where no traffic was sent. */
  readonly tests: readonly TestEvidence[];
}

/** Puts together what hosts reported and what the accepted spec says of them. */
export function evidenceOf(hosts: readonly HostEvidence[], spec: ClusterSpec | undefined): Evidence {
  const links = spec?.links ?? [];
  const knows = { linksAt: linksByEnd(links), wantedAt: wantedByEnd(spec) };
  const bonds = hosts.flatMap((host) => host.report.bonds.map((bond) => bondEvidence(host, bond, knows)));
  const byEnd = new Map(bonds.map((bond) => [formatEnd({ host: bond.host, bond: bond.state.name }), bond]));
  const whole = links.flatMap((link): LinkEvidence[] => {
    const [a, b] = link.ends.map((end) => byEnd.get(formatEnd(end)));
    return a === undefined || b === undefined ? [] : [{ link, ends: [a, b] }];
  });
  return { hosts, bonds, links: whole, tests: [] };
}

/** The same with a test that was made over one of its links. */
export function withTest(
  evidence: Evidence,
  { link, result, judgement }: Pick<TestEvidence, 'link' | 'result' | 'judgement'>,
): Evidence {
  const at = (end: End) =>
    evidence.bonds.find(({ host, state }) => host === end.host && state.name === end.bond);
  const test = { link, result, judgement, sender: at(result.from), receiver: at(result.to) };
  return { ...evidence, tests: [test] };
}

/** What the spec says, by `host/bond`: a cluster has ten thousand of them. */
interface Knowledge {
  readonly linksAt: ReadonlyMap<string, readonly { readonly link: Link }[]>;
  readonly wantedAt: ReadonlyMap<string, BondSpec>;
}

const linksByEnd = (links: readonly Link[]): Knowledge['linksAt'] =>
  grouped(
    links.flatMap((link) => link.ends.map((end) => ({ link, end: formatEnd(end) }))),
    ({ end }) => end,
  );

const wantedByEnd = (spec: ClusterSpec | undefined): Knowledge['wantedAt'] =>
  new Map(
    (spec?.desires ?? []).flatMap(({ host, bonds }) =>
      bonds.flatMap((one) =>
        one.state === 'present' ? [[formatEnd({ host, bond: one.spec.name }), one.spec] as const] : [],
      ),
    ),
  );

function bondEvidence(
  { host, report }: HostEvidence,
  state: BondState,
  { linksAt, wantedAt }: Knowledge,
): BondEvidence {
  const { interfaces } = report.state;
  const end = { host, bond: state.name };
  return {
    host,
    state,
    device: interfaces.find((one) => one.name === state.name),
    ports: state.ports.map((port) => ({
      ...end,
      state: port,
      device: interfaces.find((one) => one.name === port.name),
    })),
    vlans: interfaces.filter((one) => one.kind === 'vlan' && one.parent === state.name),
    wanted: wantedAt.get(formatEnd(end)),
    links: linksAt.get(formatEnd(end))?.map(({ link }) => link) ?? [],
  };
}
