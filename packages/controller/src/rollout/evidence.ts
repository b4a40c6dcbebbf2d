import type { BondState } from '@bondctl/proto/model/bond';
import type { HostState } from '@bondctl/proto/model/host';
import type { Judgement } from '@bondctl/proto/model/linktest';
import { type End, formatEnd, type HostId, type LinkName, type TestId } from '@bondctl/proto/model/names';
import { failure, isNonEmpty, type NonEmpty, type Result, success } from '@bondctl/proto/model/result';
import type { Link } from '@bondctl/proto/model/spec';
import type { Difference, Verification } from '@bondctl/proto/model/transaction';
import type { ChangeSet, Participant } from '../plan/plan.ts';

declare const evidence: unique symbol;

/** One participant's change was read back and is what it shall be. Only this file makes one. */
export type Verified = { readonly host: HostId } & { readonly [evidence]: 'verified' };

/** The same of every participant of a change set; a list of some of them is not assignable. */
export type AllOf<T> = NonEmpty<T> & { readonly [evidence]: 'all' };

/** One link carried the changed bond's traffic as expected. */
export interface LinkPassed {
  readonly link: LinkName;
  readonly test: TestId;
}

/** Every link that proves a change set passed. Only this file makes one. */
export type Passed = { readonly links: readonly LinkPassed[] } & { readonly [evidence]: 'passed' };

/** One end of a link as its host last read it back; null: the host does not show it. */
export interface EndSight {
  readonly end: End;
  readonly mtu: number | null;
  /** Hardware addresses by which an LACP partner may know this end. */
  readonly macs: readonly string[];
  readonly bond: BondState | null;
}

/** What a participant read back after applying. */
export interface HostSight {
  readonly host: HostId;
  readonly differences: readonly Difference[];
  readonly ends: readonly EndSight[];
}

/** One end as a host's words show it. */
export function sightOf(
  end: End,
  words: { readonly state: HostState; readonly bonds: readonly BondState[] },
): EndSight {
  const device = words.state.interfaces.find((one) => one.name === end.bond);
  const bond = words.bonds.find((one) => one.name === end.bond) ?? null;
  const macs = [device?.mac, bond?.lacp?.systemMac].filter((mac) => typeof mac === 'string');
  return { end, mtu: device?.mtu ?? null, macs: macs.map((mac) => mac.toLowerCase()), bond };
}

/** What one participant's verification shows of its bonds. */
export function hostSightOf({ host, desired }: Participant, verification: Verification): HostSight {
  const bonds = desired.map((desire) => (desire.state === 'present' ? desire.spec.name : desire.name));
  return {
    host,
    differences: verification.differences,
    ends: bonds.map((bond) => sightOf({ host, bond }, verification)),
  };
}

/** The ends that lend themselves to the proof of a change set and do not change with it. */
export function unchangedEnds(set: ChangeSet): readonly End[] {
  const changed = new Set(set.participants.flatMap((one) => namesOf(one)));
  return set.links.flatMap((link) => link.ends.filter((end) => !changed.has(formatEnd(end))));
}

const namesOf = ({ host, desired }: Participant): readonly string[] =>
  desired.map((desire) => `${host}/${desire.state === 'present' ? desire.spec.name : desire.name}`);

/** Every participant verified, or every reason why not. */
export function verifyAll(
  set: ChangeSet,
  hosts: readonly HostSight[],
  unchanged: readonly EndSight[],
): Result<AllOf<Verified>, NonEmpty<string>> {
  const missing = set.participants.filter(({ host }) => !hosts.some((sight) => sight.host === host));
  const ends = [...hosts.flatMap((sight) => sight.ends), ...unchanged];
  const complaints = [
    ...missing.map(({ host }) => `${host} has not read its change back`),
    ...hosts.flatMap((sight) => sight.differences.map((one) => differenceSentence(sight.host, one))),
    ...set.participants.flatMap((participant) => bondComplaints(participant, ends)),
    ...set.links.flatMap((link) => linkComplaints(link, ends)),
  ];
  if (isNonEmpty(complaints)) return failure(complaints);
  return success(set.participants.map(({ host }) => ({ host })) as unknown as AllOf<Verified>);
}

const differenceSentence = (host: HostId, { path, wanted, found }: Difference) =>
  `${host}: ${path} shall be ${wanted} and is ${found}`;

function bondComplaints({ host, desired }: Participant, ends: readonly EndSight[]): readonly string[] {
  return desired.flatMap((desire) => {
    if (desire.state === 'absent') return [];
    const name = formatEnd({ host, bond: desire.spec.name });
    const bond = ends.find((sight) => formatEnd(sight.end) === name)?.bond ?? null;
    if (bond === null) return [`${name} is not there`];
    const down = bond.ports.filter((port) => port.miiStatus !== 'up');
    return [
      ...(bond.ports.length === 0 ? [`${name} has no port`] : []),
      ...down.map((port) => `${name}: the port ${port.name} is ${port.miiStatus}`),
      ...(desire.spec.mode === '802.3ad' ? lacpComplaints(name, bond) : []),
    ];
  });
}

const nobody = '00:00:00:00:00:00';

/** LACP: one aggregator with all ports in it, and somebody at the other end. */
function lacpComplaints(name: string, bond: BondState): readonly string[] {
  const aggregator = bond.lacp?.aggregator ?? null;
  if (aggregator === null) return [`${name}: the driver shows no LACP aggregator`];
  const outside = bond.ports.filter((port) => port.lacp?.aggregatorId !== aggregator.id);
  return [
    ...outside.map((port) => `${name}: the port ${port.name} is outside the active LACP aggregator`),
    ...(aggregator.partnerMac === nobody ? [`${name}: nobody answers LACP at the other end`] : []),
  ];
}

function linkComplaints(link: Link, ends: readonly EndSight[]): readonly string[] {
  const [a, b] = link.ends.map((end) => ends.find((sight) => formatEnd(sight.end) === formatEnd(end)));
  if (a === undefined || b === undefined || a.mtu === null || b.mtu === null) {
    const unseen = link.ends.filter((_, index) => [a, b][index]?.mtu == null).map(formatEnd);
    return [
      `${unseen.join(' and ')} is not shown by its host, so the ends of ${link.name} cannot be compared`,
    ];
  }
  const names = [formatEnd(a.end), formatEnd(b.end)] as const;
  return [
    ...(a.mtu === b.mtu
      ? []
      : [`${names[0]} has MTU ${a.mtu} and ${names[1]} ${b.mtu}; both ends must agree`]),
    ...(link.medium === 'direct' ? [...partnerComplaints(a, b), ...partnerComplaints(b, a)] : []),
  ];
}

/** On a cable the LACP partner is the other end and nobody else. */
function partnerComplaints(end: EndSight, other: EndSight): readonly string[] {
  const partner = end.bond?.lacp?.aggregator?.partnerMac.toLowerCase();
  if (partner === undefined || partner === nobody || other.macs.includes(partner)) return [];
  const name = formatEnd(end.end);
  return [
    `${name}: the LACP partner is ${partner}, which is not ${formatEnd(other.end)} at the other end of the cable`,
  ];
}

/** A link's judgement as evidence, or why it did not pass. */
export function passedLink(link: LinkName, test: TestId, judgement: Judgement): Result<LinkPassed, string> {
  if (judgement.passed) return success({ link, test });
  const missed = judgement.verdicts.filter((one) => one.held !== 'yes').map((one) => one.sentence);
  return failure(missed.length === 0 ? `the test of ${link} did not pass` : missed.join('; '));
}

/** Every link of the set passed; undefined while one is missing. A set that no link proves has the empty proof. */
export function passedAll(set: ChangeSet, links: readonly LinkPassed[]): Passed | undefined {
  const complete = set.links.every((link) => links.some((one) => one.link === link.name));
  return complete ? ({ links } as Passed) : undefined;
}
