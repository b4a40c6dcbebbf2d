import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';

/** One import that a rule forbids. */
export type Violation = { rule: string; from: string; to: string; comment: string };

/** What the import check saw below one folder; `unread` are sources on disk that it did not read. */
export type ImportReport = { violations: Violation[]; unread: string[]; modules: number };

/** The rules of the repository and how imports are resolved. */
export type ImportRules = {
  forbidden: NonNullable<IFlattenedRuleSet['forbidden']>;
  options: ICruiseOptions & { enhancedResolveOptions: object };
};

const sourceFolders = ['packages', 'packaging', 'test'];
const notSource = new Set(['node_modules', 'dist', 'fixtures', 'gen']);

/** Every hand-written .ts and .tsx file below `baseDir`, as paths relative to it. */
export async function sourceFiles(baseDir: string): Promise<string[]> {
  const found: string[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(join(baseDir, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory() && !notSource.has(entry.name)) await walk(path);
      else if (entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
        found.push(path);
    }
  };
  for (const folder of sourceFolders) await walk(folder);
  return found.sort();
}

/** Reads the rules of the repository. */
export async function importRules(): Promise<ImportRules> {
  const file = new URL('../../.dependency-cruiser.mjs', import.meta.url);
  return ((await import(file.href)) as { default: ImportRules }).default;
}

/** Every place that the tables of the rules name. */
export async function importPlaces(): Promise<string[]> {
  const file = new URL('../../.dependency-cruiser.mjs', import.meta.url);
  const tables = (await import(file.href)) as {
    folders: Record<string, { may: string[] }>;
    shells: string[];
  };
  const named = Object.entries(tables.folders).flatMap(([place, { may }]) => [place, ...may]);
  return [...new Set([...named, ...tables.shells])].sort();
}

/** Where a place (`agent/kernel/`, `agent/observe/observer`) is on disk. */
export function sourceOf(place: string): string {
  const [name, ...rest] = place.split('/');
  const path = `packages/${name}/src/${rest.join('/')}`;
  return place.endsWith('/') ? path : `${path}.ts`;
}

/** Cruises the sources below `baseDir` with `rules`. */
export async function readImports(baseDir: string, rules: ImportRules): Promise<ImportReport> {
  const { enhancedResolveOptions, ...options } = rules.options;
  const { output } = await cruise(
    sourceFolders.filter((folder) => existsSync(join(baseDir, folder))),
    { ...options, baseDir, validate: true, ruleSet: { forbidden: rules.forbidden } },
    enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output}`);
  return report(output, await sourceFiles(baseDir));
}

function report(result: ICruiseResult, onDisk: readonly string[]): ImportReport {
  const read = new Set(result.modules.map((module) => module.source));
  const comments = new Map(
    result.summary.ruleSetUsed?.forbidden?.map((rule) => [rule.name, rule.comment ?? '']),
  );
  const violations = result.summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
    comment: comments.get(rule.name) ?? '',
  }));
  return { violations, unread: onDisk.filter((path) => !read.has(path)), modules: read.size };
}

/** The report as one failure text; undefined when there is nothing to say. */
export function importFailure(found: ImportReport): string | undefined {
  const lines = found.violations.map(
    ({ rule, from, to, comment }) => `${from} imports ${to}: ${rule} (${comment})`,
  );
  lines.push(...found.unread.map((path) => `${path} was not read by the import check`));
  return lines.length > 0 ? lines.join('\n') : undefined;
}
