import { BondctlError } from '@bondctl/proto/model/error';
import type { HostState } from '@bondctl/proto/model/host';
import type { PlanStep } from '@bondctl/proto/model/step';
import type { Difference, Snapshot } from '@bondctl/proto/model/transaction';
import type { Faults, HostReader, HostWriter } from '../kernel/ports.ts';
import { compare } from './compare.ts';
import { readAgain } from './reading.ts';
import { targetOfSnapshot } from './snapshot.ts';
import { stepsTo } from './steps/steps.ts';

/** What a restore works with. */
export interface RestoreParts {
  readonly reader: HostReader;
  readonly writer: HostWriter;
  readonly faults: Faults;
  readonly log: (sentence: string) => void;
  /** Told of each step before it is taken. */
  readonly announce: (label: string) => Promise<void>;
}

// The first finds ports whose own MTU and MAC address show only when they are free, the next sets those right and the
// last sees that nothing is left; one more for a step that fails once.
const rounds = 4;

async function take(parts: RestoreParts, steps: readonly PlanStep[]): Promise<void> {
  for (const [at, step] of steps.entries()) {
    const label = `restore:${at}:${step.do}`;
    await parts.announce(label);
    parts.faults.reached(label);
    await parts.writer.perform(label, step);
  }
}

const stateNow = ({ reader }: RestoreParts, { state }: Snapshot): Promise<HostState> =>
  readAgain(reader, 'restore:read', state.tuning?.offloads ?? []);

/** One round from what is now towards what was: what differs when there is no step left to take, else null. */
async function round(parts: RestoreParts, before: Snapshot): Promise<readonly Difference[] | null> {
  const state = await stateNow(parts, before);
  const steps = stepsTo(state, targetOfSnapshot(before)).map((planned) => planned.step);
  if (steps.length === 0) return compare(before, state);
  await take(parts, steps);
  return null;
}

/**
 * Brings the host back to a before-image, from wherever it is. What fails is met again in the next round, from what
 * the host looks like then. What still differs afterwards is the answer; empty is success. Throws when the host could
 * not even be read.
 */
export async function restoreHost(parts: RestoreParts, before: Snapshot): Promise<readonly Difference[]> {
  for (let count = 0; count < rounds; count++) {
    try {
      const differences = await round(parts, before);
      if (differences !== null) return differences;
    } catch (thrown) {
      parts.log(`A part of the restore failed and is tried again: ${BondctlError.from(thrown).message}`);
    }
  }
  return compare(before, await stateNow(parts, before));
}
