import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostState } from '@bondctl/proto/model/host';
import { describe, expect, test } from 'vitest';
import type { Format, Rendering, TextFile } from '../../packages/agent/src/persist/format.ts';
import type { KeptBond } from '../../packages/agent/src/persist/kept.ts';
import { keptOf } from '../../packages/agent/src/persist/kept-of.ts';
import { choosePorts } from '../../packages/agent/src/transaction/ports-chosen.ts';
import { root } from '../run/places.ts';
import { specOf } from './worlds.ts';

const top = join(root, 'test/golden/persist');
const shared = join(top, 'cases');

const foldersOf = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
    : [];

/** The files below a folder; where the folder is the root of their host, so are their paths. */
function filesBelow(folder: string): readonly TextFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .map((path) => ({ path: path.slice(folder.length), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What the first host of a case shall have in its files. */
function keptIn(folder: string): KeptBond {
  const state = JSON.parse(readFileSync(join(folder, 'host.json'), 'utf8')) as HostState;
  const [wanted] = specOf(readFileSync(join(folder, 'spec.yaml'), 'utf8')).desires;
  const [desire] = choosePorts(wanted?.bonds.slice(0, 1) ?? [], state).desired;
  if (desire?.state !== 'present') throw new Error(`${folder}: the first host has no bond`);
  return keptOf(state, desire);
}

/** The files that lie there once this was written. */
export function written(files: readonly TextFile[], { files: changed, removed }: Rendering): TextFile[] {
  const gone = new Set([...removed, ...changed.map((one) => one.path)]);
  return [...files.filter((one) => !gone.has(one.path)), ...changed];
}

/** What a case expects, as the files of its folder: what changes, what goes, what no file can hold. */
function expectation({ files, removed, untilReboot }: Rendering): readonly TextFile[] {
  const lists = [
    { path: '/removed.txt', text: removed.map((path) => `${path}\n`).join('') },
    { path: '/until-reboot.txt', text: untilReboot.map((one) => `${one}\n`).join('') },
  ];
  const all = [
    ...files.map(({ path, text }) => ({ path: `/expected${path}`, text })),
    ...lists.filter((one) => one.text !== ''),
  ];
  return all.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const isExpectation = ({ path }: TextFile): boolean =>
  path.startsWith('/expected/') || path === '/removed.txt' || path === '/until-reboot.txt';

function update(folder: string, found: readonly TextFile[]): void {
  for (const old of filesBelow(folder).filter(isExpectation)) rmSync(join(folder, old.path));
  for (const { path, text } of found) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/**
 * A test for each case of a format: the shared ones in `persist/cases/CASE`, and its own in `persist/BACKEND/CASE`, each
 * with `spec.yaml` (a cluster; its first host counts), `host.json` (that host before), and, below the backend's folder,
 * `existing/` (files that lie there before), `expected/` (files that change), `removed.txt` and `until-reboot.txt`.
 * UPDATE_FIXTURES=1 writes what is expected anew, to be read by a person.
 */
export function runCases(format: Format): void {
  const own = join(top, format.backend);
  const names = [...new Set([...foldersOf(shared), ...foldersOf(own)])].sort();
  describe.each(names)(`%s in ${format.backend}`, (name) => {
    const folder = join(own, name);
    const bond = keptIn(existsSync(join(folder, 'spec.yaml')) ? folder : join(shared, name));
    const existing = filesBelow(join(folder, 'existing'));
    const rendering = format.render(bond, existing);
    const after = written(existing, rendering);

    test('the files read as written', () => {
      const found = expectation(rendering);
      if (process.env['UPDATE_FIXTURES'] !== undefined) update(folder, found);
      expect(found).toEqual(filesBelow(folder).filter(isExpectation));
    });

    test('what is written lies where files of the format are looked for', () => {
      for (const { path } of rendering.files) {
        const places = format.places.filter((place) => place.folder === dirname(path));
        expect(places.some((place) => place.pattern.test(path.slice(path.lastIndexOf('/') + 1)))).toBe(true);
      }
    });

    test('written once more, nothing changes', () => {
      expect(format.render(bond, after)).toEqual({ ...rendering, files: [], removed: [] });
    });

    test('the bond is found in them, and without it none is', () => {
      const named = (files: readonly TextFile[]) => format.adopt(files).bonds.map((one) => one.bond.name);
      expect(format.adopt(after).problems).toEqual([]);
      expect(named(after)).toContain(bond.name);
      expect(format.described(after)).toContain(bond.name);
      const without = written(after, format.withdraw(bond.name, after));
      expect(named(without)).not.toContain(bond.name);
      expect(format.described(without)).not.toContain(bond.name);
      expect(format.withdraw(bond.name, without)).toEqual({ files: [], removed: [], untilReboot: [] });
    });
  });
}
