/**
 * The persistent formats that a bond can be kept in, by the program that reads them at boot: `ifcfg` (RHEL's files, read by
 * NetworkManager's ifcfg-rh or by initscripts), `keyfile` (NetworkManager), `networkd`, `netplan`, `ifupdown` (with
 * Debian's ifenslave) and `ifupdown2` (Proxmox, Cumulus).
 */
export const backends = ['ifcfg', 'keyfile', 'networkd', 'netplan', 'ifupdown', 'ifupdown2'] as const;

/** A persistent format. */
export type Backend = (typeof backends)[number];
