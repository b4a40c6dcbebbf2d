import type { BondMode } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast, type Sender } from './forecast.ts';
import { hashPolicies, presentGeneration } from './policies.ts';
import { planStreams, type StreamPlan, type StreamWish, streamsOf } from './streams.ts';

const usable = (count: number) => Array.from({ length: count }, (_, n) => `eth${n}` as IfName);
const mac = { vendor: 0x020000, device: 1 };
const sender = (change: Partial<Sender> = {}): Sender => ({
  hosts: { family: 4, from: { mac, ip: 0x0100_000a }, to: { mac, ip: 0x0200_000a }, vlan: null },
  policy: 'layer3+4',
  generation: presentGeneration,
  usable: usable(2),
  ...change,
});
const wish = (change: Partial<StreamWish> = {}): StreamWish => ({
  mode: '802.3ad',
  streams: 4,
  sourcePorts: { first: 40_000, last: 41_023 },
  avoid: new Set(),
  serverPorts: Array.from({ length: 8 }, (_, n) => 5201 + n),
  ...change,
});
const runsOf = (plan: StreamPlan) => (plan.kind === 'balanced' || plan.kind === 'uneven' ? plan.runs : []);

describe('a plan of streams', () => {
  test('one process, when consecutive ports are enough', () => {
    expect(planStreams(sender(), wish())).toEqual({
      kind: 'balanced',
      runs: [{ firstPort: 40_000, serverPort: 5201, streams: 4 }],
      perPort: [
        { port: 'eth0', streams: 2 },
        { port: 'eth1', streams: 2 },
      ],
    });
  });

  test('two processes, when they are not: four streams over four ports', () => {
    const plan = planStreams(
      sender({ usable: usable(4) }),
      wish({ sourcePorts: { first: 40_000, last: 40_063 } }),
    );
    expect(plan).toMatchObject({
      kind: 'balanced',
      runs: [
        { firstPort: 40_001, serverPort: 5201, streams: 2 },
        { firstPort: 40_005, serverPort: 5202, streams: 2 },
      ],
    });
  });

  test('a number of streams that is no multiple differs by one, and the nearest that are stand beside it', () => {
    expect(planStreams(sender({ usable: usable(3) }), wish({ streams: 4 }))).toMatchObject({
      kind: 'uneven',
      why: '4 streams over 3 ports are not equally many per port; 3 or 6 would be',
      nearest: [3, 6],
    });
    expect(planStreams(sender({ usable: usable(3) }), wish({ streams: 1 }))).toMatchObject({ nearest: [3] });
  });

  test('one usable port carries everything under any policy', () => {
    for (const policy of hashPolicies)
      expect(planStreams(sender({ policy, usable: usable(1) }), wish())).toMatchObject({
        kind: 'balanced',
        perPort: [{ port: 'eth0', streams: 4 }],
      });
  });

  test.each(['layer2', 'layer2+3', 'encap2+3', 'vlan+srcmac'] as const)(
    '%s cannot split a pair',
    (policy) => {
      expect(planStreams(sender({ policy }), wish())).toEqual({
        kind: 'impossible',
        why: `${policy} does not look at TCP and UDP ports: all that goes to one host leaves by one port`,
      });
    },
  );

  test.each<[string, Partial<Sender>, Partial<StreamWish>]>([
    ['takes a random number of each stream', { policy: 'encap3+4' }, {}],
    ['no port that can send', { usable: [] }, {}],
    ['at least one stream', {}, { streams: 0 }],
    ['from 40000 to 40002 do not share out 4', {}, { sourcePorts: { first: 40_000, last: 40_002 } }],
    [
      'from 40000 to 40063 do not share out 4 streams over 4',
      { usable: usable(4) },
      { serverPorts: [5201], sourcePorts: { first: 40_000, last: 40_063 } },
    ],
    ['allow more source or server ports', {}, { serverPorts: [] }],
    ['from 1024 to 1026 do not', {}, { sourcePorts: { first: 1, last: 1026 } }],
    ['from 65534 to 65535 do not', {}, { sourcePorts: { first: 65_534, last: 70_000 } }],
    ['from 50000 to 40000 do not', {}, { sourcePorts: { first: 50_000, last: 40_000 } }],
  ])('impossible: %s', (why, from, wanted) => {
    expect(planStreams(sender(from), wish(wanted))).toEqual({
      kind: 'impossible',
      why: expect.stringContaining(why),
    });
  });

  test.each<[BondMode, StreamPlan['kind'], string]>([
    ['balance-rr', 'perPacket', 'balance-rr spreads the packets of every stream over all ports'],
    ['active-backup', 'impossible', 'active-backup sends everything over its active port'],
    [
      'broadcast',
      'impossible',
      'broadcast sends every packet over every port, so there is nothing to share out',
    ],
    ['balance-tlb', 'impossible', 'balance-tlb chooses by load and by peer; source ports do not steer it'],
    ['balance-alb', 'impossible', 'balance-alb chooses by load and by peer; source ports do not steer it'],
  ])('%s does not hash', (mode, kind, why) => {
    expect(planStreams(sender(), wish({ mode }))).toEqual({ kind, why });
  });
});

const word = fc.integer({ min: 0, max: 0xffff_ffff });
const senders = fc
  .record({
    from: word,
    to: word,
    family: fc.constantFrom(4 as const, 6 as const),
    lowestBit: fc.constantFrom('kept' as const, 'discarded' as const, 'discarded with ports' as const),
    count: fc.integer({ min: 2, max: 8 }),
  })
  .map(({ from, to, family, lowestBit, count }) =>
    sender({
      hosts: { family, from: { mac, ip: from }, to: { mac, ip: to }, vlan: null },
      generation: { ...presentGeneration, lowestBit },
      usable: usable(count),
    }),
  );
const mode = fc.constantFrom('balance-xor' as const, '802.3ad' as const);
const first = fc.integer({ min: 1024, max: 64_000 });

/** Streams per usable port by the forecast of what the plan's processes will use. */
function foretold(from: Sender, plan: StreamPlan): readonly number[] {
  const found = forecast(from, runsOf(plan).flatMap(streamsOf));
  if (!found.ok) throw new Error(found.error);
  return found.value.ports.map((load) => load.streams);
}

describe('every plan', () => {
  test('of a multiple is exactly balanced by the forecast, and says so itself', () => {
    fc.assert(
      fc.property(senders, mode, first, fc.integer({ min: 1, max: 4 }), (from, bond, start, perPort) => {
        const streams = perPort * from.usable.length;
        const sourcePorts = { first: start, last: start + 1023 };
        const plan = planStreams(from, wish({ mode: bond, streams, sourcePorts }));
        expect(plan).toMatchObject({
          kind: 'balanced',
          perPort: from.usable.map((port) => ({ port, streams: perPort })),
        });
        expect(foretold(from, plan)).toEqual(from.usable.map(() => perPort));
      }),
    );
  });

  test('of any number differs by one at most', () => {
    fc.assert(
      fc.property(senders, first, fc.integer({ min: 1, max: 40 }), (from, start, streams) => {
        const plan = planStreams(from, wish({ streams, sourcePorts: { first: start, last: start + 1023 } }));
        const loads = foretold(from, plan);
        expect(plan.kind).toBe(streams % from.usable.length === 0 ? 'balanced' : 'uneven');
        expect(loads.reduce((sum, load) => sum + load, 0)).toBe(streams);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('is the same for the same wish, and takes no port twice, none of those to avoid, none out of range', () => {
    const range = fc.record({
      first: fc.integer({ min: -5, max: 66_000 }),
      last: fc.integer({ min: -5, max: 66_000 }),
    });
    const width = fc.integer({ min: 0, max: 300 });
    const taken = fc.array(fc.nat(300), { maxLength: 80 });
    fc.assert(
      fc.property(
        senders,
        range,
        width,
        taken,
        fc.integer({ min: 1, max: 64 }),
        (from, { first: start }, wide, offsets, streams) => {
          const avoid = new Set(offsets.map((offset) => start + offset));
          const wanted = wish({ streams, avoid, sourcePorts: { first: start, last: start + wide } });
          const plan = planStreams(from, wanted);
          expect(planStreams(from, wanted)).toEqual(plan);
          const ports = runsOf(plan)
            .flatMap(streamsOf)
            .map((stream) => stream.sourcePort);
          const least = Math.max(1024, start);
          const most = Math.min(65_535, start + wide);
          expect(new Set(ports).size).toBe(ports.length);
          expect(ports.filter((port) => port < least || port > most || avoid.has(port))).toEqual([]);
        },
      ),
    );
  });

  test('among all ports there are is found', () => {
    const plan = planStreams(
      sender({ usable: usable(7) }),
      wish({ streams: 112, sourcePorts: { first: 1024, last: 65_535 } }),
    );
    expect(plan).toMatchObject({ kind: 'balanced' });
  });
});
