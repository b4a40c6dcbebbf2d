import type { FindingSubject } from '@bondctl/proto/model/finding';

/** Host, bond, port: as far as the subject goes. A link is at both of its ends. */
function placesOf(subject: FindingSubject): readonly (readonly string[])[] {
  switch (subject.kind) {
    case 'host':
      return [[subject.host]];
    case 'bond':
      return [[subject.host, subject.bond]];
    case 'port':
      return [[subject.host, subject.bond, subject.port]];
    case 'link':
      return subject.ends.map(({ host, bond }) => [host, bond]);
    default:
      return subject satisfies never;
  }
}

const isOneWay = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((part, at) => b[at] === undefined || b[at] === part);

/** Whether two subjects are the same, or one is part of the other: a port of its bond, a bond of its link or host. */
export function touches(a: FindingSubject, b: FindingSubject): boolean {
  if (a.kind === 'link' && b.kind === 'link') return a.link === b.link;
  return placesOf(a).some((one) => placesOf(b).some((other) => isOneWay(one, other)));
}

/** The hosts that a subject is at: one, or both of a link. */
export const hostsOf = (subject: FindingSubject): readonly string[] => [
  ...new Set(placesOf(subject).flatMap(([host]) => host ?? [])),
];
