import type { BondDesire } from '@bondctl/proto/model/bond';
import type { IfName, LinkName } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import type { PlannedStep } from '@bondctl/proto/model/step';
import { expect, test } from 'vitest';
import { deadlineOf } from './deadline.ts';

const lacp = (rate?: 'fast' | 'slow'): BondDesire => ({
  state: 'present',
  allowControlPath: false,
  spec: {
    name: 'b0' as IfName,
    mode: '802.3ad',
    ports: ['eth2' as IfName],
    options: rate === undefined ? {} : { lacp_rate: rate },
    mtu: null,
    addresses: null,
  },
});
const step: PlannedStep = {
  step: { do: 'addPort', bond: 'b0' as IfName, port: 'eth2' as IfName },
  disruption: 'port flap',
  sentence: 'put eth2 into b0',
  loses: [],
};
const link = (seconds: number | null) =>
  ({
    name: 'ab' as LinkName,
    expect: {
      throughput:
        seconds === null ? null : { streams: 1, seconds, atLeast: { kind: 'percent', percent: 90 } },
      pathMtu: true,
      retransmitsAtMostPercent: null,
    },
  }) as unknown as Link;
const absent: BondDesire = { state: 'absent', name: 'b0' as IfName, allowControlPath: false };

test.each([
  ['LACP, fast', lacp('fast'), 10_000],
  ['LACP, slow', lacp('slow'), 100_000],
  ['LACP, the driver decides: slow', lacp(), 100_000],
  ['no LACP', absent, 5_000],
])('%s is waited for', (_what, desired, ms) => {
  expect(deadlineOf([{ host: 'alpha', desired: [desired], steps: [step] }], []).verify.ms).toBe(ms);
});

test('the deadline is the sum of its parts, and the slowest host counts', () => {
  const shares = [
    { host: 'alpha', desired: [absent], steps: [step] },
    { host: 'beta', desired: [absent], steps: [step, step, step] },
  ];
  const { totalMs, apply, verify, proof, confirm } = deadlineOf(shares, [link(20), link(null)]);
  expect(apply).toEqual({ ms: 45_000, because: 'prepare, and 3 steps on beta' });
  expect(proof.ms).toBe(20_000 + 15_000 + 10_000 + 10_000);
  expect(confirm.ms).toBe(15_000);
  expect(totalMs).toBe(apply.ms + verify.ms + proof.ms + confirm.ms);
});
