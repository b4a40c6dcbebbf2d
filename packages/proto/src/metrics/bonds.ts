import type { BondLacp, BondState } from '../model/bond.ts';
import type { HostReport, InterfaceState } from '../model/host.ts';
import type { BondKept } from '../model/kept.ts';
import type { BondName, HostId } from '../model/names.ts';
import { gauge, info, one, type Table } from './family.ts';

/** One bond of a host, as the host said last. */
export interface BondSubject {
  readonly host: HostId;
  readonly bond: BondState;
  readonly device: InterfaceState | undefined;
  readonly kept: BondKept | undefined;
}

/** A bond that a host has or should have, and how many of its settings depart from what was confirmed. */
export interface DriftSubject {
  readonly host: HostId;
  readonly bond: BondName;
  readonly differences: number;
}

/** The bonds of a host's report. */
export const bondsOf = (host: HostId, report: HostReport): readonly BondSubject[] =>
  report.bonds.map((bond) => ({
    host,
    bond,
    device: report.state.interfaces.find(({ name }) => name === bond.name),
    kept: report.kept?.find((kept) => kept.bond === bond.name),
  }));

/** The bonds of a report with their drift; one that should be there and is gone is among them. */
export function driftsOf(host: HostId, { bonds, drift }: HostReport): readonly DriftSubject[] {
  const names = new Set([...bonds.map(({ name }) => name), ...drift.map(({ bond }) => bond)]);
  const departed = (bond: BondName) => drift.find((one) => one.bond === bond)?.differences.length ?? 0;
  return [...names].map((bond) => ({ host, bond, differences: departed(bond) }));
}

const isUp = ({ bond, device }: BondSubject): boolean => bond.miiStatus === 'up' && device?.up !== false;

/** What the driver prints where nobody answers. */
const nobody = '00:00:00:00:00:00';

const aggregatorOf = ({ bond }: BondSubject): BondLacp['aggregator'] => bond.lacp?.aggregator ?? null;

const partnerInfo = (subject: BondSubject) => {
  const mac = aggregatorOf(subject)?.partnerMac ?? nobody;
  return mac === nobody ? [] : info({ partner_mac: mac });
};

/** What is said of every bond. */
export const bondTable: Table<BondSubject> = {
  labels: ['host', 'bond'],
  name: ({ host, bond }) => [host, bond.name],
  rows: [
    gauge(
      'bondctl_bond_info',
      "Always 1; the mode by the kernel's name.",
      ({ bond }) => info({ mode: bond.mode ?? bond.modeText }),
      'mode',
    ),
    gauge('bondctl_bond_up', 'Whether the bond is set up and carries traffic (MII status).', (subject) =>
      one(isUp(subject)),
    ),
    gauge('bondctl_bond_mtu_bytes', 'MTU of the bond.', ({ device }) => one(device?.mtu)),
    gauge('bondctl_bond_ports', 'Ports that the bond has.', ({ bond }) => one(bond.ports.length)),
    gauge('bondctl_bond_ports_up', 'Ports of the bond that are up (MII status).', ({ bond }) =>
      one(bond.ports.filter(({ miiStatus }) => miiStatus === 'up').length),
    ),
    gauge(
      'bondctl_bond_lacp_partner_info',
      'Always 1; who answers LACP at the other end. Absent while nobody does.',
      partnerInfo,
      'partner_mac',
    ),
    gauge(
      'bondctl_bond_lacp_aggregator_ports',
      'Ports in the active aggregator; fewer than are up means that the bond is split.',
      (subject) => one(aggregatorOf(subject)?.ports),
    ),
    gauge('bondctl_bond_lacp_aggregator_id', 'Number of the active aggregator.', (subject) =>
      one(aggregatorOf(subject)?.id),
    ),
    gauge(
      'bondctl_bond_lacp_min_links',
      'Ports that the active aggregator needs before the bond carries traffic; 0 asks for none.',
      ({ bond }) => one(bond.lacp?.minLinks),
    ),
    gauge(
      'bondctl_bond_kept',
      'Whether files bring the bond back after a reboot; absent where nothing was confirmed.',
      ({ kept }) => one(kept && kept.kind === 'inFiles'),
    ),
  ],
};

/** What is said of drift, also where the bond itself is gone. */
export const driftTable: Table<DriftSubject> = {
  labels: ['host', 'bond'],
  name: ({ host, bond }) => [host, bond],
  rows: [
    gauge('bondctl_bond_drift', 'Settings that depart from what was confirmed.', ({ differences }) =>
      one(differences),
    ),
  ],
};
