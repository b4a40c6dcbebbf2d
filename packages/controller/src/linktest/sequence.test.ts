import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { IperfRun, PathProbe, RunFault, RunVerdict } from '@bondctl/proto/model/linktest';
import type { LinkName } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf, resultOf, testPlanOf } from '../../../../test/fakes/fake-test.ts';
import { judge } from './judge.ts';
import type { Asked, TestPlan } from './orders.ts';
import { begin, isOver, type Sequence, type SequenceEvent, step } from './sequence.ts';

const plan = testPlanOf();
const iperf = (role: IperfRun['role']): IperfRun => ({
  role,
  version: '3.12',
  command: [],
  document: '{}',
  exit: { kind: 'code', code: 0 },
  ending: 'finished',
});
const good: RunVerdict = { ok: true, figures: figuresOf() };
const bad = (fault: RunFault): RunVerdict => ({ ok: false, fault, message: fault });

const received = { samples: [], vitals: null, surroundings: { kernel: '6.1.0-beta', interfaces: [] } };
const quartiles = { minMs: 0.1, p25Ms: 0.1, p75Ms: 0.2 };
const latency = { idle: { p50Ms: 0.1, p99Ms: 0.2, count: 8, lost: 0, ...quartiles }, loaded: null };
const sent = { ...received, latency, surroundings: { kernel: '6.1.0-alpha', interfaces: [] } };

/** What a host that does everything right answers. */
function answer({ order }: Asked): CommandOutcome {
  switch (order.kind) {
    case 'probe':
      return { kind: 'probed', probe: { ...order, sent: 4, received: 4, complaint: null } };
    case 'serve':
      return { kind: 'serving', port: 5300, version: '3.12' };
    case 'measure':
      return { kind: 'measured', verdict: good, run: iperf('client'), ...sent };
    case 'collect':
      return { kind: 'collected', disturbance: null, run: iperf('server'), ...received };
    case 'cancel':
      return { kind: 'cancelled', test: order.test };
    default:
      return order satisfies never;
  }
}

type Say = (asked: Asked, nth: number) => CommandOutcome | 'lost';

/** Plays a test to its end: one line for each order with its answer, and the end. */
function play(say: Say, how: Partial<TestPlan> = {}, nowMs = 0): { trace: string[]; state: Sequence } {
  let [state, queue] = begin({ ...plan, ...how }) as [Sequence, readonly Asked[]];
  const trace: string[] = [];
  for (let nth = 0; queue.length > 0 && nth < 100; nth += 1) {
    const [asked, ...rest] = queue as readonly [Asked, ...Asked[]];
    const outcome = say(asked, nth);
    trace.push(`${asked.host} ${asked.order.kind}: ${outcome === 'lost' ? 'lost' : outcome.kind}`);
    const event: SequenceEvent =
      outcome === 'lost'
        ? { type: 'lost', ...asked, why: 'not connected', nowMs }
        : { type: 'answered', ...asked, outcome, nowMs };
    const [next, more] = step(state, event);
    state = next;
    queue = [...rest, ...more];
  }
  return { trace, state };
}

const narrow = (asked: Asked): CommandOutcome => {
  const outcome = answer(asked);
  if (outcome.kind !== 'probed' || outcome.probe.ipBytes < 9000) return outcome;
  return { kind: 'probed', probe: { ...outcome.probe, received: 0 } };
};

describe('a coordinated test', () => {
  test('probes both ways, serves, measures, collects', () => {
    const { trace, state } = play(answer);
    expect(trace).toEqual([
      'alpha probe: probed',
      'beta probe: probed',
      'beta serve: serving',
      'alpha measure: measured',
      'beta collect: collected',
    ]);
    expect(state).toMatchObject({
      phase: 'done',
      found: {
        run: good,
        client: { role: 'client' },
        server: { role: 'server' },
        latency,
        surroundings: { sender: { kernel: '6.1.0-alpha' }, receiver: { kernel: '6.1.0-beta' } },
      },
    });
  });

  test('without parameters it only probes', () => {
    expect(play(answer, { parameters: null }).trace).toEqual(['alpha probe: probed', 'beta probe: probed']);
  });

  test('a path that is too narrow is asked again, then probed with small packets, and not measured', () => {
    const { trace, state } = play(narrow);
    const bothWays = ['alpha probe: probed', 'beta probe: probed'];
    expect(trace).toEqual([...bothWays, ...bothWays, ...bothWays]);
    const sizes = state.phase === 'done' ? state.found.probes.map((probe: PathProbe) => probe.ipBytes) : [];
    expect(sizes).toEqual([9000, 9000, 9000, 9000, 84, 84]);
    expect(state).toMatchObject({ found: { run: null } });
  });

  test.each([
    ['once: it is measured', 1, [9000, 9000, 9000], true],
    ['each time: one leg is too narrow', 2, [9000, 9000, 9000, 84], false],
  ] as const)('some packets are lost %s', (_how, times, sizes, measured) => {
    let left: number = times;
    const { state } = play((asked) => {
      const outcome = answer(asked);
      const isLossy = asked.host === 'alpha' && outcome.kind === 'probed' && outcome.probe.ipBytes === 9000;
      if (!isLossy || left === 0) return outcome;
      left -= 1;
      return { kind: 'probed', probe: { ...outcome.probe, received: 3 } };
    });
    const found = state.phase === 'done' ? state.found : undefined;
    expect(found?.probes.map((probe) => probe.ipBytes)).toEqual(sizes);
    expect(found?.run !== null).toBe(measured);
  });

  test('where the path MTU is not expected it is measured all the same', () => {
    expect(play(narrow, { needsPathMtu: false }).trace).toContain('alpha measure: measured');
  });
});

/** The nth measurement ends like this, everything else is well. */
const measuring =
  (...verdicts: readonly RunVerdict[]): Say =>
  (asked) => {
    const outcome = answer(asked);
    if (outcome.kind !== 'measured') return outcome;
    const [verdict = good, ...later] = verdicts;
    verdicts = later;
    return { ...outcome, verdict };
  };

describe('a void run', () => {
  test.each(['busy', 'cannot-connect', 'address-in-use'] as const)('%s is tried once more', (fault) => {
    const { trace, state } = play(measuring(bad(fault)));
    expect(trace.slice(2)).toEqual([
      'beta serve: serving',
      'alpha measure: measured',
      'beta cancel: cancelled',
      'beta serve: serving',
      'alpha measure: measured',
      'beta collect: collected',
    ]);
    expect(state).toMatchObject({ found: { run: good } });
  });

  test('that was cut off is tried once more, when the far end has not ended it for others', () => {
    const { trace, state } = play(measuring(bad('interrupted')));
    expect(trace.slice(4)).toEqual([
      'beta collect: collected',
      'beta cancel: cancelled',
      'beta serve: serving',
      'alpha measure: measured',
      'beta collect: collected',
    ]);
    expect(state).toMatchObject({ found: { run: good } });
  });

  test('twice void is the result', () => {
    const { trace, state } = play(measuring(bad('interrupted'), bad('interrupted')));
    expect(trace.filter((line) => line.includes('measure'))).toHaveLength(2);
    expect(state).toMatchObject({ phase: 'done', found: { run: bad('interrupted') } });
  });

  test.each(['watchdog', 'no-data', 'too-short', 'policy', 'network'] as const)(
    '%s is not tried again',
    (fault) => {
      expect(play(measuring(bad(fault))).trace.filter((line) => line.includes('measure'))).toHaveLength(1);
    },
  );

  test('a firewalled port is tried on another one, then said in a sentence and never judged slow', () => {
    const message = 'iperf3 said: unable to connect to server: Connection timed out';
    const timedOut = { ok: false, fault: 'cannot-connect', message } as const;
    const dropped = measuring(timedOut, timedOut);
    const ports: number[] = [];
    const { state } = play((asked, nth) => {
      if (asked.order.kind === 'measure') ports.push(asked.order.port);
      const outcome = dropped(asked, nth);
      return outcome !== 'lost' && outcome.kind === 'serving'
        ? { ...outcome, port: 5300 + ports.length }
        : outcome;
    });
    expect(ports).toEqual([5300, 5301]);
    const run = state.phase === 'done' ? state.found.run : null;
    const link = { name: 'drbd' as LinkName, ends: [plan.from.end, plan.to.end] } as const;
    const throughput = { streams: 1, seconds: 10, atLeast: { kind: 'percent', percent: 90 } } as const;
    const expected = { throughput, pathMtu: false, retransmitsAtMostPercent: null };
    const ceiling = { ceilingBps: 1e9, hardwareBps: 1e9, isUpperBound: false, sentence: '' };
    expect(judge(resultOf(link, { run }), expected, ceiling).verdicts).toMatchObject([
      {
        held: 'inconclusive',
        sentence: expect.stringMatching(/alpha cannot reach TCP port 5301 .*drops it/),
      },
    ]);
  });

  test('nothing is tried again that could not end in time', () => {
    const { trace } = play(measuring(bad('interrupted')), { endByMs: 10_000 });
    expect(trace.filter((line) => line.includes('measure'))).toHaveLength(1);
  });
});

const instead =
  (kind: Asked['order']['kind'], outcome: CommandOutcome | 'lost'): Say =>
  (asked) =>
    asked.order.kind === kind ? outcome : answer(asked);
const busy: CommandOutcome = {
  kind: 'refused',
  code: 'busy',
  refusals: [{ subject: 'x', message: 'takes part in test_b' }],
};
const policy: CommandOutcome = {
  kind: 'refused',
  code: 'policy',
  refusals: [{ subject: 'x', message: 'not allowed' }],
};

describe('a host that does not', () => {
  test.each<[string, Say, string, RegExp]>([
    ['is busy', instead('serve', busy), 'busy', /beta\/sync0: takes part in test_b/],
    ['refuses', instead('probe', policy), 'refused', /not allowed/],
    ['fails', instead('serve', { kind: 'failed', message: 'no room' }), 'failed', /no room/],
    ['is gone before the probe', instead('probe', 'lost'), 'unreachable', /not connected/],
    ['is gone before the server', instead('serve', 'lost'), 'unreachable', /beta/],
  ])('%s: both ends are told to end it', (_name, say, code, why) => {
    const { trace, state } = play(say);
    expect(state).toMatchObject({ phase: 'failed', code, why: expect.stringMatching(why) });
    expect(trace.filter((line) => line.includes('cancel'))).toHaveLength(2);
  });

  test('is gone while it measures: the test has no figure, and both ends are told to end it', () => {
    const { trace, state } = play(instead('measure', 'lost'));
    const run = { ok: false, fault: 'interrupted', message: 'alpha/sync0: not connected' };
    expect(state).toMatchObject({ phase: 'done', found: { run } });
    expect(trace.filter((line) => line.includes('cancel'))).toHaveLength(2);
  });

  test('the server is gone at the end: the measurement stands', () => {
    const { trace, state } = play(instead('collect', 'lost'));
    expect(state).toMatchObject({ phase: 'done', found: { run: good, server: null } });
    expect(trace.at(-1)).toBe('beta cancel: cancelled');
  });
});

test('an abort in any phase ends both ends; while traffic flows it leaves a test without a figure', () => {
  for (let stop = 0; stop < 5; stop += 1) {
    let [state, queue] = begin(plan) as [Sequence, readonly Asked[]];
    for (let nth = 0; nth < stop; nth += 1) {
      const [asked, ...rest] = queue as readonly [Asked, ...Asked[]];
      const [next, more] = step(state, { type: 'answered', ...asked, outcome: answer(asked), nowMs: 0 });
      [state, queue] = [next, [...rest, ...more]];
    }
    const [end, asked] = step(state, { type: 'abort', why: 'cancelled', nowMs: 0 });
    const cut = { phase: 'done', found: { run: { ok: false, fault: 'interrupted', message: 'cancelled' } } };
    expect(end).toMatchObject(state.phase === 'measuring' ? cut : { phase: 'failed' });
    expect(asked.map((one) => `${one.host} ${one.order.kind}`)).toEqual(['alpha cancel', 'beta cancel']);
  }
});

test('whatever hosts answer, a test ends and asks little', () => {
  const outcomes: readonly CommandOutcome[] = [
    busy,
    policy,
    { kind: 'failed', message: 'x' },
    { kind: 'serving', port: 1, version: '3.12' },
    { kind: 'measured', verdict: bad('busy'), run: iperf('client'), ...sent },
    { kind: 'collected', disturbance: null, run: iperf('server'), ...received },
    { kind: 'cancelled', test: plan.test },
  ];
  const anything = fc.constantFrom<CommandOutcome | 'lost' | 'right'>(
    'lost',
    'right',
    'right',
    'right',
    ...outcomes,
  );
  fc.assert(
    fc.property(fc.array(anything, { minLength: 30, maxLength: 30 }), (answers) => {
      const { trace, state } = play((asked, nth) => {
        const given = answers[nth] ?? 'right';
        return given === 'right' ? answer(asked) : given;
      });
      expect(isOver(state)).toBe(true);
      expect(trace.length).toBeLessThanOrEqual(16);
    }),
  );
});
