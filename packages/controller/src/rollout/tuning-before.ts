import { type BondDesire, type BondSpec, desiredName, desiredTuning } from '@bondctl/proto/model/bond';
import type { IfName } from '@bondctl/proto/model/names';
import { namesAmong } from '@bondctl/proto/model/port-choice';
import type { PlannedStep } from '@bondctl/proto/model/step';
import { offloadNames, sysctlNames, type Tuning, tunings } from '@bondctl/proto/model/tuning';

/**
 * What a host has now of the settings that a desire changes, as its plan tells: offloads are in no report. What the desire
 * names and no step changes is as it says already. A setting that differs between ports cannot be written and is left out.
 */
export function tuningBefore(
  desire: BondDesire,
  had: readonly IfName[] | null,
  steps: readonly PlannedStep[],
): { readonly tuning?: Tuning } {
  const named = desiredTuning(desire);
  const taken = steps.map((planned) => planned.step);
  const ports = desire.state === 'present' ? portsAfter(desire.spec, had ?? [], taken) : (had ?? []);
  const before = [
    ...sysctlNames.map((name) => [name, named[name] && (sysctlBefore(taken, name) ?? named[name])] as const),
    ...offloadNames.flatMap((name) => {
      const isOfPorts = tunings[name].scope === 'ports';
      const devices = isOfPorts ? ports : had === null ? [] : [desiredName(desire)];
      const values = new Set(devices.map((device) => offloadBefore(taken, device, name) ?? named[name]));
      return values.size === 1 ? [[name, [...values][0]] as const] : [];
    }),
  ];
  const tuning = Object.fromEntries(before.filter(([, value]) => value !== undefined));
  return Object.keys(tuning).length === 0 ? {} : { tuning };
}

type Step = PlannedStep['step'];

/** The ports a bond will have; which NICs the host found for it stands in the steps. */
function portsAfter(
  { name, ports }: BondSpec,
  had: readonly IfName[],
  steps: readonly Step[],
): readonly IfName[] {
  const portsOf = (what: 'addPort' | 'removePort') =>
    steps.flatMap((step) => (step.do === what && step.bond === name ? [step.port] : []));
  const gone = portsOf('removePort');
  const kept = had.filter((port) => !gone.includes(port));
  return [...new Set([...namesAmong(ports), ...kept, ...portsOf('addPort')])];
}

function sysctlBefore(steps: readonly Step[], name: string): string | undefined {
  const step = steps.find((one) => one.do === 'setSysctl' && one.name === name);
  return step?.do === 'setSysctl' ? step.from : undefined;
}

function offloadBefore(steps: readonly Step[], device: IfName, offload: string): string | undefined {
  const step = steps.find(
    (one) => one.do === 'setOffload' && one.device === device && one.offload === offload,
  );
  return step?.do === 'setOffload' ? step.from : undefined;
}
