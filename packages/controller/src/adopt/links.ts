import { type BondName, type End, formatEnd, type HostId, type LinkName } from '@bondctl/proto/model/names';
import type { Link, Mesh } from '@bondctl/proto/model/spec';
import { usualExpectations } from '../spec/expectations.ts';
import type { Remark } from '../spec/remarks.ts';
import type { Segment } from './facing.ts';
import type { BondSeen } from './seen.ts';

/** Links as a spec has them, and which of them are written as meshes of which bond. */
export interface Proposed {
  readonly links: readonly Link[];
  readonly meshes: readonly Mesh[];
  readonly meshBonds: ReadonlyMap<string, BondName>;
  readonly remarks: readonly Remark[];
  readonly notes: readonly string[];
}

/** Beyond that, pairs of one segment say more than anybody reads. */
const mostPairs = 28;

type Ends = readonly [End, End];

/** Links for every segment: a mesh where a bond of one name is meant everywhere, else pairs. */
export function proposedLinks(segments: readonly Segment[], all: readonly BondSeen[]): Proposed {
  const taken = new Set<string>();
  const parts = segments.map((segment) =>
    isMesh(segment, all) ? meshOf(segment, taken) : pairsOf(segment, taken),
  );
  return {
    links: parts.flatMap((one) => one.links),
    meshes: parts.flatMap((one) => one.meshes),
    meshBonds: new Map(parts.flatMap((one) => [...one.meshBonds])),
    remarks: parts.flatMap((one) => one.remarks),
    notes: parts.flatMap((one) => one.notes),
  };
}

/** A mesh means every host that has a bond of this name, so all of them must be in the segment. */
function isMesh({ bonds }: Segment, all: readonly BondSeen[]): boolean {
  const [first, , third] = bonds;
  if (first === undefined || third === undefined) return false;
  const named = all.filter((one) => one.spec.name === first.spec.name);
  return named.length === bonds.length && bonds.every((one) => one.spec.name === first.spec.name);
}

const everyTwo = (bonds: readonly BondSeen[]): readonly Ends[] =>
  bonds.flatMap((a, position) =>
    bonds
      .slice(position + 1)
      .filter((b) => a.end.host !== b.end.host)
      .map((b): Ends => [a.end, b.end]),
  );

const linkOf = (name: string, ends: Ends, { medium }: Segment): Link => ({
  name: name as LinkName,
  ends,
  medium,
  declared: null,
  expect: usualExpectations,
});

function meshOf(segment: Segment, taken: Set<string>): Proposed {
  const bond = segment.bonds[0]?.spec.name ?? ('' as BondName);
  const name = freeName(bond, taken);
  const nameOf = ([a, b]: Ends) => `${name}.${a.host}.${b.host}`;
  const links = everyTwo(segment.bonds).map((ends) => linkOf(nameOf(ends), ends, segment));
  return {
    links,
    meshes: [{ name, links: links.map((link) => link.name), witnesses: null }],
    meshBonds: new Map([[name, bond]]),
    remarks: segment.sentences.map((sentence) => ({ link: name, sentence })),
    notes: [],
  };
}

function pairsOf(segment: Segment, taken: Set<string>): Proposed {
  const pairs = everyTwo(segment.bonds);
  const links = pairs
    .slice(0, mostPairs)
    .map((ends) => linkOf(freeName(pairName(ends), taken), ends, segment));
  const more = pairs.length - links.length;
  const first = segment.bonds[0];
  return {
    links,
    meshes: [],
    meshBonds: new Map(),
    remarks: links.flatMap(({ name }) => segment.sentences.map((sentence) => ({ link: name, sentence }))),
    notes:
      more === 0 || first === undefined
        ? []
        : [`${more} more pairs with ${formatEnd(first.end)} and its neighbours are not proposed one by one.`],
  };
}

const pairName = ([a, b]: Ends): string =>
  a.bond === b.bond ? `${a.bond}.${a.host}.${b.host}` : `${a.host}.${a.bond}.${b.host}.${b.bond}`;

/** A link name that no other has; interface names may hold what link names may not. */
function freeName(wanted: string, taken: Set<string>): string {
  const legal = wanted
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]/g, '-')
    .slice(0, 58)
    .replaceAll(/^[.-]+|[.-]+$/g, '');
  const base = legal === '' ? 'link' : legal;
  let name = base;
  for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}`;
  taken.add(name);
  return name;
}

/** Whether links of a host stand or fall with it. */
export const touches = (link: Link, host: HostId, bond: BondName): boolean =>
  link.ends.some((end) => end.host === host && end.bond === bond);
