import { type BondDesire, desiredName, desiredTuning } from '@bondctl/proto/model/bond';
import { formatEnd, type HostId } from '@bondctl/proto/model/names';
import { bondOptions, type OptionName } from '@bondctl/proto/model/options';
import type { ClusterSpec, Link, Threshold } from '@bondctl/proto/model/spec';
import { stringify } from 'yaml';
import { formatDuration } from './durations.ts';
import { usualRules } from './rules.ts';
import { writtenTuning } from './tuning.ts';

/**
 * A spec as people would write it: reading it back gives the same hosts, bonds, links and rules. Meshes come back as the
 * links they stood for. `says` is written above it, one comment a line.
 */
export function writeSpec(spec: ClusterSpec, says: readonly string[] = []): string {
  const sections = {
    version: 1,
    hosts: Object.fromEntries(spec.hosts.map(({ id, labels }) => [id, filled({ labels: filled(labels) })])),
    bonds: bondsSection(spec),
    links: Object.fromEntries(spec.links.map((link) => [link.name, linkEntry(link)])),
    uplinks: Object.fromEntries((spec.uplinks ?? []).map(({ name, ...uplink }) => [name, uplink])),
    rollout: rulesSection(spec.rollout),
  };
  const comments = says.map((line) => `# ${line}\n`).join('');
  return `${comments}${stringify(filled(sections), { lineWidth: 110 })}`;
}

/** Without what says nothing. */
function filled<T extends object>(record: T): Partial<T> {
  const isEmpty = (value: unknown) =>
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !isEmpty(value))) as Partial<T>;
}

interface Entry {
  readonly name: string;
  readonly hosts: readonly HostId[];
  readonly words: object;
  readonly addresses: Readonly<Record<string, readonly string[]>>;
}

/** Bonds of one name that are the same on several hosts are one entry; where they differ, each has a name of its own. */
function bondsSection({ desires, heal = [] }: Pick<ClusterSpec, 'desires' | 'heal'>): object {
  const isHealed = (host: HostId, bond: BondDesire) =>
    heal.some((end) => end.host === host && end.bond === desiredName(bond));
  const all = desires.flatMap(({ host, bonds }) =>
    bonds.map((bond) => entryOf(host, bond, isHealed(host, bond))),
  );
  const entries = all.reduce<readonly Entry[]>(joined, []);
  return Object.fromEntries(
    entries.map((entry) => {
      const alone = entries.filter((one) => one.name === entry.name).length === 1;
      const { name, hosts, words, addresses } = entry;
      const own = alone ? {} : { name };
      const key = alone ? name : `${name}-${hosts[0]}`;
      return [key, { ...own, hosts, ...words, ...filled({ addresses }) }];
    }),
  );
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

function linkEntry({ ends, medium, declared, expect }: Link): object {
  const { throughput, pathMtu, retransmitsAtMostPercent } = expect;
  const expected = {
    throughput:
      throughput === null ? undefined : { ...throughput, atLeast: thresholdText(throughput.atLeast) },
    pathMtu,
    retransmits: retransmitsAtMostPercent === null ? undefined : { atMost: `${retransmitsAtMostPercent}%` },
  };
  return filled({
    ends: ends.map(formatEnd),
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
