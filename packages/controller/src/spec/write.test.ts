import { readdirSync, readFileSync } from 'node:fs';
import { type BondName, formatEnd, type HostId } from '@bondctl/proto/model/names';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import { expect, test } from 'vitest';
import { parseSpec } from './parse.ts';
import { writeSpec } from './write.ts';

const folder = new URL('../../../../examples/', import.meta.url);

function specOf(text: string): ClusterSpec {
  const parsed = parseSpec(text, 'cluster.yaml');
  if (!parsed.ok) throw new Error(`${parsed.error.map((one) => one.message).join('; ')}\n${text}`);
  return parsed.value;
}

/** What must come back; a mesh comes back as its links, and a bond's place in the file is nobody's business. */
const essence = ({ desires, meshes: _meshes, ...spec }: ClusterSpec) => ({
  ...spec,
  desires: Object.fromEntries(desires.map(({ host, bonds }) => [host, new Set(bonds)])),
});

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))(
  'examples/%s is the same after it was written and read back',
  (name) => {
    const spec = specOf(readFileSync(new URL(name, folder), 'utf8'));
    expect(essence(specOf(writeSpec(spec)))).toEqual(essence(spec));
  },
);

test('remarks stand at their words, at the nearest one above, and with their host where others have the entry too', () => {
  const spec = specOf(readFileSync(new URL('one-host-differs.yaml', folder), 'utf8'));
  const bond = 'bond0' as BondName;
  const [alpha, beta] = ['alpha' as HostId, 'beta' as HostId];
  const mesh = spec.meshes[0]?.name ?? '';
  const remarks = [
    { host: alpha, bond, at: 'options.miimon', sentence: 'from the\nkernel' },
    { host: beta, bond, at: 'mtu', sentence: 'of beta' },
    { host: alpha, bond, at: '', sentence: 'of alpha' },
    { link: mesh, sentence: 'a mesh' },
  ];
  const text = writeSpec(spec, ['Above.', ''], { remarks, meshes: new Map([[mesh, bond]]) });
  expect(essence(specOf(text))).toEqual(essence(spec));
  expect(specOf(text).meshes).toEqual(spec.meshes);
  for (const piece of [
    '# Above.\n#\nversion',
    '  # of alpha\n  bond0-alpha:\n',
    '      # from the kernel\n      miimon: 100\n',
    '  # beta: of beta\n  bond0-beta:\n',
    `  # a mesh\n  ${mesh}:\n    mesh: bond0\n`,
  ])
    expect(text).toContain(piece);
});

test('a spec reads as people would write it', () => {
  const spec = specOf(readFileSync(new URL('one-host-differs.yaml', folder), 'utf8'));
  const links = spec.links.filter((link) => link.ends.every((end) => formatEnd(end) !== 'gamma/bond0'));
  expect(writeSpec({ ...spec, links }, ['Written by hand.'])).toMatchInlineSnapshot(`
    "# Written by hand.
    version: 1
    hosts:
      alpha: {}
      beta: {}
      gamma: {}
    bonds:
      bond0-alpha:
        name: bond0
        hosts:
          - alpha
        ports:
          - eth2
          - eth3
        mode: 802.3ad
        options:
          miimon: 100
          lacp_rate: fast
          xmit_hash_policy: layer3+4
      bond0-beta:
        name: bond0
        hosts:
          - beta
          - gamma
        ports:
          - eth2
          - eth3
        mode: 802.3ad
        options:
          miimon: 100
          lacp_rate: fast
    links:
      storage.alpha.beta:
        ends:
          - alpha/bond0
          - beta/bond0
        medium: switched
    "
  `);
});
