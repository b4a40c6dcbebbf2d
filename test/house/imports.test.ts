import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFailure, importPlaces, importRules, readImports, sourceOf } from '../run/imports.ts';
import { root } from '../run/places.ts';

const fixtures = join(root, 'test/house/fixtures/imports');
const packageNames = ['proto', 'agent', 'controller', 'lab', 'dashboard'];
const rules = await importRules();
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'bondctl-imports-'));
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

/** A fixture becomes a workspace: real dependencies, and packages that see each other by name. */
async function lay(name: string, as = name): Promise<string> {
  const base = join(scratch, as);
  await cp(join(fixtures, name), base, { recursive: true });
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

describe('import rules', () => {
  test('every rule has its fixture and every fixture its rule', async () => {
    expect((await readdir(fixtures)).sort()).toEqual(rules.forbidden.map((rule) => rule.name ?? '').sort());
  });

  test.each(rules.forbidden.map((rule) => rule.name ?? ''))('%s is seen when it is broken', async (name) => {
    const report = await readImports(await lay(name), rules);
    expect([...new Set(report.violations.map((one) => one.rule))]).toEqual([name]);
    expect(importFailure(report)).toContain(name);
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
    const base = await lay('agent-kernel', 'blind');
    const blind = { ...rules, options: { ...rules.options, exclude: { path: 'kernel/' } } };
    const report = await readImports(base, blind);
    expect(report.unread).toEqual(['packages/agent/src/kernel/links.ts']);
    expect(importFailure(report)).toContain('packages/agent/src/kernel/links.ts was not read');
  });
});
