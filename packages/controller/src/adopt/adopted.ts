import type { AdoptView } from '@bondctl/proto/model/adopt';
import { desiredName } from '@bondctl/proto/model/bond';
import { type End, formatEnd, type HostId } from '@bondctl/proto/model/names';
import { isNonEmpty } from '@bondctl/proto/model/result';
import type { HostDesire } from '@bondctl/proto/model/spec';
import type { Remark } from '../spec/remarks.ts';
import { usualRules } from '../spec/rules.ts';
import { type Taken, takeBonds } from './bonds.ts';
import type { Segment } from './facing.ts';
import { proposedLinks } from './links.ts';
import type { BondSeen, HostSeen } from './seen.ts';
import { type Draft, settle } from './settle.ts';
import { fileNotes } from './sources.ts';

/** Hosts with what of each can be written. */
export interface Found {
  readonly seen: HostSeen;
  readonly taken: Taken;
}

/** What of every host can be written. */
export const found = (hosts: readonly HostSeen[]): readonly Found[] =>
  hosts.map((seen) => ({ seen, taken: takeBonds(seen) }));

/** Every bond that can be written. */
export const bondsOf = (all: readonly Found[]): readonly BondSeen[] =>
  all.flatMap(({ taken }) => taken.bonds);

const origin = [
  'What is there now, as `bondctl adopt` found it: every value is the one that the kernel holds. Options that are not',
  'written are what a new bond has anyway; an MTU of 1500, addresses that are not static and everything else stay as they',
  'are. `bondctl plan` of this changes no kernel; where files say otherwise, or nothing, it may offer to write them.',
];

/** The first lines: where all this comes from, and what stands nowhere else. */
const head = (notes: readonly string[]): readonly string[] => [
  ...origin,
  ...(notes.length === 0 ? [] : ['']),
  ...notes.map((note) => note.replaceAll(/\s+/g, ' ')),
];

/** The spec that describes hosts as they are, with links between those that face each other. */
export function adopted(
  all: readonly Found[],
  segments: readonly Segment[],
  notes: readonly string[],
  unreached: readonly HostId[],
): AdoptView {
  const { text, spec, remarks, notes: said } = settle(draftOf(all, segments, notes), head);
  return {
    text,
    bonds: adoptedBonds(all, spec, remarks),
    links: linksOf(spec, remarks),
    notes: said,
    unreached,
  };
}

function draftOf(all: readonly Found[], segments: readonly Segment[], notes: readonly string[]): Draft {
  const { links, meshes, meshBonds, ...said } = proposedLinks(segments, bondsOf(all));
  const hosts = all.map(({ seen: { host, labels } }) => ({ id: host, labels }));
  return {
    spec: { hosts, desires: all.flatMap(desireOf), links, meshes, rollout: usualRules },
    meshBonds,
    remarks: [...all.flatMap(({ taken }) => taken.remarks), ...said.remarks],
    notes: [...notes, ...all.flatMap(hostNotes), ...said.notes],
  };
}

/** Every bond of the kernels, written or not. */
function adoptedBonds(
  all: readonly Found[],
  { desires }: Draft['spec'],
  remarks: readonly Remark[],
): AdoptView['bonds'] {
  const written = new Set(
    desires.flatMap(({ host, bonds }) => bonds.map((one) => formatEnd({ host, bond: desiredName(one) }))),
  );
  const ends = all.flatMap(({ seen: { host, report } }) =>
    report.state.bonds.map(({ name }) => ({ host, bond: name })),
  );
  return ends.map((end) => ({
    ...end,
    isWritten: written.has(formatEnd(end)),
    remarks: aboutBond(remarks, end),
  }));
}

function desireOf({ seen, taken }: Found): readonly HostDesire[] {
  const bonds = taken.bonds.map(({ spec }) => ({ state: 'present', spec, allowControlPath: false }) as const);
  return isNonEmpty(bonds) ? [{ host: seen.host, bonds }] : [];
}

function hostNotes({ seen, taken }: Found): readonly string[] {
  const { host, isConnected, report } = seen;
  return [
    ...(isConnected ? [] : [`${host} is not connected: this is what it said last.`]),
    ...(report.state.bonds.length === 0 ? [`${host} has no bond.`] : []),
    ...taken.leftOut.map(({ bond, why }) => `${formatEnd({ host, bond })} is left out: ${why}.`),
    ...fileNotes(seen),
  ];
}

const aboutBond = (remarks: readonly Remark[], { host, bond }: End): AdoptView['bonds'][number]['remarks'] =>
  remarks.flatMap((remark) =>
    'bond' in remark && remark.host === host && remark.bond === bond
      ? [{ at: remark.at, sentence: remark.sentence }]
      : [],
  );

function linksOf({ links, meshes }: Draft['spec'], remarks: readonly Remark[]): AdoptView['links'] {
  const inMesh = new Set(meshes.flatMap((mesh) => mesh.links));
  const said = (name: string) =>
    remarks.flatMap((remark) => ('link' in remark && remark.link === name ? [remark.sentence] : []));
  const alone = links
    .filter(({ name }) => !inMesh.has(name))
    .map(({ name, medium, ends }) => ({ name, medium, ends: [ends], remarks: said(name) }));
  const together = meshes.map((mesh) => {
    const own = links.filter(({ name }) => mesh.links.includes(name));
    const medium = own[0]?.medium ?? 'switched';
    return { name: mesh.name, medium, ends: own.map(({ ends }) => ends), remarks: said(mesh.name) };
  });
  return [...alone, ...together];
}
