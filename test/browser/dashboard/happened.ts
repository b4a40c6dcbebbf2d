// What happened, how fast it went, and how it tested: answers in place of the API's.
import type { Fact, RecordedEvent } from '@bondctl/proto/model/event';
import type { FleetLine } from '@bondctl/proto/model/fleet';
import type { SeriesView } from '@bondctl/proto/model/history';
import type { BondName, HostId, LinkName, RolloutId, TestId, TxId } from '@bondctl/proto/model/names';
import { testSummary } from '@bondctl/proto/model/test-summary';
import type { TestSummary } from '@bondctl/proto/model/view';
import { fakeTest } from '../../fakes/fake-parts.ts';
import { name } from '../../fakes/fake-report.ts';
import { sceneUnixMs } from './scene.ts';

const alpha = 'alpha' as HostId;
const link = 'drbd' as LinkName;
const rollout = 'ro_fake12345' as RolloutId;
const tx = 'tx_fake12345' as TxId;

const facts: readonly (readonly [agoS: number, actor: string, fact: Fact])[] = [
  [86_000, 'cli:root', { type: 'revisionAccepted', revision: 7 }],
  [85_900, 'controller', { type: 'hostCommitted', rollout, host: alpha, tx }],
  [
    4_000,
    'controller',
    {
      type: 'linkTested',
      test: 'test_fake12345' as TestId,
      link,
      passed: false,
      sentence: '912 Mbit/s received, 46 % of what this configuration can carry; 90 % expected',
    },
  ],
  [
    720,
    'agent:alpha',
    {
      type: 'linkEventSeen',
      host: alpha,
      bond: 'sync0',
      port: 'eth3',
      what: 'mii status',
      before: 'up',
      after: 'down',
      happenedUnixMs: null,
      errorMs: null,
      cause: 'carrier',
    },
  ],
  [
    30,
    'controller',
    { type: 'driftSeen', host: alpha, bond: 'sync0' as BondName, differences: [], sinceUnixMs: sceneUnixMs },
  ],
];

/** What happened to the link and its ends, oldest first. */
export const happened: { readonly events: readonly RecordedEvent[] } = {
  events: facts.map(([agoS, actor, fact], nth) => ({
    id: nth + 1,
    atUnixMs: sceneUnixMs - agoS * 1_000,
    actor,
    fact,
  })),
};

const usual = testSummary(fakeTest);

const test = (nth: number, change: Partial<TestSummary>): TestSummary => ({
  ...usual,
  id: `test_fake1234${nth}` as TestId,
  atUnixMs: sceneUnixMs - nth * 26_000_000,
  ...change,
});

/** The last tests of the link, newest first. */
export const tested: { readonly tests: readonly TestSummary[] } = {
  tests: [
    test(1, {
      passed: false,
      receivedBps: 912e6,
      percentOfConfiguration: 46,
      sentence: 'All streams leave by eth2. 46 % of what this configuration can carry; 90 % expected',
    }),
    test(2, { receivedBps: 1.95e9, percentOfConfiguration: 98.4 }),
    test(3, { receivedBps: 1.91e9, percentOfConfiguration: 96.2 }),
    test(4, { passed: false, receivedBps: null, percentOfConfiguration: null, sentence: 'beta refused' }),
  ],
};

const bond = 'sync0' as BondName;
const ports = [name('eth2'), name('eth3')];

/** Rates as they come in life: never twice the same. */
const rateAt = (nth: number, at: number): number =>
  (0.6 + 0.3 * Math.sin(at / 17 + nth) + 0.05 * Math.sin(at * 3)) * 1e9;

/** The last ten minutes of both ends, with a hole in them. */
export const tenMinutes = (host: string): SeriesView => ({
  everyMs: 1_000,
  fromUnixMs: sceneUnixMs - 600_000,
  untilUnixMs: sceneUnixMs,
  series: ports.map((port, nth) => ({
    host: host as HostId,
    bond,
    port,
    points: Array.from({ length: 600 }, (_, at) => at)
      .filter((at) => at < 200 || at > 240)
      .map((at) => [sceneUnixMs - (600 - at) * 1_000, rateAt(nth, at), rateAt(nth + 3, at) / 8] as const),
    peaks: [],
  })),
});

/** The rates of both ends, once a second. */
export const rates = (atUnixMs: number, nth: number): readonly FleetLine[] =>
  ['alpha', 'beta'].map((host) => ({
    type: 'rates',
    host: host as HostId,
    atUnixMs,
    ports: ports.map((port, which) => ({
      bond,
      port,
      txBps: rateAt(which, 600 + nth),
      rxBps: rateAt(which + 3, 600 + nth) / 8,
    })),
  }));
