import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { HostId } from '@bondctl/proto/model/names';
import type { ProofView, RolloutHostView, RolloutView } from '@bondctl/proto/model/view';

/** What the store knows of a rollout besides its facts. */
export interface RolloutSight {
  readonly id: RolloutView['id'];
  readonly revision: number;
  readonly startedUnixMs: number;
  readonly ended: boolean;
}

type HostFact = Extract<Fact, { rollout: string; host: string }>;

const phases: Readonly<Record<HostFact['type'], RolloutHostView['phase']>> = {
  hostPrepared: 'prepared',
  hostVerified: 'verified',
  hostCommitted: 'committed',
  hostRolledBack: 'rolledBack',
  hostStuck: 'stuck',
};

/** How a rollout stands after each of these facts, until the next of them. */
const standings = {
  rolloutStarted: 'running',
  waveStarted: 'running',
  soakStarted: 'soaking',
  pauseAsked: 'pausing',
  rolloutPaused: 'paused',
  rolloutResumed: 'running',
  abortAsked: 'aborting',
} as const satisfies Partial<Record<Fact['type'], RolloutView['state']>>;

type StandingFact = Extract<Fact, { type: keyof typeof standings }>;
const isStanding = (fact: Fact): fact is StandingFact => Object.hasOwn(standings, fact.type);

/** A rollout as its own facts tell it, oldest first. */
export function rolloutView(sight: RolloutSight, events: readonly RecordedEvent[]): RolloutView {
  const end = events.findLast((event) => event.fact.type === 'rolloutEnded');
  const began = events.find((event) => event.fact.type === 'rolloutStarted');
  return {
    id: sight.id,
    revision: sight.revision,
    startedUnixMs: sight.startedUnixMs,
    endedUnixMs: end?.atUnixMs ?? null,
    actor: began?.actor ?? 'controller',
    ...outcome(events),
    waves: wavesOf(events),
    hosts: hostsOf(events),
    proofs: proofsOf(events),
  };
}

function outcome(events: readonly RecordedEvent[]): Pick<RolloutView, 'state' | 'why'> {
  const facts = events.map(({ fact }) => fact);
  const needed = facts.findLast((fact) => fact.type === 'personNeeded');
  const end = facts.findLast((fact) => fact.type === 'rolloutEnded');
  if (end !== undefined)
    return { state: end.ending, why: end.ending === 'finished' ? end.why : (needed?.why ?? end.why) };
  if (needed !== undefined) return { state: 'needsPerson', why: needed.why };
  const last = facts.findLast(isStanding);
  return {
    state: last === undefined ? 'running' : standings[last.type],
    why: last?.type === 'rolloutPaused' ? last.why : '',
  };
}

const wavesOf = (events: readonly RecordedEvent[]): RolloutView['waves'] =>
  events.flatMap(({ fact }) =>
    fact.type === 'waveStarted' ? [{ wave: fact.wave, waves: fact.waves, sets: fact.sets }] : [],
  );

function hostsOf(events: readonly RecordedEvent[]): readonly RolloutHostView[] {
  const hosts = new Map<HostId, RolloutHostView>();
  for (const { fact } of events) {
    if (!isHostFact(fact)) continue;
    const why = 'why' in fact ? fact.why : '';
    hosts.set(fact.host, { host: fact.host, tx: fact.tx, phase: phases[fact.type], why });
  }
  return [...hosts.values()];
}

const isHostFact = (fact: Fact): fact is HostFact => Object.hasOwn(phases, fact.type);

function proofsOf(events: readonly RecordedEvent[]): readonly ProofView[] {
  return events.flatMap(({ fact }): readonly ProofView[] => {
    if (fact.type === 'proofPassed') return [{ link: fact.link, passed: true, test: fact.test, why: '' }];
    if (fact.type === 'proofFailed')
      return [{ link: fact.link, passed: false, test: fact.test, why: fact.why }];
    return [];
  });
}

/** A moment at which hosts answered that they are what was wanted. */
export interface Held {
  readonly atUnixMs: number;
  readonly hosts: readonly HostId[];
}

/**
 * Rollouts that still need a person: one is settled when every host it touched has since committed another change, or
 * has said that it is what was wanted.
 */
export function unsettled(rollouts: readonly RolloutView[], held: readonly Held[]): readonly RolloutView[] {
  const good = [...rollouts.flatMap(committedOf), ...held];
  return rollouts.filter(
    (rollout) =>
      rollout.state === 'needsPerson' && !rollout.hosts.every((one) => heldSince(one.host, rollout, good)),
  );
}

const committedOf = (rollout: RolloutView): readonly Held[] =>
  rollout.state !== 'finished' || rollout.endedUnixMs === null
    ? []
    : [{ atUnixMs: rollout.endedUnixMs, hosts: rollout.hosts.map((one) => one.host) }];

const heldSince = (host: HostId, rollout: RolloutView, good: readonly Held[]): boolean =>
  good.some((one) => one.atUnixMs > (rollout.endedUnixMs ?? Infinity) && one.hosts.includes(host));
