import { defaultOption } from '@bondctl/proto/model/driver';
import { type OptionName, type OptionValues, optionNames } from '@bondctl/proto/model/options';
import type { KeptBond } from '../../kept.ts';
import { at, holding, listOf, scalarOf, setList, setScalar } from './netplan-plans.ts';
import type { Plan } from './netplan-text.ts';
import { kernelValue, networkdHolds, parseBoolean } from './networkd-options.ts';
import { parseTimeSpan } from './time-span.ts';

type Spelling = 'plain' | 'ms' | 's' | 'bool' | 'list';

/**
 * The keys of `parameters` (netplan's parse.c), the first of each being the one that every version reads: the spellings
 * without `slave` came with 1.0, and the misspelt one was the first.
 */
const keys: Readonly<
  Partial<Record<OptionName, readonly [keys: readonly [string, ...string[]], spelling: Spelling]>>
> = {
  miimon: [['mii-monitor-interval'], 'ms'],
  arp_interval: [['arp-interval'], 'ms'],
  updelay: [['up-delay'], 'ms'],
  downdelay: [['down-delay'], 'ms'],
  arp_ip_target: [['arp-ip-targets'], 'list'],
  arp_validate: [['arp-validate'], 'plain'],
  arp_all_targets: [['arp-all-targets'], 'plain'],
  primary_reselect: [['primary-reselect-policy'], 'plain'],
  fail_over_mac: [['fail-over-mac-policy'], 'plain'],
  xmit_hash_policy: [['transmit-hash-policy'], 'plain'],
  lacp_rate: [['lacp-rate'], 'plain'],
  ad_select: [['ad-select'], 'plain'],
  min_links: [['min-links'], 'plain'],
  num_grat_arp: [['gratuitous-arp', 'gratuitious-arp'], 'plain'],
  resend_igmp: [['resend-igmp'], 'plain'],
  all_slaves_active: [['all-slaves-active', 'all-members-active'], 'bool'],
  packets_per_slave: [['packets-per-slave', 'packets-per-member'], 'plain'],
  lp_interval: [['learn-packet-interval'], 's'],
};

/** netplan writes only numbers other than 0 into what it generates. */
const losesZero: readonly OptionName[] = ['packets_per_slave', 'resend_igmp', 'num_grat_arp'];

/** True when the driver has this value after a boot with netplan, which by itself writes for networkd. */
export function netplanHolds(bond: KeptBond, option: OptionName): boolean {
  const value = bond.options[option];
  if (!networkdHolds(bond, option) || (losesZero.includes(option) && value === '0')) return false;
  // What a new bond has anyway needs no key.
  return keys[option] !== undefined || option === 'primary' || value === defaultOption(bond.mode, option);
}

function written(spelling: Spelling, value: string): string {
  if (spelling === 'bool') return value === '1' ? 'true' : 'false';
  return value;
}

function read(option: OptionName, spelling: Spelling, text: string): string | undefined {
  if (spelling === 'bool') return parseBoolean(text);
  if (spelling !== 'ms' && spelling !== 's') return kernelValue(option, text);
  const span = parseTimeSpan(text, spelling);
  if (span === undefined) return undefined;
  return kernelValue(option, String(spelling === 's' ? Math.floor(span / 1000) : span));
}

const pathOf = (bond: string, key: string) => at('bonds', bond, 'parameters', key);

/** What files say of an option: under which key, and what that means. */
function saidOf(plans: readonly Plan[], bond: string, option: OptionName) {
  const [names, spelling] = keys[option] ?? [];
  const key = names?.find((one) => holding(plans, pathOf(bond, one)).length > 0);
  if (key === undefined || spelling === undefined) return undefined;
  const path = pathOf(bond, key);
  const text = spelling === 'list' ? listOf(plans, path).join(',') : (scalarOf(plans, path) ?? '');
  return { key, text, value: read(option, spelling, text) };
}

function setOption(plans: readonly Plan[], home: Plan, bond: KeptBond, option: OptionName): void {
  const [[first, ...others], spelling] = keys[option] ?? [['']];
  const said = saidOf(plans, bond.name, option);
  const value = bond.options[option];
  if (spelling === undefined || (said !== undefined && said.value === value)) return;
  const wanted = value !== undefined && netplanHolds(bond, option) ? written(spelling, value) : null;
  const key = said?.key ?? first;
  for (const other of [first, ...others].filter((one) => one !== key))
    setScalar(plans, home, pathOf(bond.name, other), null);
  if (spelling === 'list' && wanted !== null) setList(plans, home, pathOf(bond.name, key), wanted.split(','));
  else setScalar(plans, home, pathOf(bond.name, key), wanted);
}

/** Makes the parameters of a bond say its mode, its options and no other; ports are known by their ids. */
export function setParameters(
  plans: readonly Plan[],
  home: Plan,
  bond: KeptBond,
  ids: ReadonlyMap<string, string>,
): void {
  const { name, options } = bond;
  setScalar(plans, home, pathOf(name, 'mode'), bond.mode);
  for (const option of optionNames) setOption(plans, home, bond, option);
  const primary = options.primary === undefined ? undefined : ids.get(options.primary);
  setScalar(plans, home, pathOf(name, 'primary'), primary ?? null);
}

/** The options that files say, and the keys whose value is none. */
export function optionsIn(
  plans: readonly Plan[],
  bond: string,
): {
  readonly options: OptionValues;
  readonly wrong: readonly { readonly key: string; readonly text: string }[];
} {
  const options: Partial<Record<OptionName, string>> = {};
  const wrong: { key: string; text: string }[] = [];
  for (const option of optionNames) {
    const said = saidOf(plans, bond, option);
    if (said?.value !== undefined) options[option] = said.value;
    else if (said !== undefined) wrong.push({ key: said.key, text: said.text });
  }
  return { options, wrong };
}
