import type { NamedDesire, NamedSpec } from '@bondctl/proto/model/bond';
import { needsMiimon } from '@bondctl/proto/model/driver';
import type { Refusal } from '@bondctl/proto/model/error';
import type { HostState, InterfaceState } from '@bondctl/proto/model/host';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import { bondOf, interfaceOf } from '../lookup.ts';

const neverPorts = ['bond', 'bridge', 'loopback'];

/** True when a bond of the same change lets go of the port. */
function isFreed(desired: readonly NamedDesire[], bond: IfName, port: IfName): boolean {
  return desired.some((desire) =>
    desire.state === 'absent'
      ? desire.name === bond
      : desire.spec.name === bond && !desire.spec.ports.includes(port),
  );
}

function masterProblem(
  port: InterfaceState,
  bond: BondName,
  desired: readonly NamedDesire[],
): readonly string[] {
  if (port.master === null || port.master === bond || isFreed(desired, port.master, port.name)) return [];
  return [`${port.name} is a port of ${port.master}; take it out there first`];
}

/** LACP and the load balancing modes ask each port for its speed; without one it gets an aggregator of its own. */
function speedProblem(port: InterfaceState, spec: NamedSpec): readonly string[] {
  if (!needsMiimon(spec.mode)) return [];
  const unknown = port.speedMbps === null || port.duplex === null;
  if (unknown && !port.up)
    return [
      `${port.name} is down, so its speed is unknown, and ${spec.mode} needs it; set it up and plan again`,
    ];
  if (unknown) return [`${port.name} does not tell its speed and duplex, which ${spec.mode} needs`];
  return port.duplex === 'half'
    ? [`${port.name} runs at half duplex, which ${spec.mode} cannot aggregate`]
    : [];
}

function joiningProblems(port: InterfaceState, spec: NamedSpec, state: HostState): readonly string[] {
  const above = state.interfaces.filter((one) => one.parent === port.name).map((one) => one.name);
  const lease = port.addresses.find((address) => address.origin === 'dynamic' && !address.cidr.includes(':'));
  return [
    ...(neverPorts.includes(port.kind) ? [`${port.name} is a ${port.kind}, which cannot be a port`] : []),
    ...above.map((name) => `${port.name} carries ${name}; remove that first`),
    ...(lease === undefined
      ? []
      : [`${port.name} has ${lease.cidr} from a DHCP client that is still running; stop it first`]),
    ...(port.parent === spec.name ? [`${port.name} stands on ${spec.name} itself`] : []),
  ];
}

function portProblems(
  spec: NamedSpec,
  name: IfName,
  state: HostState,
  desired: readonly NamedDesire[],
): readonly string[] {
  const port = interfaceOf(state, name);
  if (port === undefined) return [`there is no interface ${name}`];
  const stays = port.master === spec.name;
  const sameMode = bondOf(state, spec.name)?.mode === spec.mode;
  return [
    ...masterProblem(port, spec.name, desired),
    ...(stays ? [] : joiningProblems(port, spec, state)),
    ...(stays && sameMode ? [] : speedProblem(port, spec)),
  ];
}

/** Ports that do not exist, belong to somebody else, or cannot do what the mode needs. */
export function portRefusals(
  spec: NamedSpec,
  state: HostState,
  desired: readonly NamedDesire[],
): readonly Refusal[] {
  const twice = spec.ports.filter((port, at) => spec.ports.indexOf(port) !== at);
  return [
    ...[...new Set(spec.ports)].flatMap((port) =>
      portProblems(spec, port, state, desired).map((message) => ({
        subject: port,
        message: `${spec.name}: ${message}.`,
      })),
    ),
    ...twice.map((port) => ({ subject: port, message: `${spec.name}: ${port} is named twice.` })),
  ];
}
