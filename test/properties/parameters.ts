// Arbitrary parameters of a run.
import type { RunParameters } from '@bondctl/proto/model/linktest';
import fc from 'fast-check';
import * as words from './words.ts';

const { whole, orNull } = words;

export const parameters: fc.Arbitrary<RunParameters> = fc.record({
  class: fc.constantFrom('probe' as const, 'measure' as const, 'stress' as const, 'proof' as const),
  streams: whole,
  seconds: whole,
  protocol: fc.constantFrom('tcp' as const, 'udp' as const),
  direction: fc.constantFrom('forth' as const, 'back' as const, 'both' as const),
  offeredBps: orNull(words.real),
});
