/**
 * A lab cluster as data: hosts with NICs, and what each NIC is plugged into. Pure.
 * A NIC that no cable and no switch names is unplugged: it exists and has no carrier.
 */

/** One NIC of a lab host. `rate` is a line rate in tc's words ("200mbit"); without it the NIC is not shaped. */
export type Nic = { readonly name: string; readonly rate?: string };

/** One lab host: a name, which is also its hostname and network namespace, and its NICs. */
export type LabHost = { readonly name: string; readonly nics: readonly Nic[] };

/** Where a plug sits. */
export type NicRef = { readonly host: string; readonly nic: string };

/** A cable straight between two hosts: carrier and LACP are real. */
export type Cable = { readonly a: NicRef; readonly b: NicRef };

/** A switch whose ports let LACP frames pass. An `mtu` below the hosts' own makes it a black hole for jumbo frames. */
export type Switch = { readonly name: string; readonly ports: readonly NicRef[]; readonly mtu?: number };

/** Everything the lab needs to know to build a cluster. */
export type Topology = {
  readonly hosts: readonly LabHost[];
  readonly cables: readonly Cable[];
  readonly switches: readonly Switch[];
};

/** How the hosts of `clusterOf` are connected. */
export type Wiring = 'cables' | 'pairs' | 'switches';

/** A cluster in a few numbers; `wiring` defaults to cables for two hosts and to switches for any other count. */
export type ClusterSize = {
  readonly hosts: number;
  readonly nics: number;
  readonly rate?: string;
  readonly wiring?: Wiring;
  readonly switchMtu?: number;
};

/** The most hosts one lab may have: one kernel on one CPU, and the measured end of what still starts in seconds. */
export const MOST_HOSTS = 200;
/** The most NICs one lab host may have, besides its management NIC. */
export const MOST_NICS = 16;

const FIRST_NAMES = ['alpha', 'beta', 'gamma', 'delta'];

/** The name of the host at a place counted from 0: alpha, beta, gamma, delta, h5, h6 and so on. */
export const hostName = (place: number): string => FIRST_NAMES[place] ?? `h${place + 1}`;

/** The management address of the host at a place counted from 0; the lab itself is 10.99.0.1. */
export const managementAddress = (place: number): string =>
  `10.99.${Math.floor((place + 2) / 256)}.${(place + 2) % 256}`;

/** The cluster that a few numbers describe. */
export function clusterOf(size: ClusterSize): Topology {
  const hosts = Array.from({ length: size.hosts }, (_, place) => hostOf(hostName(place), size));
  switch (size.wiring ?? (size.hosts === 2 ? 'cables' : 'switches')) {
    case 'cables':
    case 'pairs':
      return { hosts, cables: cablesOfPairs(hosts), switches: [] };
    case 'switches':
      return { hosts, cables: [], switches: switchesOf(hosts, size) };
  }
}

function hostOf(name: string, size: ClusterSize): LabHost {
  const rate = size.rate === undefined ? {} : { rate: size.rate };
  return { name, nics: Array.from({ length: size.nics }, (_, k) => ({ name: `eth${k + 1}`, ...rate })) };
}

function cablesOfPairs(hosts: readonly LabHost[]): Cable[] {
  return hosts.flatMap((a, place) => {
    const b = hosts[place + 1];
    return place % 2 === 1 || b === undefined
      ? []
      : a.nics.map(({ name: nic }) => ({ a: { host: a.name, nic }, b: { host: b.name, nic } }));
  });
}

function switchesOf(hosts: readonly LabHost[], size: ClusterSize): Switch[] {
  const mtu = size.switchMtu === undefined ? {} : { mtu: size.switchMtu };
  return Array.from({ length: size.nics }, (_, k) => ({
    name: `sw${k + 1}`,
    ports: hosts.map(({ name: host }) => ({ host, nic: `eth${k + 1}` })),
    ...mtu,
  }));
}

/** What is wrong with a topology, one sentence each; an empty list means that it can be built. */
export function topologyProblems(topology: Topology): string[] {
  return [...nameProblems(topology), ...plugProblems(topology)];
}

function nameProblems({ hosts, switches }: Topology): string[] {
  const problems: string[] = [];
  if (hosts.length === 0) problems.push('a lab needs at least one host');
  if (hosts.length > MOST_HOSTS) problems.push(`a lab has at most ${MOST_HOSTS} hosts, not ${hosts.length}`);
  const bridges = ['mgmt', ...switches.map(({ name }) => name)];
  for (const name of repeated(hosts.map((host) => host.name))) problems.push(`two hosts are called ${name}`);
  for (const name of repeated(bridges)) problems.push(`two switches are called ${name}`);
  for (const { name } of hosts.filter((host) => !/^[a-z][a-z0-9-]{0,9}$/.test(host.name))) {
    problems.push(`host name "${name}" must be 1 to 10 small letters, digits or dashes, a letter first`);
  }
  for (const { name } of switches.filter((one) => !/^[a-z][a-z0-9-]{0,14}$/.test(one.name))) {
    problems.push(`switch name "${name}" must be 1 to 15 small letters, digits or dashes, a letter first`);
  }
  return [...problems, ...hosts.flatMap(nicProblems)];
}

function nicProblems({ name: host, nics }: LabHost): string[] {
  const problems: string[] = [];
  if (nics.length > MOST_NICS)
    problems.push(`host ${host} has ${nics.length} NICs, at most ${MOST_NICS} work`);
  for (const name of repeated(['lo', 'mgmt0', ...nics.map((nic) => nic.name)])) {
    problems.push(`host ${host} has two NICs called ${name}`);
  }
  for (const { name } of nics.filter((nic) => !/^[a-z][a-z0-9]{0,14}$/.test(nic.name))) {
    problems.push(
      `NIC name "${name}" of host ${host} must be 1 to 15 small letters or digits, a letter first`,
    );
  }
  for (const { name, rate } of nics) {
    if (rate !== undefined && !/^[1-9][0-9]{0,5}[kmg]bit$/.test(rate)) {
      problems.push(
        `rate "${rate}" of ${host}/${name} must be a number with kbit, mbit or gbit, as in 200mbit`,
      );
    }
  }
  return problems;
}

function plugProblems({ hosts, cables, switches }: Topology): string[] {
  const known = new Set(hosts.flatMap((host) => host.nics.map((nic) => `${host.name}/${nic.name}`)));
  const plugs = [...cables.flatMap(({ a, b }) => [a, b]), ...switches.flatMap(({ ports }) => ports)];
  const names = plugs.map(({ host, nic }) => `${host}/${nic}`);
  return [
    ...names.filter((name) => !known.has(name)).map((name) => `${name} is plugged in but does not exist`),
    ...repeated(names).map((name) => `${name} is plugged in twice`),
    ...switches.filter(({ mtu }) => mtu !== undefined && (mtu < 68 || mtu > 65535)).map(badMtu),
  ];
}

const badMtu = ({ name, mtu }: Switch): string => `MTU ${mtu} of switch ${name} is outside 68 to 65535`;

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}
