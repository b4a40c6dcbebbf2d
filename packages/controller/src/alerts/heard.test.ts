import type { Fact } from '@bondctl/proto/model/event';
import type { HostId, LinkName, RolloutId, TestId, TxId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { alertWorld, failuresOf, pairSight, partnerOf } from '../../../../test/fakes/fake-alerts.ts';

const well = pairSight();
const raised = (rule: string, subject = 'drbd') => [`raised ${rule} ${subject}`, `told raised ${subject}`];
const ended = (rule: string, subject = 'drbd') => [`ended ${rule} ${subject}`, `told ended ${subject}`];

describe('flapping', () => {
  test('is so many link failures of a link within its window, whatever port they are of', () => {
    const world = alertWorld();
    world.hear(failuresOf('eth2', 0, 1));
    world.hear(failuresOf('eth3', 4, 5, 'beta'));
    world.hear(failuresOf('eth2', 1, 2));
    expect(world.during(10, well)).toEqual([]);
    world.hear(failuresOf('eth3', 0, 1));
    expect(world.look(well)).toEqual(raised('flapping'));
    expect(world.open()).toMatchObject([
      {
        sentence: '4 link failures within 600 s',
        members: ['alpha/sync0/eth2', 'beta/sync0/eth3', 'alpha/sync0/eth3'],
      },
    ]);
    expect(world.during(580, well)).toEqual([]);
    expect(world.during(30, well)).toEqual(ended('flapping'));
  });

  test('counts what the kernel counted, not how often somebody looked', () => {
    const world = alertWorld();
    world.hear(failuresOf('eth2', 3, 7));
    expect(world.look(well)).toEqual(raised('flapping'));
  });

  test('goes on between its two thresholds', () => {
    const world = alertWorld();
    world.hear(failuresOf('eth2', 0, 4));
    world.look(well);
    let said: readonly string[] = [];
    for (let round = 4; round < 24; round += 2) {
      world.hear(failuresOf('eth2', round, round + 2));
      said = [...said, ...world.during(590, well)];
    }
    expect(said).toEqual([]);
    expect(world.during(1_210, well)).toEqual(ended('flapping'));
  });
});

describe('the LACP partner', () => {
  const [a, b, nobody] = ['02:00:00:00:00:0a', '02:00:00:00:00:0b', '00:00:00:00:00:00'];

  test('that is another one is told, and over once the new one has stayed', () => {
    const world = alertWorld();
    world.hear(partnerOf(a, b));
    expect(world.look(well)).toEqual(raised('partnerChanged'));
    expect(world.open()).toMatchObject([{ sentence: `alpha/sync0: the LACP partner is ${b}, it was ${a}` }]);
    expect(world.during(598, well)).toEqual([]);
    expect(world.during(4, well)).toEqual(ended('partnerChanged'));
  });

  test('that goes away and comes back is the same one; another one in its place is not', () => {
    const world = alertWorld();
    world.hear(partnerOf(a, nobody));
    world.hear(partnerOf(nobody, a));
    world.hear(partnerOf(a, 'none'));
    expect(world.during(700, well)).toEqual([]);
    world.hear(partnerOf('none', b));
    expect(world.look(well)).toEqual(raised('partnerChanged'));
  });

  test('that comes for the first time is no change', () => {
    const world = alertWorld();
    world.hear(partnerOf(nobody, a));
    expect(world.during(10, well)).toEqual([]);
  });
});

describe('a test', () => {
  const tested = (missed: string | null) => ({
    type: 'judged' as const,
    test: { link: 'drbd', hosts: ['alpha', 'beta'], missed },
  });

  test('that missed what is expected is told until a later one holds it', () => {
    const world = alertWorld();
    world.give(tested('throughput 40 % is less than 90 %'));
    expect(world.look(well)).toEqual(raised('belowExpectation'));
    world.give(tested('throughput 50 % is less than 90 %'));
    expect(world.during(3_600, well)).toEqual([]);
    world.give(tested(null));
    expect(world.look(well)).toEqual(ended('belowExpectation'));
  });

  const rollout = 'ro_world1234' as RolloutId;
  const tx = 'tx_world1234' as TxId;
  const of = (type: 'hostPrepared' | 'hostCommitted', host: string): Fact => ({
    type,
    rollout,
    host: host as HostId,
    tx,
  });

  test('of a change that may be taken back says nothing; a proof that is committed does', () => {
    const world = alertWorld();
    world.give(tested('too slow'));
    expect(world.look(well)).toEqual(raised('belowExpectation'));
    world.hear(of('hostPrepared', 'alpha'));
    world.give(tested(null));
    world.hear({ type: 'proofPassed', rollout, link: 'drbd' as LinkName, test: 'test_world1234' as TestId });
    expect(world.during(10, well)).toEqual([]);
    world.hear(of('hostCommitted', 'alpha'));
    expect(world.look(well)).toEqual(ended('belowExpectation'));
  });

  test('that fails while our change is tried is no news', () => {
    const world = alertWorld();
    world.hear(of('hostPrepared', 'alpha'));
    world.give(tested('too slow'));
    expect(world.during(10, well)).toEqual([]);
  });
});
