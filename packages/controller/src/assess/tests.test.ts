import type { CommandOutcome, Order } from '@bondctl/proto/model/command';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import { type PortSample, type RunVerdict, tcpForth } from '@bondctl/proto/model/linktest';
import type { BondName, CommandId, HostId, IfName, LinkName, TestId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import { describe, expect, test } from 'vitest';
import { figuresOf, usualAsk as usual } from '../../../../test/fakes/fake-test.ts';
import { createMeasure } from '../linktest/runner.ts';
import type { TestRow } from '../store/ports.ts';
import { createLinkTests } from './tests.ts';

const bond = 'sync0' as BondName;
const ports = ['eth1' as IfName, 'eth2' as IfName] as const;
const link: Link = {
  name: 'drbd' as LinkName,
  ends: [
    { host: 'alpha' as HostId, bond },
    { host: 'beta' as HostId, bond },
  ],
  medium: 'direct',
  declared: { source: 'declared', rateBps: 200e6, framing: 'shaped' },
  expect: {
    throughput: { streams: 1, seconds: 10, atLeast: { kind: 'percent', percent: 90 } },
    pathMtu: true,
    retransmitsAtMostPercent: null,
  },
};

/** A report with one bond; everything that link tests do not read is left out. */
function report(host: string, mtu: number): HostReport {
  const number = host === 'alpha' ? 1 : 2;
  const addresses = [{ cidr: `10.9.0.${number}/24`, origin: 'static' }];
  const bondState = {
    name: bond,
    mode: 'balance-rr',
    xmitHashPolicy: null,
    ports: ports.map((name) => ({ name, miiStatus: 'up', speedMbps: 10_000 })),
    lacp: null,
  };
  return {
    state: { interfaces: [{ name: bond, mtu, addresses, mac: `02:00:00:00:00:0${number}` }] },
    bonds: [bondState],
  } as unknown as HostReport;
}

const figures = figuresOf({ receivedBps: 396e6, receivedBytes: 495e6, sentBytes: 496e6, retransmits: 9 });
const verdict: RunVerdict = { ok: true, figures };
const samples = [0, 250e6].flatMap((txBytes, index) =>
  ports.map((port) => ({ port, atMs: index * 10_000, txBytes, rxBytes: 0 }) as PortSample),
);
const run = {
  version: '3.12',
  command: ['iperf3'],
  document: '{}',
  exit: { kind: 'code', code: 0 },
  ending: 'finished',
} as const;

const end = { samples, vitals: null, surroundings: { kernel: '6.1.0', interfaces: [] } };

function answer(order: Order): CommandOutcome {
  switch (order.kind) {
    case 'probe':
      return { kind: 'probed', probe: { ...order, sent: 4, received: 4, complaint: null } };
    case 'serve':
      return { kind: 'serving', port: 5300, version: '3.12' };
    case 'measure':
      return { kind: 'measured', verdict, run: { ...run, role: 'client' }, latency: null, ...end };
    case 'collect':
      return { kind: 'collected', disturbance: null, run: { ...run, role: 'server' }, ...end };
    default:
      return { kind: 'cancelled', test: 'test_1' as TestId };
  }
}

/** A controller whose agents answer at once, unless `hold` is asked first. */
function world(hold: (order: Order) => Promise<unknown> = async () => undefined) {
  const asked: Order[] = [];
  const kept: TestRow[] = [];
  const facts: Fact[] = [];
  const mtu = { alpha: 9000, beta: 9000 };
  let nowMs = 0;
  let ids = 0;
  const clock = {
    nowUnixMs: () => 1,
    monotonicMs: () => nowMs,
    // Only the short waits for a report pass; the deadline of the test does not come.
    sleep: (ms: number) => {
      if (ms > 1000) return new Promise<void>(() => undefined);
      nowMs += ms;
      return Promise.resolve();
    },
  };
  const measure = createMeasure({
    agents: {
      presence: () => 'connected',
      report: (host) => report(host, mtu[host as 'alpha' | 'beta']),
      ask: async (_host, _id, order) => {
        asked.push(order);
        await hold(order);
        return answer(order);
      },
    },
    clock,
    ids: { test: () => `test_${++ids}` as TestId, command: () => 'cmd_x' as CommandId },
    random: () => 0,
    log: { warn: () => undefined },
  });
  const prover = createLinkTests({
    measure,
    read: async () => ({ findings: [], comparison: null }),
    tests: { addTest: async (row) => void kept.push(row) },
    clock,
    record: async (_actor, fact) => void facts.push(fact),
  });
  return { prover, asked, kept, facts, mtu };
}

const during = { changed: [], timeoutMs: 35_000 };
const never = new AbortController().signal;

describe('a proof', () => {
  test('is kept whole, recorded, and judged', async () => {
    const { prover, kept, facts } = world();
    const { result, judgement } = await prover.prove(link, during);
    expect(judgement.passed).toBe(true);
    expect(judgement.percentOfConfiguration).toBeCloseTo(99.7, 1);
    expect(result.documents).toMatchObject({ client: { role: 'client' }, server: { role: 'server' } });
    expect(result.surroundings).toEqual({ sender: end.surroundings, receiver: end.surroundings });
    expect(result.ports.sender).toEqual(ports.map((name) => ({ name, txBytes: 250e6, rxBytes: 0 })));
    expect(kept.map((row) => row.result)).toEqual([result]);
    expect(facts).toMatchObject([
      { type: 'linkTested', passed: true, sentence: expect.stringContaining('396 Mbit/s') },
    ]);
  });

  test('waits for reports from after the change', async () => {
    const { prover, mtu, asked } = world();
    mtu.beta = 1500;
    const spec = { name: bond, mode: 'balance-rr', ports, options: {}, mtu: 9000, addresses: null } as const;
    const changed = [
      { host: 'beta' as HostId, desired: [{ state: 'present', spec, allowControlPath: false } as const] },
    ];
    await expect(prover.prove(link, { ...during, changed })).rejects.toMatchObject({
      code: 'failed',
      message: expect.stringContaining('MTU 1500 for 9000'),
    });
    expect(asked).toEqual([]);
    mtu.beta = 9000;
    await expect(prover.prove(link, { ...during, changed })).resolves.toMatchObject({
      judgement: { passed: true },
    });
  });
});

describe('a test that a person asked for', () => {
  test('with other streams than expected is shown and not judged by throughput', async () => {
    const { judgement, result } = await world().prover.run(
      'cli:root',
      link,
      { ...usual, streams: 8, seconds: 3 },
      never,
    );
    expect(result.parameters).toEqual({ streams: 8, seconds: 3, ...tcpForth });
    expect(judgement.verdicts.map((one) => one.expectation)).toEqual(['pathMtu']);
    expect(judgement.percentOfHardware).toBeCloseTo(99.7, 1);
  });

  test('of a host in another test is refused, until that has ended', async () => {
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const { prover } = world((order) => (order.kind === 'measure' ? gate : Promise.resolve()));
    const first = prover.prove(link, during);
    await expect(prover.run('cli:root', link, usual, never)).rejects.toMatchObject({
      code: 'busy',
    });
    go();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    await expect(prover.run('cli:root', link, usual, never)).resolves.toBeDefined();
  });

  test('that is cancelled ends on both hosts, and is kept as inconclusive', async () => {
    const controller = new AbortController();
    const { prover, asked, kept } = world(async (order) => {
      if (order.kind !== 'measure') return;
      controller.abort();
      await new Promise((resolve) => setImmediate(resolve));
    });
    const row = await prover.run('cli:root', link, usual, controller.signal);
    expect(row.judgement).toMatchObject({ passed: false, percentOfConfiguration: null });
    expect(asked.filter((order) => order.kind === 'cancel')).toHaveLength(2);
    expect(kept).toEqual([row]);
    expect(row.result.run).toMatchObject({ ok: false, fault: 'interrupted' });
  });

  test('with a budget is made again until the mean is certain, and judged by the mean', async () => {
    const { prover, kept } = world();
    const row = await prover.run('cli:root', link, { ...usual, budgetSeconds: 600 }, never);
    expect(kept).toHaveLength(3);
    expect(row.repetition).toMatchObject({
      tests: ['test_1', 'test_2', 'test_3'],
      meanBps: 396e6,
      halfWidthPercent: 0,
      isCertain: true,
      sentence: '396 Mbit/s is the mean of 3 runs, certain to 0.0 % (95 %)',
    });
    expect(row.judgement.percentOfConfiguration).toBeCloseTo(99.7, 1);
  });

  test('whose budget is too small for a second run says so', async () => {
    const { prover, kept } = world();
    const row = await prover.run('cli:root', link, { ...usual, budgetSeconds: 1 }, never);
    expect(kept).toHaveLength(1);
    expect(row.repetition).toMatchObject({ isCertain: false, halfWidthPercent: null });
    expect(row.repetition?.sentence).toMatch(/^396 Mbit\/s of one run; not more certain, because /);
  });

  test('backwards is sent by the second end; UDP offers nine tenths of what the ports carry', async () => {
    const { prover, asked } = world();
    const wish = { ...usual, direction: 'back', protocol: 'udp' } as const;
    const { result } = await prover.run('cli:root', link, wish, never);
    expect([result.from.host, result.to.host]).toEqual(['beta', 'alpha']);
    const measure = asked.find((order) => order.kind === 'measure');
    expect(measure).toMatchObject({ address: '10.9.0.2', peer: '10.9.0.1' });
    // 2 ports x 200 Mbit/s x 8948 of 8990 bytes.
    expect((measure?.parameters.offeredBps ?? 0) / 1e6).toBeCloseTo((0.9 * 2 * 200 * 8948) / 8990, 1);
  });

  test('over UDP needs a rate where the speed of a port is unknown', async () => {
    const unknown = { ...link, declared: { source: 'unknown' } } as const;
    const wish = { ...usual, protocol: 'udp' } as const;
    await expect(world().prover.run('cli:root', unknown, wish, never)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('--rate'),
    });
  });

  test('a probe sends a tenth of a port for a second, and is judged by its path alone', async () => {
    const { prover, asked } = world();
    const row = await prover.run('cli:root', link, { ...usual, class: 'probe' }, never);
    const parameters = { class: 'probe', seconds: 1, offeredBps: 20e6 };
    expect(asked.find((order) => order.kind === 'measure')).toMatchObject({ parameters, portBps: 200e6 });
    expect(asked.find((order) => order.kind === 'serve')).toMatchObject({ parameters, portBps: 200e6 });
    expect(row.result.parameters).toMatchObject(parameters);
    expect(row.judgement).toMatchObject({ percentOfConfiguration: null, percentOfHardware: null });
    expect(row.judgement.verdicts.map(({ expectation }) => expectation)).toEqual(['pathMtu']);
  });

  test.each([
    ['longer than a second', { seconds: 2 }, link],
    ['on ports of unknown speed', {}, { ...link, declared: { source: 'unknown' } } as const],
  ])('a probe %s is not asked of anybody', async (_name, wish, on) => {
    const { prover, asked } = world();
    const run = prover.run('cli:root', on, { ...usual, class: 'probe', ...wish }, never);
    await expect(run).rejects.toMatchObject({ code: 'bad-input' });
    expect(asked).toEqual([]);
  });
});
