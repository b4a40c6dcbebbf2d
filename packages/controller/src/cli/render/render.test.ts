import { BondctlError } from '@bondctl/proto/model/error';
import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { RankedFinding } from '@bondctl/proto/model/finding';
import type { RolloutId, TxId } from '@bondctl/proto/model/names';
import type { RolloutView } from '@bondctl/proto/model/view';
import { describe, expect, test } from 'vitest';
import { alpha, beta, drbd, fakeRollout, fakeTest } from '../../../../../test/fakes/fake-parts.ts';
import { name } from '../../../../../test/fakes/fake-report.ts';
import { renderEvents, renderTimeLine } from './events.ts';
import { renderError } from './mistakes.ts';
import { plain } from './paint.ts';
import { renderProgress } from './progress.ts';
import { renderRollout, renderRollouts } from './rollout.ts';
import { renderTest } from './test.ts';
import { age, rate, time } from './units.ts';

const at = Date.UTC(2026, 10, 23, 18, 55, 25);
const tx = 'tx_render1234' as TxId;

const split: RolloutView = {
  id: fakeRollout,
  revision: 3,
  startedUnixMs: at,
  endedUnixMs: at + 42_000,
  actor: 'cli:ada',
  state: 'needsPerson',
  why: 'alpha committed, beta did not answer',
  waves: [],
  hosts: [
    { host: alpha, tx, phase: 'committed', why: '' },
    { host: beta, tx, phase: 'verified', why: '' },
  ],
  proofs: [{ link: drbd.name, passed: true, test: fakeTest.id, why: '' }],
};

test('a link test', () => {
  const { result, judgement } = fakeTest;
  const probe = {
    from: drbd.ends[0],
    to: drbd.ends[1],
    ipBytes: 9000,
    sent: 3,
    received: 3,
    complaint: null,
    port: null,
  };
  const blocked = { ...probe, received: 0, complaint: 'message too long' };
  const verdicts = [
    { expectation: 'pathMtu', held: 'no', sentence: '9000 bytes do not pass from beta to alpha' } as const,
  ];
  const view = {
    ...fakeTest,
    result: { ...result, probes: [probe, blocked] },
    judgement: { ...judgement, verdicts, passed: false },
  };
  expect(renderTest(view, plain)).toMatchInlineSnapshot(`
    "drbd: failed  alpha/sync0 to beta/sync0, balance-rr, MTU 9000, 1 TCP stream for 10 s (test_fake12345)

    measured                1.96 Gbit/s received, 3 retransmissions
    of this configuration   99.0 % of 1.98 Gbit/s
    of this hardware        99.0 % of 1.98 Gbit/s
    the ceiling             2 x 990 Mbit/s
    path MTU                9000 bytes alpha/sync0 to beta/sync0: 3 of 3 passed
    path MTU                9000 bytes alpha/sync0 to beta/sync0: 0 of 3 passed (message too long)

    PORT               SENT        RECEIVED   SHARE
    alpha/sync0 eth2   1230.0 MB   0.0 MB     50.0 %
    alpha/sync0 eth3   1230.0 MB   0.0 MB     50.0 %

    no  9000 bytes do not pass from beta to alpha
    "
  `);
});

test('a link test without figures says why', () => {
  const { result, judgement } = fakeTest;
  const run = { ok: false, fault: 'busy', message: 'the iperf3 server was busy' } as const;
  const unknown = {
    percentOfConfiguration: null,
    percentOfHardware: null,
    ceilingBps: null,
    hardwareBps: null,
    ceilingSentence: '',
  };
  const view = {
    ...fakeTest,
    result: { ...result, run, ports: { sender: [], receiver: [] } },
    judgement: { ...judgement, ...unknown, passed: false },
  };
  expect(renderTest(view, plain)).toMatchInlineSnapshot(`
    "drbd: failed  alpha/sync0 to beta/sync0, balance-rr, MTU 9000, 1 TCP stream for 10 s (test_fake12345)

    measured   nothing: the iperf3 server was busy
    "
  `);
});

test('a link test shows causes with their evidence, and what follows from them below', () => {
  const about = { kind: 'link', link: drbd.name, ends: drbd.ends } as const;
  const port = { kind: 'port', host: alpha, bond: name('sync0'), port: name('eth3') } as const;
  const words = { evidence: ['a fact'], advice: 'Do this.', source: 'https://example.org', explains: [] };
  const findings: readonly RankedFinding[] = [
    {
      ...words,
      rule: 'port-limited',
      severity: 'fault',
      subject: port,
      consequenceOf: null,
      cause: 'It is slow.',
    },
    {
      ...words,
      rule: 'rate-low',
      severity: 'warning',
      subject: about,
      cause: 'Little arrived.',
      consequenceOf: { rule: 'port-limited', subject: port },
    },
  ];
  const [, after] = renderTest({ ...fakeTest, findings }, plain).split('50.0 %\n\n');
  expect(after).toMatchInlineSnapshot(`
    "
    alpha/sync0 eth3
      fault port-limited: It is slow.
        - a fact
        Do: Do this.
        Source: https://example.org
        so warning rate-low: drbd: Little arrived.
          - a fact
    "
  `);
});

describe('rollouts', () => {
  test('as a list', () => {
    const good = { ...split, id: 'ro_fake67890' as RolloutId, state: 'finished' as const, why: '' };
    expect(renderRollouts([split, good], plain)).toMatchInlineSnapshot(`
      "ROLLOUT        REVISION   STARTED                TOOK   ACTOR     STATE
      ro_fake12345   3          2026-11-23 18:55:25Z   42 s   cli:ada   A PERSON IS NEEDED   alpha committed, beta did not answer
      ro_fake67890   3          2026-11-23 18:55:25Z   42 s   cli:ada   finished
      "
    `);
  });

  test('one of them', () => {
    expect(renderRollout(split, plain)).toMatchInlineSnapshot(`
      "rollout ro_fake12345 of revision 3: A PERSON IS NEEDED after 42 s
      alpha committed, beta did not answer

      HOST    PHASE
      alpha   committed
      beta    verified

      PROOF
      drbd    passed   test_fake12345

      1 host committed
      "
    `);
  });
});

const facts: readonly RecordedEvent['fact'][] = [
  { type: 'tokenCreated', tokenId: 'tok_1' },
  {
    type: 'linkEventSeen',
    host: alpha,
    bond: 'sync0',
    port: 'eth2',
    what: 'mii',
    before: 'up',
    after: 'down',
    happenedUnixMs: null,
    errorMs: null,
    cause: 'carrier',
  },
  { type: 'hostRolledBack', rollout: fakeRollout, host: alpha, tx, why: 'the proof failed' },
];
const events = facts.map(
  (fact, index): RecordedEvent => ({ id: index + 1, atUnixMs: at, actor: 'cli:ada', fact }),
);

test('events', () => {
  expect(renderEvents(events)).toMatchInlineSnapshot(`
    "ID   TIME                   ACTOR     EVENT
    1    2026-11-23 18:55:25Z   cli:ada   tokenCreated     tokenId=tok_1
    2    2026-11-23 18:55:25Z   cli:ada   linkEventSeen    alpha/sync0 eth2: mii up -> down (carrier)
    3    2026-11-23 18:55:25Z   cli:ada   hostRolledBack   rollout=ro_fake12345 host=alpha tx=tx_render1234 the proof failed
    "
  `);
  expect(renderEvents([])).toBe('No events.\n');
});

test('both ends of a link stand on one time line, by when it happened and not by when it was recorded', () => {
  const seen = (host: typeof alpha, agoMs: number, errorMs: number | null): RecordedEvent['fact'] => ({
    type: 'linkEventSeen',
    host,
    bond: 'sync0',
    port: 'eth2',
    what: 'mii status',
    before: 'up',
    after: 'down',
    happenedUnixMs: errorMs === null ? null : at - agoMs,
    errorMs,
    cause: errorMs === null ? null : 'carrier',
  });
  const told = [
    seen(alpha, 40, 3),
    seen(beta, 45, 12),
    seen(beta, 0, null),
    { type: 'eventsLost', host: beta, from: 3, to: 3, reason: 'the agent restarted' } as const,
  ];
  const line = told.map(
    (fact, index): RecordedEvent => ({ id: index + 1, atUnixMs: at, actor: 'agent', fact }),
  );
  expect(renderTimeLine(line)).toMatchInlineSnapshot(`
    "TIME                       ERROR     END           EVENT                                                  CAUSE
    2026-11-23 18:55:24.955Z   ±12 ms    beta/sync0    eth2: mii status up -> down                            carrier
    2026-11-23 18:55:24.960Z   ±3 ms     alpha/sync0   eth2: mii status up -> down                            carrier
    2026-11-23 18:55:25.000Z   unknown   beta/sync0    eth2: mii status up -> down
    2026-11-23 18:55:25.000Z             beta          eventsLost host=beta from=3 to=3 the agent restarted
    "
  `);
  expect(renderTimeLine([])).toBe('No events.\n');
});

test('progress', () => {
  const lines = [
    ...events.map((event) => ({ type: 'event', event }) as const),
    {
      type: 'phase',
      host: alpha,
      tx,
      phase: 'applying',
      step: 2,
      steps: 7,
      sentence: 'set mtu of eth2',
    } as const,
    {
      type: 'rates',
      host: alpha,
      test: fakeTest.id,
      ports: [{ port: name('eth2'), txBps: 981_000_000, rxBps: 12_000 }],
    } as const,
    { type: 'alive', atUnixMs: at } as const,
  ];
  expect(lines.map((line) => renderProgress(line, plain)).join('\n')).toMatchInlineSnapshot(`
    "18:55:25  tokenCreated  tokenId=tok_1
    18:55:25  linkEventSeen  alpha/sync0 eth2: mii up -> down (carrier)
    18:55:25  hostRolledBack  rollout=ro_fake12345 host=alpha tx=tx_render1234 the proof failed
              alpha  applying 2/7  set mtu of eth2
              alpha  eth2 tx 981 Mbit/s rx 12.0 kbit/s
    "
  `);
});

test('an error shows every mistake with its place, every refusal with its subject, and its sentence last', () => {
  const place = { file: 'cluster.yaml', line: 4, column: 11 };
  const error = new BondctlError('bad-input', 'cluster.yaml has 2 mistakes.', {
    mistakes: [
      { ...place, path: 'bonds.sync0.mode', message: '"balance-r" is no mode' },
      { ...place, path: '', message: 'the file is empty' },
    ],
    refusals: [{ subject: 'alpha: eth2', message: 'NetworkManager owns it' }],
  });
  expect(renderError(error)).toMatchInlineSnapshot(`
    "cluster.yaml:4:11 bonds.sync0.mode: "balance-r" is no mode
    cluster.yaml:4:11 the file is empty
    alpha: eth2: NetworkManager owns it
    bondctl: cluster.yaml has 2 mistakes.
    "
  `);
});

test.each([
  [1_964_000_000, '1.96 Gbit/s'],
  [944_000_000, '944 Mbit/s'],
  [19_940_000, '19.9 Mbit/s'],
  [2_500, '2.50 kbit/s'],
  [0, '0 bit/s'],
])('a rate of %d', (bps, text) => {
  expect(rate(bps)).toBe(text);
});

test.each([
  [0, '0 s'],
  [119_000, '119 s'],
  [600_000, '10 min'],
  [7_200_000, '2 h'],
  [3 * 86_400_000, '3 days'],
  [-5, '0 s'],
])('an age of %d', (ms, text) => {
  expect(age(ms)).toBe(text);
});

test('a time is the same everywhere', () => {
  expect(time(at)).toBe('2026-11-23 18:55:25Z');
});
