/** The table of docs/diagnosis-cases.md, so that the lab tries what the document says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { variable } from '@bondctl/lab/inside/topology';

/** A row: the rule that comes first, and those that may follow; `path-*` stands for every rule of that beginning. */
export type Case = { readonly first: string; readonly allowed: readonly string[] };

const path = () => join(variable('LAB_REPOSITORY'), 'docs/diagnosis-cases.md');
const rulesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`([a-z]+(?:-[a-z*]+)+)`/g)].map(([, rule]) => rule ?? '');

/** The case whose name begins so, such as `2 one`. Throws where the document has no such row. */
export function caseOf(name: string): Case {
  const rows = readFileSync(path(), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const row = rows.find(([, title]) => title?.startsWith(`${name} `));
  const [first] = rulesIn(row?.[2] ?? '');
  if (row === undefined || first === undefined) throw new Error(`${path()} has no case ${name}`);
  return { first, allowed: [...always(), ...rulesIn(row[3] ?? '')] };
}

/** What the document allows beside every cause. */
function always(): readonly string[] {
  const line = readFileSync(path(), 'utf8')
    .split('\n')
    .find((one) => one.startsWith('Beside every cause'));
  return rulesIn(line ?? '');
}

/** Whether a rule is on a list. */
export const isAllowed = (rule: string, list: readonly string[]): boolean =>
  list.some((one) => (one.endsWith('*') ? rule.startsWith(one.slice(0, -1)) : rule === one));
