import type { FileProblem } from '@bondctl/proto/model/described';
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  YAMLMap,
} from 'yaml';
import { ourLine } from '../../file-set.ts';
import type { TextFile } from '../../format.ts';

/** One file of netplan. The document is made for one call and changed by it. */
export interface Plan {
  readonly path: string;
  readonly text: string;
  readonly document: Document;
  /** What it said before anything was changed; null: it is not there yet. */
  readonly before: string | null;
}

/** Where something stands in a document. */
export type PlanPath = readonly string[];

/** More than anybody writes by hand, and less than a text that is made to explode. */
const maxAliases = 100;

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const saidBy = (document: Document): string => JSON.stringify(document.toJS()) ?? '';

/**
 * Puts what aliases stand for in their place: a change to one interface must not change another one that shares its text.
 * Gives the place of an alias that stands for nothing or for itself.
 */
function expandAliases(document: Document): number | undefined {
  let count = 0;
  let wrong: number | undefined;
  visit(document, {
    Alias: (_key, alias) => {
      count += 1;
      const target = count > maxAliases ? undefined : alias.resolve(document);
      if (target !== undefined) return target.clone() as Node;
      wrong = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  if (count > 0 && wrong === undefined) dropAnchors(document);
  return wrong;
}

/** An anchor that was copied with its node would stand for several. */
function dropAnchors(document: Document): void {
  const drop = (_key: unknown, node: { anchor?: string }) => {
    delete node.anchor;
  };
  visit(document, { Collection: drop, Scalar: drop });
}

/** Reads a file; netplan takes every scalar as the text it is, and so do we. */
export function readPlan({ path, text }: TextFile): Plan | FileProblem {
  const document: Document = parseDocument(text, {
    schema: 'failsafe',
    logLevel: 'silent',
    stringKeys: true,
  });
  const [error] = document.errors;
  if (error !== undefined) {
    const [message = ''] = error.message.split(/ at line |\n/);
    return { path, line: lineAt(text, error.pos[0]), message };
  }
  const alias = expandAliases(document);
  if (alias !== undefined)
    return { path, line: lineAt(text, alias), message: 'an alias leads nowhere, or in a circle' };
  const isPlan = document.contents === null || isMap(document.contents);
  return isPlan || document.toJS() === ''
    ? { path, text, document, before: saidBy(document) }
    : { path, line: 1, message: 'it is not a mapping' };
}

/** A new file of ours. */
export function newPlan(path: string): Plan {
  const text = `${ourLine}\nnetwork:\n  version: 2\n`;
  return { path, text, document: parseDocument(text, { schema: 'failsafe' }), before: null };
}

/** The node at a path. */
export function nodeAt({ document }: Plan, path: PlanPath): Node | undefined {
  const node: unknown = isCollection(document.contents) ? document.getIn(path, true) : undefined;
  return isNode(node) ? node : undefined;
}

/** The line on which something stands. */
export const lineOfNode = (plan: Plan, path: PlanPath): number =>
  lineAt(plan.text, nodeAt(plan, path)?.range?.[0] ?? 0);

/** The keys of a mapping, in their order. */
export function keysAt(plan: Plan, path: PlanPath): readonly string[] {
  const node = nodeAt(plan, path);
  return isMap(node) ? node.items.map((pair) => textOfItem(pair.key)).filter((key) => key !== '') : [];
}

/** `10.0.0.1/24` is an item of a list, and so is `10.0.0.1/24: {label: x}`. */
function textOfItem(node: unknown): string {
  // A key that was only just written is no node yet.
  if (typeof node === 'string') return node;
  if (isScalar(node)) return typeof node.value === 'string' ? node.value : '';
  return isMap(node) ? textOfItem(node.items[0]?.key) : '';
}

/** The text at a path. */
export function scalarAt(plan: Plan, path: PlanPath): string | undefined {
  const node = nodeAt(plan, path);
  return isScalar(node) && typeof node.value === 'string' && node.value !== '' ? node.value : undefined;
}

/** The texts of a list at a path. */
export function listAt(plan: Plan, path: PlanPath): readonly string[] {
  const node = nodeAt(plan, path);
  return isSeq(node) ? node.items.map(textOfItem) : [];
}

/** The mappings of a list at a path, each by its keys. */
export function mappingsAt(plan: Plan, path: PlanPath): readonly ReadonlyMap<string, string>[] {
  const node = nodeAt(plan, path);
  const maps = isSeq(node) ? node.items.filter((item) => isMap(item)) : [];
  return maps.map((map) => new Map(map.items.map((pair) => [textOfItem(pair.key), textOfItem(pair.value)])));
}

/** What a document can be told. */
export type PlanValue = string | readonly PlanValue[] | { readonly [key: string]: PlanValue };

/** Writes a value; what stands in its way and is no mapping becomes one, as `eth0:` with nothing behind it. */
export function put(plan: Plan, path: PlanPath, value: PlanValue): void {
  const { document } = plan;
  if (!isMap(document.contents))
    document.contents = new YAMLMap(document.schema) as unknown as typeof document.contents;
  for (let length = 1; length < path.length; length += 1) {
    const above = path.slice(0, length);
    const node = nodeAt(plan, above);
    if (node !== undefined && !isMap(node)) document.setIn(above, document.createNode({}));
  }
  const old = nodeAt(plan, path);
  const made = nodeOf(document, value);
  // The comment behind a value stays with the key.
  if (isScalar(old) && isScalar(made)) made.comment = old.comment ?? null;
  document.setIn(path, made);
}

/** Readers of YAML 1.1 take `11:22:33` for a number of base sixty. */
function nodeOf(document: Document, value: PlanValue): Node {
  const node = document.createNode(value) as Node;
  visit(node, {
    Scalar: (_key, scalar) => {
      if (typeof scalar.value === 'string' && scalar.value.includes(':')) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return node;
}

/** Takes something away. */
export function drop(plan: Plan, path: PlanPath): void {
  if (nodeAt(plan, path) !== undefined) plan.document.deleteIn(path);
}

/** Takes items out of a list. */
export function dropItems(plan: Plan, path: PlanPath, goes: (item: string) => boolean): void {
  const node = nodeAt(plan, path);
  if (!isSeq(node)) return;
  node.items = node.items.filter((item) => !goes(textOfItem(item)));
  if (node.items.length === 0) drop(plan, path);
}

/** Adds an item to a list, which is made where there is none. */
export function addItem(plan: Plan, path: PlanPath, item: string): void {
  const node = nodeAt(plan, path);
  if (isSeq(node)) node.items.push(nodeOf(plan.document, item));
  else put(plan, path, [item]);
}

/** People indent by two or by four, and lists with their key or below it. */
function styleOf(text: string) {
  const indent = /^( +)[^ #\n-]/m.exec(text)?.[1]?.length ?? 2;
  const [, key = '', dash = ' '] = /^( *)[^ #\n-][^\n]*:[ ]*\n( *)- /m.exec(text) ?? [];
  return {
    indent,
    indentSeq: dash.length > key.length || !text.includes('- '),
    lineWidth: 0,
    flowCollectionPadding: !/[{[][^ \n]/.test(text.replace(/[{[][}\]]/g, '')),
  };
}

/** The text of a plan: its own, unless it says something else now. */
export const textOfPlan = (plan: Plan): string =>
  plan.before === saidBy(plan.document) ? plan.text : plan.document.toString(styleOf(plan.text));
