import type { HostId, RolloutId, TxId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import {
  alertWorld,
  bondView,
  failuresOf,
  pairSight,
  partnerOf,
} from '../../../../test/fakes/fake-alerts.ts';

const well = pairSight();
const raised = (rule: string, subject = 'drbd') => [`raised ${rule} ${subject}`, `told raised ${subject}`];
const ended = (rule: string, subject = 'drbd') => [`ended ${rule} ${subject}`, `told ended ${subject}`];

describe('our own change', () => {
  const rollout = 'ro_world1234' as RolloutId;
  const tx = 'tx_world1234' as TxId;
  const alpha = 'alpha' as HostId;
  const down = pairSight({ bonds: [bondView(['eth2', 'eth3'])] });

  test('keeps its hosts quiet until a while after it; what still holds then is told', () => {
    const world = alertWorld();
    world.hear({ type: 'hostPrepared', rollout, host: alpha, tx });
    expect(world.during(20, down)).toEqual(['raised bondDown drbd']);
    world.hear({ type: 'hostCommitted', rollout, host: alpha, tx });
    expect(world.during(58, down)).toEqual([]);
    expect(world.during(4, down)).toEqual(['told raised drbd']);
  });

  test('that leaves everything well is told to nobody, and both ends of the alert are recorded', () => {
    const world = alertWorld();
    world.hear({ type: 'hostPrepared', rollout, host: alpha, tx });
    expect(world.during(20, down)).toEqual(['raised bondDown drbd']);
    world.hear({ type: 'hostRolledBack', rollout, host: alpha, tx, why: '' });
    expect(world.during(120, well)).toEqual(['ended bondDown drbd']);
  });

  test('flaps nothing and changes no partner', () => {
    const world = alertWorld();
    world.hear({ type: 'hostPrepared', rollout, host: alpha, tx });
    world.hear(failuresOf('eth2', 0, 9));
    world.hear(partnerOf('02:00:00:00:00:0a', '02:00:00:00:00:0b'));
    world.hear({ type: 'rolloutEnded', rollout, ending: 'finished', why: '' });
    expect(world.during(200, well)).toEqual([]);
  });

  test('that got stuck is not kept quiet', () => {
    const world = alertWorld();
    world.hear({ type: 'hostPrepared', rollout, host: alpha, tx });
    world.hear({ type: 'hostStuck', rollout, host: alpha, tx, why: 'x' });
    expect(world.during(20, down)).toEqual(raised('bondDown'));
  });

  test('whose end nobody recorded does not silence for ever', () => {
    const world = alertWorld();
    world.hear({ type: 'hostPrepared', rollout, host: alpha, tx });
    expect(world.during(1_790, down)).toEqual(['raised bondDown drbd']);
    expect(world.during(20, down)).toEqual(['told raised drbd']);
  });

  test('of other hosts silences nothing', () => {
    const world = alertWorld();
    world.hear({ type: 'hostPrepared', rollout, host: 'gamma' as HostId, tx });
    expect(world.during(20, down)).toEqual(raised('bondDown'));
  });
});

describe('silence', () => {
  const down = pairSight({ bonds: [bondView(['eth2', 'eth3'])] });
  const silenced = (world: ReturnType<typeof alertWorld>, seconds: number) => {
    const [alert] = world.open();
    expect(alert).toBeDefined();
    const untilUnixMs = world.nowUnixMs() + seconds * 1_000;
    return alert === undefined
      ? []
      : world.give({ type: 'silenced', alert: alert.id, untilUnixMs, by: 'cli:ada' });
  };

  test('that ends while it still holds tells of it anew', () => {
    const world = alertWorld();
    expect(world.during(10, down)).toEqual(raised('bondDown'));
    expect(silenced(world, 600)).toEqual(['alertSilenced']);
    expect(world.during(598, down)).toEqual([]);
    expect(world.during(4, down)).toEqual(['told raised drbd']);
    expect(world.open()).toMatchObject([{ told: 2, silencedUntilUnixMs: null }]);
  });

  test('does not keep whoever was told from hearing that it is over', () => {
    const world = alertWorld();
    world.during(10, down);
    silenced(world, 3_600);
    expect(world.during(100, well)).toEqual(ended('bondDown'));
  });

  test('of an alert that is over changes nothing', () => {
    const world = alertWorld();
    world.during(10, down);
    const [alert] = world.open();
    world.during(100, well);
    const untilUnixMs = world.nowUnixMs() + 1;
    expect(alert && world.give({ type: 'silenced', alert: alert.id, untilUnixMs, by: 'x' })).toEqual([]);
  });
});
