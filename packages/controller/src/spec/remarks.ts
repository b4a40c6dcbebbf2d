import type { BondName, HostId } from '@bondctl/proto/model/names';
import { type Document, isMap, isScalar, type Pair, type Scalar } from 'yaml';

/** A sentence about a bond of a host, or about a link, that stands as a comment where it belongs. */
export type Remark = {
  readonly sentence: string;
} & (
  | {
      readonly host: HostId;
      readonly bond: BondName;
      /** The word it is about, e.g. `mtu` or `options.miimon`; empty: the bond itself. */
      readonly at: string;
    }
  /** A name under `links`. */
  | { readonly link: string }
);

/** A bond under `bonds`, as far as remarks need it. */
interface Place {
  readonly key: string;
  readonly name: BondName;
  readonly hosts: readonly HostId[];
}

/** Writes remarks into a document. Where a word is not written, its remark stands at the nearest one above it. */
export function comment(document: Document, entries: readonly Place[], remarks: readonly Remark[]): void {
  for (const entry of entries) commentBond(document, entry, remarks);
  for (const remark of remarks) if ('link' in remark) say(document, ['links', remark.link], remark.sentence);
}

function commentBond(document: Document, { key, name, hosts }: Place, remarks: readonly Remark[]): void {
  const about = remarks.flatMap((remark) =>
    'bond' in remark && remark.bond === name && hosts.includes(remark.host) ? [remark] : [],
  );
  for (const at of new Set(about.map((remark) => remark.at))) {
    const here = about.filter((remark) => remark.at === at);
    for (const sentence of new Set(here.map((remark) => remark.sentence))) {
      const said = here.filter((remark) => remark.sentence === sentence).map(({ host }) => host);
      const whose = said.length === hosts.length ? '' : `${said.join(', ')}: `;
      say(document, ['bonds', key, ...at.split('.').filter(Boolean)], `${whose}${sentence}`);
    }
  }
}

/** The key of the deepest pair on a path that is there. */
function keyAt(document: Document, path: readonly string[]): Scalar | undefined {
  let node: unknown = document.contents;
  let deepest: Scalar | undefined;
  for (const part of path) {
    const pair: Pair | undefined = isMap(node)
      ? node.items.find((one) => textOf(one.key) === part)
      : undefined;
    if (pair === undefined || !isScalar(pair.key)) break;
    deepest = pair.key;
    node = pair.value;
  }
  return deepest;
}

const textOf = (key: unknown): string => (isScalar(key) ? String(key.value) : String(key));

function say(document: Document, path: readonly string[], sentence: string): void {
  const key = keyAt(document, path);
  if (key === undefined) return;
  // A sentence with a line break would end the comment and become part of the spec.
  const line = ` ${sentence.replaceAll(/\s+/g, ' ')}`;
  key.commentBefore = key.commentBefore == null ? line : `${key.commentBefore}\n${line}`;
}
