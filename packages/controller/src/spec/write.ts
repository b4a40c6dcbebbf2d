import { type BondDesire, desiredName, desiredTuning } from '@bondctl/proto/model/bond';
import { type BondName, formatEnd, type HostId } from '@bondctl/proto/model/names';
import { bondOptions, type OptionName } from '@bondctl/proto/model/options';
import type { ClusterSpec, Link, Threshold } from '@bondctl/proto/model/spec';
import { Document } from 'yaml';
import { formatDuration } from './durations.ts';
import { usualExpectations } from './expectations.ts';
import { comment, type Remark } from './remarks.ts';
import { usualRules } from './rules.ts';
import { writtenTuning } from './tuning.ts';

/** How a spec is written beyond what it says. */
export interface Manner {
  /** Comments at their places. */
  readonly remarks?: readonly Remark[];
  /** Meshes that are written as such, with the bond that each is of. */
  readonly meshes?: ReadonlyMap<string, BondName>;
}

/**
 * A spec as people would write it: reading it back gives the same hosts, bonds, links and rules. Meshes come back as the
 * links they stood for, but for those that `manner` names. `says` is written above it, one comment a line.
 */
export function writeSpec(spec: ClusterSpec, says: readonly string[] = [], manner: Manner = {}): string {
  const entries = entriesOf(spec);
  const sections = {
    version: 1,
    hosts: Object.fromEntries(spec.hosts.map(({ id, labels }) => [id, filled({ labels: filled(labels) })])),
    bonds: Object.fromEntries(entries.map((entry) => [entry.key, bondEntry(entry)])),
    links: linksSection(spec, manner.meshes ?? new Map()),
    uplinks: Object.fromEntries((spec.uplinks ?? []).map(({ name, ...uplink }) => [name, uplink])),
    rollout: rulesSection(spec.rollout),
  };
  const document = new Document(filled(sections));
  comment(document, entries, manner.remarks ?? []);
  const comments = says.map((line) => (line === '' ? '#\n' : `# ${line}\n`)).join('');
  return `${comments}${document.toString({ lineWidth: 110 })}`;
}

/** Without what says nothing. */
function filled<T extends object>(record: T): Partial<T> {
  const isEmpty = (value: unknown) =>
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value))) as Partial<T>;
}

interface Entry {
  readonly name: BondName;
  readonly hosts: readonly HostId[];
  readonly words: object;
  readonly addresses: Readonly<Record<string, readonly string[]>>;
}

/** A bond under `bonds`, on all the hosts where it is the same. */
export interface KeyedEntry extends Entry {
  /** What it is called under `bonds`. */
  readonly key: string;
}

/** Bonds of one name that are the same on several hosts are one entry; where they differ, each has a name of its own. */
export function entriesOf({
  desires,
  heal = [],
}: Pick<ClusterSpec, 'desires' | 'heal'>): readonly KeyedEntry[] {
  const isHealed = (host: HostId, bond: BondDesire) =>
    heal.some((end) => end.host === host && end.bond === desiredName(bond));
  const all = desires.flatMap(({ host, bonds }) =>
    bonds.map((bond) => entryOf(host, bond, isHealed(host, bond))),
  );
  const entries = all.reduce<readonly Entry[]>(joined, []);
  return entries.map((entry) => {
    const alone = entries.filter((one) => one.name === entry.name).length === 1;
    return { ...entry, key: alone ? entry.name : `${entry.name}-${entry.hosts[0]}` };
  });
}

function bondEntry({ key, name, hosts, words, addresses }: KeyedEntry): object {
  return { ...(key === name ? {} : { name }), hosts, ...words, ...filled({ addresses }) };
}

function entryOf(host: HostId, desire: BondDesire, isHealed: boolean): Entry {
  const control = {
    ...(desire.allowControlPath ? { allowControlPath: true } : {}),
    ...(isHealed ? { drift: 'heal' } : {}),
    ...(desire.backend === undefined ? {} : { backend: desire.backend }),
  };
  const tuning = filled({ tuning: writtenTuning(desiredTuning(desire)) });
  if (desire.state === 'absent') {
    const words = { state: 'absent', ...tuning, ...control };
    return { name: desire.name, hosts: [host], words, addresses: {} };
  }
  const { name, mode, ports, options, mtu, addresses } = desire.spec;
  const written = Object.entries(options).map(([option, value]) => [
    option,
    optionValue(option as OptionName, value),
  ]);
  const words = filled({
    ports,
    mode,
    options: Object.fromEntries(written) as object,
    mtu: mtu ?? undefined,
  });
  return {
    name,
    hosts: [host],
    words: { ...words, ...tuning, ...control },
    addresses: addresses === null ? {} : { [host]: addresses },
  };
}

const optionValue = (option: OptionName, value: string | undefined): unknown =>
  bondOptions[option].value.kind === 'integer' ? Number(value) : value;

function joined(entries: readonly Entry[], next: Entry): readonly Entry[] {
  const same = (one: Entry) =>
    one.name === next.name && JSON.stringify(one.words) === JSON.stringify(next.words);
  if (!entries.some(same)) return [...entries, next];
  return entries.map((one) =>
    same(one)
      ? { ...one, hosts: [...one.hosts, ...next.hosts], addresses: { ...one.addresses, ...next.addresses } }
      : one,
  );
}

function linksSection({ links, meshes }: ClusterSpec, kept: NonNullable<Manner['meshes']>): object {
  const meshed = meshes.filter(({ name }) => kept.has(name));
  const inMesh = new Set(meshed.flatMap((mesh) => mesh.links));
  const alone = links.filter(({ name }) => !inMesh.has(name)).map((link) => [link.name, linkEntry(link)]);
  const together = meshed.flatMap(({ name, links: [first], witnesses }) =>
    links
      .filter((link) => link.name === first)
      .map((link) => [
        name,
        filled({ mesh: kept.get(name), ...howJoined(link), witnesses: witnesses ?? undefined }),
      ]),
  );
  return Object.fromEntries([...alone, ...together]) as object;
}

const linkEntry = (link: Link): object => ({ ends: link.ends.map(formatEnd), ...howJoined(link) });

function howJoined({ medium, declared, expect }: Link): object {
  const { throughput, pathMtu, retransmitsAtMostPercent } = expect;
  const expected = {
    throughput:
      throughput === null ? undefined : { ...throughput, atLeast: thresholdText(throughput.atLeast) },
    // Expected without a word.
    pathMtu: pathMtu === usualExpectations.pathMtu ? undefined : pathMtu,
    retransmits: retransmitsAtMostPercent === null ? undefined : { atMost: `${retransmitsAtMostPercent}%` },
  };
  return filled({
    medium,
    lineRate: lineRate(declared),
    expect: filled(expected),
  });
}

const thresholdText = (threshold: Threshold): string =>
  threshold.kind === 'percent' ? `${threshold.percent}%` : `${threshold.rateBps}bit/s`;

function lineRate(declared: Link['declared']): object | undefined {
  if (declared === null || declared.source === 'unknown') return undefined;
  return { rate: `${declared.rateBps}bit/s`, framing: declared.framing };
}

function rulesSection({
  canary,
  pairsAtOnce,
  spread,
  maxFailed,
  soakMs,
  onFailure,
}: ClusterSpec['rollout']): object {
  const unless = <T>(value: T, usual: T): T | undefined => (value === usual ? undefined : value);
  return filled({
    canary: [...canary],
    pairsAtOnce: unless(pairsAtOnce, usualRules.pairsAtOnce),
    spread: spread ?? undefined,
    maxFailed: unless(maxFailed, usualRules.maxFailed),
    soak: soakMs === 0 ? undefined : formatDuration(soakMs),
    onFailure: unless(onFailure, usualRules.onFailure),
  });
}
