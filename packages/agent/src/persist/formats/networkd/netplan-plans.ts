import type { FileProblem } from '@bondctl/proto/model/described';
import type { TextFile } from '../../format.ts';
import {
  addItem,
  drop,
  dropItems,
  keysAt,
  listAt,
  mappingsAt,
  nodeAt,
  type Plan,
  type PlanPath,
  put,
  readPlan,
  scalarAt,
} from './netplan-text.ts';
import { type Fit, listHas } from './networkd-match.ts';

/** Where netplan's files lie. */
export const netplanFolder = '/etc/netplan';

/** Everything under `network` that describes interfaces. */
export const kinds = [
  'ethernets',
  'wifis',
  'modems',
  'bonds',
  'bridges',
  'vlans',
  'tunnels',
  'vrfs',
  'dummy-devices',
  'virtual-ethernets',
  'nm-devices',
] as const;
/** A kind of interface as netplan calls it. */
export type Kind = (typeof kinds)[number];

/** All files that can be read, in netplan's order, and what is wrong with the others. */
export function readPlans(files: readonly TextFile[]): {
  readonly plans: readonly Plan[];
  readonly problems: readonly FileProblem[];
} {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const read = sorted.map(readPlan);
  return {
    plans: read.flatMap((one) => ('document' in one ? [one] : [])),
    problems: read.flatMap((one) => ('document' in one ? [] : [one])),
  };
}

/** Where an interface, or one of its keys, stands in any file: netplan puts files together key by key. */
export const at = (kind: Kind, id: string, ...keys: readonly string[]): PlanPath => [
  'network',
  kind,
  id,
  ...keys,
];

/** The ids of a kind in all files. */
export const idsOf = (plans: readonly Plan[], kind: Kind): readonly string[] => [
  ...new Set(plans.flatMap((plan) => keysAt(plan, ['network', kind]))),
];

/** The kind of an id, which is only one. */
export const kindOf = (plans: readonly Plan[], id: string): Kind | undefined =>
  kinds.find((kind) => idsOf(plans, kind).includes(id));

/** The files in which something stands. */
export const holding = (plans: readonly Plan[], path: PlanPath): readonly Plan[] =>
  plans.filter((plan) => nodeAt(plan, path) !== undefined);

/** The text of a key: that of the last file that has it. */
export const scalarOf = (plans: readonly Plan[], path: PlanPath): string | undefined =>
  plans.map((plan) => scalarAt(plan, path)).findLast((value) => value !== undefined);

/** The items of a list, which netplan joins. */
export const listOf = (plans: readonly Plan[], path: PlanPath): readonly string[] => [
  ...new Set(plans.flatMap((plan) => listAt(plan, path))),
];

/** The mappings of a list in all files. */
export const mappingsOf = (plans: readonly Plan[], path: PlanPath): readonly ReadonlyMap<string, string>[] =>
  plans.flatMap((plan) => mappingsAt(plan, path));

/** Writes a key where it counts, or takes it out of every file. */
export function setScalar(plans: readonly Plan[], home: Plan, path: PlanPath, value: string | null): void {
  const having = holding(plans, path);
  if (value === null) for (const plan of having) drop(plan, path);
  else if (scalarOf(plans, path) !== value) put(having.at(-1) ?? home, path, value);
}

/** Makes a list have these items, each in the file in which it stands. */
export function setList(plans: readonly Plan[], home: Plan, path: PlanPath, items: readonly string[]): void {
  const now = listOf(plans, path);
  const target = holding(plans, path).at(-1) ?? home;
  for (const item of items) if (!now.includes(item)) addItem(target, path, item);
  for (const plan of plans) dropItems(plan, path, (item) => !items.includes(item));
}

/** How an entry of `ethernets` finds a NIC of this name. */
export function nameFit(plans: readonly Plan[], id: string, name: string): Fit {
  const glob = scalarOf(plans, at('ethernets', id, 'match', 'name'));
  if (glob === undefined || !listHas([glob], name)) return 'not';
  return glob === name ? 'alone' : 'among others';
}
