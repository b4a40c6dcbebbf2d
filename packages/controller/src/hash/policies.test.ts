import { bondOptions } from '@bondctl/proto/model/options';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HostPair, parseHosts } from './hosts.ts';
import {
  type Flow,
  type HashGeneration,
  hashPolicies,
  parseHashPolicy,
  presentGeneration,
  steering,
  transmitHash,
} from './policies.ts';

const oldGeneration: HashGeneration = { lowestBit: 'kept', etherType: 'as loaded' };
const middleGeneration: HashGeneration = { lowestBit: 'discarded', etherType: 'as loaded' };

interface Ends {
  readonly macs: readonly [string, string];
  readonly ips: readonly [string, string];
  readonly vlan?: number;
}

function pair({ macs, ips, vlan }: Ends): HostPair {
  const hosts = parseHosts({ mac: macs[0], ip: ips[0] }, { mac: macs[1], ip: ips[1] }, vlan ?? null);
  if (!hosts.ok) throw new Error(hosts.error);
  return hosts.value;
}

const macs = ['02:00:00:00:00:01', '02:00:00:00:00:02'] as const;
const tens = pair({ macs, ips: ['10.0.0.1', '10.0.0.2'] });
const flow = (sourcePort: number, hosts = tens): Flow => ({ hosts, sourcePort, destinationPort: 5201 });

describe('layer3+4', () => {
  const even = [40_000, 40_002, 40_004, 40_006];
  const consecutive = Array.from({ length: 8 }, (_, offset) => 40_000 + offset);
  test.each([
    ['even ports, present kernel', presentGeneration, even, 2, [1, 0, 1, 0]],
    ['even ports, present kernel', presentGeneration, even, 3, [0, 1, 0, 1]],
    ['even ports, present kernel', presentGeneration, even, 4, [1, 0, 3, 2]],
    ['even ports, kernel before 4.15', oldGeneration, even, 2, [0, 0, 0, 0]],
    ['even ports, kernel before 4.15', oldGeneration, even, 4, [2, 0, 2, 0]],
    ['--cport 40000', presentGeneration, consecutive, 2, [1, 1, 0, 0, 1, 1, 0, 0]],
    ['--cport 40000', presentGeneration, consecutive, 4, [1, 1, 0, 0, 3, 3, 2, 2]],
  ])('%s, %o over %i ports', (_name, generation, sourcePorts, ports, indices) => {
    const found = sourcePorts.map((port) => transmitHash('layer3+4', flow(port), generation) % ports);
    expect(found).toEqual(indices);
  });
});

describe('the policies that see no ports', () => {
  // The numbers of the commit message of 49aefd131739, which has the addresses as a little-endian machine loads them.
  const reported = (last: string) =>
    pair({ macs: ['02:00:00:00:00:e3', `02:00:00:00:00:${last}`], ips: ['192.168.122.30', '192.168.122.1'] });
  test.each([
    ['a0', oldGeneration, 522_133_332],
    ['a1', oldGeneration, 522_133_333],
    ['a0', middleGeneration, 261_066_666],
    ['a1', middleGeneration, 261_066_666],
  ])('layer2+3 to :%s, %o', (last, generation, hash) => {
    expect(transmitHash('layer2+3', flow(40_000, reported(last)), generation)).toBe(hash);
  });

  const sixes = pair({ macs, ips: ['fe80::1', 'fe80::2'] });
  test.each([
    ['IPv4', tens, presentGeneration, 0x01 ^ 0x02 ^ 0x0800],
    ['IPv4', tens, oldGeneration, 0x01 ^ 0x02 ^ 0x0008],
    ['IPv6', sixes, presentGeneration, 0x01 ^ 0x02 ^ 0x86dd],
    ['IPv6', sixes, middleGeneration, 0x01 ^ 0x02 ^ 0xdd86],
  ])('layer2, %s', (_name, hosts, generation, hash) => {
    expect(transmitHash('layer2', flow(40_000, hosts), generation)).toBe(hash);
  });

  test.each([
    [undefined, 0x123456 ^ 0x789abc],
    [100, 0x123456 ^ 0x789abc ^ 100],
  ])('vlan+srcmac, VLAN %s', (vlan, hash) => {
    const hosts = pair({
      macs: ['12:34:56:78:9a:bc', macs[1]],
      ips: ['10.0.0.1', '10.0.0.2'],
      ...(vlan === undefined ? {} : { vlan }),
    });
    expect(transmitHash('vlan+srcmac', flow(40_000, hosts), presentGeneration)).toBe(hash);
  });
});

const byte = fc.integer({ min: 0, max: 255 });
const bytes = (count: number) => fc.array(byte, { minLength: count, maxLength: count });
const port = fc.integer({ min: 1, max: 65_535 });
const generation: fc.Arbitrary<HashGeneration> = fc.record({
  lowestBit: fc.constantFrom('kept', 'discarded', 'discarded with ports'),
  etherType: fc.constantFrom('as loaded', 'as number'),
});
const hex = (value: number) => value.toString(16).padStart(2, '0');
const mac = (six: readonly number[]) => six.map(hex).join(':');
const ipv6 = (sixteen: readonly number[]) =>
  Array.from({ length: 8 }, (_, group) =>
    sixteen
      .slice(2 * group, 2 * group + 2)
      .map(hex)
      .join(''),
  ).join(':');
const wire = fc.record({
  macs: fc.tuple(bytes(6), bytes(6)),
  ips: fc.oneof(fc.tuple(bytes(4), bytes(4)), fc.tuple(bytes(16), bytes(16))),
  ports: fc.tuple(port, port),
  generation,
});
type Wire = typeof wire extends fc.Arbitrary<infer T> ? T : never;

function flowOf({ macs: [a, b], ips: [from, to], ports: [sourcePort, destinationPort] }: Wire): Flow {
  const text = (ip: readonly number[]) => (ip.length === 4 ? ip.join('.') : ipv6(ip));
  const hosts = pair({ macs: [mac(a), mac(b)], ips: [text(from), text(to)] });
  return { hosts, sourcePort, destinationPort };
}

/** The formula once more, on four bytes in the order of the wire and with no number wider than a byte until the end. */
function bytewise(policy: 'layer2+3' | 'layer3+4', { macs, ips, ports, generation }: Wire): bigint {
  const folded = ips.map((ip) => [0, 1, 2, 3].map((n) => ip.filter((_, at) => at % 4 === n).reduce(xor, 0)));
  const start = policy === 'layer3+4' ? portsOnWire(ports) : ethernetBytes(macs, ips[0].length, generation);
  const [a = 0, b = 0, c = 0, d = 0] = start.map(
    (one, at) => one ^ (folded[0]?.[at] ?? 0) ^ (folded[1]?.[at] ?? 0),
  );
  const after16 = [a ^ c, b ^ d, c, d];
  const after8 = after16.map((one, at) => one ^ (after16[at + 1] ?? 0));
  const hash = after8.reduceRight((sum, one) => sum * 256n + BigInt(one), 0n);
  const halved =
    policy === 'layer3+4' ? generation.lowestBit !== 'kept' : generation.lowestBit === 'discarded';
  return halved ? hash / 2n : hash;
}

const xor = (a: number, b: number) => a ^ b;
const portsOnWire = (ports: readonly number[]) => ports.flatMap((one) => [Math.floor(one / 256), one % 256]);

function ethernetBytes(
  macs: readonly (readonly number[])[],
  length: number,
  { etherType }: HashGeneration,
): readonly number[] {
  const type = length === 4 ? [0x08, 0x00] : [0x86, 0xdd];
  const [low = 0, high = 0] = etherType === 'as loaded' ? type : type.toReversed();
  return [low ^ macs.map((six) => six[5] ?? 0).reduce(xor, 0), high, 0, 0];
}

describe('whatever is sent', () => {
  test.each(['layer3+4', 'layer2+3'] as const)('%s is what the formula gives byte by byte', (policy) => {
    fc.assert(
      fc.property(wire, (sent) => {
        const hash = transmitHash(policy, flowOf(sent), sent.generation);
        expect(BigInt(hash)).toBe(bytewise(policy, sent));
      }),
    );
  });

  test('without encapsulation the encap policies are their namesakes', () => {
    fc.assert(
      fc.property(wire, (sent) => {
        const hashes = (policies: readonly ('layer2+3' | 'layer3+4' | 'encap2+3' | 'encap3+4')[]) =>
          policies.map((policy) => transmitHash(policy, flowOf(sent), sent.generation));
        expect(hashes(['encap2+3', 'encap3+4'])).toEqual(hashes(['layer2+3', 'layer3+4']));
      }),
    );
  });

  const back = ({ hosts, sourcePort, destinationPort }: Flow): Flow => ({
    hosts: { ...hosts, from: hosts.to, to: hosts.from },
    sourcePort: destinationPort,
    destinationPort: sourcePort,
  });

  test('layer3+4 gives both directions the same place among 2, 4 or 8 ports', () => {
    fc.assert(
      fc.property(wire, fc.constantFrom(1, 2, 4, 8), (sent, count) => {
        const there = transmitHash('layer3+4', flowOf(sent), sent.generation);
        const again = transmitHash('layer3+4', back(flowOf(sent)), sent.generation);
        expect(again % count).toBe(there % count);
      }),
    );
  });

  test.each([3, 5, 6, 7])(
    'layer3+4 does not among %i: the order of the ports stays in the high bytes',
    (count) => {
      const places = (turn: (one: Flow) => Flow) =>
        [40_000, 40_001, 40_002, 40_003].map(
          (port) => transmitHash('layer3+4', turn(flow(port)), presentGeneration) % count,
        );
      expect(places(back)).not.toEqual(places((one) => one));
    },
  );

  test('what looks at hosts only gives both directions one hash, except where only the sender counts', () => {
    fc.assert(
      fc.property(wire, fc.constantFrom('layer2', 'layer2+3', 'encap2+3'), (sent, policy) => {
        const there = transmitHash(policy, flowOf(sent), sent.generation);
        expect(transmitHash(policy, back(flowOf(sent)), sent.generation)).toBe(there);
      }),
    );
  });

  test('a hash is 32 bits, and only policies with ports see the ports', () => {
    fc.assert(
      fc.property(wire, fc.constantFrom(...hashPolicies), port, (sent, policy, other) => {
        const one = flowOf(sent);
        const hash = transmitHash(policy, one, sent.generation);
        expect(hash).toBe(hash >>> 0);
        if (steering(policy) === 'nothing')
          expect(transmitHash(policy, { ...one, sourcePort: other }, sent.generation)).toBe(hash);
      }),
    );
  });
});

describe('the name of a policy', () => {
  test('every word that the kernel takes is known', () => {
    expect(bondOptions.xmit_hash_policy.value).toEqual({
      kind: 'word',
      words: expect.toSatisfy(
        (words: readonly string[]) => words.toSorted().join() === hashPolicies.toSorted().join(),
      ),
    });
  });
  test.each([
    ['layer2 (0)', 'layer2'],
    ['layer3+4 (1)', 'layer3+4'],
    ['layer2+3 (2)', 'layer2+3'],
    ['encap2+3 (3)', 'encap2+3'],
    ['encap3+4 (4)', 'encap3+4'],
    ['vlan+srcmac (5)', 'vlan+srcmac'],
    ['layer3+4', 'layer3+4'],
    ['layer3+4 (2)', undefined],
    ['layer5', undefined],
    ['', undefined],
  ])('%s', (text, policy) => {
    expect(parseHashPolicy(text)).toBe(policy);
  });
});
