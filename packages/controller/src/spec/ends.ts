import { type End, formatEnd } from '@bondctl/proto/model/names';
import { sameNetwork } from './addresses.ts';
import type { BondDraft, Bonds } from './bonds.ts';
import type { Path, SpecDocument } from './document.ts';
import type { Hosts } from './hosts.ts';
import { suggestion } from './nearest.ts';

type Found = { readonly end: End; readonly bond: BondDraft };

/** Reads `ends`; empty when one of the two does not exist (which is reported). */
export function readEnds(
  page: SpecDocument,
  path: Path,
  texts: readonly string[],
  world: { readonly hosts: Hosts; readonly bonds: Bonds },
): readonly { readonly ends: readonly [End, End]; readonly bonds: readonly [BondDraft, BondDraft] }[] {
  const [a, b] = texts.map((text, index) => readEnd(page, [...path, index], text, world));
  if (a === undefined || b === undefined) return [];
  if (a.end.host === b.end.host) {
    page.report([...path, 1], `both ends are on ${a.end.host}; a link joins two hosts`);
    return [];
  }
  return [{ ends: [a.end, b.end], bonds: [a.bond, b.bond] }];
}

function readEnd(
  page: SpecDocument,
  path: Path,
  text: string,
  { hosts, bonds }: { readonly hosts: Hosts; readonly bonds: Bonds },
): Found | undefined {
  const [host = '', name = '', ...more] = text.split('/');
  const complain = (message: string) => {
    page.report(path, message);
    return undefined;
  };
  if (host === '' || name === '' || more.length > 0)
    return complain(`"${text}" is not an end; write host/bond, e.g. alpha/sync0`);
  const strangers = [
    ...(hosts.names.includes(host)
      ? []
      : [`there is no host "${host}" under "hosts"${suggestion(host, hosts.names)}`]),
    ...(bonds.names.includes(name)
      ? []
      : [`there is no bond "${name}" under "bonds"${suggestion(name, bonds.names)}`]),
  ];
  if (strangers.length > 0) return complain(strangers.join('; and '));
  const named = bonds.list.filter((one) => one.name === name);
  const bond = named.find((one) => one.hosts.some((id) => id === host));
  const id = bond?.hosts.find((one) => one === host);
  if (named.length === 0) return undefined;
  if (bond === undefined || id === undefined) {
    const others = named.flatMap((one) => one.hosts);
    return complain(`the bond "${name}" is not on the host "${host}"${suggestion(host, others)}`);
  }
  if (bond.state === 'absent') return complain(`the bond "${name}" shall be absent; a link needs it present`);
  return { end: { host: id, bond: bond.name }, bond };
}

interface Joined {
  readonly path: Path;
  readonly link: {
    readonly name: string;
    readonly medium: 'direct' | 'switched';
    readonly ends: readonly [End, End];
  };
  readonly bonds: readonly [BondDraft, BondDraft];
}

/** Reports two links over the same two ends, and a bond whose cables would have to go to two places. */
export function reportSharedEnds(page: SpecDocument, drafts: readonly Joined[]): void {
  const pairs = new Map<string, string>();
  const cables = new Map<string, string>();
  for (const { path, link } of drafts) {
    const ends = link.ends.map(formatEnd);
    const pair = ends.toSorted().join(' ');
    const twin = pairs.get(pair);
    if (twin !== undefined)
      page.report(path, `the link "${twin}" already joins ${ends.join(' and ')}`, 'key');
    pairs.set(pair, twin ?? link.name);
    if (link.medium !== 'direct' || twin !== undefined) continue;
    for (const end of ends) {
      const other = cables.get(end);
      if (other !== undefined)
        page.report(
          path,
          `${end} is already an end of the direct link "${other}"; cables go to one place`,
          'key',
        );
      cables.set(end, other ?? link.name);
    }
  }
}

/** What both ends must agree on before anything is tried. */
export function reportDisagreements(page: SpecDocument, drafts: readonly Joined[]): void {
  for (const { path, link, bonds } of drafts)
    for (const message of disagreements(link.medium, link.ends, bonds))
      page.report([...path, 'ends'], message);
}

function disagreements(
  medium: 'direct' | 'switched',
  [endA, endB]: readonly [End, End],
  [a, b]: readonly [BondDraft, BondDraft],
): readonly string[] {
  const found: string[] = [];
  const both = (what: string, ofA: unknown, ofB: unknown) =>
    found.push(`${formatEnd(endA)} has ${what} ${ofA} and ${formatEnd(endB)} ${ofB}; both ends must agree`);
  if (medium === 'direct' && a.mode !== undefined && b.mode !== undefined && a.mode !== b.mode)
    both('mode', a.mode, b.mode);
  if (a.mtu !== null && b.mtu !== null && a.mtu !== b.mtu) both('MTU', a.mtu, b.mtu);
  const ofA = a.addresses.get(endA.host) ?? [];
  const ofB = b.addresses.get(endB.host) ?? [];
  const apart =
    ofA.length > 0 && ofB.length > 0 && !ofA.some((one) => ofB.some((other) => sameNetwork(one, other)));
  if (apart)
    both(
      'the addresses',
      ofA.map((one) => one.text).join(', '),
      `${ofB.map((one) => one.text).join(', ')}, in no common network`,
    );
  return found;
}
