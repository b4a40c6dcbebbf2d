import { type End, type LinkName, parseLinkName } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
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
  for (const [name, value] of Object.entries(section)) {
    const drafts = readLink(page, name, value, world);
    list.push(...drafts);
    names.set(
      name,
      drafts.map((draft) => draft.link.name),
    );
  }
  return { list, names };
}

function readLink(
  page: SpecDocument,
  name: string,
  value: unknown,
  world: { readonly hosts: Hosts; readonly bonds: Bonds },
): readonly LinkDraft[] {
  const path = ['links', name];
  const fields = readFields(page, path, linkShape, value);
  if (fields.witnesses !== undefined)
    page.report(
      [...path, 'witnesses'],
      '"witnesses" are not supported yet; leave the word out: every link of a mesh is proven',
      'key',
    );
  const shared = {
    medium: fields.medium ?? 'switched',
    declared: readLineRate(page, [...path, 'lineRate'], fields.lineRate),
    expect: readExpectations(page, [...path, 'expect'], fields.expect),
  };
  return endsOf(page, path, value, fields, world).flatMap(({ ends, bonds }) => {
    const full = fields.mesh === undefined ? name : `${name}.${ends[0].host}.${ends[1].host}`;
    const checked = parseLinkName(full);
    if (!checked.ok) page.report(path, checked.error, 'key');
    return checked.ok ? [{ path, bonds, link: { name: checked.value, ends, ...shared } }] : [];
  });
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
  if (fields.mesh !== undefined) return readMesh(page, [...path, 'mesh'], fields.mesh, world.bonds);
  const wrongAlready = typeof value === 'object' && value !== null && ('ends' in value || 'mesh' in value);
  if (!wrongAlready)
    page.report(path, 'this link joins nothing: write "ends: [host/bond, host/bond]" or "mesh: bond"', 'key');
  return [];
}

/** Every two hosts that have the bond, in the order of the bond's hosts. */
function readMesh(page: SpecDocument, path: Path, name: string, bonds: Bonds): readonly Ends[] {
  const bond = bonds.list.find((one) => one.name === name);
  if (bond === undefined) {
    if (!bonds.names.includes(name))
      page.report(path, `there is no bond "${name}" under "bonds"${suggestion(name, bonds.names)}`);
    return [];
  }
  if (bond.state === 'absent')
    page.report(path, `the bond "${name}" shall be absent; a mesh needs it present`);
  else if (bond.hosts.length < 2)
    page.report(path, `only ${bond.hosts.length} host has "${name}"; a mesh needs two`);
  if (bond.state === 'absent') return [];
  return bond.hosts.flatMap((a, index) =>
    bond.hosts.slice(index + 1).map((b) => ({
      ends: [
        { host: a, bond: bond.name },
        { host: b, bond: bond.name },
      ] as const,
      bonds: [bond, bond] as const,
    })),
  );
}
