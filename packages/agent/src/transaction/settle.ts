import type { BondState, PortState } from '@bondctl/proto/model/bond';
import type { Difference } from '@bondctl/proto/model/transaction';
import type { BondTarget, Target } from './target.ts';

const noPartner = '00:00:00:00:00:00';

function portFacts(name: string, port: PortState | undefined): readonly Difference[] {
  const found = port?.miiStatus ?? 'not there';
  return found === 'up' ? [] : [{ path: `${name}.mii`, wanted: 'up', found }];
}

function lacpFacts(target: BondTarget, bond: BondState): readonly Difference[] {
  const aggregator = bond.lacp?.aggregator ?? null;
  const path = `${bond.name}.lacp`;
  if (aggregator === null) return [{ path, wanted: 'an aggregator', found: 'none (or not shown)' }];
  const wanted = String(target.ports.length);
  const joined = bond.ports.filter((port) => port.lacp?.aggregatorId === aggregator.id).length;
  const counts = [String(aggregator.ports), String(joined)];
  const together = counts.every((count) => count === wanted)
    ? []
    : [{ path: `${path}.ports`, wanted: `${wanted} in one aggregator`, found: counts.join(' counted, ') }];
  const partner =
    aggregator.partnerMac === noPartner
      ? [{ path: `${path}.partner`, wanted: 'a partner', found: 'none' }]
      : [];
  return [...together, ...partner, ...bond.ports.flatMap((port) => deafFacts(path, port))];
}

/** The bit of a port's state that says that it takes what arrives (IEEE 802.1AX, 6.4.2.3). */
const collecting = 1 << 4;

/** A partner that does not collect yet drops what we send it; one whose state is not shown is not asked. */
function deafFacts(path: string, { name, lacp }: PortState): readonly Difference[] {
  const state = lacp?.partner?.portState ?? collecting;
  if ((state & collecting) !== 0) return [];
  return [{ path: `${path}.${name}`, wanted: 'a partner that collects', found: `port state ${state}` }];
}

function bondFacts(target: BondTarget, bonds: readonly BondState[]): readonly Difference[] {
  const bond = bonds.find((one) => one.name === target.name);
  if (bond === undefined) return [{ path: target.name, wanted: 'a bond', found: 'not there' }];
  const ports = target.ports.flatMap((name) =>
    portFacts(
      `${target.name}.${name}`,
      bond.ports.find((port) => port.name === name),
    ),
  );
  return target.mode === '802.3ad' ? [...ports, ...lacpFacts(target, bond)] : ports;
}

/**
 * What has not yet settled: ports the driver does not call up, and for LACP anything but one aggregator with all ports
 * and a partner that takes what they send. Empty means that waiting longer shows nothing new.
 */
export const unsettled = (target: Target, bonds: readonly BondState[]): readonly Difference[] =>
  target.bonds.flatMap((bond) => bondFacts(bond, bonds));
