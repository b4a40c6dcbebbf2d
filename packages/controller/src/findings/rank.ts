import { type Finding, type RankedFinding, severities } from '@bondctl/proto/model/finding';
import { grouped } from './grouped.ts';
import { hostsOf, touches } from './subject.ts';

/**
 * Faults before warnings before notes, and after each cause what it explains; a cause ranks with the worst of what follows
 * from it. Equals keep their order. `explains` must have no circle, or what stands in it is lost.
 */
export function ranked(findings: readonly Finding[]): readonly RankedFinding[] {
  const causeOf = causes(findings);
  const followers = grouped(findings, causeOf);
  const orderly = (cause: Finding | undefined): readonly Finding[] =>
    worstFirst((followers.get(cause) ?? []).map((one) => [one, ...orderly(one)]));
  return orderly(undefined).map((one) => {
    const cause = causeOf(one);
    return {
      ...one,
      consequenceOf: cause === undefined ? null : { rule: cause.rule, subject: cause.subject },
    };
  });
}

const badness = ({ severity }: Finding): number => severities.indexOf(severity);

const nameOf = ({ rule, subject }: Finding): string => JSON.stringify([rule, subject]);

function byBadnessThenName(one: Finding, other: Finding): number {
  const [name, otherName] = [nameOf(one), nameOf(other)];
  return badness(one) - badness(other) || (name < otherName ? -1 : Number(name > otherName));
}

/** What explains a finding: of several causes the worst, then the first by name, so that the order of findings has no say. */
function causes(findings: readonly Finding[]): (one: Finding) => Finding | undefined {
  const places = findings.flatMap((one) => hostsOf(one.subject).map((host) => ({ host, one })));
  const byHost = grouped(places, ({ host }) => host);
  const found = findings.map((one) => {
    const near = hostsOf(one.subject).flatMap((host) => byHost.get(host) ?? []);
    const explaining = near.filter(
      ({ one: other }) => other.explains.includes(one.rule) && touches(other.subject, one.subject),
    );
    return [one, explaining.map(({ one: other }) => other).toSorted(byBadnessThenName)[0]] as const;
  });
  const all = new Map(found);
  return (one) => all.get(one);
}

/** Trees of a cause and what follows from it, in the order of the worst in each. */
const worstFirst = (trees: readonly (readonly Finding[])[]): readonly Finding[] =>
  trees
    .map((tree) => ({ tree, worst: Math.min(...tree.map(badness)) }))
    .toSorted((a, b) => a.worst - b.worst)
    .flatMap(({ tree }) => tree);
