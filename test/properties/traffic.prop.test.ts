import type { PathProbe, PortShare, Spread, TestResult } from '@bondctl/proto/model/linktest';
import { bondModes } from '@bondctl/proto/model/mode';
import type { IfName } from '@bondctl/proto/model/names';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rules } from '../../packages/controller/src/findings/table.ts';
import { drbd } from '../fakes/fake-parts.ts';
import { evidenceIn, lacpWith, type World } from '../fakes/fake-patients.ts';
import { verdict } from './runs.ts';
import { hostSurroundings, hostVitals, latency } from './vitals.ts';
import { few, orNull, real, text, whole } from './words.ts';

const port = fc.constantFrom('eth2', 'eth3').map((one) => one as IfName);
const both = <T>(end: fc.Arbitrary<T>) => fc.record({ sender: orNull(end), receiver: orNull(end) });
const shares: fc.Arbitrary<readonly PortShare[]> = few(
  fc.record({ name: port, txBytes: whole, rxBytes: whole }),
);
const probe: fc.Arbitrary<PathProbe> = fc
  .record({
    ends: fc.constantFrom(drbd.ends, drbd.ends.toReversed()),
    ...{ ipBytes: fc.constantFrom(84, 1500, 9000), sent: fc.nat(4), received: fc.nat(4) },
    ...{ complaint: orNull(text), port: orNull(port) },
  })
  .map(({ ends: [from = drbd.ends[0], to = drbd.ends[1]], ...rest }) => ({ from, to, ...rest }));
const spread: fc.Arbitrary<Spread> = fc.record({
  kind: fc.constantFrom('balanced', 'uneven', 'per-packet', 'unplanned'),
  why: orNull(text),
  planned: few(fc.record({ port, streams: fc.nat(4) })),
  forecast: few(fc.record({ port, forecastPercent: real, countedPercent: real })),
  agrees: orNull(fc.boolean()),
});
const result: fc.Arbitrary<Partial<TestResult>> = fc.record({
  mode: fc.constantFrom(...bondModes),
  mtu: fc.constantFrom(1500, 9000),
  probes: few(probe),
  run: orNull(verdict),
  ports: fc.record({ sender: shares, receiver: shares }),
  spread: orNull(spread),
  vitals: both(hostVitals),
  latency: orNull(latency),
  surroundings: both(hostSurroundings),
});
const worlds: fc.Arbitrary<World> = fc
  .record({
    result,
    percent: orNull(real),
    medium: fc.constantFrom('direct', 'switched'),
    isHashed: fc.boolean(),
  })
  .map(({ medium, isHashed, ...one }) => ({
    hosts: isHashed ? { alpha: lacpWith('beta'), beta: lacpWith('alpha') } : { alpha: {}, beta: {} },
    link: { medium },
    test: one,
  }));

test('no rule throws or says half a thing, whatever a test measured', () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const evidence = evidenceIn(world);
      for (const { find } of rules)
        for (const { cause, advice, evidence: facts } of find(evidence)) {
          expect([cause !== '', advice !== '', facts.length > 0]).toEqual([true, true, true]);
          expect(`${cause} ${advice} ${facts.join(' ')}`).not.toMatch(/undefined|NaN/);
        }
    }),
    { numRuns: 2000 },
  );
});
