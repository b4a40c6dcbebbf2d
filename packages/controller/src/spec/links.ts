import { type End, type LinkName, parseLinkName } from '@bondctl/proto/model/names';
import type { Link, Mesh } from '@bondctl/proto/model/spec';
import type { BondDraft, Bonds } from './bonds.ts';
import type { Path, SpecDocument } from './document.ts';
import { readEnds } from './ends.ts';
import { readExpectations, readLineRate } from './expectations.ts';
import type { Hosts } from './hosts.ts';
import { suggestion } from './nearest.ts';
import { linkShape, readFields } from './shape.ts';

/** A link with where it was written and the bonds of its ends. */
export interface LinkDraft {
  readonly path: Path;
  readonly link: Link;
  readonly bonds: readonly [BondDraft, BondDraft];
}

/** The links of the spec, expanded, and which names people may use for them: a mesh's name means all its links. */
export interface Links {
  readonly list: readonly LinkDraft[];
  readonly names: ReadonlyMap<string, readonly LinkName[]>;
  readonly meshes: readonly Mesh[];
}

type Fields = ReturnType<typeof readFields<typeof linkShape.shape>>;
type Ends = { readonly ends: readonly [End, End]; readonly bonds: readonly [BondDraft, BondDraft] };

/** Reads the section `links`. */
export function readLinks(
  page: SpecDocument,
  section: Readonly<Record<string, unknown>>,
  world: { readonly hosts: Hosts; readonly bonds: Bonds },
): Links {
  const list: LinkDraft[] = [];
  const names = new Map<string, readonly LinkName[]>();
  const meshes: Mesh[] = [];
  for (const [name, value] of Object.entries(section)) {
    const { drafts, fields } = readLink(page, name, value, world);
    const links = drafts.map((draft) => draft.link.name);
    list.push(...drafts);
    names.set(name, links);
    if (fields.mesh !== undefined) meshes.push({ name, links, witnesses: fields.witnesses ?? null });
  }
  return { list, names, meshes };
}

function readLink(
  page: SpecDocument,
  name: string,
  value: unknown,
  world: { readonly hosts: Hosts; readonly bonds: Bonds },
): { readonly drafts: readonly LinkDraft[]; readonly fields: Fields } {
  const path = ['links', name];
  const fields = readFields(page, path, linkShape, value);
  if (fields.witnesses !== undefined && fields.ends !== undefined)
    page.report(
      [...path, 'witnesses'],
      'a link of two ends has no other witness than its other end; "witnesses" belong to a "mesh"',
      'key',
    );
  const shared = {
    medium: fields.medium ?? 'switched',
    declared: readLineRate(page, [...path, 'lineRate'], fields.lineRate),
    expect: readExpectations(page, [...path, 'expect'], fields.expect),
  };
  const drafts = endsOf(page, path, value, fields, world).flatMap(({ ends, bonds }) => {
    const full = fields.mesh === undefined ? name : `${name}.${ends[0].host}.${ends[1].host}`;
    const checked = parseLinkName(full);
    if (!checked.ok) page.report(path, checked.error, 'key');
    return checked.ok ? [{ path, bonds, link: { name: checked.value, ends, ...shared } }] : [];
  });
  return { drafts, fields };
}

function endsOf(
  page: SpecDocument,
  path: Path,
  value: unknown,
  fields: Fields,
  world: { readonly hosts: Hosts; readonly bonds: Bonds },
): readonly Ends[] {
  const both = fields.ends !== undefined && fields.mesh !== undefined;
  if (both) page.report([...path, 'mesh'], 'a link has "ends" or is a "mesh"; keep one of the two', 'key');
  if (fields.ends !== undefined) return readEnds(page, [...path, 'ends'], fields.ends, world);
  if (fields.mesh !== undefined) return readMesh(page, [...path, 'mesh'], fields.mesh, world);
  const wrongAlready = typeof value === 'object' && value !== null && ('ends' in value || 'mesh' in value);
  if (!wrongAlready)
    page.report(path, 'this link joins nothing: write "ends: [host/bond, host/bond]" or "mesh: bond"', 'key');
  return [];
}

/** Every two hosts that have the bond, in the order of the hosts: a link keeps its name when a bond gets its own entry. */
function readMesh(
  page: SpecDocument,
  path: Path,
  name: string,
  { hosts, bonds }: { readonly hosts: Hosts; readonly bonds: Bonds },
): readonly Ends[] {
  const named = bonds.list.filter((bond) => bond.name === name);
  const members = hosts.list.flatMap(({ id }) =>
    named.flatMap((bond) => (bond.hosts.includes(id) ? [{ host: id, bond }] : [])),
  );
  const complaint = meshComplaint(name, members, bonds);
  if (complaint !== undefined) page.report(path, complaint);
  return members
    .filter(({ bond }) => bond.state === 'present')
    .flatMap((a, index, all) => all.slice(index + 1).map((b) => between(a, b)));
}

interface Member {
  readonly host: End['host'];
  readonly bond: BondDraft;
}

const between = (a: Member, b: Member): Ends => ({
  ends: [
    { host: a.host, bond: a.bond.name },
    { host: b.host, bond: b.bond.name },
  ],
  bonds: [a.bond, b.bond],
});

function meshComplaint(name: string, members: readonly Member[], bonds: Bonds): string | undefined {
  if (!bonds.names.includes(name))
    return `there is no bond "${name}" under "bonds"${suggestion(name, bonds.names)}`;
  if (!bonds.list.some((bond) => bond.name === name)) return undefined;
  if (members.some(({ bond }) => bond.state === 'absent'))
    return `the bond "${name}" shall be absent; a mesh needs it present`;
  return members.length < 2 ? `only ${members.length} host has "${name}"; a mesh needs two` : undefined;
}
