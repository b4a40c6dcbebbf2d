import { BondctlError } from '@bondctl/proto/model/error';
import { describe, expect, test } from 'vitest';
import { createFiles } from '../../packages/agent/src/kernel/files.ts';
import type { Faults } from '../../packages/agent/src/kernel/ports.ts';
import {
  backupFolder,
  type FileChange,
  intentPath,
  place,
  resumePlacing,
} from '../../packages/agent/src/persist/place.ts';
import { createChance } from '../simulation/chance.ts';
import { createDisk, type VirtualDisk } from '../simulation/disk.ts';

const stateDir = '/state';
const changes: readonly FileChange[] = [
  { path: '/etc/network/interfaces', before: 'old interfaces\n', after: 'new interfaces\n', mode: 0o644 },
  { path: '/etc/netplan/60-sync0.yaml', before: null, after: 'new netplan\n', mode: 0o600 },
  { path: '/etc/systemd/network/10-old.network', before: 'old network\n', after: null, mode: 0o644 },
];

type Accident = { readonly kind: 'none' | 'fail' | 'die'; readonly label: string };

/** A label that fails once, or at which the process is gone; the labels that were reached. */
function faultsOf({ kind, label }: Accident): Faults & { readonly labels: readonly string[] } {
  const labels: string[] = [];
  let [isDead, hasFailed] = [false, false];
  return {
    labels,
    reached(reached) {
      if (isDead) throw new Error('dead');
      labels.push(reached);
      if (reached !== label || kind === 'none') return;
      if (kind === 'die') isDead = true;
      if (isDead) throw new Error('dead');
      if (!hasFailed) {
        hasFailed = true;
        throw new BondctlError('failed', `${label} failed on purpose`);
      }
    },
  };
}

interface Scene {
  readonly disk: VirtualDisk;
  readonly said: readonly string[];
  readonly labels: readonly string[];
  readonly lose: () => boolean;
  /** Places the files, in this life; resolves with what it threw. */
  readonly placed: () => Promise<unknown>;
  /** Begins another life, without accidents. */
  readonly again: () => Promise<void>;
}

const nothing = { kind: 'none', label: '' } as const;

async function scene(accident: Accident = nothing, seed = 0): Promise<Scene> {
  const chance = createChance(seed, 'files');
  const seen = () => undefined;
  const disk = createDisk(seen, chance, seen);
  const calm = createFiles(faultsOf(nothing), disk);
  for (const { path, before } of changes)
    if (before !== null) await calm.writeAtomic('before', path, before);
  const faults = faultsOf(accident);
  const said: string[] = [];
  const log = (sentence: string) => void said.push(sentence);
  const files = createFiles(faults, disk);
  return {
    disk,
    said,
    labels: faults.labels,
    lose: () => disk.losePower(chance),
    placed: () =>
      place({ files, stateDir, log }, 'tx_one', 1_000, changes).then(
        () => null,
        (thrown: unknown) => thrown,
      ),
    again: () => resumePlacing({ files: calm, stateDir, log }),
  };
}

/** Each file as it is: the old one, the new one, or something that must never be seen. */
const stands = ({ disk }: Scene): readonly string[] =>
  changes.map(({ path, before, after }) => {
    const text = disk.textOf(path) ?? null;
    return text === before ? 'old' : text === after ? 'new' : `half: ${text}`;
  });

const allOld = changes.map(() => 'old');
const allNew = changes.map(() => 'new');

async function labelsOfPlacing(): Promise<readonly string[]> {
  const one = await scene();
  expect(await one.placed()).toBeNull();
  return [...new Set(one.labels)];
}
const labels = await labelsOfPlacing();

describe('files that are placed together', () => {
  test('are all new, the intent is gone, and what they replaced is kept aside', async () => {
    const one = await scene();
    expect(await one.placed()).toBeNull();
    expect(stands(one)).toEqual(allNew);
    expect(one.disk.textOf(intentPath(stateDir))).toBeUndefined();
    const kept = one.disk.paths(backupFolder(stateDir)).map((path) => one.disk.textOf(path));
    expect(kept).toEqual(['old interfaces\n', 'old network\n']);
  });

  test('every file operation has a label', () => {
    expect(labels).toEqual([
      'place:backup',
      'place:backup/rename',
      'place:backups',
      'place:intent',
      'place:intent/rename',
      'place:0',
      'place:0/rename',
      'place:1',
      'place:1/rename',
      'place:2',
      'place:done',
    ]);
  });

  test.each(labels)('%s fails once: all old with an error, or all new', async (label) => {
    const one = await scene({ kind: 'fail', label });
    const thrown = await one.placed();
    if (label === 'place:done') expect(one.said.join()).toContain('could not be removed');
    else expect(String(thrown)).toContain(label);
    expect(stands(one)).toEqual(label === 'place:done' ? allNew : allOld);
    await one.again();
    expect(stands(one)).toEqual(label === 'place:done' ? allNew : allOld);
  });

  test.each(labels)('the process dies at %s: the next life finds all old, or makes all new', async (label) => {
    const one = await scene({ kind: 'die', label });
    await one.placed();
    expect(one.labels.at(-1)).toBe(label);
    for (const file of stands(one)) expect(['old', 'new']).toContain(file);
    await one.again();
    const hasBegun = labels.indexOf(label) > labels.indexOf('place:intent/rename');
    expect(stands(one)).toEqual(hasBegun ? allNew : allOld);
    expect(one.disk.textOf(intentPath(stateDir))).toBeUndefined();
  });

  test('the power fails at any label, with any part of what was not synced lost', async () => {
    const [ends, lost] = [new Set<string>(), new Set<boolean>()];
    for (const label of labels)
      for (let seed = 0; seed < 40; seed += 1) {
        const one = await scene({ kind: 'die', label }, seed);
        await one.placed();
        lost.add(one.lose());
        for (const file of stands(one)) expect(['old', 'new'], `${label}, seed ${seed}`).toContain(file);
        await one.again();
        expect([allOld, allNew], `${label}, seed ${seed}`).toContainEqual(stands(one));
        ends.add(stands(one).join());
      }
    // Otherwise nothing was tried.
    expect([ends.size, lost.size]).toEqual([2, 2]);
  });

  test('a file that a person has changed meanwhile is left as it is, and said', async () => {
    const one = await scene({ kind: 'die', label: 'place:1' });
    await one.placed();
    const hand = createFiles(faultsOf(nothing), one.disk);
    await hand.writeAtomic('hand', '/etc/systemd/network/10-old.network', 'by hand\n');
    await one.again();
    expect(stands(one)).toEqual(['new', 'new', 'half: by hand\n']);
    expect(one.said.join()).toContain('/etc/systemd/network/10-old.network was changed by somebody else');
  });

  test('a full disk leaves everything as it was', async () => {
    const one = await scene();
    one.disk.setFull(true);
    expect(String(await one.placed())).toContain('ENOSPC');
    one.disk.setFull(false);
    await one.again();
    expect(stands(one)).toEqual(allOld);
  });
});
