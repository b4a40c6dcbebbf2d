import { formatSubject } from '@bondctl/proto/model/finding';
import type { TestResult } from '@bondctl/proto/model/linktest';
import type { HostId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { fakeSpec } from '../../../../test/fakes/fake-parts.ts';
import {
  at,
  type Ills,
  lacpPort,
  lacpWith,
  mac,
  reportOf,
  testIn,
  type World,
} from '../../../../test/fakes/fake-patients.ts';
import { name } from '../../../../test/fakes/fake-report.ts';
import { figuresOf } from '../../../../test/fakes/fake-test.ts';
import {
  againVitals,
  balanced,
  carried,
  goodRun,
  hostVitals,
  probe,
  probeBack,
  rtt,
  tcpVitals,
  tested,
  testedLacp,
} from '../../../../test/fakes/fake-traffic.ts';
import { noMac } from './lacp-words.ts';
import { findingsOfTest } from './tested.ts';

/** What a test of a world is said to show: a finding in each line, its cause behind it. */
function said(world: World): readonly string[] {
  if (world.test === undefined) throw new Error('nothing was tested');
  const hosts = Object.entries(world.hosts).map(([host, ills]) => ({
    host: host as HostId,
    report: reportOf(host, ills),
  }));
  const about = testIn(world, world.test);
  const found = findingsOfTest(hosts, { ...fakeSpec, links: [about.link] }, about);
  return found.map(({ rule, subject, consequenceOf }) =>
    [`${formatSubject(subject)}: ${rule}`, ...(consequenceOf === null ? [] : [consequenceOf.rule])].join(
      ' < ',
    ),
  );
}

const unplugged: Ills = {
  ports: { eth3: { miiStatus: 'down' } },
  devices: { eth3: { carrier: false } },
};
const both = (ills: Ills): World['hosts'] => ({ alpha: ills, beta: ills });
const none = { received: 0 };
const small = { ipBytes: 84 };
const silence: Partial<TestResult> = {
  probes: [
    probe({ received: 2 }),
    probe({ ...small, received: 2 }),
    probeBack(none),
    probeBack({ ...small, ...none }),
  ],
  run: { ok: false, fault: 'cannot-connect', message: 'unable to connect' },
};
const figures = figuresOf({ receivedBytes: 135e6, sentBytes: 136e6, retransmits: 600, mss: 1448 });
const unanswered = lacpWith('beta', {
  aggregator: { id: 1, ports: 1, actorKey: 9, partnerKey: 1, partnerMac: noMac },
});
const layer2 = (partner: string): Ills => ({
  ...lacpWith(partner),
  bond: { ...lacpWith(partner).bond, xmitHashPolicy: 'layer2' },
});
const crossed: Ills = {
  ...lacpWith('beta'),
  ports: { eth2: { lacp: lacpPort(mac('beta')) }, eth3: { lacp: lacpPort(mac('gamma')) } },
};
const burnt = hostVitals({ cpus: [{ cpu: 0, busyPercent: 99.6, softirqPercent: 4 }], meanBusyPercent: 99.6 });

const reordering = againVitals(9000, 8900);

describe('what a test shows, causes first', () => {
  test.each<[string, World]>([
    ['in balance-rr', tested({})],
    ['in 802.3ad', testedLacp({})],
  ])('a healthy link: nothing, %s', (_mode, world) => expect(said(world)).toEqual([]));

  test('balance-rr at MTU 1500: a note that packets are reordered', () => {
    expect(said(tested({ mtu: 1500, vitals: reordering }, 80))).toEqual(['drbd: packets-reordered']);
  });

  test('1: a cable is out', () => {
    const run = { ...goodRun, ports: carried({ eth2: 125, eth3: 0 }), vitals: againVitals(400, 0) };
    expect(said(tested(run, 60, { hosts: both(unplugged) }))).toEqual([
      'alpha/sync0 eth3: port-no-carrier',
      'drbd: packets-lost < port-no-carrier',
      'drbd: rate-low < packets-lost',
      'beta/sync0 eth3: port-no-carrier',
    ]);
  });

  test('2: all legs swallow jumbo frames', () => {
    const probes = [probe(none), probeBack(none), probe(small), probeBack(small)];
    expect(said(tested({ probes, run: null }))).toEqual(['drbd: path-black-hole']);
  });

  test('2: one leg does, in turn and by its port', () => {
    const inTurn = [probe({ received: 2 }), probe(small), probeBack({ received: 2 }), probeBack(small)];
    expect(said(tested({ probes: inTurn, run: null }))).toEqual(['drbd: path-leg-narrow']);
    const [eth2, eth3] = [{ port: name('eth2') }, { port: name('eth3') }];
    const byPort = [probe(eth2), probe({ ...eth3, ...none }), probe({ ...eth3, ...small })];
    expect(said(testedLacp({ probes: byPort, run: null }))).toEqual(['alpha/sync0 eth3: path-leg-narrow']);
  });

  test('3: nobody answers LACP', () => {
    expect(said(testedLacp(silence, 0, { hosts: { alpha: unanswered, beta: lacpWith('alpha') } }))).toEqual([
      'alpha/sync0: lacp-no-partner',
      'alpha/sync0: lacp-aggregators-differ < lacp-no-partner',
      'drbd: path-passes-nothing < lacp-aggregators-differ',
      'drbd: test-cannot-connect < lacp-aggregators-differ',
    ]);
  });

  test('4: the ends run different modes', () => {
    const [first] = said(testedLacp(silence, 0, { hosts: { alpha: unanswered, beta: {} } }));
    expect(first).toBe('drbd: link-modes-differ');
  });

  test('5: the ports lead to two partners', () => {
    const hosts = { alpha: crossed, beta: lacpWith('alpha'), gamma: lacpWith('alpha'), delta: lacpWith('x') };
    expect(said(testedLacp(silence, 0, { hosts }))[0]).toBe('alpha/sync0: ports-crossed');
  });

  test('6: a port is limited to a tenth', () => {
    const world = testedLacp(
      {
        run: { ok: true, figures },
        ports: carried({ eth2: 125, eth3: 12.5 }),
        vitals: againVitals(600, 2),
        latency: { idle: rtt(), loaded: rtt({ p50Ms: 40 }) },
      },
      55,
    );
    expect(said(world)).toEqual([
      'alpha/sync0 eth3: port-limited',
      'drbd: packets-lost < port-limited',
      'drbd: rate-low < packets-lost',
      'drbd: latency-under-load < port-limited',
    ]);
  });

  test('7: one per cent gets lost', () => {
    const world = testedLacp({
      vitals: againVitals(850, 3),
      latency: { idle: rtt(), loaded: rtt({ lost: 2 }) },
    });
    expect(said(world)).toEqual(['drbd: packets-lost', 'drbd: pings-lost < packets-lost']);
  });

  test('8: one leg is late', () => {
    const idle = rtt({ p50Ms: 0.6, p75Ms: 10.4, p99Ms: 10.9 });
    const vitals = {
      sender: hostVitals({ tcp: tcpVitals({ retransSegs: 9000, dsackRecvSegs: 8000, timeouts: 4 }) }),
      receiver: null,
    };
    expect(said(tested({ vitals, latency: { idle, loaded: null } }, 30))).toEqual([
      'drbd: leg-delayed',
      'drbd: reordering-slows < leg-delayed',
      'drbd: tcp-timeouts < leg-delayed',
    ]);
  });

  test('9: a policy that cannot split', () => {
    const hosts = { alpha: layer2('beta'), beta: layer2('alpha') };
    const spread = { ...balanced, kind: 'unplanned', planned: [], agrees: null } as const;
    expect(said(testedLacp({ spread, ports: carried({ eth2: 250, eth3: 0 }) }, 95, { hosts }))).toEqual([
      'alpha/sync0: policy-cannot-split',
      'drbd: probes-reach-one-port < policy-cannot-split',
    ]);
  });

  test('10: others send too, which also keeps the CPU busy', () => {
    const world = tested(
      { ports: carried({ eth2: 160, eth3: 160 }), vitals: { sender: burnt, receiver: burnt } },
      75,
    );
    expect(said(world)).toEqual(['drbd: traffic-of-others', 'alpha: cpu-busy < traffic-of-others']);
  });

  test('11: a CPU is busy', () => {
    expect(said(tested({ vitals: { sender: burnt, receiver: burnt } }, 55))).toEqual([
      'alpha: cpu-busy',
      'drbd: rate-low < cpu-busy',
    ]);
  });

  test('12: a third host has the address of one of the ends', () => {
    const hosts = { alpha: {}, beta: {}, gamma: { devices: { sync0: at('10.9.0.97/24') } } };
    expect(said(tested(silence, 0, { hosts }))).toEqual([
      'alpha/sync0: ip-on-two-hosts',
      'drbd: path-passes-nothing < ip-on-two-hosts',
      'drbd: test-cannot-connect < ip-on-two-hosts',
    ]);
  });
});
