import { type BondDesire, desiredName } from '@bondctl/proto/model/bond';
import type { HostReport, HostState } from '@bondctl/proto/model/host';
import { parseMode } from '@bondctl/proto/model/mode';
import type { BondName, HostId } from '@bondctl/proto/model/names';
import { isNonEmpty } from '@bondctl/proto/model/result';
import type { HostDesire } from '@bondctl/proto/model/spec';
import type { PlannedStep } from '@bondctl/proto/model/step';
import { type ClusterPlan, changeSetsOf } from '../plan/plan.ts';
import { namedOptions } from '../spec/named-options.ts';
import { tuningBefore } from './tuning-before.ts';

/**
 * What the hosts that a plan changes have now of the bonds that it names, as desires that lead back there. A host that
 * is not reported is left out: nobody can say what it had.
 */
export function desiresBefore(
  plan: Pick<ClusterPlan, 'waves'>,
  reportOf: (host: HostId) => HostReport | undefined,
): readonly HostDesire[] {
  const shares = changeSetsOf(plan).flatMap((set) => set.participants);
  return [...new Set(shares.map(({ host }) => host))].flatMap((host) => {
    const report = reportOf(host);
    const own = shares.filter((one) => one.host === host);
    const bonds =
      report === undefined
        ? []
        : own.flatMap(({ desired, steps }) =>
            desired.map((desire) => desireBefore(desire, report.state, steps)),
          );
    return isNonEmpty(bonds) ? [{ host, bonds }] : [];
  });
}

function desireBefore(desire: BondDesire, state: HostState, steps: readonly PlannedStep[]): BondDesire {
  const { allowControlPath } = desire;
  const backend = desire.backend === undefined ? {} : { backend: desire.backend };
  const name = desiredName(desire);
  const bond = state.bonds.find((one) => one.name === name);
  const mode = parseMode(bond?.mode ?? '');
  if (bond === undefined || mode === undefined || !isNonEmpty(bond.ports))
    return { state: 'absent', name, allowControlPath, ...backend, ...tuningBefore(desire, null, steps) };
  const { ports } = bond;
  const spec = {
    name,
    mode,
    ports,
    options: namedOptions(mode, bond.options),
    ...interfaceBefore(name, state),
    ...tuningBefore(desire, ports, steps),
  };
  return { state: 'present', allowControlPath, ...backend, spec };
}

function interfaceBefore(name: BondName, state: HostState) {
  const found = state.interfaces.find((one) => one.name === name);
  const addresses = found?.addresses.filter((one) => one.origin === 'static').map((one) => one.cidr) ?? [];
  return { mtu: found?.mtu ?? null, addresses };
}
