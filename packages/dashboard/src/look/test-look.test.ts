import type { TestResult } from '@bondctl/proto/model/linktest';
import type { TestView } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { earlierThan, receivedText, testFacts } from './test-look.ts';

const figures = { receivedBps: 1.96e9, retransmits: 100, sentBytes: 1e8, mss: 1_000, streams: [], udp: null };
const result = (run: unknown): TestResult =>
  ({
    run,
    latency: null,
    parameters: {
      class: 'measure',
      streams: 1,
      seconds: 10,
      protocol: 'tcp',
      direction: 'forth',
      offeredBps: null,
    },
    mode: 'balance-rr',
    mtu: 9000,
    spread: null,
    probes: [],
    documents: { client: null, server: null },
  }) as unknown as TestResult;
const good = result({ ok: true, figures });
const facts = (of: TestResult) =>
  Object.fromEntries(testFacts({ result: of } as TestView).map(({ name, value }) => [name, value]));

test('a figure is said, and so is that there is none', () => {
  expect(receivedText(good)).toBe('1.96 Gbit/s');
  expect(receivedText(result({ ok: false, fault: 'busy', message: '' }))).toBe('no figure');
  expect(receivedText(result(null))).toBe('nothing was sent');
});

test('what was sent again is told as a share of what was sent', () => {
  expect(facts(good)).toMatchObject({ 'Sent again': '100 segments, 0.10 %', Run: '1 TCP stream for 10 s' });
  expect(facts(result({ ok: true, figures: { ...figures, retransmits: 5 } }))).toMatchObject({
    'Sent again': '5 segments, less than 0.01 %',
  });
  expect(facts(result(null))).toMatchObject({
    'Sent again': 'not counted',
    'Round trip, idle': 'not measured',
  });
});

test('the earlier test is the newest that is not later', () => {
  const tests = [
    { id: 'later', atUnixMs: 9 },
    { id: 'own', atUnixMs: 5 },
    { id: 'before', atUnixMs: 4 },
    { id: 'first', atUnixMs: 1 },
  ];
  const own = { id: 'own', atUnixMs: 5 } as TestView;
  expect(earlierThan(tests, own)).toBe('before');
  expect(earlierThan(tests.slice(0, 2), own)).toBeNull();
});
