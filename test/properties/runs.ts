// Arbitrary runs of iperf3: what they printed, counted and came to.
import type { IperfRun, PortSample, RunVerdict } from '@bondctl/proto/model/linktest';
import fc from 'fast-check';
import { few, ifName, orNull, real, text, whole } from './words.ts';

const portNumber = fc.integer({ min: 0, max: 65_535 });

export const sample: fc.Arbitrary<PortSample> = fc.record({
  port: ifName,
  atMs: real,
  txBytes: whole,
  rxBytes: whole,
  txPackets: whole,
  rxPackets: whole,
  txDropped: whole,
  rxDropped: whole,
});

export const run: fc.Arbitrary<IperfRun> = fc
  .record({
    role: fc.constantFrom('client' as const, 'server' as const),
    version: text,
    command: few(text),
    document: fc.string({ unit: 'grapheme', maxLength: 2000 }),
    exit: fc.oneof(
      fc.record({ kind: fc.constant('code'), code: fc.integer() }),
      fc.record({ kind: fc.constant('signal'), signal: text }),
    ),
    ending: fc.constantFrom(...(['finished', 'watchdog', 'cancelled', 'disturbed'] as const)),
    truncated: orNull(fc.record({ bytes: whole, sha256: text })),
  })
  .map(({ truncated, ...rest }) => (truncated === null ? rest : { ...rest, document: '', truncated }));

export const verdict: fc.Arbitrary<RunVerdict> = fc.oneof(
  fc.record({
    ok: fc.constant(true as const),
    figures: fc.record({
      receivedBps: real,
      receivedBytes: whole,
      sentBytes: whole,
      retransmits: orNull(whole),
      seconds: real,
      mss: orNull(whole),
      streams: few(fc.record({ sourcePort: portNumber, serverPort: portNumber, sentBytes: whole })),
      back: orNull(
        fc.record({
          receivedBps: real,
          receivedBytes: whole,
          sentBytes: whole,
          retransmits: orNull(whole),
        }),
      ),
      udp: orNull(fc.record({ packets: whole, lost: whole, jitterMs: real, outOfOrder: orNull(whole) })),
    }),
  }),
  fc.record({
    ok: fc.constant(false as const),
    fault: fc.constantFrom(
      ...(['busy', 'cannot-connect', 'address-in-use', 'interrupted', 'policy', 'authorization'] as const),
      ...([
        'network',
        'watchdog',
        'no-document',
        'no-data',
        'too-short',
        'spawn',
        'other',
        'port-down',
        'others-traffic',
      ] as const),
    ),
    message: text,
  }),
);
