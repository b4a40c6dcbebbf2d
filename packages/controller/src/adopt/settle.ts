import { type BondDesire, type BondSpec, desiredName } from '@bondctl/proto/model/bond';
import { BondctlError, type Mistake } from '@bondctl/proto/model/error';
import type { BondName, End } from '@bondctl/proto/model/names';
import { isOptionName, type OptionName } from '@bondctl/proto/model/options';
import { isNonEmpty } from '@bondctl/proto/model/result';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import { parseSpec } from '../spec/parse.ts';
import type { Remark } from '../spec/remarks.ts';
import { entriesOf, type KeyedEntry, writeSpec } from '../spec/write.ts';
import { touches } from './links.ts';

/** A spec that is still to be checked, with all that is said beside it. */
export interface Draft {
  readonly spec: ClusterSpec;
  readonly meshBonds: ReadonlyMap<string, BondName>;
  readonly remarks: readonly Remark[];
  readonly notes: readonly string[];
}

/** A spec that reads without a mistake. */
export interface Settled extends Draft {
  readonly text: string;
}

const mostRounds = 8;

/**
 * Writes a draft and takes out of it whatever cannot be read back, each with the reason: a kernel holds what a spec may
 * not say. `head` makes the first lines out of the notes.
 */
export function settle(draft: Draft, head: (notes: readonly string[]) => readonly string[]): Settled {
  let now = draft;
  for (let round = 0; round < mostRounds; round += 1) {
    const { spec, remarks, meshBonds: meshes } = now;
    const text = writeSpec(spec, head(now.notes), { remarks, meshes });
    const parsed = parseSpec(text, 'adopted');
    if (parsed.ok) return { ...now, text };
    now = parsed.error.reduce((left, mistake) => without(left, mistake, entriesOf(spec)), now);
  }
  throw new BondctlError('internal', 'what is there could not be written as a spec that can be read');
}

function without(draft: Draft, mistake: Mistake, entries: readonly KeyedEntry[]): Draft {
  if (mistake.path.startsWith('links.')) return withoutLink(draft, mistake);
  const isAt = (place: string) => mistake.path === place || mistake.path.startsWith(`${place}.`);
  const [entry] = entries
    .filter(({ key }) => isAt(`bonds.${key}`))
    .toSorted((a, b) => b.key.length - a.key.length);
  if (entry === undefined) return draft;
  const rest = mistake.path.slice(`bonds.${entry.key}`.length + 1);
  const named = entry.hosts.filter((host) => `${rest}[`.startsWith(`addresses.${host}[`));
  const hosts = named.length > 0 ? named : entry.hosts;
  return hosts.reduce(
    (left, host) => withoutWord(left, { host, bond: entry.name }, rest, mistake.message),
    draft,
  );
}

function withoutLink(draft: Draft, { path, message }: Mistake): Draft {
  const isAt = (name: string) => path === `links.${name}` || path.startsWith(`links.${name}.`);
  const meshes = draft.spec.meshes.filter(({ name }) => isAt(name));
  const gone = new Set(meshes.flatMap((mesh) => mesh.links));
  const isGone = (name: string) => gone.has(name as never) || (meshes.length === 0 && isAt(name));
  const links = draft.spec.links.filter(({ name }) => !isGone(name));
  if (links.length === draft.spec.links.length) return draft;
  const spec = { ...draft.spec, links, meshes: draft.spec.meshes.filter((one) => !meshes.includes(one)) };
  const name = path.replace(/^links\./, '').replace(/\.ends.*$/, '');
  return { ...draft, spec, notes: [...draft.notes, `The link ${name} is not proposed: ${message}.`] };
}

/** The word that is wrong goes; where it cannot be left out, the bond does. */
function withoutWord(draft: Draft, end: End, rest: string, message: string): Draft {
  const loss = lossOf(rest);
  if (loss === undefined) return withoutBond(draft, end, message);
  const remark: Remark = { ...end, at: loss.at, sentence: `${loss.what} is left out: ${message}` };
  return { ...changed(draft, end, loss.change), remarks: [...draft.remarks, remark] };
}

/** What a bond is left without where a word of it is wrong, and where that is said. */
interface Loss {
  readonly at: string;
  readonly what: string;
  readonly change: (spec: BondSpec) => BondSpec;
}

function lossOf(rest: string): Loss | undefined {
  const [word = '', ...more] = rest.split('.');
  const option = more.join('.');
  if (word === 'options' && isOptionName(option))
    return { at: 'options', what: option, change: withoutOption(option) };
  if (word === 'mtu') return { at: '', what: 'its MTU', change: (spec) => ({ ...spec, mtu: null }) };
  // What stayed of a list would take the rest of the addresses away.
  if (word === 'addresses')
    return { at: '', what: 'its list of addresses', change: (spec) => ({ ...spec, addresses: null }) };
  return undefined;
}

const withoutOption =
  (option: OptionName) =>
  (spec: BondSpec): BondSpec => {
    const { [option]: _gone, ...options } = spec.options;
    return { ...spec, options };
  };

function changed(draft: Draft, { host, bond }: End, change: Loss['change']): Draft {
  const onBond = (desire: BondDesire): BondDesire =>
    desire.state === 'present' && desire.spec.name === bond
      ? { ...desire, spec: change(desire.spec) }
      : desire;
  const desires = draft.spec.desires.map((one) => {
    const bonds = one.bonds.map(onBond);
    return one.host === host && isNonEmpty(bonds) ? { ...one, bonds } : one;
  });
  return { ...draft, spec: { ...draft.spec, desires } };
}

function withoutBond(draft: Draft, { host, bond }: End, message: string): Draft {
  const isIt = (desire: BondDesire) => desiredName(desire) === bond;
  if (!draft.spec.desires.some((one) => one.host === host && one.bonds.some(isIt))) return draft;
  const desires = draft.spec.desires.flatMap((one) => {
    const bonds = one.bonds.filter((desire) => one.host !== host || !isIt(desire));
    return isNonEmpty(bonds) ? [{ ...one, bonds }] : [];
  });
  const links = draft.spec.links.filter((link) => !touches(link, host, bond));
  const kept = new Set(links.map(({ name }) => name));
  const meshes = draft.spec.meshes
    .map((mesh) => ({ ...mesh, links: mesh.links.filter((name) => kept.has(name)) }))
    .filter((mesh) => mesh.links.length > 0);
  const notes = [...draft.notes, `${host}/${bond} is left out: ${message}.`];
  return { ...draft, spec: { ...draft.spec, desires, links, meshes }, notes };
}
