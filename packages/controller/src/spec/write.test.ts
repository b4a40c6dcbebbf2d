import { readdirSync, readFileSync } from 'node:fs';
import { formatEnd } from '@bondctl/proto/model/names';
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
        expect:
          pathMtu: true
    "
  `);
});
