import type { FileProblem } from '@bondctl/proto/model/described';
import { parseMode } from '@bondctl/proto/model/mode';
import { type IfName, parseIfName } from '@bondctl/proto/model/names';
import { isNonEmpty } from '@bondctl/proto/model/result';
import type { AdoptedBond } from '../../format.ts';
import type { KeptBridge, KeptPort, KeptRoute, KeptVlan } from '../../kept.ts';
import { nicOf } from './netplan-nics.ts';
import { optionsIn } from './netplan-options.ts';
import { at, holding, idsOf, type Kind, listOf, mappingsOf, scalarOf } from './netplan-plans.ts';
import { routeFrom } from './netplan-routes.ts';
import { lineOfNode, type Plan, type PlanPath } from './netplan-text.ts';

type Wrong = (path: PlanPath, message: string) => void;

const asName = (text: string): readonly IfName[] => {
  const name = parseIfName(text);
  return name.ok ? [name.value] : [];
};

function numberOf(plans: readonly Plan[], path: PlanPath): number | null {
  const text = scalarOf(plans, path) ?? '';
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function addressesOf(plans: readonly Plan[], kind: Kind, id: string) {
  const gateways = (['gateway4', 'gateway6'] as const).flatMap((key): KeptRoute[] => {
    const via = scalarOf(plans, at(kind, id, key));
    const family = key === 'gateway4' ? 'inet' : 'inet6';
    return via === undefined ? [] : [{ family, text: `default via ${via}` }];
  });
  const routes = mappingsOf(plans, at(kind, id, 'routes')).flatMap((mapping) => routeFrom(mapping) ?? []);
  return { addresses: listOf(plans, at(kind, id, 'addresses')), routes: [...gateways, ...routes] };
}

const vlansOn = (plans: readonly Plan[], link: string): readonly KeptVlan[] =>
  idsOf(plans, 'vlans').flatMap((id) => {
    const tag = numberOf(plans, at('vlans', id, 'id'));
    if (scalarOf(plans, at('vlans', id, 'link')) !== link || tag === null) return [];
    const mtu = numberOf(plans, at('vlans', id, 'mtu'));
    return asName(id).map((name) => ({ name, id: tag, mtu, ...addressesOf(plans, 'vlans', id) }));
  });

/** The name of an interface that files know by an id. */
export const nameOf = (plans: readonly Plan[], id: string): readonly IfName[] =>
  idsOf(plans, 'ethernets').includes(id) ? [nicOf(plans, id)?.name ?? []].flat() : asName(id);

function bridgeOver(plans: readonly Plan[], bond: string): KeptBridge | null {
  const id = idsOf(plans, 'bridges').find((one) =>
    listOf(plans, at('bridges', one, 'interfaces')).includes(bond),
  );
  const [name] = id === undefined ? [] : asName(id);
  if (id === undefined || name === undefined) return null;
  const others = listOf(plans, at('bridges', id, 'interfaces')).filter((port) => port !== bond);
  return {
    name,
    ...addressesOf(plans, 'bridges', id),
    otherPorts: others.flatMap((one) => nameOf(plans, one)),
  };
}

function portsOf(
  plans: readonly Plan[],
  bond: string,
  wrong: Wrong,
): readonly (readonly [string, KeptPort])[] {
  const path = at('bonds', bond, 'interfaces');
  return listOf(plans, path).flatMap((id) => {
    const nic = nicOf(plans, id);
    if (nic === undefined) wrong(path, `which NIC is meant by ${id} cannot be told from the file`);
    return nic === undefined ? [] : [[id, nic] as const];
  });
}

function modeOf(plans: readonly Plan[], bond: string, wrong: Wrong) {
  const path = at('bonds', bond, 'parameters', 'mode');
  const text = scalarOf(plans, path) ?? 'balance-rr';
  const mode = parseMode(text);
  if (mode === undefined) wrong(path, `"${text}" is not a mode of a bond`);
  return mode;
}

/** A bond of these files, or what is wrong with it. */
export function bondOf(plans: readonly Plan[], id: string, problems: FileProblem[]): readonly AdoptedBond[] {
  const wrong: Wrong = (path, message) => {
    const plan = holding(plans, path).at(-1) ?? holding(plans, at('bonds', id))[0];
    if (plan !== undefined) problems.push({ path: plan.path, line: lineOfNode(plan, path), message });
  };
  const [name] = asName(id);
  const mode = modeOf(plans, id, wrong);
  const found = portsOf(plans, id, wrong);
  const ports = found.map(([, port]) => port);
  const { options, wrong: keys } = optionsIn(plans, id);
  for (const { key, text } of keys)
    wrong(at('bonds', id, 'parameters', key), `"${text}" is not a value of ${key}`);
  if (name === undefined || !isNonEmpty(ports)) wrong(at('bonds', id), `it names no port of ${id}`);
  const [first] = holding(plans, at('bonds', id));
  if (name === undefined || mode === undefined || !isNonEmpty(ports) || first === undefined) return [];
  const said = scalarOf(plans, at('bonds', id, 'parameters', 'primary'));
  const primary = found.find(([port]) => port === said)?.[1].name;
  const { addresses, routes } = addressesOf(plans, 'bonds', id);
  const bond = {
    name,
    mode,
    options: primary === undefined ? options : { ...options, primary },
    ports,
    mtu: numberOf(plans, at('bonds', id, 'mtu')),
    mac: scalarOf(plans, at('bonds', id, 'macaddress'))?.toLowerCase() ?? null,
    addresses: { cidrs: addresses, named: addresses.length > 0 },
    routes,
    vlans: vlansOn(plans, id),
    bridge: bridgeOver(plans, id),
  };
  return [{ bond, path: first.path }];
}
