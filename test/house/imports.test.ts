import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ImportReport,
  importFailure,
  importPlaces,
  importRules,
  readImports,
  sourceFiles,
  sourceOf,
} from '../run/imports.ts';
import { root } from '../run/places.ts';

const fixtures = join(root, 'test/house/fixtures/imports');
const packageNames = ['proto', 'agent', 'controller', 'lab', 'dashboard'];
const rules = await importRules();
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'bondctl-imports-'));
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Fixtures become a workspace: real dependencies, and packages that see each other by name. */
async function lay(names: readonly string[], as: string): Promise<string> {
  const base = join(scratch, as);
  for (const name of names) await cp(join(fixtures, name), base, { recursive: true });
  for (const one of packageNames) {
    const folder = join(base, 'packages', one);
    await mkdir(join(folder, 'node_modules/@bondctl'), { recursive: true });
    await writeFile(join(folder, 'package.json'), JSON.stringify({ exports: { './*': './src/*.ts' } }));
    for (const other of packageNames) {
      await symlink(join(base, 'packages', other), join(folder, 'node_modules/@bondctl', other));
    }
    await linkDependencies(join(root, 'packages', one, 'node_modules'), join(folder, 'node_modules'));
  }
  return base;
}

async function linkDependencies(from: string, to: string): Promise<void> {
  const names = await readdir(from).catch(() => []);
  for (const name of names.filter((one) => !one.startsWith('.') && one !== '@bondctl')) {
    const target = await readlink(join(from, name)).catch(() => undefined);
    await symlink(join(from, target ?? name), join(to, name));
  }
}

/** Fixtures that share a workspace, by name, each with its files. */
type Group = Map<string, readonly string[]>;

/** Fixtures in so few groups that none overwrites a file of another: reading a workspace takes half a second. */
async function grouped(names: readonly string[]): Promise<readonly Group[]> {
  const groups: Group[] = [];
  for (const name of names) {
    const files = await sourceFiles(join(fixtures, name));
    const free = groups.find((group) => [...group.values()].flat().every((file) => !files.includes(file)));
    if (free === undefined) groups.push(new Map([[name, files]]));
    else free.set(name, files);
  }
  return groups;
}

/** What the check says of a workspace of several fixtures, fixture by fixture; a violation belongs to the file that imports. */
async function reportsOf(group: Group, as: string): Promise<readonly (readonly [string, ImportReport])[]> {
  const report = await readImports(await lay([...group.keys()], as), rules);
  return [...group].map(([name, files]) => {
    const violations = report.violations.filter(({ from }) => files.includes(from));
    return [name, { ...report, violations }];
  });
}

describe('import rules', () => {
  test('every rule has its fixture and every fixture its rule', async () => {
    expect((await readdir(fixtures)).sort()).toEqual(rules.forbidden.map((rule) => rule.name ?? '').sort());
  });

  describe('broken one by one', () => {
    let reports: ReadonlyMap<string, ImportReport>;
    beforeAll(async () => {
      const groups = await grouped(await readdir(fixtures));
      const all = [];
      for (const [nth, group] of groups.entries()) all.push(...(await reportsOf(group, `group-${nth}`)));
      reports = new Map(all);
    });

    test.each(rules.forbidden.map((rule) => rule.name ?? ''))('%s is seen when it is broken', (name) => {
      const report = reports.get(name);
      expect([...new Set(report?.violations.map((one) => one.rule))]).toEqual([name]);
      expect(report === undefined ? undefined : importFailure(report)).toContain(name);
    });
  });

  test('every rule says why', () => {
    const silent = rules.forbidden.filter((rule) => (rule.comment ?? '').length < 20);
    expect(silent.map((rule) => rule.name)).toEqual([]);
  });

  test('every place in the tables exists', async () => {
    const places = await importPlaces();
    const gone = places.filter((place) => !existsSync(join(root, sourceOf(place))));
    expect(gone).toEqual([]);
  });

  test('the check fails when it reads fewer modules than there are', async () => {
    const base = await lay(['agent-kernel'], 'blind');
    const blind = { ...rules, options: { ...rules.options, exclude: { path: 'kernel/' } } };
    const report = await readImports(base, blind);
    expect(report.unread).toEqual(['packages/agent/src/kernel/links.ts']);
    expect(importFailure(report)).toContain('packages/agent/src/kernel/links.ts was not read');
  });
});
