import type { IfName } from '@bondctl/proto/model/names';
import {
  bondOptions,
  isOptionName,
  type OptionName,
  type OptionValues,
  optionNames,
} from '@bondctl/proto/model/options';
import type { PlanStep } from '@bondctl/proto/model/step';
import type { SysctlName } from '@bondctl/proto/model/tuning';

/** One act of a step: a program with its arguments, or a value for one of the kernel's files. `name` ends its label. */
export type Act =
  | { readonly kind: 'run'; readonly name: string; readonly argv: readonly [string, ...string[]] }
  | { readonly kind: 'write'; readonly name: string; readonly path: string; readonly text: string };

const run = (name: string, ...argv: readonly [string, ...string[]]): Act => ({ kind: 'run', name, argv });

const write = (bond: IfName, file: string, text: string): Act => ({
  kind: 'write',
  name: file,
  path: `/sys/class/net/${bond}/bonding/${file}`,
  text,
});

const sysctl = (name: SysctlName, text: string): Act => ({
  kind: 'write',
  name,
  path: `/proc/sys/net/ipv4/${name}`,
  text,
});

const entries = (options: OptionValues): readonly (readonly [OptionName, string])[] =>
  optionNames.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as const]));

const list = (value: string): readonly string[] => value.split(',').filter(Boolean);

/** sysfs takes targets one by one. New ones first, so that the bond is never without; not where the 16 would overflow. */
function arpTargets(bond: IfName, from: string, to: string): readonly Act[] {
  const [before, after] = [list(from), list(to)];
  const added = after
    .filter((one) => !before.includes(one))
    .map((one) => write(bond, 'arp_ip_target', `+${one}`));
  const gone = before
    .filter((one) => !after.includes(one))
    .map((one) => write(bond, 'arp_ip_target', `-${one}`));
  return before.length + added.length > 16 ? [...gone, ...added] : [...added, ...gone];
}

function setOption(bond: IfName, option: OptionName, from: string, to: string): readonly Act[] {
  if (option === 'arp_ip_target') return arpTargets(bond, from, to);
  if (bondOptions[option].interface === 'sysfs') return [write(bond, option, to)];
  return [run(option, 'ip', 'link', 'set', 'dev', bond, 'type', 'bond', option, to)];
}

const atCreation = (option: OptionName): boolean => ['down', 'empty'].includes(bondOptions[option].needs);

/** What needs the bond down or empty goes into the one message that makes it; the rest follows in the table's order. */
function createBond(step: Extract<PlanStep, { do: 'createBond' }>): readonly Act[] {
  const wanted = entries(step.options);
  const first = wanted.filter(([option]) => atCreation(option)).flat();
  const later = wanted.filter(([option]) => !atCreation(option));
  return [
    run('add', 'ip', 'link', 'add', 'name', step.bond, 'type', 'bond', 'mode', step.mode, ...first),
    ...later.flatMap(([option, value]) => setOption(step.bond, option, '', value)),
  ];
}

type RouteStep = Extract<PlanStep, { do: 'addRoute' | 'removeRoute' }>;

/** A route through several devices names them in its nexthops; then it takes none of its own. */
function route(verb: 'replace' | 'del', step: RouteStep): readonly Act[] {
  const words = step.route.split(' ').filter(Boolean);
  const device = words.includes('nexthop') ? [] : ['dev', step.device];
  return [run(verb, 'ip', step.family === 'inet' ? '-4' : '-6', 'route', verb, ...words, ...device)];
}

const link = (device: IfName, ...words: readonly string[]): readonly Act[] => [
  run(words[0] ?? 'set', 'ip', 'link', 'set', 'dev', device, ...words),
];

/** The closed table from a step to what is done for it, in order. */
export function actsOf(step: PlanStep): readonly Act[] {
  switch (step.do) {
    case 'createBond':
      return createBond(step);
    case 'deleteBond':
      return [run('delete', 'ip', 'link', 'delete', 'dev', step.bond, 'type', 'bond')];
    case 'setOption':
      return setOption(step.bond, step.option, step.from, step.to);
    case 'setMode':
      return [write(step.bond, 'mode', step.to)];
    case 'addPort':
      return link(step.port, 'master', step.bond);
    case 'removePort':
      return link(step.port, 'nomaster');
    case 'setMtu':
      return link(step.device, 'mtu', String(step.to));
    case 'setMac':
      return link(step.device, 'address', step.to);
    case 'linkUp':
      return link(step.device, 'up');
    case 'linkDown':
      return link(step.device, 'down');
    case 'addAddress':
      return [run('address', 'ip', 'address', 'replace', step.cidr, 'dev', step.device)];
    case 'removeAddress':
      return [run('address', 'ip', 'address', 'delete', step.cidr, 'dev', step.device)];
    case 'addRoute':
      return route('replace', step);
    case 'removeRoute':
      return route('del', step);
    case 'setSysctl':
      return [sysctl(step.name, step.to)];
    case 'setManaged':
      return [run('managed', 'nmcli', 'device', 'set', step.device, 'managed', step.to)];
    case 'setOffload':
      return [run(step.offload, 'ethtool', '-K', step.device, step.offload, step.to)];
    default:
      return step satisfies never;
  }
}

// `::1` begins with a colon; what begins with a dash would be read as an option.
const plain = /^[A-Za-z0-9:][A-Za-z0-9+.,:/_-]*$/;

function wordsOf(key: string, value: unknown): readonly string[] {
  if (typeof value === 'string') return key === 'route' ? value.split(' ') : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([option, text]) => [
    isOptionName(option) ? '' : option,
    String(text),
  ]);
}

/** Words of a step that would end in an argument list and are not plain words, numbers, names or addresses. */
export function strangeWords(step: PlanStep): readonly string[] {
  const words = Object.entries(step).flatMap(([key, value]) => wordsOf(key, value));
  return words.filter((word) => word !== '' && !plain.test(word));
}
