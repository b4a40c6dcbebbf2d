import type { HostState } from '@bondctl/proto/model/host';
import type { PlannedStep, PlanStep } from '@bondctl/proto/model/step';
import { bondOf, interfaceOf } from '../lookup.ts';
import type { InterfaceTarget, Target } from '../target.ts';
import { setAddresses, setRoutes } from './addresses.ts';
import {
  addPorts,
  changeBond,
  createBond,
  deleteBond,
  keepMac,
  releaseLeaving,
  releaseMoving,
} from './bonds.ts';
import { type Draft, startDraft } from './draft.ts';
import { handBack, letGo } from './managed.ts';
import { setBondMtus, setOtherMtus } from './mtu.ts';
import { setPrimary } from './options.ts';
import { setDown } from './retreat.ts';
import { setTuning } from './tuning.ts';

function settleBonds(draft: Draft, target: Target): void {
  for (const name of target.absent) deleteBond(draft, name);
  for (const bond of target.bonds) releaseMoving(draft, target, bond);
  for (const bond of target.bonds) {
    if (interfaceOf(draft.state(), bond.name) === undefined) createBond(draft, bond);
    else changeBond(draft, bond);
  }
}

const isBond = (draft: Draft, one: InterfaceTarget): boolean => bondOf(draft.state(), one.name) !== undefined;

function keepMacs(draft: Draft, targets: readonly InterfaceTarget[]): void {
  for (const { name, mac } of targets) keepMac(draft, name, mac);
}

function settlePorts(draft: Draft, target: Target): void {
  const bonds = target.interfaces.filter((one) => isBond(draft, one));
  // Ports join a bond that has its MAC address already; one that loses its last port gets it back afterwards.
  keepMacs(draft, bonds);
  setBondMtus(draft, target);
  for (const bond of target.bonds) addPorts(draft, bond);
  for (const bond of target.bonds) releaseLeaving(draft, bond);
  keepMacs(draft, target.interfaces);
  setOtherMtus(draft, target);
}

/** Up from the bottom (a bond takes its VLANs along), then down what shall be down. */
function settleLinks(draft: Draft, targets: readonly InterfaceTarget[]): void {
  const found = (one: InterfaceTarget) => interfaceOf(draft.state(), one.name);
  for (const one of targets) {
    if (one.up && found(one)?.up === false) draft.take({ do: 'linkUp', device: one.name });
  }
  for (const one of targets) {
    if (!one.up && found(one)?.up === true)
      setDown(draft, one.name, isBond(draft, one) ? 'bond down' : 'port flap');
  }
}

/**
 * The steps from what is to what shall be; none when nothing is to do. Each step is computed from what the host looks
 * like after the ones before it, so that the way leads on from any half-way state: the same planner goes forward and
 * back.
 */
export function stepsTo(current: HostState, target: Target): readonly PlannedStep<PlanStep>[] {
  const draft = startDraft(current);
  settleBonds(draft, target);
  settlePorts(draft, target);
  settleLinks(draft, target.interfaces);
  for (const bond of target.bonds) setPrimary(draft, bond);
  for (const one of target.interfaces) setAddresses(draft, one);
  for (const one of target.interfaces) setRoutes(draft, one);
  setTuning(draft, target);
  handBack(draft, target.interfaces);
  return [...letGo(current, target, draft.steps), ...draft.steps];
}
