import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { FleetRollout } from '@bondctl/proto/model/fleet';
import type { HostId, LinkName, RolloutId } from '@bondctl/proto/model/names';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { Attention, RolloutView } from '@bondctl/proto/model/view';
import { committedRevisions } from './drift-view.ts';
import type { Background } from './fleet-view.ts';
import { healAttention } from './heal-tries.ts';
import type { Held } from './rollout-view.ts';
import { rolloutAttention } from './view.ts';

/** What of the store is old once a fact was recorded. */
export type Touched =
  | { readonly what: 'hosts' | 'revision' | 'held' | 'healing' }
  | { readonly what: 'rollout'; readonly rollout: RolloutId }
  | { readonly what: 'test'; readonly link: LinkName };

/** What a fact makes old; facts that reports show anyway make nothing old. */
export function touchedBy(fact: Fact): readonly Touched[] {
  switch (fact.type) {
    case 'hostEnrolled':
    case 'hostRemoved':
      return [{ what: 'hosts' }];
    case 'revisionAccepted':
      return [{ what: 'revision' }, { what: 'healing' }];
    case 'revisionHeld':
      return [{ what: 'held' }, { what: 'healing' }];
    case 'driftSeen':
    case 'healTried':
      return [{ what: 'healing' }];
    case 'linkTested':
      return [{ what: 'test', link: fact.link }];
    default:
      return 'rollout' in fact && fact.rollout !== null && isRollout(fact.rollout)
        ? [{ what: 'rollout', rollout: fact.rollout }, ...begun(fact)]
        : [];
  }
}

const begun = (fact: Fact): readonly Touched[] =>
  fact.type === 'rolloutStarted' ? [{ what: 'healing' }, { what: 'revision' }] : [];

const isRollout = (id: string): id is RolloutId => id.startsWith('ro_');

/** What was read of the store. Rollouts are newest first. */
export interface Gathered {
  readonly revision: { readonly revision: number; readonly spec: ClusterSpec } | undefined;
  readonly rollouts: readonly RolloutView[];
  readonly held: readonly Held[];
  /** Facts of healing, oldest first. */
  readonly healing: readonly RecordedEvent[];
  readonly percents: ReadonlyMap<LinkName, number | null>;
}

/** What hosts are seen against. */
export function backgroundOf({ revision, rollouts, held, healing, percents }: Gathered): Background {
  return {
    revision,
    percents,
    committed: committedRevisions(rollouts),
    changing: changingHosts(rollouts),
    rollout: newest(rollouts),
    waiting: rolloutAttention(rollouts, held),
    gaveUp: gaveUp(revision?.spec, healing),
  };
}

const gaveUp = (spec: ClusterSpec | undefined, healing: readonly RecordedEvent[]): readonly Attention[] =>
  healAttention(spec?.heal ?? [], healing);

const newest = ([first]: readonly RolloutView[]): FleetRollout | null =>
  first === undefined ? null : { id: first.id, state: first.state };

const changingHosts = (rollouts: readonly RolloutView[]): ReadonlySet<HostId> =>
  new Set(
    rollouts
      .filter((one) => one.endedUnixMs === null)
      .flatMap(({ hosts }) => hosts.filter(isUnderWay).map(({ host }) => host)),
  );

const isUnderWay = ({ phase }: RolloutView['hosts'][number]): boolean =>
  phase === 'prepared' || phase === 'verified';
