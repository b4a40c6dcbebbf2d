import { desiredName, type NamedDesire } from '@bondctl/proto/model/bond';
import { defaultOption } from '@bondctl/proto/model/driver';
import type { HostState } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import { optionNames } from '@bondctl/proto/model/options';
import { canonicalCidr } from '../transaction/cidr.ts';
import type { Outlook } from '../transaction/keeping.ts';
import { interfaceOf } from '../transaction/lookup.ts';
import { type Choice, choose, portsOf, type Sight } from './choose.ts';
import type { FormatTexts, Rendering } from './format.ts';
import { means } from './identity.ts';
import type { KeptBond, KeptPort } from './kept.ts';
import { keptOf } from './kept-of.ts';
import { rereading, type Written } from './reread.ts';

/** A draft as whoever reads its files must hear of it. */
export function writtenOf(before: HostState, { desire, rendering }: Draft): Written {
  const bond = desiredName(desire);
  const ports = portsOf(before, desire);
  const released = ports.filter((port) => interfaceOf(before, port)?.owner === 'NetworkManager');
  return { bond, isPresent: desire.state === 'present', released, rendering };
}

/** What would be written for one bond. */
export interface Draft {
  readonly desire: NamedDesire;
  readonly chosen: FormatTexts;
  /** What the files say of a bond that is wanted, as they are. */
  readonly said: KeptBond | undefined;
  readonly rendering: Rendering;
}

/** The bond with its ports known as files know them already, where the spec knows them by name only. */
function knownAs(state: HostState, said: readonly KeptPort[], bond: KeptBond): KeptBond {
  const identify = (port: KeptPort): KeptPort => {
    const nic = interfaceOf(state, port.name);
    const known = nic === undefined ? undefined : said.find(({ identity }) => means(identity, nic));
    return port.identity.by !== 'name' || known === undefined ? port : { ...port, identity: known.identity };
  };
  const [first, ...rest] = bond.ports;
  return { ...bond, ports: [identify(first), ...rest.map(identify)] };
}

/** The files of a bond as its format would have them; null where it is kept nowhere. */
export function draftOf(state: HostState, desire: NamedDesire, choice: Choice): Draft | null {
  if (choice.kind === 'nowhere') return null;
  const { chosen } = choice;
  const { format, texts } = chosen;
  if (desire.state === 'absent')
    return { desire, chosen, said: undefined, rendering: format.withdraw(desire.name, texts) };
  const bonds = format.adopt(texts).bonds.map(({ bond }) => bond);
  const ports = bonds.flatMap((bond) => bond.ports);
  const kept = knownAs(state, ports, keptOf(state, desire, format.makesMacs));
  const said = bonds.find(({ name }) => name === desire.spec.name);
  return { desire, chosen, said, rendering: format.render(kept, texts) };
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join(' ') === [...b].sort().join(' ');

const sameCidrs = (a: readonly string[], b: readonly string[]): boolean =>
  sameList(a.map(canonicalCidr), b.map(canonicalCidr));

/** Whether files say of a bond what the spec says of it, as far as they can; what the spec does not name is theirs to say. */
function agrees(
  said: KeptBond,
  { spec }: Extract<NamedDesire, { state: 'present' }>,
  lost: readonly string[],
): boolean {
  const compared = optionNames.filter((name) => spec.options[name] !== undefined && !lost.includes(name));
  const value = (options: KeptBond['options'], name: (typeof optionNames)[number]) =>
    options[name] ?? defaultOption(spec.mode, name);
  return (
    said.mode === spec.mode &&
    compared.every((name) => value(said.options, name) === value(spec.options, name)) &&
    sameList(
      said.ports.map(({ name }) => name),
      spec.ports,
    ) &&
    (spec.mtu === null || (said.mtu ?? 1500) === spec.mtu) &&
    (spec.addresses === null || sameCidrs(said.addresses.cidrs, spec.addresses))
  );
}

/** Whether the files have to be written although nothing changes in the kernel. */
function departs({ desire, chosen: { format, texts }, said, rendering }: Draft): boolean {
  if (desire.state === 'absent') return format.described(texts).has(desire.name);
  return said === undefined || !agrees(said, desire, rendering.untilReboot);
}

const pathsOf = ({ files, removed }: Rendering): readonly string[] => [
  ...files.map((one) => one.path),
  ...removed,
];

function sentence({ desire, chosen, rendering }: Draft): string {
  const what = desire.state === 'present' ? 'write' : 'take';
  const where = desire.state === 'present' ? 'to' : 'out of';
  return `once confirmed, ${what} ${desiredName(desire)} ${where} ${pathsOf(rendering).join(', ')} (${chosen.format.backend})`;
}

const lost = ({ desire, chosen, rendering }: Draft): readonly string[] =>
  rendering.untilReboot.length === 0
    ? []
    : [
        `until reboot only: ${rendering.untilReboot.join(', ')} of ${desiredName(desire)}; ${chosen.format.backend} has no word for it.`,
      ];

function isTouched(state: HostState, desire: NamedDesire, touched: readonly IfName[]): boolean {
  return [desiredName(desire), ...portsOf(state, desire)].some((name) => touched.includes(name));
}

function outlookOfOne(sight: Sight, desire: NamedDesire, touched: readonly IfName[]): Outlook {
  const name = desiredName(desire);
  const choice = choose(sight, desire);
  const changes = isTouched(sight.state, desire, touched);
  if (choice.kind === 'nowhere') {
    const refusals = choice.asked ? [{ subject: name, message: `${name}: ${choice.why}.` }] : [];
    return { steps: [], refusals, notes: changes ? [`until reboot only: ${name}; ${choice.why}.`] : [] };
  }
  const draft = draftOf(sight.state, desire, choice);
  if (draft === null || !(changes || departs(draft))) return { steps: [], refusals: [], notes: [] };
  const files = pathsOf(draft.rendering);
  if (files.length === 0 && !changes) return { steps: [], refusals: [], notes: [] };
  const { backend } = choice.chosen.format;
  const step = { do: 'keep', bond: name, backend, files } as const;
  return {
    steps: files.length === 0 ? [] : [{ step, disruption: 'none', sentence: sentence(draft), loses: [] }],
    refusals: [],
    notes: [
      ...lost(draft),
      ...(files.length === 0 ? [] : rereading[backend].notes(writtenOf(sight.state, draft))),
    ],
  };
}

/** What a plan says about the files of its bonds. */
export function outlookOf(
  sight: Sight,
  desired: readonly NamedDesire[],
  touched: readonly IfName[],
): Outlook {
  const all = desired.map((desire) => outlookOfOne(sight, desire, touched));
  return {
    steps: all.flatMap((one) => one.steps),
    refusals: all.flatMap((one) => one.refusals),
    notes: all.flatMap((one) => one.notes),
  };
}
