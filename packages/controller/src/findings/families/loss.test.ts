import type { TestResult } from '@bondctl/proto/model/linktest';
import { figuresOf } from '../../../../../test/fakes/fake-test.ts';
import {
  againVitals,
  carried,
  hostVitals,
  rtt,
  tcpVitals,
  tested,
  testedLacp,
} from '../../../../../test/fakes/fake-traffic.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { loss } from './loss.ts';

const good = tested({});
const unwatched = tested({ vitals: { sender: null, receiver: null }, latency: null });
const reordered = { vitals: againVitals(9000, 8900) };
const lost = testedLacp({ vitals: againVitals(700, 3) });
const timeouts = { sender: hostVitals({ tcp: tcpVitals({ timeouts: 5 }) }), receiver: null };
const stalled = { run: { ok: true, figures: figuresOf({ receivedBytes: 0 }) }, vitals: timeouts } as const;
const noData = { run: { ok: false, fault: 'no-data', message: 'no bytes' }, vitals: timeouts } as const;
const pings = (count: number, missing: number): Partial<TestResult> => ({
  latency: { idle: rtt(), loaded: rtt({ count, lost: missing }) },
});
const datagrams = (missing: number, offeredBps: number): Partial<TestResult> => ({
  parameters: { class: 'measure', streams: 1, seconds: 10, protocol: 'udp', direction: 'forth', offeredBps },
  run: {
    ok: true,
    figures: figuresOf({ udp: { packets: 9000, lost: missing, jitterMs: 0.1, outOfOrder: 0 } }),
  },
});
const oldKernel = hostVitals({ tcp: tcpVitals({ retransSegs: 2000, dsackRecv: 400, dsackRecvSegs: null }) });

proveFamily(loss, {
  'packets-lost': {
    fires: {
      'sent again and missed': lost,
      'among reordered ones, and pings too': tested({ vitals: againVitals(9000, 8000), ...pings(50, 3) }),
      'on one leg by its counters': tested({
        ports: carried({ eth2: 125, eth3: 125 }, { eth2: 125, eth3: 124 }),
      }),
      datagrams: tested(datagrams(90, 100e6)),
    },
    silent: {
      good,
      unwatched,
      'only in another order': tested(reordered),
      'a few': tested({ vitals: againVitals(100, 0) }),
      'reports that may be of many segments': tested({ vitals: { sender: oldKernel, receiver: null } }),
      'more datagrams than fit': tested(datagrams(900, 300e6)),
      'both legs count otherwise': tested({
        ports: carried({ eth2: 125, eth3: 125 }, { eth2: 124, eth3: 124 }),
      }),
    },
  },
  'pings-lost': {
    fires: {
      'under load': tested(pings(47, 3)),
      idle: tested({ latency: { idle: rtt({ lost: 2 }), loaded: null } }),
    },
    silent: { good, 'the last one': tested(pings(49, 1)), unwatched },
  },
  'packets-reordered': {
    fires: { 'and fast': tested(reordered), 'in another mode': testedLacp(reordered) },
    silent: { good, 'and slow is another rule': tested(reordered, 45), lost },
  },
  'reordering-slows': {
    fires: { 'less than one port and a half': tested(reordered, 45) },
    silent: { good, 'and fast is another rule': tested(reordered) },
  },
  'tcp-timeouts': {
    fires: { five: tested({ vitals: timeouts }) },
    silent: { good, 'nothing arrived, which is another rule': tested(stalled) },
  },
  'tcp-stalled': {
    fires: { 'nothing arrived': tested(stalled), 'iperf3 gave up': tested(noData) },
    silent: {
      good,
      'nothing was measured': tested({ run: null }),
      'no timeouts': tested({ ...stalled, vitals: { sender: hostVitals(), receiver: null } }),
    },
  },
});
