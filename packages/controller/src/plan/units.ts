import { type BondDesire, desiredName, desiredTuning } from '@bondctl/proto/model/bond';
import type { BondName, HostId } from '@bondctl/proto/model/names';
import { isNamed, namesAmong } from '@bondctl/proto/model/port-choice';
import { isNonEmpty, type NonEmpty } from '@bondctl/proto/model/result';
import type { KeepStep, PlannedStep, PlanStep } from '@bondctl/proto/model/step';

/** Bonds of one host that must change in one transaction, because their steps touch the same interfaces. */
export interface Unit {
  readonly host: HostId;
  readonly desired: NonEmpty<BondDesire>;
  readonly steps: NonEmpty<PlannedStep>;
}

interface Group {
  readonly names: ReadonlySet<string>;
  readonly desired: readonly BondDesire[];
  readonly steps: readonly { readonly position: number; readonly planned: PlannedStep }[];
}

/** Cuts one host's steps into the smallest shares that do not disturb each other; bonds without a step are left out. */
export function unitsOf(
  host: HostId,
  bonds: readonly BondDesire[],
  steps: readonly PlannedStep[],
): readonly Unit[] {
  const isCounted = countsDrivers(bonds, steps);
  let groups: readonly Group[] = bonds.map((bond) => ({
    names: new Set(namesOf(bond, steps)),
    desired: [bond],
    steps: [],
  }));
  let previous: readonly string[] = [];
  for (const [position, planned] of steps.entries()) {
    const touched = [
      ...touchedBy(planned.step),
      ...(isCounted && planned.step.do === 'addPort' ? [drivers] : []),
    ];
    const known = groups.some((group) => touched.some((name) => group.names.has(name)));
    // A device above a bond (a VLAN) is named by no desire; its steps stand among those of its bond.
    const names = known ? touched : [...touched, ...previous];
    groups = joined(groups, { names: new Set(names), desired: [], steps: [{ position, planned }] });
    previous = touched;
  }
  return groups.flatMap((group) => unitOf(host, group));
}

function unitOf(host: HostId, group: Group): readonly Unit[] {
  const steps = group.steps.toSorted((a, b) => a.position - b.position).map(({ planned }) => planned);
  return isNonEmpty(group.desired) && isNonEmpty(steps) ? [{ host, desired: group.desired, steps }] : [];
}

/** The interfaces of a bond: those it names, and those that its host found for it, as the steps tell. */
function namesOf(bond: BondDesire, steps: readonly PlannedStep[]): readonly string[] {
  const name = desiredName(bond);
  const named = bond.state === 'present' ? namesAmong(bond.spec.ports) : [];
  const found = steps.flatMap(({ step }) => ('port' in step && step.bond === name ? [step.port] : []));
  return [name, ...named, ...found, ...Object.keys(desiredTuning(bond)).map(ofHost)];
}

/** What bonds share that take ports while one of them counts a driver's; no interface has a slash in its name. */
const drivers = 'drivers/';

/** How many NICs of a driver are left depends on what other bonds take, so these find their ports in one go. */
const countsDrivers = (bonds: readonly BondDesire[], steps: readonly PlannedStep[]): boolean =>
  bonds.some(
    (bond) =>
      bond.state === 'present' &&
      bond.spec.ports.some((port) => !isNamed(port) && 'driver' in port) &&
      steps.some(({ step }) => step.do === 'addPort' && step.bond === bond.spec.name),
  );

/** A setting of the whole host is shared by all bonds that name it; no interface has a slash in its name. */
const ofHost = (sysctl: string): string => `sysctl/${sysctl}`;

function touchedBy(step: PlanStep | KeepStep): readonly string[] {
  if (step.do === 'setSysctl') return [ofHost(step.name)];
  if ('device' in step) return [step.device];
  return 'port' in step ? [step.bond, step.port] : [step.bond];
}

/** The groups with one more, merged with every group it shares a name with, at the place of the first of these. */
function joined(groups: readonly Group[], added: Group): readonly Group[] {
  const shares = (group: Group) => [...added.names].some((name) => group.names.has(name));
  const merged = [...groups.filter(shares), added].reduce((a, b) => ({
    names: new Set([...a.names, ...b.names]),
    desired: [...a.desired, ...b.desired],
    steps: [...a.steps, ...b.steps],
  }));
  const first = groups.findIndex(shares);
  if (first < 0) return [...groups, merged];
  return [...groups.slice(0, first), merged, ...groups.slice(first + 1).filter((group) => !shares(group))];
}

/** The names of the bonds a unit is about. */
export const bondsOf = (unit: Pick<Unit, 'desired'>): readonly BondName[] => unit.desired.map(desiredName);
