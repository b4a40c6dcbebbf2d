import type { PlanStep } from '@bondctl/proto/model/step';

/** The step that undoes a step, for a host on which it has just been taken. */
export function inverse(step: PlanStep): PlanStep {
  switch (step.do) {
    case 'createBond':
      return { ...step, do: 'deleteBond' };
    case 'deleteBond':
      return { ...step, do: 'createBond' };
    case 'setOption':
      return { ...step, from: step.to, to: step.from };
    case 'setMode':
      return { ...step, from: step.to, to: step.from };
    case 'setMtu':
      return { ...step, from: step.to, to: step.from };
    case 'setMac':
      return { ...step, from: step.to, to: step.from };
    case 'addPort':
      return { ...step, do: 'removePort' };
    case 'removePort':
      return { ...step, do: 'addPort' };
    case 'linkUp':
      return { ...step, do: 'linkDown' };
    case 'linkDown':
      return { ...step, do: 'linkUp' };
    case 'addAddress':
      return { ...step, do: 'removeAddress' };
    case 'removeAddress':
      return { ...step, do: 'addAddress' };
    case 'addRoute':
      return { ...step, do: 'removeRoute' };
    case 'removeRoute':
      return { ...step, do: 'addRoute' };
    case 'setSysctl':
      return { ...step, from: step.to, to: step.from };
    case 'setManaged':
      return { ...step, from: step.to, to: step.from };
    case 'setOffload':
      return { ...step, from: step.to, to: step.from };
    default:
      return step satisfies never;
  }
}

/** The steps that undo a list of steps, last one first. */
export const inverses = (steps: readonly PlanStep[]): readonly PlanStep[] => steps.map(inverse).reverse();
