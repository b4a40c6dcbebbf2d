import type { DiagnosisView, FindingSubject, NotLookedAt } from '@bondctl/proto/model/finding';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import { type Evidence, evidenceOf } from './evidence.ts';
import { ranked } from './rank.ts';
import { bondSubject } from './rule.ts';
import { touches } from './subject.ts';
import { findingsOf } from './table.ts';

/** One host of the cluster, whether or not a spec names it. */
export interface Patient {
  readonly host: HostId;
  readonly presence: NotLookedAt['presence'];
  readonly lastSeenUnixMs: number | undefined;
  readonly report: HostReport | undefined;
}

/** Everything a diagnosis is made from; `spec` is the accepted one. */
export interface Examination {
  readonly atUnixMs: number;
  readonly hosts: readonly Patient[];
  readonly spec: ClusterSpec | undefined;
}

/**
 * What is wrong with the cluster, or with one host or link of it, as far as it shows without traffic. Rules see the whole
 * cluster also where one host is asked about, because two hosts with one address are found by looking at both. The error
 * lists what there is when nothing has that name.
 */
export function diagnose(examination: Examination, about: string | undefined): Result<DiagnosisView, string> {
  const { atUnixMs, hosts, spec } = examination;
  const scope = about === undefined ? null : scopeOf(about, examination);
  if (scope === undefined) return failure(nothingCalled(about ?? '', examination));
  const isMeant = (subject: FindingSubject) => scope === null || touches(subject, scope);
  const evidence = evidenceOf(hosts.flatMap(seen), spec);
  return success({
    about: about ?? null,
    atUnixMs,
    lookedAt: lookedAt(evidence, isMeant),
    findings: ranked(findingsOf(evidence).filter(({ subject }) => isMeant(subject))),
    notLookedAt: hosts.filter(({ host }) => isMeant({ kind: 'host', host })).flatMap(unseen),
  });
}

function scopeOf(about: string, { hosts, spec }: Examination): FindingSubject | undefined {
  const link = spec?.links.find(({ name }) => name === about);
  if (link !== undefined) return { kind: 'link', link: link.name, ends: link.ends };
  const host = hosts.find((one) => one.host === about)?.host;
  return host === undefined ? undefined : { kind: 'host', host };
}

function nothingCalled(about: string, { hosts, spec }: Examination): string {
  const names = [...(spec?.links ?? []).map(({ name }) => name), ...hosts.map(({ host }) => host)];
  const there = names.length === 0 ? 'no host has joined yet' : `there are ${names.join(', ')}`;
  return `There is no host or link called "${about}"; ${there}.`;
}

/** What a host said before it was lost is no evidence of how it is. */
const seen = ({ host, presence, report }: Patient): Evidence['hosts'] =>
  presence === 'connected' && report !== undefined ? [{ host, report }] : [];

const unseen = (patient: Patient): readonly NotLookedAt[] => {
  const { host, presence, lastSeenUnixMs } = patient;
  return seen(patient).length > 0 ? [] : [{ host, presence, sinceUnixMs: lastSeenUnixMs ?? null }];
};

function lookedAt(
  { hosts, bonds, links }: Evidence,
  isMeant: (subject: FindingSubject) => boolean,
): DiagnosisView['lookedAt'] {
  return {
    hosts: hosts.filter(({ host }) => isMeant({ kind: 'host', host })).length,
    bonds: bonds.filter((bond) => isMeant(bondSubject(bond))).length,
    links: links.filter(({ link }) => isMeant({ kind: 'link', link: link.name, ends: link.ends })).length,
  };
}
