import { parseMode } from '@bondctl/proto/model/mode';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import type { Disruption } from '@bondctl/proto/model/step';
import { bondOf, interfaceOf } from '../lookup.ts';
import { optionsToSay } from '../options.ts';
import { type BondTarget, keptMac, type Target } from '../target.ts';
import type { Draft } from './draft.ts';
import { explicitly, needOf, setOption, setOptions } from './options.ts';
import { unknownMac } from './predict.ts';
import { removeAddresses, removeRoutes, setDown } from './retreat.ts';
import { plainOffloads } from './tuning.ts';

const newBondMtu = 1500;

const portsOf = (draft: Draft, name: BondName): readonly IfName[] => bondOf(draft.state(), name)?.ports ?? [];

const isUp = (draft: Draft, name: IfName): boolean => interfaceOf(draft.state(), name)?.up === true;

function removePorts(draft: Draft, bond: BondName, ports: readonly IfName[], disruption: Disruption): void {
  for (const port of [...ports].reverse()) draft.take({ do: 'removePort', bond, port }, { disruption });
}

/** Leaves an empty bond as a new one would be, but for what the deletion itself remembers: then the undo makes it whole. */
function plain(draft: Draft, name: BondName, mac: string | null, firstPort: IfName | undefined): void {
  const [found, first] = [
    interfaceOf(draft.state(), name),
    firstPort && interfaceOf(draft.state(), firstPort),
  ];
  if (found !== undefined && found.mtu !== newBondMtu) {
    draft.take({ do: 'setMtu', device: name, from: found.mtu, to: newBondMtu });
  }
  if (first?.mac !== mac) keepMac(draft, name, mac);
}

/** Takes a bond apart in the reverse order of making it, so that the undo makes it in the right one. */
export function deleteBond(draft: Draft, name: BondName): void {
  const bond = bondOf(draft.state(), name);
  const mode = parseMode(bond?.mode ?? '');
  if (bond === undefined || mode === undefined) return;
  plainOffloads(draft, name);
  removeRoutes(draft, name);
  removeAddresses(draft, name);
  if (bond.options.primary) setOption(draft, name, 'primary', '');
  if (isUp(draft, name)) setDown(draft, name, 'bond down');
  const mac = keptMac(draft.state(), name);
  removePorts(draft, name, bond.ports, 'port flap');
  plain(draft, name, mac, bond.ports[0]);
  draft.take(
    { do: 'deleteBond', bond: name, mode, options: optionsToSay(mode, bond.options) },
    { disruption: 'bond down' },
  );
}

/** Makes a bond whole: its mode and every option that a new bond would not have anyway, before it has ports. */
export function createBond(draft: Draft, target: BondTarget): void {
  const { name, mode } = target;
  draft.take({ do: 'createBond', bond: name, mode, options: optionsToSay(mode, target.options) });
}

function changeMode(draft: Draft, target: BondTarget): void {
  const from = parseMode(bondOf(draft.state(), target.name)?.mode ?? '');
  if (from === undefined || from === target.mode) return;
  const step = { do: 'setMode', bond: target.name, from, to: target.mode } as const;
  explicitly(draft, target.name, step);
  draft.take(step, { disruption: 'bond rebuilt' });
}

/** Brings a bond's mode and options to the target by the smallest change; it may be left down, empty, or both. */
export function changeBond(draft: Draft, target: BondTarget): void {
  const bond = bondOf(draft.state(), target.name);
  if (bond === undefined) return;
  const need = needOf(bond, target);
  if (need === 'rebuild' && bond.options.primary) setOption(draft, bond.name, 'primary', '');
  if (need !== 'nothing' && isUp(draft, target.name)) setDown(draft, target.name, 'bond down');
  if (need === 'rebuild') {
    const mac = keptMac(draft.state(), target.name);
    removePorts(draft, target.name, bond.ports, 'bond rebuilt');
    keepMac(draft, target.name, mac);
    changeMode(draft, target);
  }
  setOptions(draft, target);
}

/**
 * Gives an emptied or new bond its MAC address: the driver makes one up when the last port leaves, and a bond made
 * again would take the one of its first port.
 */
export function keepMac(draft: Draft, name: IfName, mac: string | null): void {
  const found = interfaceOf(draft.state(), name);
  if (mac === null || found === undefined || found.mac === mac) return;
  if (found.kind !== 'bond' && draft.wasReleased(name)) return;
  const from = found.mac === unknownMac ? mac : found.mac;
  draft.take({ do: 'setMac', device: name, from, to: mac }, { disruption: 'port flap' });
}

const belongsElsewhere = (target: Target, bond: BondName, port: IfName): boolean =>
  target.bonds.some((one) => one.name !== bond && one.ports.includes(port));

/** Frees the ports that another bond of the target waits for. */
export function releaseMoving(draft: Draft, target: Target, bond: BondTarget): void {
  const moving = portsOf(draft, bond.name).filter((port) => belongsElsewhere(target, bond.name, port));
  removePorts(draft, bond.name, moving, 'port flap');
}

/** Adds the ports that are missing: set down and without addresses and routes of their own, or the kernel refuses them. */
export function addPorts(draft: Draft, bond: BondTarget): void {
  for (const port of bond.ports.filter((name) => !portsOf(draft, bond.name).includes(name))) {
    if (interfaceOf(draft.state(), port)?.master !== null) continue;
    removeRoutes(draft, port);
    removeAddresses(draft, port);
    if (isUp(draft, port)) setDown(draft, port, 'port flap');
    draft.take({ do: 'addPort', bond: bond.name, port }, { disruption: 'port flap' });
  }
}

/** Takes out the ports that the target does not name, after the new ones are in: the bond is never without any. */
export function releaseLeaving(draft: Draft, bond: BondTarget): void {
  const leaving = portsOf(draft, bond.name).filter((port) => !bond.ports.includes(port));
  const last = leaving.length === portsOf(draft, bond.name).length;
  removePorts(draft, bond.name, leaving, last ? 'bond down' : 'port flap');
}
