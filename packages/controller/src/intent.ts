import { setTimeout as sleep } from 'node:timers/promises';
import type { SweepId, TestId } from '@bondctl/proto/model/names';
import { nanoid } from 'nanoid';
import type { Logger } from 'pino';
import type { LinkTests } from './api/ports.ts';
import { createRead } from './assess/read.ts';
import { createLinkTests } from './assess/tests.ts';
import { createFaults } from './faults.ts';
import type { Hub } from './hub/hub-parts.ts';
import { createMeasure } from './linktest/runner.ts';
import { membersOnly } from './membership.ts';
import type { Recorder } from './record/recorder.ts';
import { createIds } from './rollout/ids.ts';
import { createRollouts, type Rollouts } from './rollout/runner.ts';
import type { RolloutStore, Store } from './store/ports.ts';
import { besideSweeps } from './sweep/exclusive.ts';
import { createSweeps, type Sweeps } from './sweep/sweeps.ts';

/** Deadlines of rollouts must not move with the wall clock: its time when this program began, and what has passed since. */
const steadyUnixMs = (): number => Math.round(performance.timeOrigin + performance.now());

/** Ids of everything that is measured or planned. */
export const testIds = () => ({ ...createIds(), test: () => `test_${nanoid()}` as TestId });

/** What the river of intent is opened with. */
export interface IntentParts {
  readonly log: Logger;
  /** Aborted when the controller stops. */
  readonly stopping: AbortSignal;
  readonly store: Store;
  readonly recorder: Recorder;
  readonly hub: Hub;
}

/** The river of intent: link tests, rollouts and sweeps over the hosts that are connected. */
export function openIntent({ log, stopping, store, recorder, hub }: IntentParts): {
  readonly linkTests: LinkTests;
  readonly rollouts: Rollouts;
  readonly sweeps: Sweeps;
} {
  const ids = testIds();
  const clock = {
    nowUnixMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    sleep: (ms: number) => sleep(ms),
  };
  const { record } = recorder;
  const { tests, identity } = store;
  const linkTests = createLinkTests({
    measure: createMeasure({ agents: hub, clock, ids, random: Math.random, log }),
    read: createRead({ agents: hub, identity, tests, rollouts: store.rollouts, digest: ids.digest }),
    tests,
    clock,
    record,
  });
  const members = membersOnly(hub, store.identity);
  const steady = { ...clock, nowUnixMs: steadyUnixMs };
  const rollouts = createRollouts({
    agents: members,
    store: haltedBy(stopping, store.rollouts),
    prover: linkTests,
    clock: steady,
    record,
    ids,
    faults: createFaults(process.env['BONDCTL_FAULT']),
    log,
  });
  const sweeps = createSweeps({
    agents: members,
    store: { ...store.sweeps, latestRevision: store.rollouts.latestRevision },
    clock: steady,
    record,
    ids: { ...ids, sweep: () => `sw_${nanoid()}` as SweepId },
    log,
    measureAs: (actor) => (link, run, during) => linkTests.trial(actor, link, run, during),
    rolling: rollouts.running,
  });
  return { linkTests, rollouts: besideSweeps(rollouts, sweeps), sweeps };
}

/**
 * A stopping controller decides nothing more: a rollout that sees its agents go away must not take that for their
 * answer. What it would store next never is, so nothing follows from it, and the next start resumes what is stored.
 */
function haltedBy(stopping: AbortSignal, store: RolloutStore): RolloutStore {
  return {
    ...store,
    saveRollout: (row) => (stopping.aborted ? new Promise(() => {}) : store.saveRollout(row)),
  };
}
