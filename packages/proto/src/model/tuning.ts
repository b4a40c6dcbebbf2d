import type { OptionValue } from './options.ts';

/**
 * Whose a setting is: `host` for all connections of the host (a sysctl), `bond` for the bonding device, `ports` for each
 * of its ports (both offloads).
 */
export type TuningScope = 'host' | 'bond' | 'ports';

/** One setting beside the bonding driver that decides how striped traffic arrives. */
export interface TuningRow {
  readonly scope: TuningScope;
  readonly value: Extract<OptionValue, { kind: 'integer' | 'word' }>;
}

/** The kernel keeps both as an int and checks nothing (proc_dointvec); below 1 every gap would count as a loss. */
const segments: TuningRow['value'] = { kind: 'integer', min: 1, max: 2_147_483_647, unit: 'count' };
const onOff: TuningRow['value'] = { kind: 'word', words: ['off', 'on'] };

/**
 * The settings by their own names: files of /proc/sys/net/ipv4, and short names of `ethtool -K`. The driver spreads
 * packets before they are cut into segments, so what the bond cuts itself is the unit of round robin; what is merged on
 * arrival is merged by the port. Source: Documentation/networking/ip-sysctl.rst, ethtool(8).
 */
export const tunings = {
  tcp_reordering: { scope: 'host', value: segments },
  tcp_max_reordering: { scope: 'host', value: segments },
  tso: { scope: 'bond', value: onOff },
  gso: { scope: 'bond', value: onOff },
  gro: { scope: 'ports', value: onOff },
} as const satisfies Readonly<Record<string, TuningRow>>;

/** A setting by its own name. */
export type TuningName = keyof typeof tunings;

type Of<S extends TuningScope> = {
  [K in TuningName]: (typeof tunings)[K]['scope'] extends S ? K : never;
}[TuningName];

/** A setting of the whole host. */
export type SysctlName = Of<'host'>;

/** A setting of one device. */
export type OffloadName = Of<'bond' | 'ports'>;

/** All names in the order in which they are set. */
export const tuningNames = Object.keys(tunings) as readonly TuningName[];

/** True when there is a setting of this name. */
export const isTuningName = (name: string): name is TuningName => Object.hasOwn(tunings, name);

/** True when a setting is one of the whole host. */
export const isSysctlName = (name: string): name is SysctlName =>
  isTuningName(name) && tunings[name].scope === 'host';

/** True when a setting is one of a device. */
export const isOffloadName = (name: string): name is OffloadName =>
  isTuningName(name) && tunings[name].scope !== 'host';

/** The names of the settings of the whole host. */
export const sysctlNames: readonly SysctlName[] = tuningNames.filter(isSysctlName);

/** The names of the settings of devices. */
export const offloadNames: readonly OffloadName[] = tuningNames.filter(isOffloadName);

/** Settings as people write them: `{ tcp_reordering: '127', tso: 'off' }`. */
export type Tuning = Readonly<Partial<Record<TuningName, string>>>;
