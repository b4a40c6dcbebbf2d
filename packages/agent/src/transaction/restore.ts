import { BondctlError } from '@bondctl/proto/model/error';
import type { Difference, Snapshot } from '@bondctl/proto/model/transaction';
import type { Faults, HostReader, HostWriter } from '../kernel/ports.ts';
import { compare } from './compare.ts';
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

// The first round finds ports whose own MTU and MAC address show only when they are free; the second sets those right.
const rounds = 4;

/** One round: from what is now towards what was. True when there was nothing left to do. */
async function round(parts: RestoreParts, before: Snapshot): Promise<boolean> {
  const steps = stepsTo(await parts.reader.state('restore:read'), targetOfSnapshot(before));
  for (const [at, { step }] of steps.entries()) {
    const label = `restore:${at}:${step.do}`;
    await parts.announce(label);
    parts.faults.reached(label);
    await parts.writer.perform(label, step);
  }
  return steps.length === 0;
}

/**
 * Brings the host back to a before-image, from wherever it is. A step that fails is met again in the next round, from
 * what the host looks like then. What still differs afterwards is the answer; empty is success.
 */
export async function restoreHost(parts: RestoreParts, before: Snapshot): Promise<readonly Difference[]> {
  for (let count = 0; count < rounds; count++) {
    try {
      if (await round(parts, before)) break;
    } catch (thrown) {
      parts.log(`A step of the restore failed; it is tried again: ${BondctlError.from(thrown).message}`);
    }
  }
  return compare(before, await parts.reader.state('restore:compare'));
}
