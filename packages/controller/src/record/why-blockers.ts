import { parseId } from '@bondctl/proto/model/names';
import type { Attention, RefusalView } from '@bondctl/proto/model/view';
import type { Blocker, WhyHost } from '@bondctl/proto/model/why';
import type { WhySight } from './why-sight.ts';

const start = (host: string): string =>
  `Start the agent on ${host} ("systemctl start bondctl-agent") or look at its network; "bondctl hosts" shows when it is back.`;

/** Who or what blocks, what must be dealt with first at the head: people, then hosts, then what is in hand, then refusals. */
export function blockersOf(sight: WhySight, hosts: readonly WhyHost[]): readonly Blocker[] {
  const inHand = hosts.flatMap(transactionBlocker);
  return [
    ...sight.status.attention.flatMap((one) => attentionBlocker(sight, hosts, one)),
    ...hosts.flatMap(absentBlocker),
    ...inHand,
    ...rolloutBlockers(sight, hosts),
    ...planBlockers(sight, hosts),
  ];
}

/** What waits for a person, where it concerns one of these hosts. */
function attentionBlocker(
  sight: WhySight,
  hosts: readonly WhyHost[],
  { subject, sentence }: Attention,
): readonly Blocker[] {
  const needs = { who: subject, sentence, needsPerson: true };
  const rollout = sight.rollouts.find((one) => one.id === subject);
  if (rollout !== undefined) {
    const concerns = rollout.hosts.some((one) => hosts.some(({ host }) => host === one.host));
    const next = `Look at "bondctl rollout show ${subject}" and at the hosts it names, then apply again.`;
    return concerns ? [{ ...needs, sinceUnixMs: rollout.endedUnixMs ?? rollout.startedUnixMs, next }] : [];
  }
  const [name, bond] = subject.split('/');
  const host = hosts.find((one) => one.host === name);
  if (host === undefined) return [];
  if (bond === undefined)
    return [{ ...needs, sinceUnixMs: host.transaction?.sinceUnixMs ?? null, next: restore(host.host) }];
  const drift = host.bonds.find((one) => one.bond === bond);
  if (drift === undefined) return [];
  return [{ ...needs, sinceUnixMs: drift.driftSinceUnixMs, next: back }];
}

const restore = (host: string): string =>
  `Look at ${host}, then run "bondctl-agent restore" there, or "bondctl-agent restore --accept" to keep it as it is.`;
const back = 'Look at "bondctl plan", which shows the way back, then go it with "bondctl apply".';

function absentBlocker({ host, presence, lastSeenUnixMs }: WhyHost): readonly Blocker[] {
  if (presence === 'connected') return [];
  const sentence =
    presence === 'suspect'
      ? 'It has not been heard from for a while; what is shown may be old.'
      : 'It is not connected; what is shown is what it said last.';
  return [{ who: host, sentence, sinceUnixMs: lastSeenUnixMs, needsPerson: false, next: start(host) }];
}

/** Phases in which a transaction holds its host and goes on by itself. */
const rests: readonly string[] = ['idle', 'committed', 'rolledBack', 'stuck'];

function transactionBlocker({ host, transaction }: WhyHost): readonly Blocker[] {
  if (transaction === null || rests.includes(transaction.phase)) return [];
  const { id, phase, rollout, sinceUnixMs } = transaction;
  const sentence = `Transaction ${id} holds the host and is ${phase}.`;
  const next =
    rollout === null
      ? 'Wait: the transaction ends by itself at its deadline.'
      : `Wait: "bondctl ${watching(rollout)}" tells how it ends.`;
  return [{ who: rollout ?? host, sentence, sinceUnixMs, needsPerson: false, next }];
}

/** What shows a change's rollout, or the sweep that it is a candidate of. */
const watching = (id: string): string => (parseId('sw', id).ok ? `sweep show ${id}` : `rollout watch ${id}`);

/** A rollout that runs, unless a transaction has told of it already. */
function rolloutBlockers({ rollouts }: WhySight, hosts: readonly WhyHost[]): readonly Blocker[] {
  const told = new Set(hosts.flatMap((one) => transactionBlocker(one).map(({ who }) => who)));
  return rollouts
    .filter((one) => one.state === 'running' && !told.has(one.id))
    .map(({ id, revision, actor, startedUnixMs }) => ({
      who: id,
      sentence: `The rollout of revision ${revision}, started by ${actor}, runs; nothing else begins before it ends.`,
      sinceUnixMs: startedUnixMs,
      needsPerson: false,
      next: `Wait: "bondctl rollout watch ${id}" tells how it ends.`,
    }));
}

/** Why the way to the accepted spec cannot be gone now. What others refuse matters only to who has a way to go. */
function planBlockers({ plan }: WhySight, hosts: readonly WhyHost[]): readonly Blocker[] {
  if (plan === null) return [];
  if (typeof plan === 'string') return [unplanned(plan)];
  const hasWay = hosts.some((one) => one.steps.length > 0 || one.bonds.some(drifts));
  const isOwn = ({ host }: RefusalView) => hosts.some((one) => one.host === host);
  const isTold = ({ host, kind }: RefusalView) =>
    kind === 'unreachable' && hosts.some((one) => one.host === host && one.presence !== 'connected');
  return plan.refusals.filter((one) => (isOwn(one) || hasWay) && !isTold(one)).map(refusalBlocker);
}

const drifts = ({ differences }: WhyHost['bonds'][number]): boolean => differences.length > 0;

const unplanned = (why: string): Blocker => ({
  who: 'controller',
  sentence: `The accepted spec could not be planned: ${why}`,
  sinceUnixMs: null,
  needsPerson: false,
  next: 'Apply a spec that can be planned.',
});

function refusalBlocker({ host, kind, subject, message }: RefusalView): Blocker {
  const refuses = { who: host, sinceUnixMs: null, needsPerson: false };
  return kind === 'unreachable'
    ? { ...refuses, sentence: message, next: start(host) }
    : {
        ...refuses,
        sentence: `It refuses the plan: ${subject}: ${message}`,
        next: `Take away what ${host} refuses, then look at "bondctl plan".`,
      };
}
