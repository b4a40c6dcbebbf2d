import type { Backend } from '@bondctl/proto/model/backend';
import type { BondName, IfName } from '@bondctl/proto/model/names';
import type { Rendering } from './format.ts';

/** A command line, never through a shell. */
export type Argv = readonly [string, ...string[]];

/** What is done so that the program that owns a format knows its new files, without touching a link. */
export type RereadAct =
  | { readonly do: 'run'; readonly argv: Argv }
  /** ifupdown believes that a bond is up, or not, by its notes in /run/network. */
  | { readonly do: 'note'; readonly bond: BondName; readonly isUp: boolean };

/** What the acts follow from. */
export interface Written {
  readonly bond: BondName;
  readonly isPresent: boolean;
  /** Ports, before or after, that NetworkManager had let go of for the change. */
  readonly released: readonly IfName[];
  readonly rendering: Rendering;
}

/** One program's way to hear of new files. Each was tried with that program, carrier counters and pings beside it. */
interface Rereading {
  acts(written: Written): readonly RereadAct[];
  /** What people should know of it beforehand. */
  notes(written: Written): readonly string[];
}

const run = (...argv: Argv): RereadAct => ({ do: 'run', argv });
const none = (): readonly never[] => [];

/**
 * A profile that is loaded is not activated, and a port that is handed back joins the bond it is in already. `nmcli
 * connection up` on a bond that is up, and `device set` on the bond itself, both interrupt it.
 */
const networkManager: Rereading = {
  acts: ({ rendering: { files, removed }, released }) => [
    ...files.map(({ path }) => run('nmcli', 'connection', 'load', path)),
    ...(removed.length === 0 ? [] : [run('nmcli', 'connection', 'reload')]),
    ...released.map((port) => run('nmcli', 'device', 'set', port, 'managed', 'yes')),
  ],
  notes: none,
};

/**
 * networkd 252 takes a port down when its file changed in any way, be it a comment; when the bond's changed, its addresses
 * go for a moment, and with them the routes that no file names.
 */
const networkd: Rereading = {
  acts: none,
  notes: ({ bond }) => [
    `systemd-networkd reads the files of ${bond} at its next start only: reading them now would interrupt the bond.`,
  ],
};

/**
 * `netplan generate` writes every file anew, so that networkd would take all of them for changed and reload would take
 * every port down; `netplan apply` does worse. What is generated is read at the next start.
 */
const netplan: Rereading = {
  acts: () => [run('netplan', 'generate')],
  notes: ({ bond }) => [
    `netplan generates the files of ${bond} at once; they are read at the next boot only, since reading them now would take the ports down and up.`,
  ],
};

/** Without its notes a later `ifup` of a bond that is up takes its ports down. */
const ifupdown: Rereading = {
  acts: ({ bond, isPresent }) => [{ do: 'note', bond, isUp: isPresent }],
  notes: none,
};

/** `ifreload -a` would leave this bond alone, but carry out whatever else people wrote and did not want yet. */
const ifupdown2: Rereading = {
  acts: none,
  notes: ({ bond }) => [
    `ifupdown2 reads the files of ${bond} at the next boot, or when you run \`ifreload -a\`.`,
  ],
};

/** How each format's program is told. */
export const rereading: Readonly<Record<Backend, Rereading>> = {
  ifcfg: networkManager,
  keyfile: networkManager,
  networkd,
  netplan,
  ifupdown,
  ifupdown2,
};
