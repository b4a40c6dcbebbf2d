import { expect, test } from 'vitest';
import { textOf, tree } from './tree.ts';

const decision = 'docs/decisions/0001-dependencies.md';
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;
type Manifest = Partial<Record<(typeof kinds)[number], Record<string, string>>>;

const declared = tree
  .filter((path) => /(^|\/)package\.json$/.test(path))
  .flatMap((path) => {
    const manifest = JSON.parse(textOf(path)) as Manifest;
    return kinds.flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}).map(([name, range]) => ({ path, name, range })),
    );
  })
  .filter(({ range }) => range !== 'workspace:*');

/** The first cell of each table row: names in backticks, several may share a row. */
const explained = new Set(
  textOf(decision)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')),
);

test('every dependency has a line that says why', () => {
  expect(declared.length).toBeGreaterThan(20);
  expect(
    declared.filter(({ name }) => !explained.has(name)).map(({ path, name }) => `${path}: ${name}`),
  ).toEqual([]);
});

test('no line outlives its dependency', () => {
  const names = new Set(declared.map(({ name }) => name));
  expect([...explained].filter((name) => !names.has(name))).toEqual([]);
});

test('every dependency is pinned to one version', () => {
  const loose = declared.filter(({ range }) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range));
  expect(loose.map(({ path, name, range }) => `${path}: ${name} ${range}`)).toEqual([]);
});

test('a package that is declared twice is declared alike', () => {
  const versions = new Map<string, Set<string>>();
  for (const { name, range } of declared) versions.set(name, (versions.get(name) ?? new Set()).add(range));
  expect([...versions].filter(([, ranges]) => ranges.size > 1).map(([name]) => name)).toEqual([]);
});

test('all packages have one version', () => {
  const manifests = tree.filter((path) => /(^|\/)package\.json$/.test(path));
  const versions = manifests.map((path) => (JSON.parse(textOf(path)) as { version: string }).version);
  expect(new Set(versions).size).toBe(1);
});

test('the lock file names no host', () => {
  expect(textOf('pnpm-lock.yaml')).not.toMatch(/https?:\/\//);
});
