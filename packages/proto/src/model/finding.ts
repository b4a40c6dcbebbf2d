import type { Presence } from './host.ts';
import { type BondName, type End, formatEnd, type HostId, type IfName, type LinkName } from './names.ts';

/** How bad a finding is. `fault`: something does not work; `warning`: it will not when it counts; `note`: good to know. */
export const severities = ['fault', 'warning', 'note'] as const;

/** How bad a finding is, worst first in `severities`. */
export type Severity = (typeof severities)[number];

/** What a finding is about. */
export type FindingSubject =
  | { readonly kind: 'host'; readonly host: HostId }
  | { readonly kind: 'bond'; readonly host: HostId; readonly bond: BondName }
  | { readonly kind: 'port'; readonly host: HostId; readonly bond: BondName; readonly port: IfName }
  | { readonly kind: 'link'; readonly link: LinkName; readonly ends: readonly [End, End] };

/** Something that is wrong, or good to know: read from what hosts report, or from a test's traffic. */
export interface Finding {
  /** The rule that found it, as the table of rules calls it: `lacp-no-partner`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: FindingSubject;
  /** One sentence. */
  readonly cause: string;
  /** Short facts as they were read: `/proc/net/bonding/sync0 on alpha: partner MAC 00:00:00:00:00:00`. */
  readonly evidence: readonly string[];
  /** What to do next. */
  readonly advice: string;
  /** Where the rule comes from: a URL or a file of the kernel. */
  readonly source: string;
  /** Rules whose findings on the same subject, on a part of it or on what it is part of, are consequences of this one. */
  readonly explains: readonly string[];
}

/** A finding in its place: faults first, and after each cause what follows from it. */
export interface RankedFinding extends Finding {
  /** The finding that explains this one; null where none does. */
  readonly consequenceOf: { readonly rule: string; readonly subject: FindingSubject } | null;
}

/** A host that nothing can be said of: it is not connected, or (`connected`) has not reported yet. */
export interface NotLookedAt {
  readonly host: HostId;
  readonly presence: Presence;
  /** When it was last heard from; null where this controller never heard from it. */
  readonly sinceUnixMs: number | null;
}

/** What `diagnose` answers. */
export interface DiagnosisView {
  /** The host or link asked about; null for the whole cluster. */
  readonly about: string | null;
  readonly atUnixMs: number;
  /** How much was looked at; a link counts when both of its ends were. */
  readonly lookedAt: { readonly hosts: number; readonly bonds: number; readonly links: number };
  readonly findings: readonly RankedFinding[];
  readonly notLookedAt: readonly NotLookedAt[];
}

/** `alpha`, `alpha/sync0`, `alpha/sync0 eth2`, or the name of a link. */
export function formatSubject(subject: FindingSubject): string {
  switch (subject.kind) {
    case 'host':
      return subject.host;
    case 'bond':
      return formatEnd(subject);
    case 'port':
      return `${formatEnd(subject)} ${subject.port}`;
    case 'link':
      return subject.link;
    default:
      return subject satisfies never;
  }
}
