import type { TestResult } from '@bondctl/proto/model/linktest';
import type { RttFigures } from '@bondctl/proto/model/vitals';
import { figuresOf } from '../../../../../test/fakes/fake-test.ts';
import {
  againVitals,
  balanced,
  carried,
  rtt,
  tested,
  testedLacp,
} from '../../../../../test/fakes/fake-traffic.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { slow } from './slow.ts';

const [good, goodLacp] = [tested({}), testedLacp({})];
const tenth = carried({ eth2: 125, eth3: 12 });
const unplanned = { ...balanced, kind: 'unplanned', planned: [], agrees: null } as const;
const idle = (over: Partial<RttFigures>): Partial<TestResult> => ({
  latency: { idle: rtt(over), loaded: null },
});
const apart = { p50Ms: 0.5, p75Ms: 10.3, p99Ms: 10.6 };
const under = (p50Ms: number, lost = 0): Partial<TestResult> => ({
  latency: { idle: rtt(), loaded: rtt({ p50Ms, lost }) },
});
const datagrams = figuresOf({ udp: { packets: 9000, lost: 0, jitterMs: 0.1, outOfOrder: 0 } });

proveFamily(slow, {
  'port-limited': {
    fires: { 'to a tenth': testedLacp({ ports: tenth }, 55) },
    silent: {
      good,
      goodLacp,
      'a little less': testedLacp({ ports: carried({ eth2: 125, eth3: 80 }) }, 80),
      'the streams went elsewhere': testedLacp({ ports: tenth, spread: { ...balanced, agrees: false } }, 55),
      'nothing was planned': testedLacp({ ports: tenth, spread: unplanned }, 55),
    },
  },
  'leg-delayed': {
    fires: {
      'ten ms on one of two': tested(idle(apart), 30),
      'one of the late answers later still': tested(idle({ ...apart, p99Ms: 16 }), 30),
      'pings beside a stream that all took the fast one': tested({
        latency: { idle: rtt(apart), loaded: rtt({ count: 50 }) },
      }),
    },
    silent: {
      good,
      'one late answer': tested(idle({ p99Ms: 30 })),
      'late by another time each': tested(idle({ ...apart, p99Ms: 60 })),
      'the middle is in neither group': tested(idle({ ...apart, p50Ms: 5 })),
      'spread evenly': tested(idle({ minMs: 0.2, p25Ms: 2, p75Ms: 6.5, p99Ms: 9 })),
      'an agent that tells no quartiles': tested(idle({ ...apart, p25Ms: null, p75Ms: null, minMs: null })),
      'a mode that sends pings one way': testedLacp(idle(apart)),
    },
  },
  'rate-low': {
    fires: { 'half of it': testedLacp({}, 50) },
    silent: {
      goodLacp,
      enough: testedLacp({}, 75),
      'reordering is another rule': tested({ vitals: againVitals(9000, 8900) }, 40),
      'the hash was not steered': testedLacp({ spread: unplanned }, 50),
      'datagrams are sent as fast as asked': tested({ run: { ok: true, figures: datagrams } }, 20),
    },
  },
  'latency-under-load': {
    fires: { 'a long queue': tested(under(20)) },
    silent: { good, 'a short one': tested(under(4)), 'packets got lost': tested(under(20, 3)) },
  },
});
