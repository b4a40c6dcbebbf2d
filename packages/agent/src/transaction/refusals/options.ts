import type { BondSpec, NamedSpec } from '@bondctl/proto/model/bond';
import { defaultOption, needsMiimon } from '@bondctl/proto/model/driver';
import type { Refusal } from '@bondctl/proto/model/error';
import type { HostState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import { bondOptions, isOptionName, type OptionName, type OptionValue } from '@bondctl/proto/model/options';
import { parseAddress } from '../cidr.ts';
import { bondOf } from '../lookup.ts';
import { delays, spelled, takesOption } from '../options.ts';

const macPattern = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/;

function addressList(text: string, family: 'inet' | 'inet6', most: number): string | null {
  const all = text.split(',').filter(Boolean);
  const wrong = all.find((one) => parseAddress(one)?.family !== family);
  if (wrong !== undefined) return `"${wrong}" is no ${family === 'inet' ? 'IPv4' : 'IPv6'} address`;
  if (new Set(all).size < all.length) return 'it names an address twice';
  return all.length > most ? `it takes at most ${most} addresses` : null;
}

/** What is wrong with a value, as the rest of a sentence; null when nothing is. */
export function valueProblem(value: OptionValue, text: string, ports: readonly IfName[]): string | null {
  switch (value.kind) {
    case 'integer': {
      const range = `it takes a whole number from ${value.min} to ${value.max}`;
      return /^\d+$/.test(text) && Number(text) >= value.min && Number(text) <= value.max ? null : range;
    }
    case 'word':
      return value.words.includes(text) ? null : `it takes one of ${value.words.join(', ')}`;
    case 'ipv4-list':
      return addressList(text, 'inet', value.max);
    case 'ipv6-list':
      return addressList(text, 'inet6', value.max);
    case 'mac': {
      const multicast = Number.parseInt(text.slice(0, 2), 16) % 2 === 1;
      return macPattern.test(text) && !multicast ? null : 'it takes a MAC address that is no multicast one';
    }
    case 'port':
      return text === '' || ports.some((port) => port === text) ? null : `"${text}" is none of its ports`;
    default:
      return value satisfies never;
  }
}

/** An existing bond of the same mode shows which options the running kernel has. */
function isMissing(spec: BondSpec, option: OptionName, state: HostState): boolean {
  const bond = bondOf(state, spec.name);
  return bond !== undefined && bond.mode === spec.mode && bond.options[option] === undefined;
}

function optionRefusal(spec: NamedSpec, option: string, given: string, state: HostState): string | null {
  if (!isOptionName(option)) return `${option} is no bonding option`;
  if (!takesOption(spec.mode, option))
    return `${option} is refused by the kernel in mode ${spec.mode}; leave it out`;
  const value = spelled(option, given);
  const problem = valueProblem(bondOptions[option].value, value, spec.ports);
  if (problem !== null) return `${option} cannot be "${given}": ${problem}`;
  return isMissing(spec, option, state) ? `${option} is unknown to the running kernel` : null;
}

/** What an option will be when the spec is applied: said, kept (also by a change of mode), or the kernel's own. */
function effective(spec: BondSpec, option: OptionName, state: HostState): string {
  const kept = bondOf(state, spec.name)?.options[option];
  const forced = option === 'miimon' && kept === '0' && needsMiimon(spec.mode);
  return spec.options[option] ?? (forced ? undefined : kept) ?? defaultOption(spec.mode, option);
}

function monitoringRefusals(spec: BondSpec, state: HostState): readonly string[] {
  const said = (option: OptionName) => Number(spec.options[option] ?? 0) > 0;
  const miimonMs =
    said('arp_interval') && spec.options.miimon === undefined ? 0 : Number(effective(spec, 'miimon', state));
  const both = said('miimon') && said('arp_interval');
  const late = delays.filter((delay) => said(delay) && miimonMs === 0);
  const blind =
    said('arp_interval') &&
    effective(spec, 'arp_ip_target', state) === '' &&
    effective(spec, 'ns_ip6_target', state) === '';
  return [
    ...(both ? ['miimon and arp_interval exclude each other; keep one'] : []),
    ...late.map((delay) => `${delay} needs miimon above 0, of which it is a multiple`),
    ...(blind ? ['arp_interval needs arp_ip_target, or every port counts as dead'] : []),
  ];
}

/** Options the kernel would refuse, or would take and make useless. */
export function optionRefusals(spec: NamedSpec, state: HostState): readonly Refusal[] {
  const each = Object.entries(spec.options).flatMap(([option, value]) =>
    value === undefined ? [] : (optionRefusal(spec, option, value, state) ?? []),
  );
  return [...each, ...monitoringRefusals(spec, state)].map((message) => ({
    subject: spec.name,
    message: `${spec.name}: ${message}.`,
  }));
}
