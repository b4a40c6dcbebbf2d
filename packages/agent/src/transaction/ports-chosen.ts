import { type BondDesire, type BondSpec, desiredName, type NamedDesire } from '@bondctl/proto/model/bond';
import type { Refusal } from '@bondctl/proto/model/error';
import type { HostState, InterfaceState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import {
  choiceText,
  isNamed,
  namesAmong,
  type PortChoice,
  type PortMatch,
} from '@bondctl/proto/model/port-choice';
import { failure, isNonEmpty, type Result, success } from '@bondctl/proto/model/result';
import { fits, nicsOf, nicsText } from './nic-match.ts';

type Present = Extract<BondDesire, { state: 'present' }>;
type DriverMatch = Extract<PortMatch, { driver: string }>;
/** The NICs of one choice, or the rest of a sentence about why there are none. */
type Found = Result<readonly IfName[], string>;

/** Desires whose ports were found, and the reasons why those of the others were not. */
export interface PortsChosen {
  readonly desired: readonly NamedDesire[];
  /** The subject is the bond. */
  readonly refusals: readonly Refusal[];
}

const namesOf = (nics: readonly InterfaceState[]): readonly IfName[] => nics.map((one) => one.name);

function theOne(match: Exclude<PortMatch, DriverMatch>, state: HostState): Found {
  const nics = nicsOf(state);
  const fitting = nics.filter((one) => fits(match, one));
  const [word, value] = 'mac' in match ? ['the permanent MAC address', match.mac] : ['the path', match.path];
  if (fitting.length === 1) return success(namesOf(fitting));
  return failure(
    fitting.length === 0
      ? `no NIC has ${word} ${value}; found: ${nicsText(nics)}`
      : `${fitting.length} NICs have ${word} ${value}, and it must be one: ${nicsText(fitting)}`,
  );
}

/** Why a NIC of the right driver is not counted; null when it is. */
function unavailable(
  nic: InterfaceState,
  { spec, allowControlPath }: Present,
  { controlPath }: HostState,
): string | null {
  if (nic.master === spec.name) return null;
  if (nic.master !== null) return `a port of ${nic.master}`;
  if (allowControlPath || !controlPath.includes(nic.name)) return null;
  return 'carries the connection to the controller';
}

/** The NICs of a driver that nobody chose more exactly. Those the bond has are enough where they are that many. */
function ofDriver(match: DriverMatch, desire: Present, state: HostState, taken: ReadonlySet<IfName>): Found {
  const all = nicsOf(state).filter((one) => fits(match, one) && !taken.has(one.name));
  const free = all.filter((one) => unavailable(one, desire, state) === null);
  const own = free.filter((one) => one.master === desire.spec.name);
  for (const some of [own, free]) if (some.length === match.count) return success(namesOf(some));
  const others = all.flatMap((one) => {
    const why = unavailable(one, desire, state);
    return why === null ? [] : [`${one.name} (${why})`];
  });
  return failure(
    `driver ${match.driver}: ${free.length} found${free.length > 0 ? ` (${nicsText(free)})` : ''}, ${match.count} wanted` +
      (others.length > 0 ? `; not counted: ${others.join(', ')}` : '') +
      (all.length === 0 ? `; found: ${nicsText(nicsOf(state))}` : ''),
  );
}

function findPorts(choice: PortChoice, desire: Present, state: HostState, taken: ReadonlySet<IfName>): Found {
  if (isNamed(choice)) return success([choice]);
  return 'driver' in choice ? ofDriver(choice, desire, state, taken) : theOne(choice, state);
}

/** What is chosen by name, MAC address or path, which no driver counts any more. */
function exactly({ ports }: BondSpec, state: HostState): readonly IfName[] {
  return ports.flatMap((choice) => {
    if (isNamed(choice)) return [choice];
    const found = 'driver' in choice ? failure('') : theOne(choice, state);
    return found.ok ? found.value : [];
  });
}

function twice(choices: readonly PortChoice[], found: readonly Found[]): readonly string[] {
  const all = found.flatMap((one, at) =>
    one.ok ? one.value.map((name) => ({ name, by: choiceText(choices[at] ?? name) })) : [],
  );
  return [...new Set(all.map(({ name }) => name))].flatMap((name) => {
    const by = all.filter((one) => one.name === name).map((one) => one.by);
    return by.length > 1 ? [`${name} is chosen twice: as ${by.join(' and as ')}`] : [];
  });
}

function chosenOf(
  desire: BondDesire,
  state: HostState,
  taken: ReadonlySet<IfName>,
): Result<NamedDesire, readonly string[]> {
  if (desire.state === 'absent') return success(desire);
  const { spec } = desire;
  const names = namesAmong(spec.ports);
  if (names.length === spec.ports.length && isNonEmpty(names))
    return success({ ...desire, spec: { ...spec, ports: names } });
  const found = spec.ports.map((choice) => findPorts(choice, desire, state, taken));
  const problems = [...found.flatMap((one) => (one.ok ? [] : [one.error])), ...twice(spec.ports, found)];
  const ports = found.flatMap((one) => (one.ok ? one.value : []));
  if (problems.length > 0 || !isNonEmpty(ports)) return failure(problems);
  return success({ ...desire, spec: { ...spec, ports, chosen: spec.ports } });
}

/** Finds the ports of every desire. Names are taken as they are: whether there is such an interface is asked later. */
export function choosePorts(desired: readonly BondDesire[], state: HostState): PortsChosen {
  const taken = new Set(desired.flatMap((one) => (one.state === 'present' ? exactly(one.spec, state) : [])));
  const each = desired.map((one) => ({ bond: desiredName(one), result: chosenOf(one, state, taken) }));
  return {
    desired: each.flatMap(({ result }) => (result.ok ? [result.value] : [])),
    refusals: each.flatMap(({ bond, result }) =>
      result.ok ? [] : result.error.map((why) => ({ subject: bond, message: `${bond}: ${why}.` })),
    ),
  };
}

/** A desire as people wrote it, so that its ports are found again. */
export function asWritten(desire: NamedDesire): BondDesire {
  if (desire.state === 'absent' || desire.spec.chosen === undefined) return desire;
  const { chosen, ...spec } = desire.spec;
  return { ...desire, spec: { ...spec, ports: chosen } };
}
