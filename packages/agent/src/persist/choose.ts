import type { Backend } from '@bondctl/proto/model/backend';
import { desiredName, type NamedDesire } from '@bondctl/proto/model/bond';
import type { HostState, Owner } from '@bondctl/proto/model/host';
import type { IfName } from '@bondctl/proto/model/names';
import { bondOf, interfaceOf } from '../transaction/lookup.ts';
import type { FormatTexts } from './format.ts';

/** What the choice of a format follows from. */
export interface Sight {
  readonly state: HostState;
  /** Formats with their files, at least those that are read. */
  readonly formats: readonly FormatTexts[];
  /** Formats that something on this host reads. */
  readonly read: ReadonlySet<Backend>;
}

/** Where a bond is kept, or why nowhere. `asked`: people named a format, and must hear that it cannot be. */
export type Choice =
  | { readonly kind: 'format'; readonly chosen: FormatTexts }
  | { readonly kind: 'nowhere'; readonly why: string; readonly asked: boolean };

/** What an owner reads, most specific first: netplan writes for the two behind it. */
const readBy: Readonly<Record<Owner, readonly Backend[]>> = {
  NetworkManager: ['netplan', 'ifcfg', 'keyfile'],
  'systemd-networkd': ['netplan', 'networkd'],
  ifupdown: ['ifupdown'],
  ifupdown2: ['ifupdown2'],
  none: [],
};

/** What an owner's own format is, for what none of its files describes yet. */
const ownFormat: Readonly<Record<Owner, Backend | null>> = {
  NetworkManager: 'keyfile',
  'systemd-networkd': 'networkd',
  ifupdown: 'ifupdown',
  ifupdown2: 'ifupdown2',
  none: null,
};

const nowhere = (why: string, asked = false): Choice => ({ kind: 'nowhere', why, asked });
const listed = (names: Iterable<string>): string => [...names].join(', ');

/** The ports of a bond, as wanted and as they are. */
export function portsOf(state: HostState, desire: NamedDesire): readonly IfName[] {
  const had = bondOf(state, desiredName(desire))?.ports ?? [];
  return desire.state === 'present' ? [...new Set([...desire.spec.ports, ...had])] : had;
}

const describing = ({ formats, read }: Sight, names: readonly IfName[]): readonly FormatTexts[] =>
  formats.filter(({ format, texts }) => {
    const described = read.has(format.backend) ? format.described(texts) : new Set<IfName>();
    return names.some((name) => described.has(name));
  });

const ownersOf = (state: HostState, names: readonly IfName[]): ReadonlySet<Owner> =>
  new Set(names.map((name) => interfaceOf(state, name)?.owner ?? 'none').filter((owner) => owner !== 'none'));

/** Of several formats that describe the same the one that its owner reads first. */
function oneOf(found: readonly FormatTexts[], owners: ReadonlySet<Owner>): FormatTexts | undefined {
  if (found.length === 1) return found[0];
  const [owner, ...others] = owners;
  if (owner === undefined || others.length > 0) return undefined;
  const first = readBy[owner].find((backend) => found.some(({ format }) => format.backend === backend));
  return found.find(({ format }) => format.backend === first);
}

function named(sight: Sight, backend: Backend): Choice {
  const chosen = sight.formats.find(({ format }) => format.backend === backend);
  if (chosen !== undefined && sight.read.has(backend)) return { kind: 'format', chosen };
  const offer = sight.read.size === 0 ? 'nothing that it knows' : listed(sight.read);
  return nowhere(`nothing on this host reads ${backend}; it has ${offer}`, true);
}

function byOwner(sight: Sight, owners: ReadonlySet<Owner>): Choice {
  const [owner, ...others] = owners;
  if (owner !== undefined && others.length === 0) {
    const backend =
      readBy[owner].find((one) => one === 'netplan' && hasTexts(sight, one)) ?? ownFormat[owner];
    if (backend !== null) return named(sight, backend);
  }
  if (others.length > 0) return nowhere(`${listed(owners)} share it; say \`backend:\` to choose`);
  const offer =
    sight.read.size === 0 ? '' : `; say \`backend:\` to keep it, with one of ${listed(sight.read)}`;
  return nowhere(`no program on this host owns it${offer}`);
}

const hasTexts = ({ formats, read }: Sight, backend: Backend): boolean =>
  read.has(backend) && formats.some(({ format, texts }) => format.backend === backend && texts.length > 0);

/**
 * The format that a bond is kept in: the one people name, else the one that describes it already, or its ports, else that
 * of its owner. Where nobody owns it nothing is guessed: the formats that the host reads are offered.
 */
export function choose(sight: Sight, desire: NamedDesire): Choice {
  if (desire.backend === 'none') return nowhere('the spec says `backend: none`');
  if (desire.backend !== undefined) return named(sight, desire.backend);
  const name = desiredName(desire);
  const ports = portsOf(sight.state, desire);
  const owners = ownersOf(sight.state, [name, ...ports]);
  for (const names of [[name], ports]) {
    const found = describing(sight, names);
    const chosen = oneOf(found, owners);
    if (chosen !== undefined) return { kind: 'format', chosen };
    if (found.length > 0)
      return nowhere(
        `${listed(found.map(({ format }) => format.backend))} describe it at once; say \`backend:\` to choose`,
      );
  }
  return byOwner(sight, owners);
}
