import type { RolloutView, StatusView } from '@bondctl/proto/model/view';
import { healFacts } from '../record/heal-facts.ts';
import { healAttention } from '../record/heal-tries.ts';
import type { HostSight } from '../record/host-view.ts';
import { type Held, rolloutView } from '../record/rollout-view.ts';
import { statusView } from '../record/view.ts';
import type { RolloutRow } from '../store/ports.ts';
import type { Parts } from './ports.ts';

const factsOfRollout = 5_000;
/** How many of the newest rollouts a status is made of. */
export const rolloutsInStatus = 20;
const heldInStatus = 50;

/** Every host that belongs to the cluster, with what is known of it now. */
export async function hostSights(parts: Pick<Parts, 'store' | 'agents'>): Promise<readonly HostSight[]> {
  const rows = await parts.store.identity.hosts();
  return rows
    .filter((row) => row.removedUnixMs === null)
    .map(({ host, enrolledUnixMs }) => ({
      host,
      enrolledUnixMs,
      presence: parts.agents.presence(host),
      lastSeenUnixMs: parts.agents.lastSeenUnixMs(host),
      report: parts.agents.report(host),
    }));
}

/** A rollout folded from its facts. */
export async function rolloutSight(parts: Pick<Parts, 'recorder'>, row: RolloutRow): Promise<RolloutView> {
  const events = await parts.recorder.list({ rollout: row.id, limit: factsOfRollout });
  return rolloutView(row, events);
}

/** The whole cluster now. */
export async function clusterStatus(parts: Parts): Promise<StatusView> {
  const status = await folded(parts);
  const heal = (await parts.store.rollouts.latestRevision())?.spec.heal ?? [];
  const drifting = heal.filter(({ host, bond }) =>
    status.hosts.some((one) => one.host === host && one.drift.some((drift) => drift.bond === bond)),
  );
  if (drifting.length === 0) return status;
  const attention = healAttention(drifting, await healFacts(parts.recorder));
  return { ...status, attention: [...status.attention, ...attention] };
}

/** Links and hosts as they are now, without tests and rollouts: what alerts look at every few seconds. */
export async function alertSight(
  parts: Pick<Parts, 'store' | 'agents' | 'nowUnixMs'>,
): Promise<Pick<StatusView, 'links' | 'hosts'>> {
  return statusView({
    atUnixMs: parts.nowUnixMs(),
    hosts: await hostSights(parts),
    revision: await parts.store.rollouts.latestRevision(),
    tests: [],
    rollouts: [],
    held: [],
  });
}

/** Whether something waits for a person, other than healing that was given up. */
export const needsPerson = async (parts: Parts): Promise<boolean> =>
  (await folded(parts)).attention.length > 0;

/** The newest rollouts, newest first, each folded from its facts. */
export async function newestRollouts(
  parts: Pick<Parts, 'store' | 'recorder'>,
): Promise<readonly RolloutView[]> {
  const rows = await parts.store.rollouts.rollouts(rolloutsInStatus);
  return Promise.all(rows.map((row) => rolloutSight(parts, row)));
}

async function folded(parts: Parts): Promise<StatusView> {
  const revision = await parts.store.rollouts.latestRevision();
  return statusView({
    atUnixMs: parts.nowUnixMs(),
    hosts: await hostSights(parts),
    revision,
    tests: await parts.store.tests.newestOfLinks(),
    rollouts: await newestRollouts(parts),
    held: await heldMoments(parts),
  });
}

/** When hosts answered that they are what was wanted, newest first. */
export async function heldMoments({ recorder }: Pick<Parts, 'recorder'>): Promise<readonly Held[]> {
  const events = await recorder.list({ type: 'revisionHeld', limit: heldInStatus, newestFirst: true });
  return events.flatMap(({ atUnixMs, fact }) =>
    fact.type === 'revisionHeld' ? [{ atUnixMs, hosts: fact.hosts }] : [],
  );
}
