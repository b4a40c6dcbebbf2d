import type { IfName } from '@bondctl/proto/model/names';
import { type FileSet, fileSet, isOurs, renderingOf, withFile } from '../file-set.ts';
import type { Adopted, Format, Rendering, TextFile } from '../format.ts';
import type { KeptBond } from '../kept.ts';
import { lost } from './networkd/lost.ts';
import { idOf, nicOf } from './networkd/netplan-nics.ts';
import { netplanHolds } from './networkd/netplan-options.ts';
import { at, holding, idsOf, kinds, netplanFolder, readPlans } from './networkd/netplan-plans.ts';
import { bondOf, nameOf } from './networkd/netplan-read.ts';
import { isNetplanRoute } from './networkd/netplan-routes.ts';
import { drop, keysAt, newPlan, type Plan, textOfPlan } from './networkd/netplan-text.ts';
import { setAbove, setBond, withdrawId } from './networkd/netplan-write.ts';

/** Kinds that hold nothing any more say nothing; a file of ours that says nothing goes. */
function tidied(plan: Plan): string | null {
  for (const kind of kinds)
    if (keysAt(plan, ['network']).includes(kind) && keysAt(plan, ['network', kind]).length === 0)
      drop(plan, ['network', kind]);
  const says = keysAt(plan, ['network']).some((key) => key !== 'version' && key !== 'renderer');
  return isOurs(plan.text) && !says ? null : textOfPlan(plan);
}

const draftFrom = (files: readonly TextFile[], plans: readonly Plan[]): FileSet =>
  plans.reduce((draft, plan) => withFile(draft, plan.path, tidied(plan)), fileSet(files));

/** The file that describes the bond, or a new one beside those that are there. */
function homeOf(files: readonly TextFile[], plans: readonly Plan[], bond: IfName): Plan {
  const [first] = holding(plans, at('bonds', bond));
  const path = `${netplanFolder}/60-bondctl-${bond}.yaml`;
  const ours = plans.find((plan) => plan.path === path);
  // One that cannot be read is left for people to look at.
  const isTaken = files.some((file) => file.path === path);
  return first ?? ours ?? newPlan(isTaken ? path.replace('/60-', '/61-') : path);
}

/** Ports that people know by what netplan, or this file of it, does not look for. */
function identitiesLost(plans: readonly Plan[], { ports }: KeptBond): readonly string[] {
  const words = { name: 'name', mac: 'MAC address', path: 'path' } as const;
  return ports.flatMap((port) => {
    const nic = nicOf(plans, idOf(plans, port) ?? '');
    const { by } = port.identity;
    return by === 'name' || nic?.identity.by === by
      ? []
      : [`${port.name} by its ${words[by]} (written by its name)`];
  });
}

function render(bond: KeptBond, files: readonly TextFile[]): Rendering {
  const { plans: found } = readPlans(files);
  const home = homeOf(files, found, bond.name);
  const plans = found.includes(home) ? found : [...found, home];
  setBond(plans, home, bond);
  setAbove(plans, home, bond);
  const untilReboot = lost(bond, (option) => netplanHolds(bond, option), isNetplanRoute);
  return renderingOf(files, draftFrom(files, plans), [...untilReboot, ...identitiesLost(plans, bond)]);
}

function withdraw(bond: IfName, files: readonly TextFile[]): Rendering {
  const { plans } = readPlans(files);
  withdrawId(plans, 'bonds', bond);
  return renderingOf(files, draftFrom(files, plans));
}

function adopt(files: readonly TextFile[]): Adopted {
  const { plans, problems } = readPlans(files);
  const found = [...problems];
  return { bonds: idsOf(plans, 'bonds').flatMap((id) => bondOf(plans, id, found)), problems: found };
}

function described(files: readonly TextFile[]): ReadonlySet<IfName> {
  const { plans } = readPlans(files);
  return new Set(kinds.flatMap((kind) => idsOf(plans, kind).flatMap((id) => nameOf(plans, id))));
}

/** netplan's files, as 0.101 (Debian 11) and newer read them. */
export const netplan: Format = {
  backend: 'netplan',
  makesMacs: true,
  // They may hold keys of wireless networks, and netplan complains about files that others can read.
  mode: 0o600,
  places: [{ folder: netplanFolder, pattern: /\.yaml$/ }],
  described,
  render,
  withdraw,
  adopt,
};
