import type { HostState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import type { Failure, Snapshot, Tx } from '@bondctl/proto/model/transaction';
import type { JournalEntry } from './journal-lines.ts';
import { interfaceOf } from './lookup.ts';
import { crashTable, rebooted } from './resume.ts';

/** What the boot guard does about what an earlier boot left in the journal. */
export type BootDuty =
  | { readonly do: 'nothing' }
  /** Ends the transaction; what the host boots by itself is what it had before. */
  | { readonly do: 'close'; readonly tx: Tx; readonly why: Failure }
  /** Makes again what went with the kernel and is in nobody's files: `before` is the before-image of just that. */
  | { readonly do: 'bringBack'; readonly tx: Tx; readonly before: Snapshot; readonly why: Failure };

const guardMark = 'boot:';

/** The label of a journal line that the boot guard writes. A later boot knows by it that there was an attempt. */
export const guardLabel = (label: string): string => `${guardMark}${label}`;

/**
 * The part of a before-image that a reboot takes and nobody brings back: bonds that are in nobody's files, with ports
 * that are in nobody's either; `inFiles` are bonds that we wrote into files which nobody has read yet. Everything else is its owner's to bring up, and whoever makes it here would be in the way.
 */
export function unowned({ state }: Snapshot, inFiles: ReadonlySet<IfName> = new Set()): Snapshot {
  const isFree = (name: IfName) => interfaceOf(state, name)?.owner === 'none' && !inFiles.has(name);
  const bonds = state.bonds.filter((bond) => isFree(bond.name) && bond.ports.every(isFree));
  const scope = bonds.flatMap((bond) => [bond.name, ...bond.ports]);
  const interfaces = state.interfaces
    .filter((one) => scope.includes(one.name))
    // A bridge above comes up later, and takes its ports then.
    .map((one) => (one.master === null || scope.includes(one.master) ? one : { ...one, master: null }));
  const routes = state.routes.filter((route) => scope.includes(route.device));
  // A sysctl is the host's own to set when it boots; of the offloads those come back that a new bond does not have.
  const offloads = state.tuning?.offloads.filter(({ device }) => scope.includes(device)) ?? [];
  const tuning = offloads.length === 0 ? {} : { tuning: { sysctls: {}, offloads } };
  const { tuning: _tuning, ...rest } = state;
  return { scope, state: { ...rest, interfaces, bonds, routes, ...tuning } };
}

const interrupted = (message: string): Failure => ({ kind: 'interrupted', message });

const again = interrupted(
  'the host was rebooted before it was confirmed, and once more while the boot guard brought bonds back; it is taken as it booted',
);

const broughtBack = (names: readonly IfName[]): Failure =>
  interrupted(
    `the host was rebooted before it was confirmed; the boot guard brings back what no configuration file describes: ${names.join(', ')}`,
  );

/**
 * What is to be done before networking starts, from the lines of the newest transaction and the id of this boot. A change
 * of this boot is its own watchdogs' business. An attempt is made once: a boot that finds one in the journal only closes.
 */
export function bootDuty(
  history: readonly JournalEntry[],
  thisBoot: string,
  inFiles: ReadonlySet<IfName> = new Set(),
): BootDuty {
  const last = history.at(-1);
  if (last === undefined || last.boot === thisBoot) return { do: 'nothing' };
  const { state } = last;
  if (state.phase === 'idle' || crashTable[state.phase] === 'nothing') return { do: 'nothing' };
  const { tx } = state;
  if (history.some(({ label }) => label.startsWith(guardMark))) return { do: 'close', tx, why: again };
  if (!('before' in state) || crashTable[state.phase] === 'untouched')
    return { do: 'close', tx, why: rebooted };
  const before = unowned(state.before, inFiles);
  if (before.state.bonds.length === 0) return { do: 'close', tx, why: rebooted };
  return { do: 'bringBack', tx, before, why: broughtBack(before.state.bonds.map((bond) => bond.name)) };
}

/** A port that a bond cannot have back yet, and why, in words. */
export interface AbsentPort {
  readonly name: IfName;
  readonly why: string;
}

/**
 * The ports of a before-image that are not there yet. So early in a boot a name may still be on its way from one NIC to
 * another, so that only a NIC's own address tells that it is the one.
 */
export function absentPorts({ state: before }: Snapshot, now: HostState): readonly AbsentPort[] {
  return before.bonds
    .flatMap((bond) => bond.ports)
    .flatMap((name) => {
      const own = interfaceOf(before, name)?.permanentMac ?? null;
      const found = interfaceOf(now, name);
      if (found === undefined) return [{ name, why: `there is no ${name}` }];
      if (own === null || found.mac === own || found.permanentMac === own) return [];
      return [{ name, why: `${name} has the MAC address ${found.mac} and not ${own}` }];
    });
}
