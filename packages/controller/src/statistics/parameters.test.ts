import { createHash } from 'node:crypto';
import type { ComparedParameters, EndParameters } from '@bondctl/proto/model/compared';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differencesBetween, parameterHash } from './parameters.ts';

const end: EndParameters = {
  mode: '802.3ad',
  transmitPolicy: 'layer3+4 (1)',
  mtu: 1500,
  offloads: { gso: true, tso: true },
  kernel: '6.1.0-9',
  drivers: { igb: '5.6', e1000e: '3.2' },
  iperf3: '3.12',
};
const base: ComparedParameters = {
  ends: [end, end],
  streams: 4,
  seconds: 10,
  protocol: 'tcp',
  direction: 'forth',
};
const bothEnds = (change: Partial<EndParameters>): Partial<ComparedParameters> => ({
  ends: [
    { ...end, ...change },
    { ...end, ...change },
  ],
});
const secondEnd = (change: Partial<EndParameters>): Partial<ComparedParameters> => ({
  ends: [end, { ...end, ...change }],
});
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hash = (parameters: ComparedParameters): string => parameterHash(parameters, sha256);

describe('what differs has a name and another hash', () => {
  test.each<[string, Partial<ComparedParameters>, readonly string[]]>([
    ['mtu', bothEnds({ mtu: 9000 }), ['mtu 1500 / 9000']],
    ['mtu of one end', secondEnd({ mtu: 9000 }), ['mtu at the second end 1500 / 9000']],
    [
      'mtu of each end to another value',
      {
        ends: [
          { ...end, mtu: 4000 },
          { ...end, mtu: 9000 },
        ],
      },
      ['mtu at the first end 1500 / 4000', 'mtu at the second end 1500 / 9000'],
    ],
    [
      'mode and policy',
      bothEnds({ mode: 'balance-rr', transmitPolicy: null }),
      ['mode 802.3ad / balance-rr', 'transmit policy layer3+4 (1) / none'],
    ],
    ['one offload', bothEnds({ offloads: { gso: true, tso: false } }), ['offload tso on / off']],
    [
      'offloads that nobody told',
      bothEnds({ offloads: null }),
      ['offload gso on / unknown', 'offload tso on / unknown'],
    ],
    [
      'a driver',
      bothEnds({ drivers: { igb: '5.7', e1000e: '3.2' } }),
      ['drivers e1000e 3.2, igb 5.6 / e1000e 3.2, igb 5.7'],
    ],
    ['drivers that nobody told', bothEnds({ drivers: null }), ['drivers e1000e 3.2, igb 5.6 / unknown']],
    ['kernel', secondEnd({ kernel: '6.6' }), ['kernel at the second end 6.1.0-9 / 6.6']],
    ['iperf3', bothEnds({ iperf3: '3.18' }), ['iperf3 3.12 / 3.18']],
    [
      'how it was tested',
      { streams: 1, seconds: 30, protocol: 'udp', direction: 'back' },
      ['streams 4 / 1', 'seconds 10 / 30', 'protocol tcp / udp', 'direction forth / back'],
    ],
  ])('%s', (_name, change, words) => {
    const other = { ...base, ...change };
    expect(differencesBetween(base, other)).toEqual(words);
    expect(hash(other)).not.toBe(hash(base));
  });

  test('nothing differs', () => {
    expect(differencesBetween(base, structuredClone(base))).toEqual([]);
  });
});

test('a hash is 12 hexadecimal digits', () => {
  expect(hash(base)).toMatch(/^[0-9a-f]{12}$/);
});

test('a hash is the same in the next version, or all baselines begin anew', () => {
  expect(hash(base)).toBe('29302e3effab');
});

const anyEnd: fc.Arbitrary<EndParameters> = fc.record({
  mode: fc.constantFrom('balance-rr', '802.3ad'),
  transmitPolicy: fc.option(fc.constantFrom('layer2 (0)', 'layer3+4 (1)')),
  mtu: fc.constantFrom(1500, 9000),
  offloads: fc.option(fc.dictionary(fc.constantFrom('tso', 'gso', 'gro'), fc.boolean())),
  kernel: fc.constantFrom('6.1', '6.6'),
  drivers: fc.option(fc.dictionary(fc.constantFrom('igb', 'ixgbe'), fc.constantFrom('1', '2'))),
  iperf3: fc.constantFrom('3.12', '3.18'),
});
const anyParameters: fc.Arbitrary<ComparedParameters> = fc.record({
  ends: fc.tuple(anyEnd, anyEnd),
  streams: fc.constantFrom(1, 4),
  seconds: fc.constantFrom(10, 30),
  protocol: fc.constantFrom('tcp', 'udp'),
  direction: fc.constantFrom('forth', 'back', 'both'),
});

/** The same value with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, inner]) => [key, reversed(inner)]));
}

test('the order of keys means nothing', () => {
  fc.assert(
    fc.property(anyParameters, (parameters) => {
      const other = reversed(parameters) as ComparedParameters;
      expect(hash(other)).toBe(hash(parameters));
      expect(differencesBetween(parameters, other)).toEqual([]);
    }),
  );
});

test('hashes differ exactly when a difference can be named', () => {
  const pairs = fc.oneof(
    fc.tuple(anyParameters, anyParameters),
    fc
      .tuple(anyParameters, anyEnd)
      .map(([one, second]) => [one, { ...one, ends: [one.ends[0], second] }] as const),
    anyParameters.map((one) => [one, structuredClone(one)] as const),
  );
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      expect(differencesBetween(one, other).length === 0).toBe(hash(one) === hash(other));
    }),
  );
});
