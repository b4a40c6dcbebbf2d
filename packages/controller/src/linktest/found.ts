import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { IperfRun, PathProbe, PortSample, RunVerdict } from '@bondctl/proto/model/linktest';
import { unwatched, type Watched } from '@bondctl/proto/model/vitals';
import type { PlannedSpread } from './spread.ts';

/** What was found out so far. */
export interface Findings extends Watched {
  readonly probes: readonly PathProbe[];
  readonly run: RunVerdict | null;
  readonly client: IperfRun | null;
  readonly server: IperfRun | null;
  readonly samples: { readonly sender: readonly PortSample[]; readonly receiver: readonly PortSample[] };
  /** null until a server listens. */
  readonly spread: PlannedSpread | null;
}

/** Before anything was asked. */
export const nothing: Findings = {
  probes: [],
  run: null,
  client: null,
  server: null,
  samples: { sender: [], receiver: [] },
  spread: null,
  ...unwatched,
};

type Outcome<K extends CommandOutcome['kind']> = Extract<CommandOutcome, { kind: K }>;

/** With the half of the end that sent. */
export const withSender = (found: Findings, from: Outcome<'measured'>): Findings => ({
  ...found,
  run: from.verdict,
  client: from.run,
  samples: { sender: from.samples, receiver: [] },
  vitals: { sender: from.vitals, receiver: null },
  latency: from.latency,
  surroundings: { sender: from.surroundings, receiver: null },
});

/** With the half of the end that received. */
export const withReceiver = (found: Findings, from: Outcome<'collected'>): Findings => ({
  ...found,
  server: from.run,
  samples: { ...found.samples, receiver: from.samples },
  vitals: { ...found.vitals, receiver: from.vitals },
  surroundings: { ...found.surroundings, receiver: from.surroundings },
});
