import type { PlanStep } from '@bondctl/proto/model/step';

/** What a step does, as the beginning of a sentence. */
export function stepWords(step: PlanStep): string {
  switch (step.do) {
    case 'createBond':
      return `Creating ${step.bond} with mode ${step.mode}`;
    case 'deleteBond':
      return `Deleting ${step.bond}`;
    case 'setOption':
      return `Setting ${step.option} of ${step.bond} to "${step.to}"`;
    case 'setMode':
      return `Setting the mode of ${step.bond} to ${step.to}`;
    case 'addPort':
      return `Adding ${step.port} to ${step.bond}`;
    case 'removePort':
      return `Removing ${step.port} from ${step.bond}`;
    case 'setMtu':
      return `Setting the MTU of ${step.device} to ${step.to}`;
    case 'setMac':
      return `Setting the MAC address of ${step.device} to ${step.to}`;
    case 'linkUp':
      return `Setting ${step.device} up`;
    case 'linkDown':
      return `Setting ${step.device} down`;
    case 'addAddress':
      return `Adding ${step.cidr} to ${step.device}`;
    case 'removeAddress':
      return `Removing ${step.cidr} from ${step.device}`;
    case 'addRoute':
      return `Adding the route "${step.route}" to ${step.device}`;
    case 'removeRoute':
      return `Removing the route "${step.route}" from ${step.device}`;
    case 'setSysctl':
      return `Setting ${step.name} of this host to ${step.to}`;
    case 'setManaged':
      return `Asking NetworkManager to ${step.to === 'no' ? 'let go of' : 'take'} ${step.device}`;
    case 'setOffload':
      return `Setting ${step.offload} of ${step.device} ${step.to}`;
    default:
      return step satisfies never;
  }
}

/** What the kernel means by its answer (drivers/net/bonding/bond_options.c), by the words `ip` and sysfs have for it. */
const meanings: readonly (readonly [pattern: RegExp, onOption: string, onPort: string])[] = [
  [
    /EBUSY|resource busy/,
    'the bond must be down for it',
    'another driver (bridge, macvlan, another bond) holds the port',
  ],
  [
    /EACCES|Permission denied/,
    'the mode of the bond does not have this option',
    'the port cannot do what this mode needs',
  ],
  [/ENOTEMPTY|not empty/, 'the bond must have no ports for it', 'the bond must have no ports for it'],
  [/EINVAL|Invalid argument/, 'the kernel does not take this value now', 'the device does not take this'],
  [
    /EPERM|not permitted/,
    'it needs another option first (delays need miimon) or more privilege',
    'it needs more privilege',
  ],
  [
    /ENOENT|EOPNOTSUPP|not supported/,
    'the running kernel does not have it',
    'the device does not support it',
  ],
  [/ENODEV|Cannot find device|does not exist/, 'there is no such interface', 'there is no such interface'],
];

/** One sentence for a step that failed with the kernel's or `ip`'s words. */
export function stepSentence(step: PlanStep, words: string): string {
  // These are no answers of the bonding driver.
  const isTuning = step.do === 'setSysctl' || step.do === 'setOffload';
  const found = isTuning ? undefined : meanings.find(([pattern]) => pattern.test(words));
  const aboutOption = step.do === 'setOption' || step.do === 'setMode' || step.do === 'createBond';
  const meaning = found === undefined ? '' : `: ${aboutOption ? found[1] : found[2]}`;
  return `${stepWords(step)} failed${meaning} (the kernel said: ${words.replace(/\.$/, '')}).`;
}
