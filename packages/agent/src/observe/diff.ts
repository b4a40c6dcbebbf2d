import type { BondState, PortState } from '@bondctl/proto/model/bond';
import type { LinkEvent } from '@bondctl/proto/model/command';
import type { InterfaceState } from '@bondctl/proto/model/host';
import type { BondName, IfName } from '@bondctl/proto/model/names';

/** One change between two looks; the observer numbers, dates and explains it. */
export type Change = Omit<LinkEvent, 'sequence' | 'atUnixMs' | 'atMonotonicMs' | 'cause'>;

/** One fact of a bond or a port as text, under the name that events carry. */
type Fact = readonly [what: string, value: string];

const text = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? 'none' : String(value);

/** A port's facts whose change is an event. A counter that only grows is told apart below. */
const portFacts = (port: PortState): readonly Fact[] => [
  ['mii status', port.miiStatus],
  ['speed', port.speedMbps === null ? 'unknown' : `${port.speedMbps} Mbps`],
  ['aggregator', text(port.lacp?.aggregatorId)],
  ['partner', text(port.lacp?.partner?.systemMac)],
];

const bondFacts = (bond: BondState): readonly Fact[] => [
  ['mode', bond.mode ?? bond.modeText],
  ['mii status', bond.miiStatus],
  ['active port', text(bond.activePort)],
  ['aggregator', text(bond.lacp?.aggregator?.id)],
  ['partner', text(bond.lacp?.aggregator?.partnerMac)],
];

function changed(
  before: readonly Fact[],
  after: readonly Fact[],
): readonly (readonly [string, string, string])[] {
  return before.flatMap(([what, was], at) => {
    const is = after[at]?.[1] ?? was;
    return was === is ? [] : [[what, was, is] as const];
  });
}

const presence = (bond: BondName, port: IfName | null, what: string, there: boolean): Change => ({
  bond,
  port,
  what,
  before: there ? 'absent' : 'present',
  after: there ? 'present' : 'absent',
});

/**
 * The kernel counts failures also while nobody looks. A counter that went back belongs to a port that left the bond and
 * came again between two looks, and what it counts then happened since.
 */
function failures(bond: BondName, before: PortState, after: PortState): readonly Change[] {
  const { name: port, linkFailureCount: is } = after;
  const isAnew = is < before.linkFailureCount;
  const was = isAnew ? 0 : before.linkFailureCount;
  return [
    ...(isAnew ? [presence(bond, port, 'port', false), presence(bond, port, 'port', true)] : []),
    ...(is > was ? [{ bond, port, what: 'link failures', before: String(was), after: String(is) }] : []),
  ];
}

function portChanges(bond: BondName, before: PortState, after: PortState): readonly Change[] {
  const facts = changed(portFacts(before), portFacts(after));
  const own = facts.map(
    ([what, was, is]): Change => ({ bond, port: after.name, what, before: was, after: is }),
  );
  return [...failures(bond, before, after), ...own];
}

function members<T extends { readonly name: IfName }>(before: readonly T[], after: readonly T[]) {
  const was = new Map(before.map((one) => [one.name, one]));
  const is = new Map(after.map((one) => [one.name, one]));
  return {
    gone: before.filter((one) => !is.has(one.name)),
    added: after.filter((one) => !was.has(one.name)),
    kept: after.flatMap((one) => {
      const old = was.get(one.name);
      return old === undefined ? [] : [[old, one] as const];
    }),
  };
}

function bondChanges(before: BondState, after: BondState): readonly Change[] {
  const bond = after.name;
  const facts = changed(bondFacts(before), bondFacts(after));
  const ports = members(before.ports, after.ports);
  return [
    ...ports.gone.map((port) => presence(bond, port.name, 'port', false)),
    ...ports.added.map((port) => presence(bond, port.name, 'port', true)),
    ...ports.kept.flatMap(([was, is]) => portChanges(bond, was, is)),
    ...facts.map(([what, was, is]): Change => ({ bond, port: null, what, before: was, after: is })),
  ];
}

/**
 * What happened to bonds between two looks at the driver's texts. Link failures come before the state they led to,
 * what happened to ports before what it did to their bond.
 */
export function bondChangesBetween(
  before: readonly BondState[],
  after: readonly BondState[],
): readonly Change[] {
  const bonds = members(before, after);
  return [
    ...bonds.gone.map((bond) => presence(bond.name, null, 'bond', false)),
    ...bonds.added.map((bond) => presence(bond.name, null, 'bond', true)),
    ...bonds.kept.flatMap(([was, is]) => bondChanges(was, is)),
  ];
}

/** What of an interface is compared. */
export type Compared = Pick<InterfaceState, 'name' | 'kind' | 'carrier' | 'mtu' | 'master'>;

const interfaceFacts = (one: Compared): readonly Fact[] => [
  ['carrier', one.carrier ? 'on' : 'off'],
  ['mtu', String(one.mtu)],
];

/** Carrier and MTU of bonds and their ports between two looks: facts of the interface, not of the driver's text. */
export function interfaceChangesBetween(
  before: readonly Compared[],
  after: readonly Compared[],
): readonly Change[] {
  const bonds = new Set(after.filter((one) => one.kind === 'bond').map((one) => one.name));
  return members(before, after).kept.flatMap(([was, is]) => {
    const bond = bonds.has(is.name) ? is.name : is.master;
    if (bond === null || !bonds.has(bond)) return [];
    const port = bond === is.name ? null : is.name;
    return changed(interfaceFacts(was), interfaceFacts(is)).map(
      ([what, from, to]): Change => ({ bond, port, what, before: from, after: to }),
    );
  });
}
