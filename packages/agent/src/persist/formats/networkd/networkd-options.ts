import { defaultOption } from '@bondctl/proto/model/driver';
import { type BondMode, parseMode } from '@bondctl/proto/model/mode';
import { bondOptions, type OptionName, type OptionValues, optionNames } from '@bondctl/proto/model/options';
import { spelled } from '../../../transaction/options.ts';
import type { KeptBond } from '../../kept.ts';
import { parseTimeSpan } from './time-span.ts';
import { withValues } from './unit-edit.ts';
import { allOf, lastOf, linesOf, type Unit, type UnitLine } from './unit-text.ts';

type Spelling = 'plain' | 'ms' | 's' | 'yes' | 'list';

/** The keys of `[Bond]` that systemd 252 has (netdev-gperf.gperf), and how each spells what the kernel holds. */
const keys: Readonly<Partial<Record<OptionName, readonly [key: string, spelling: Spelling]>>> = {
  miimon: ['MIIMonitorSec', 'ms'],
  arp_interval: ['ARPIntervalSec', 'ms'],
  updelay: ['UpDelaySec', 'ms'],
  downdelay: ['DownDelaySec', 'ms'],
  arp_ip_target: ['ARPIPTargets', 'list'],
  arp_validate: ['ARPValidate', 'plain'],
  arp_all_targets: ['ARPAllTargets', 'plain'],
  // Since 256, so nothing that we may write; where people did, it is theirs to keep.
  arp_missed_max: ['ARPMissedMax', 'plain'],
  primary_reselect: ['PrimaryReselectPolicy', 'plain'],
  fail_over_mac: ['FailOverMACPolicy', 'plain'],
  xmit_hash_policy: ['TransmitHashPolicy', 'plain'],
  lacp_rate: ['LACPTransmitRate', 'plain'],
  ad_select: ['AdSelect', 'plain'],
  ad_actor_sys_prio: ['AdActorSystemPriority', 'plain'],
  ad_actor_system: ['AdActorSystem', 'plain'],
  ad_user_port_key: ['AdUserPortKey', 'plain'],
  min_links: ['MinLinks', 'plain'],
  num_grat_arp: ['GratuitousARP', 'plain'],
  resend_igmp: ['ResendIGMP', 'plain'],
  all_slaves_active: ['AllSlavesActive', 'yes'],
  packets_per_slave: ['PacketsPerSlave', 'plain'],
  lp_interval: ['LearnPacketIntervalSec', 's'],
  tlb_dynamic_lb: ['DynamicTransmitLoadBalancing', 'yes'],
};

/** Words that the kernel knows and systemd 252 does not: it would ignore the line. */
const unknownWords: Readonly<Partial<Record<OptionName, readonly string[]>>> = {
  arp_validate: ['filter', 'filter_active', 'filter_backup'],
  xmit_hash_policy: ['vlan+srcmac'],
  ad_select: ['actor_port_prio'],
};

/** What networkd sends to the driver only beside something else (netdev_bond_fill_message_create). */
function isSent(option: OptionName, value: string, mode: BondMode, options: OptionValues): boolean {
  const holds = (name: OptionName) => options[name] ?? defaultOption(mode, name);
  if (option === 'miimon') return value !== '0';
  if (option === 'updelay' || option === 'downdelay') return holds('miimon') !== '0';
  if (option === 'arp_ip_target' || option === 'lp_interval') return holds('arp_interval') !== '0';
  if (option === 'fail_over_mac') return mode === 'active-backup';
  if (option === 'ad_select') return mode === '802.3ad';
  return true;
}

/** True when the driver has this value after a boot with networkd, because it is told or because it has it anyway. */
export function networkdHolds({ mode, options, ports }: KeptBond, option: OptionName): boolean {
  const value = options[option];
  if (value === undefined || value === defaultOption(mode, option)) return true;
  if (option === 'primary') return ports.some((port) => port.name === value);
  if (keys[option] === undefined || option === 'arp_missed_max') return false;
  return isSent(option, value, mode, options) && unknownWords[option]?.includes(value) !== true;
}

function written(spelling: Spelling, value: string): string {
  if (spelling === 'list') return value.replaceAll(',', ' ');
  if (spelling === 'yes') return value === '1' ? 'yes' : 'no';
  return spelling === 'plain' ? value : `${value}${spelling}`;
}

/** A boolean as systemd and netplan read one. */
export function parseBoolean(text: string): '0' | '1' | undefined {
  if (/^(1|yes|y|true|t|on)$/i.test(text)) return '1';
  return /^(0|no|n|false|f|off)$/i.test(text) ? '0' : undefined;
}

function spanned(text: string, spelling: 'ms' | 's'): string | undefined {
  const span = parseTimeSpan(text, 's');
  return span === undefined ? undefined : String(spelling === 's' ? Math.floor(span / 1000) : span);
}

/** A value as the kernel spells it, or undefined when the option has no such value. */
export function kernelValue(option: OptionName, text: string): string | undefined {
  const rule = bondOptions[option].value;
  const value = spelled(option, text);
  if (rule.kind === 'word') return (rule.words as readonly string[]).includes(value) ? value : undefined;
  if (rule.kind !== 'integer') return value;
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  return number >= rule.min && number <= rule.max ? value : undefined;
}

function read(option: OptionName, spelling: Spelling, lines: readonly string[]): string | undefined {
  const text = (spelling === 'list' ? lines.join(' ') : lines.at(-1)) ?? '';
  if (spelling === 'yes') return parseBoolean(text);
  const said = spelling === 'ms' || spelling === 's' ? spanned(text, spelling) : text;
  return said === undefined ? undefined : kernelValue(option, said);
}

/** The unit of a bond with its mode and options, and none of those that it no longer has. */
export function withOptions(unit: Unit, bond: KeptBond): Unit {
  const said = lastOf(unit, 'Bond', 'Mode');
  const moded = parseMode(said ?? '') === bond.mode ? unit : withValues(unit, 'Bond', 'Mode', [bond.mode]);
  return optionNames.reduce((before, option) => {
    const [key, spelling] = keys[option] ?? [];
    if (key === undefined || spelling === undefined) return before;
    const value = bond.options[option];
    // A line that says the same in other words is left as people wrote it.
    const said = allOf(before, 'Bond', key);
    if (said.length > 0 && value !== undefined && read(option, spelling, said) === value) return before;
    const wanted = value === undefined || !isWritable(bond, option, value) ? [] : [written(spelling, value)];
    return withValues(before, 'Bond', key, wanted);
  }, moded);
}

/** A default may be said too, where there is a word for it. */
const isWritable = (bond: KeptBond, option: OptionName, value: string): boolean =>
  networkdHolds(bond, option) &&
  option !== 'arp_missed_max' &&
  !(option === 'ad_actor_system' && /^[0:]+$/.test(value));

/** The mode that a unit names; without one, networkd makes a round robin. */
export const modeText = (unit: Unit): string => lastOf(unit, 'Bond', 'Mode') ?? 'balance-rr';

/** The options that a unit says, and the lines whose value is none. */
export function optionsIn(unit: Unit): {
  readonly options: OptionValues;
  readonly wrong: readonly UnitLine[];
} {
  const options: Partial<Record<OptionName, string>> = {};
  const wrong: UnitLine[] = [];
  for (const option of optionNames) {
    const [key, spelling] = keys[option] ?? [];
    const said = key === undefined ? [] : allOf(unit, 'Bond', key);
    if (key === undefined || spelling === undefined || said.length === 0) continue;
    const value = read(option, spelling, said);
    if (value === undefined) wrong.push(...linesOf(unit, 'Bond', key).slice(-1));
    else options[option] = value;
  }
  return { options, wrong };
}
