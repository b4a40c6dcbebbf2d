import type { HostState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import type { Disruption, PlannedStep, PlanStep } from '@bondctl/proto/model/step';
import { predict } from './predict.ts';
import { sentenceOf } from './sentences.ts';

/** What a plan says of a step beyond the step itself. */
interface Cost {
  readonly disruption?: Disruption;
  readonly loses?: readonly string[];
}

/** A plan being written: the steps so far, and what the host will look like after them. */
export interface Draft {
  readonly steps: readonly PlannedStep<PlanStep>[];
  state(): HostState;
  take(step: PlanStep, cost?: Cost): void;
  /** Ports that left a bond on the way: their own MTU and MAC address come back, but only the kernel knows which. */
  wasReleased(name: IfName): boolean;
}

/** Begins a plan at what the host is now. */
export function startDraft(current: HostState): Draft {
  const steps: PlannedStep<PlanStep>[] = [];
  const released = new Set<IfName>();
  let state = current;
  return {
    steps,
    state: () => state,
    take(step, { disruption = 'none', loses = [] } = {}) {
      steps.push({ step, disruption, sentence: sentenceOf(step), loses });
      state = predict(state, step);
      if (step.do === 'removePort') released.add(step.port);
      if (step.do === 'addPort') released.delete(step.port);
    },
    wasReleased: (name) => released.has(name),
  };
}
