import type { OptionValues } from '@bondctl/proto/model/options';
import type { PlanStep } from '@bondctl/proto/model/step';

const listed = (options: OptionValues): string => {
  const words = Object.entries(options).map(([option, value]) => `${option} ${value}`);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
};

const shown = (value: string): string => (value === '' ? 'none' : value);

/** What a step does, as one sentence for people. */
export function sentenceOf(step: PlanStep): string {
  switch (step.do) {
    case 'createBond':
      return `Create ${step.bond} in mode ${step.mode}${listed(step.options)}.`;
    case 'deleteBond':
      return `Delete ${step.bond}.`;
    case 'setOption':
      return `Change ${step.option} of ${step.bond} from ${shown(step.from)} to ${shown(step.to)}.`;
    case 'setMode':
      return `Change the mode of ${step.bond} from ${step.from} to ${step.to}.`;
    case 'addPort':
      return `Make ${step.port} a port of ${step.bond}.`;
    case 'removePort':
      return `Take ${step.port} out of ${step.bond}.`;
    case 'setMtu':
      return `Change the MTU of ${step.device} from ${step.from} to ${step.to}.`;
    case 'setMac':
      return step.from === step.to
        ? `Give ${step.device} its MAC address ${step.to} again.`
        : `Change the MAC address of ${step.device} from ${step.from} to ${step.to}.`;
    case 'linkUp':
      return `Set ${step.device} up.`;
    case 'linkDown':
      return `Set ${step.device} down.`;
    case 'addAddress':
      return `Add ${step.cidr} to ${step.device}.`;
    case 'removeAddress':
      return `Remove ${step.cidr} from ${step.device}.`;
    case 'addRoute':
      return `Add the route ${step.route} to ${step.device}.`;
    case 'removeRoute':
      return `Remove the route ${step.route} from ${step.device}.`;
    case 'setSysctl':
      return `Change ${step.name} of the host from ${step.from} to ${step.to}.`;
    case 'setManaged':
      return step.to === 'no'
        ? `Ask NetworkManager to let go of ${step.device}.`
        : `Hand ${step.device} back to NetworkManager.`;
    case 'setOffload':
      return `Switch ${step.offload} of ${step.device} ${step.to}.`;
    default:
      return step satisfies never;
  }
}
