import type { Fact } from '@bondctl/proto/model/event';
import type { HostId, LinkName, RolloutId, TestId, TxId } from '@bondctl/proto/model/names';
import type { DriftView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import {
  alertWorld,
  bondView,
  failuresOf,
  pairSight,
  partnerOf,
  type Standing,
  sightOf,
} from '../../../../test/fakes/fake-alerts.ts';
import { name } from '../../../../test/fakes/fake-report.ts';

const well = pairSight();
const drift: DriftView = {
  bond: name('sync0'),
  sinceUnixMs: 1,
  differences: [],
  sentence: 'drift: mtu is 1400, what was confirmed wants 1500',
};
const noLacp = { ok: false, partnerMac: null, sentence: 'no LACP partner answers' };
const raised = (rule: string, subject = 'drbd') => [`raised ${rule} ${subject}`, `told raised ${subject}`];
const ended = (rule: string, subject = 'drbd') => [`ended ${rule} ${subject}`, `told ended ${subject}`];

describe('a rule that is seen in what hosts show', () => {
  test.each<[string, Standing, number, number, string, string]>([
    ['bondDegraded', { bonds: [bondView(['eth3'])] }, 30, 60, 'drbd', 'alpha/sync0: down: eth3'],
    [
      'bondDegraded',
      { bonds: [bondView([], { health: 'degraded', lacp: noLacp })] },
      30,
      60,
      'drbd',
      'alpha/sync0: no LACP partner answers',
    ],
    [
      'bondDown',
      { bonds: [bondView(['eth2', 'eth3'])] },
      5,
      60,
      'drbd',
      'alpha/sync0: no port of the bond is up',
    ],
    ['bondDown', { bonds: [] }, 5, 60, 'drbd', 'alpha/sync0: the bond is not there'],
    [
      'drift',
      { bonds: [bondView([], { health: 'degraded' })], drift: [drift] },
      60,
      10,
      'drbd',
      `alpha/sync0: ${drift.sentence}`,
    ],
    ['agentLost', { presence: 'lost' }, 30, 30, 'alpha', 'the agent of alpha is not heard of any more'],
  ])(
    '%s speaks once it has held for a while, and ends once it was well for a while',
    (rule, standing, raiseS, endS, subject, sentence) => {
      const world = alertWorld();
      const wrong = pairSight(standing);
      world.look(wrong);
      expect(world.during(raiseS - 2, wrong)).toEqual([]);
      expect(world.during(4, wrong)).toEqual(raised(rule, subject));
      expect(world.open()).toMatchObject([{ rule, subject, sentence }]);
      expect(world.during(300, wrong)).toEqual([]);
      expect(world.during(endS, well)).toEqual([]);
      expect(world.during(4, well)).toEqual(ended(rule, subject));
      expect(world.open()).toEqual([]);
      expect(world.during(300, well)).toEqual([]);
    },
  );

  test('that comes and goes faster than it may is never told', () => {
    const world = alertWorld();
    const wrong = pairSight({ bonds: [bondView(['eth3'])] });
    for (let round = 0; round < 20; round += 1)
      expect([...world.during(20, wrong), ...world.during(4, well)]).toEqual([]);
  });

  test('that was raised and comes back before it ended is the same alert', () => {
    const world = alertWorld();
    const wrong = pairSight({ bonds: [bondView(['eth3'])] });
    expect(world.during(40, wrong)).toEqual(raised('bondDegraded'));
    for (let round = 0; round < 20; round += 1)
      expect([...world.during(50, well), ...world.during(10, wrong)]).toEqual([]);
    expect(world.open()).toHaveLength(1);
  });

  test.each<[string, Standing]>([
    [
      'a bond that only drifts is not degraded',
      { bonds: [bondView([], { health: 'degraded' })], drift: [drift] },
    ],
    ['a host that is late is not lost', { presence: 'suspect' }],
    ['a host that this controller never heard of is not lost', { presence: 'unknown' }],
  ])('%s', (_what, standing) => {
    const said = alertWorld().during(58, pairSight(standing));
    expect(said).toEqual([]);
  });
});

describe('grouping', () => {
  test('both ends of a link and all their ports are one alert that names them', () => {
    const world = alertWorld();
    const both = pairSight({ bonds: [bondView(['eth2'])] }, { bonds: [bondView(['eth3'])] });
    expect(world.during(60, both)).toEqual(raised('bondDegraded'));
    expect(world.open()).toMatchObject([{ kind: 'link', members: ['alpha/sync0/eth2', 'beta/sync0/eth3'] }]);
  });

  test('a bond in no link is its own subject', () => {
    const world = alertWorld();
    const other = bondView(['eth2'], { name: name('mgmt0') });
    expect(world.during(60, pairSight({ bonds: [bondView(), other] }))).toEqual(
      raised('bondDegraded', 'alpha/mgmt0'),
    );
    expect(world.open()).toMatchObject([{ kind: 'bond' }]);
  });

  test('a bond that is the end of many links (a mesh) is one alert, not one for each of them', () => {
    const world = alertWorld();
    const mesh = sightOf(
      { alpha: { bonds: [bondView(['eth2'])] }, beta: {}, gamma: {} },
      {
        'every-1': ['alpha/sync0', 'beta/sync0'],
        'every-2': ['alpha/sync0', 'gamma/sync0'],
        'every-3': ['beta/sync0', 'gamma/sync0'],
      },
    );
    expect(world.during(60, mesh)).toEqual(raised('bondDegraded', 'alpha/sync0'));
  });

  test('a host that is lost is one alert: nobody can say how its bonds are', () => {
    const world = alertWorld();
    const lost = pairSight({ presence: 'lost', bonds: [bondView(['eth2', 'eth3'])], drift: [drift] });
    expect(world.during(300, lost)).toEqual(raised('agentLost', 'alpha'));
  });

  test('what was raised before its host was lost stays, and ends when the host is back and well', () => {
    const world = alertWorld();
    expect(world.during(40, pairSight({ bonds: [bondView(['eth3'])] }))).toEqual(raised('bondDegraded'));
    const lost = pairSight({ presence: 'lost' });
    expect(world.during(600, lost)).toEqual(raised('agentLost', 'alpha'));
    expect(world.during(100, well)).toEqual([...ended('agentLost', 'alpha'), ...ended('bondDegraded')]);
  });

  test('a degraded bond that goes down is down, and is not told again as degraded', () => {
    const world = alertWorld();
    const degraded = pairSight({ bonds: [bondView(['eth3'])] });
    const down = pairSight({ bonds: [bondView(['eth2', 'eth3'])] });
    expect(world.during(40, degraded)).toEqual(raised('bondDegraded'));
    expect(world.during(200, down)).toEqual(raised('bondDown'));
    expect(world.during(200, degraded)).toEqual(ended('bondDown'));
    expect(world.during(200, well)).toEqual(ended('bondDegraded'));
  });

  test('what is removed is looked after by nobody, and its alerts end', () => {
    const world = alertWorld();
    world.during(40, pairSight({ presence: 'lost' }));
    const without = sightOf({ beta: {} }, {});
    expect(world.during(40, without)).toEqual(ended('agentLost', 'alpha'));
    expect(world.log).toContainEqual({
      do: 'record',
      fact: expect.objectContaining({ sentence: 'alpha: nobody looks after it any more' }),
    });
  });
});

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

test('a clock that was set back makes nobody wait for it', () => {
  const world = alertWorld();
  const down = pairSight({ bonds: [bondView(['eth2', 'eth3'])] });
  world.look(down);
  world.pass(-3_600);
  expect(world.during(10, down)).toEqual(raised('bondDown'));
});

test('every alert has an id of its own', () => {
  const world = alertWorld();
  const down = pairSight({ bonds: [bondView(['eth2', 'eth3'])] });
  world.during(10, down);
  const [first] = world.open();
  world.during(100, well);
  world.during(10, down);
  const [second] = world.open();
  expect([first?.id, second?.id]).toEqual(['alert_world123-1', 'alert_world123-2']);
});
