import type { Spread, TestResult } from '@bondctl/proto/model/linktest';
import { lacpWith, type World } from '../../../../../test/fakes/fake-patients.ts';
import { name } from '../../../../../test/fakes/fake-report.ts';
import { balanced, carried, goodRun, tested, testedLacp } from '../../../../../test/fakes/fake-traffic.ts';
import { proveFamily } from '../../../../../test/fakes/rule-cases.ts';
import { spreading } from './spreading.ts';

const [good, goodLacp] = [tested({}), testedLacp({})];
const streams = (count: number): TestResult['parameters'] => ({
  ...{ class: 'measure', streams: count, seconds: 10, protocol: 'tcp', direction: 'forth', offeredBps: null },
});
const left = carried({ eth2: 249, eth3: 1 });
const joined = carried({ eth2: 125, eth3: 125 }, { eth2: 249, eth3: 1 });
const unplanned: Spread = {
  kind: 'unplanned',
  why: 'no source ports help',
  planned: [],
  forecast: [],
  agrees: null,
};
const uneven: Spread = { ...balanced, kind: 'uneven', why: '3 streams are not a multiple of 2 ports' };
const elsewhere: Spread = {
  ...balanced,
  forecast: [{ port: name('eth2'), forecastPercent: 50, countedPercent: 100 }],
  agrees: false,
};
const switched: Partial<World> = { link: { medium: 'switched' } };
const layer2 = { ...lacpWith('beta'), bond: { ...lacpWith('beta').bond, xmitHashPolicy: 'layer2' } } as const;
const single = { hosts: { alpha: {}, beta: { bond: { mode: 'active-backup' } } }, ...switched } as const;

proveFamily(spreading, {
  'one-stream-one-port': {
    fires: { '802.3ad': testedLacp({ parameters: streams(1), ports: left }) },
    silent: { 'four streams': goodLacp, 'balance-rr': tested({ parameters: streams(1) }) },
  },
  'mode-receives-on-one-port': {
    fires: { 'balance-alb': tested({ mode: 'balance-alb' }) },
    silent: {
      good,
      'one stream': tested({ mode: 'balance-alb', parameters: streams(1) }),
      'nothing measured': tested({ mode: 'balance-tlb', run: null }),
    },
  },
  'port-idle': {
    fires: { 'the kernel chose': testedLacp({ spread: unplanned, ports: left }) },
    silent: {
      goodLacp,
      'they were planned': testedLacp({ ports: left }),
      'one stream': testedLacp({ spread: unplanned, ports: left, parameters: streams(1) }),
      'the policy is another rule': testedLacp({ spread: unplanned, ports: left }, 95, {
        hosts: { alpha: layer2, beta: layer2 },
      }),
    },
  },
  'streams-uneven': {
    fires: { 'three on two': testedLacp({ spread: uneven }) },
    silent: { goodLacp, 'nothing measured': testedLacp({ spread: uneven, run: null }) },
  },
  'streams-went-elsewhere': {
    fires: { 'all by one': testedLacp({ spread: elsewhere }) },
    silent: { goodLacp, 'nothing foreseen': testedLacp({ spread: unplanned }) },
  },
  'switch-uses-one-port': {
    fires: { 'its hash': testedLacp({ ports: joined }, 50, switched) },
    silent: {
      'on cables': testedLacp({ ports: joined }),
      'the sender did not spread': testedLacp({ ports: left }, 50, switched),
      'it arrived by both': testedLacp({}, 95, switched),
      'balance-rr is another rule': tested({ ports: joined }, 50, switched),
    },
  },
  'rr-arrives-on-one-port': {
    fires: { 'a switch joins it': tested({ ports: joined }, 50, switched) },
    silent: {
      good: tested({}, 95, switched),
      'the receiver takes one port only': tested({ ports: joined }, 50, single),
      'on cables': tested({ ports: joined }),
    },
  },
  'port-receives-nothing': {
    fires: {
      'half of it vanished': tested({ ports: carried({ eth2: 125, eth3: 125 }, { eth2: 125, eth3: 0 }) }),
    },
    silent: {
      good,
      'nothing was sent to it': testedLacp({ ports: left }),
      'cables lead to ports of another name': testedLacp({
        ports: carried({ eth2: 249, eth3: 1 }, { eth2: 1, eth3: 249 }),
      }),
      'behind a switch nobody knows': tested({ ports: joined }, 50, switched),
      'other ports, matched by place': tested({
        ports: {
          ...goodRun.ports,
          sender: carried({ p1: 125, p2: 125 }).sender,
          receiver: carried({}, { eth2: 125, eth3: 125 }).receiver,
        },
      }),
    },
  },
});
