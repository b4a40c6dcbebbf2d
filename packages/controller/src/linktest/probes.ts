import type { PathProbe } from '@bondctl/proto/model/linktest';

const sameQuestion = (one: PathProbe, other: PathProbe): boolean =>
  one.ipBytes === other.ipBytes &&
  one.from.host === other.from.host &&
  one.to.host === other.to.host &&
  one.port === other.port;

/** The probes that count, oldest first: of those that were repeated, the last. */
export const standing = (probes: readonly PathProbe[]): readonly PathProbe[] =>
  probes.filter((probe, at) => !probes.slice(at + 1).some((later) => sameQuestion(probe, later)));

/** Packets got lost without a word, and nobody has asked twice: a bond that has just come up loses some, a narrow leg each time. */
export const isDoubtful = (probe: PathProbe, before: readonly PathProbe[]): boolean =>
  probe.received < probe.sent &&
  probe.complaint === null &&
  !before.some((earlier) => sameQuestion(earlier, probe));
