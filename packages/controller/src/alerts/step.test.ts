import type { DriftView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import {
  alertWorld,
  bondView,
  pairSight,
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
const noLacp = {
  ok: false,
  partnerMac: null,
  systemMac: null,
  rate: null,
  aggregatorId: null,
  sentence: 'no LACP partner answers',
};
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
