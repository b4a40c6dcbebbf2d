import type { IfName } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast, type Sender } from './forecast.ts';
import { hashPolicies, presentGeneration } from './policies.ts';

const mac = { vendor: 0x020000, device: 1 };
const to5201 = (...sourcePorts: readonly number[]) =>
  sourcePorts.map((sourcePort) => ({ sourcePort, serverPort: 5201 }));
const sender = (change: Partial<Sender> = {}): Sender => ({
  hosts: { family: 4, from: { mac, ip: 0x0100_000a }, to: { mac, ip: 0x0200_000a }, vlan: null },
  policy: 'layer3+4',
  generation: presentGeneration,
  usable: ['eth0', 'eth1'] as IfName[],
  ...change,
});

describe('where streams leave', () => {
  test('each stream by the port at its hash, in the order of the bond', () => {
    expect(forecast(sender(), to5201(40_000, 40_002, 40_004))).toEqual({
      ok: true,
      value: {
        streams: [
          { sourcePort: 40_000, serverPort: 5201, port: 'eth1' },
          { sourcePort: 40_002, serverPort: 5201, port: 'eth0' },
          { sourcePort: 40_004, serverPort: 5201, port: 'eth1' },
        ],
        ports: [
          { port: 'eth0', streams: 1 },
          { port: 'eth1', streams: 2 },
        ],
      },
    });
  });

  test('a policy that sees no ports sends all by one', () => {
    const found = forecast(sender({ policy: 'layer2+3' }), to5201(40_000, 40_001, 40_002, 40_003));
    expect(found.ok && found.value.ports.map((port) => port.streams).sort()).toEqual([0, 4]);
  });

  test('encap3+4 is a matter of chance, unless one port is all there is', () => {
    expect(forecast(sender({ policy: 'encap3+4' }), to5201(40_000))).toEqual({
      ok: false,
      error: 'encap3+4 takes a random number of each stream, so its port cannot be foretold',
    });
    const usable = ['eth0'] as IfName[];
    expect(forecast(sender({ policy: 'encap3+4', usable }), to5201(40_000))).toMatchObject({
      value: { ports: [{ port: 'eth0', streams: 1 }] },
    });
  });

  test('no usable port, no forecast', () => {
    expect(forecast(sender({ usable: [] }), to5201(40_000))).toEqual({
      ok: false,
      error: 'the bond has no port that can send',
    });
  });

  test('no stream is lost', () => {
    const foretellable = hashPolicies.filter((policy) => policy !== 'encap3+4');
    const names = fc
      .integer({ min: 1, max: 8 })
      .map((count) => Array.from({ length: count }, (_, n) => `eth${n}`));
    const port = fc.integer({ min: 1024, max: 65_535 });
    const sent = fc.array(fc.record({ sourcePort: port, serverPort: port }), { maxLength: 64 });
    fc.assert(
      fc.property(names, sent, fc.constantFrom(...foretellable), (usable, streams, policy) => {
        const found = forecast(sender({ policy, usable: usable as IfName[] }), streams);
        if (!found.ok) throw new Error(found.error);
        expect(found.value.streams.map(({ port: _port, ...stream }) => stream)).toEqual(streams);
        expect(found.value.ports.map((load) => load.port)).toEqual(usable);
        expect(found.value.ports.reduce((sum, load) => sum + load.streams, 0)).toBe(streams.length);
        for (const { port, streams: count } of found.value.ports)
          expect(found.value.streams.filter((stream) => stream.port === port)).toHaveLength(count);
      }),
    );
  });
});
