// Rollouts as they go: the facts of one, told by the real API as if they were of today.
import type { Fact } from '@bondctl/proto/model/event';
import type { HostId, LinkName, TestId, TxId } from '@bondctl/proto/model/names';
import type { Parts } from '../../../packages/controller/src/api/ports.ts';
import type { RolloutRow } from '../../../packages/controller/src/store/ports.ts';
import { fakeRollout as rollout } from '../../fakes/fake-parts.ts';
import { sceneUnixMs } from './scene.ts';

const host = (name: string) => name as HostId;
const tx = 'tx_fake12345' as TxId;
const stepMs = 4_000;
const began = sceneUnixMs - 120_000;

const wave = (nth: number, ...sets: readonly string[]): Fact => ({
  type: 'waveStarted',
  rollout,
  wave: nth,
  waves: 3,
  sets,
});
const prepared = (name: string): Fact => ({ type: 'hostPrepared', rollout, host: host(name), tx });
const verified = (name: string): Fact => ({ type: 'hostVerified', rollout, host: host(name), tx });
const committed = (name: string): Fact => ({ type: 'hostCommitted', rollout, host: host(name), tx });
const proven = (link: string): Fact => ({
  type: 'proofPassed',
  rollout,
  link: link as LinkName,
  test: 'test_fake12345' as TestId,
});

const firstWave: readonly Fact[] = [
  wave(1, 'drbd'),
  prepared('alpha'),
  prepared('beta'),
  verified('alpha'),
  verified('beta'),
  proven('drbd'),
  committed('alpha'),
  committed('beta'),
];

/** In its second wave: one set has verified, of the other one host is still at it. */
export const underWay: readonly Fact[] = [
  ...firstWave,
  { type: 'soakStarted', rollout, soakMs: 30_000 },
  wave(2, 'store', 'gamma'),
  prepared('delta'),
  prepared('epsilon'),
  prepared('gamma'),
  verified('delta'),
  verified('gamma'),
];

/** Watched after its first wave. */
export const soaking: readonly Fact[] = [...firstWave, { type: 'soakStarted', rollout, soakMs: 300_000 }];

/** One end followed and the other did not. */
export const needsPerson: readonly Fact[] = [
  wave(1, 'drbd'),
  prepared('alpha'),
  prepared('beta'),
  {
    type: 'proofFailed',
    rollout,
    link: 'drbd' as LinkName,
    test: null,
    why: 'packets of 9000 bytes do not pass from alpha to beta',
  },
  { type: 'hostRolledBack', rollout, host: host('alpha'), tx, why: 'the proof of drbd failed' },
  {
    type: 'hostStuck',
    rollout,
    host: host('beta'),
    tx,
    why: 'its rollback failed at "set mode": device or resource busy',
  },
  {
    type: 'personNeeded',
    rollout,
    tx,
    why: 'beta could not go back: look at it and run "bondctl-agent restore" there',
  },
];

const ofToday = (parts: Parts): Parts => {
  const event = <E extends { readonly id: number }>(one: E): E => ({
    ...one,
    atUnixMs: began + one.id * stepMs,
  });
  const row = <R extends RolloutRow | undefined>(one: R): R => one && { ...one, startedUnixMs: began };
  const { recorder, store } = parts;
  return {
    ...parts,
    recorder: {
      ...recorder,
      list: async (filter) => (await recorder.list(filter)).map(event),
      async *follow(filter, signal) {
        for await (const one of recorder.follow(filter, signal)) yield event(one);
      },
    },
    store: {
      ...store,
      rollouts: {
        ...store.rollouts,
        rollout: async (id) => row(await store.rollouts.rollout(id)),
        rollouts: async (limit) => (await store.rollouts.rollouts(limit)).map(row),
      },
    },
  };
};

/** The rollout that the scene begins with has come this far. */
export const rolled =
  (facts: readonly Fact[]) =>
  (given: Parts): Parts => {
    const parts = ofToday(given);
    return {
      ...parts,
      changes: {
        ...parts.changes,
        async apply(...wish) {
          const begun = await parts.changes.apply(...wish);
          for (const fact of facts) await parts.recorder.record('controller', fact);
          return begun;
        },
      },
    };
  };
