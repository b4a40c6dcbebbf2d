import type { BondMode } from '@bondctl/proto/model/mode';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endFactsOf, portsNamed } from '../../../../test/fakes/fake-test.ts';
import { type CeilingInput, capacityOf, ceilingOf, goodputBps } from './ceiling.ts';
import type { EndFacts } from './ends.ts';

const gigabit = { source: 'kernel', rateBps: 1e9, framing: 'ethernet' } as const;
const tcp = { streams: 1, protocol: 'tcp', planned: [] } as const;
const shaped = { source: 'declared', rateBps: 200e6, framing: 'shaped' } as const;

/** The ceilings of a test between two equal ends. */
function ceilings(ends: Partial<EndFacts>, change: Partial<CeilingInput> = {}) {
  const [from, to] = [endFactsOf('alpha', ends), endFactsOf('beta', ends)];
  return ceilingOf({ from, to, family: 4, ...tcp, capacity: gigabit, medium: 'direct', ...change });
}

describe('the goodput of one port', () => {
  test.each([
    ['1500 IPv4', 1500, 4, 941.5],
    ['1500 IPv6', 1500, 6, 928.5],
    ['9000 IPv4', 9000, 4, 990.0],
    ['9000 IPv6', 9000, 6, 987.8],
  ] as const)('%s on gigabit ethernet', (_name, mtu, family, mbps) => {
    expect(goodputBps(1e9, 'ethernet', mtu, family) / 1e6).toBeCloseTo(mbps, 1);
  });

  test.each([
    [1500, 382.6],
    [9000, 397.1],
  ])('two shaped lines of 200 Mbit/s at MTU %i, as measured', (mtu, mbps) => {
    expect((2 * goodputBps(200e6, 'shaped', mtu, 4)) / 1e6).toBeCloseTo(mbps, 1);
  });
});

describe('what a configuration can do', () => {
  const one = goodputBps(1e9, 'ethernet', 1500, 4);
  const lacp = (policy: string) =>
    ({ mode: '802.3ad', xmitHashPolicy: policy, ports: 4, usable: portsNamed(4) }) as const;
  test.each<[string, Partial<EndFacts>, Partial<CeilingInput>, number, boolean]>([
    ['balance-rr over cables', {}, {}, 2, false],
    ['balance-rr through a switch', {}, { medium: 'switched' }, 2, true],
    ['balance-rr with a port down', { usable: portsNamed(1) }, {}, 1, false],
    ['active-backup', { mode: 'active-backup' }, { streams: 8 }, 1, false],
    ['broadcast', { mode: 'broadcast' }, { streams: 8 }, 1, false],
    ['balance-tlb', { mode: 'balance-tlb' }, { streams: 8 }, 1, false],
    ['balance-alb', { mode: 'balance-alb' }, { streams: 8 }, 1, false],
    ['LACP, one stream', lacp('layer3+4 (1)'), {}, 1, false],
    ['LACP layer3+4, two streams', lacp('layer3+4 (1)'), { streams: 2 }, 2, true],
    ['LACP layer3+4, nine streams', lacp('layer3+4 (1)'), { streams: 9 }, 4, true],
    ['LACP encap3+4', lacp('encap3+4 (4)'), { streams: 4 }, 4, true],
    ['LACP layer2 sends a pair of hosts over one port', lacp('layer2 (0)'), { streams: 9 }, 1, false],
    ['LACP layer2+3 too', lacp('layer2+3 (2)'), { streams: 9 }, 1, false],
    ['balance-xor', { mode: 'balance-xor', xmitHashPolicy: 'layer3+4 (1)' }, { streams: 2 }, 2, true],
    ['a policy nobody told', { mode: '802.3ad' }, { streams: 2 }, 2, true],
  ])('%s', (_name, ends, change, ports, isUpperBound) => {
    const ceiling = ceilings(ends, change);
    expect(ceiling.ceilingBps).toBeCloseTo(ports * one, 3);
    expect(ceiling.isUpperBound).toBe(isUpperBound);
    expect(ceiling.sentence).not.toBe('');
  });

  test('hardware counts every port of the bond, also those that are down', () => {
    expect(ceilings({ usable: portsNamed(1), ports: 4 }).hardwareBps).toBeCloseTo(4 * one, 3);
  });

  test('the post in one line: LACP does all it can and half of what is there', () => {
    const { ceilingBps, hardwareBps } = ceilings({ mode: '802.3ad' }, { capacity: shaped });
    expect((ceilingBps ?? 0) / (hardwareBps ?? 1)).toBeCloseTo(0.5, 6);
  });

  test('the smaller MTU decides', () => {
    const to = endFactsOf('beta', { mtu: 1500 });
    expect(ceilings({ mtu: 9000 }, { to }).ceilingBps).toBeCloseTo(2 * one, 3);
  });

  test('an unknown speed gives no percentage and says so', () => {
    const ceiling = ceilings({}, { capacity: { source: 'unknown' } });
    expect(ceiling).toMatchObject({ ceilingBps: null, hardwareBps: null });
    expect(ceiling.sentence).toContain('lineRate');
  });

  test('a configuration never does more than its hardware', () => {
    const modes: readonly BondMode[] = [
      'balance-rr',
      'active-backup',
      'balance-xor',
      'broadcast',
      '802.3ad',
      'balance-tlb',
      'balance-alb',
    ];
    const end = fc.integer({ min: 1, max: 8 }).chain((ports) =>
      fc.record({
        mode: fc.constantFrom(...modes),
        ports: fc.constant(ports),
        usable: fc.integer({ min: 1, max: ports }).map(portsNamed),
      }),
    );
    fc.assert(
      fc.property(
        end,
        end,
        fc.integer({ min: 1, max: 64 }),
        fc.constantFrom('direct', 'switched'),
        (a, b, streams, medium) => {
          const { ceilingBps, hardwareBps } = ceilingOf({
            from: endFactsOf('alpha', a),
            to: endFactsOf('beta', b),
            family: 4,
            ...tcp,
            streams,
            capacity: gigabit,
            medium,
          });
          expect(ceilingBps ?? 0).toBeGreaterThan(0);
          expect(ceilingBps ?? 0).toBeLessThanOrEqual((hardwareBps ?? 0) + 1e-6);
        },
      ),
    );
  });
});

describe('who says how fast a port is', () => {
  test('the spec wins over the kernel', () => {
    expect(capacityOf(shaped, endFactsOf('alpha'), endFactsOf('beta'))).toBe(shaped);
  });
  test('the slowest port of both ends counts', () => {
    expect(capacityOf(null, endFactsOf('alpha'), endFactsOf('beta', { slowestMbps: 100 }))).toMatchObject({
      rateBps: 100e6,
    });
  });
  test('one port of unknown speed makes all unknown', () => {
    expect(capacityOf(null, endFactsOf('alpha'), endFactsOf('beta', { slowestMbps: null }))).toEqual({
      source: 'unknown',
    });
  });
});
