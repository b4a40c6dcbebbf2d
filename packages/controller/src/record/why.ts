import type { WhyHost, WhyView } from '@bondctl/proto/model/why';
import { blockersOf } from './why-blockers.ts';
import { whyHost } from './why-host.ts';
import type { WhySight } from './why-sight.ts';

/** Why a host or a link is as it is: wanted, found, different, blocked by whom since when, and what to do next. */
export function whyView(sight: WhySight): WhyView {
  const { about, status, accepted } = sight;
  const hosts = about.hosts.map((host) => whyHost(sight, host));
  const blockers = blockersOf(sight, hosts);
  const { link } = about;
  return {
    subject: about.subject,
    atUnixMs: status.atUnixMs,
    revision: accepted?.revision ?? null,
    hosts,
    link:
      link === null ? null : { name: link.name, disagreements: link.disagreements, lastTest: link.lastTest },
    blockers,
    needsPerson: blockers.some((one) => one.needsPerson),
    next: blockers[0]?.next ?? unblocked(sight, hosts),
  };
}

/** What to do when nothing is in the way. */
function unblocked(sight: WhySight, hosts: readonly WhyHost[]): string {
  const { accepted, about } = sight;
  if (accepted === undefined)
    return 'No spec was applied yet: write one, look at "bondctl plan -f FILE", then go it with "bondctl apply -f FILE".';
  const count = hosts.reduce((sum, one) => sum + one.steps.length, 0);
  if (count > 0) return isHealing(sight, hosts) ? healing : wayOf(count);
  const trouble = hosts.flatMap((one) =>
    one.bonds.flatMap(({ bond, sentence }) => (sentence === '' ? [] : [`${one.host}/${bond}: ${sentence}`])),
  );
  if (trouble.length > 0)
    return `The configuration is as wanted; look at cables, switch and the other end, because ${trouble.join('; ')}.`;
  if (about.link?.lastTest?.passed === false)
    return `The configuration is as wanted; measure again with "bondctl test ${about.subject}".`;
  return `Nothing: ${about.subject} is what revision ${accepted.revision} wants.`;
}

const wayOf = (steps: number): string =>
  `Look at "bondctl plan" (${steps} step${steps === 1 ? '' : 's'}), then go it with "bondctl apply".`;

const healing =
  'Wait: the spec says "drift: heal", so the controller goes the way back by itself; "bondctl rollout list" shows it.';

/** Whether everything that drifts here is healed unasked. */
function isHealing({ accepted }: WhySight, hosts: readonly WhyHost[]): boolean {
  const heal = accepted?.spec.heal ?? [];
  const drifting = hosts.flatMap(({ host, bonds }) =>
    bonds.filter(({ differences }) => differences.length > 0).map(({ bond }) => ({ host, bond })),
  );
  return (
    drifting.length > 0 &&
    drifting.every((end) => heal.some((one) => one.host === end.host && one.bond === end.bond))
  );
}
