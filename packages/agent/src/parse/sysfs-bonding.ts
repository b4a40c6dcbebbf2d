import type { BondConfig } from '@bondctl/proto/model/host';
import { type BondName, type IfName, parseIfName } from '@bondctl/proto/model/names';
import { bondOptions, type OptionName, optionNames } from '@bondctl/proto/model/options';
import { type JsonObject, numberAt, textAt } from './json.ts';

/** Files of /sys/class/net/BOND/bonding a bond's configuration is read from: its options, its mode and its ports. */
export const bondingFiles: readonly string[] = [
  'mode',
  'slaves',
  ...optionNames.filter((name) => bondOptions[name].interface === 'sysfs'),
];

/** A kernel text as the option's value: "fast 1" -> "fast", "10.0.0.1 10.0.0.2" -> "10.0.0.1,10.0.0.2". */
function fromSysfs(name: OptionName, text: string): string {
  const words = text.trim().split(/\s+/).filter(Boolean);
  return bondOptions[name].value.kind.endsWith('-list') ? words.join(',') : (words[0] ?? '');
}

function fromNetlink(name: OptionName, data: JsonObject): string | undefined {
  const value = data[name];
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(',');
  return textAt(data, name) ?? numberAt(data, name)?.toString();
}

/** Where an option means nothing in the mode, the kernel's file is empty; only a list or a port can be. */
const canBeEmpty = (name: OptionName): boolean => /-list$|^port$/.test(bondOptions[name].value.kind);

function optionValue(
  name: OptionName,
  texts: ReadonlyMap<string, string>,
  data: JsonObject,
): string | undefined {
  if (bondOptions[name].interface === 'netlink') return fromNetlink(name, data);
  const text = texts.get(name);
  const value = text === undefined ? undefined : fromSysfs(name, text);
  return value === '' && !canBeEmpty(name) ? undefined : value;
}

const firstWord = (text: string | undefined): string => text?.trim().split(/\s+/)[0] ?? '';

/**
 * A bond's configuration from the texts under /sys/class/net/BOND/bonding (by file name) and, for options that only
 * netlink tells, from `ip -j -d link`'s info_data. An option that the running kernel does not have, or not in this mode, is
 * absent.
 */
export function parseBonding(
  name: BondName,
  texts: ReadonlyMap<string, string>,
  data: JsonObject,
): BondConfig {
  const options = optionNames.flatMap((option) => {
    const value = optionValue(option, texts, data);
    return value === undefined ? [] : [[option, value] as const];
  });
  const ports = (texts.get('slaves') ?? '').split(/\s+/).map(parseIfName);
  return {
    name,
    mode: firstWord(texts.get('mode')),
    options: Object.fromEntries(options),
    ports: ports.flatMap((port): IfName[] => (port.ok ? [port.value] : [])),
  };
}
