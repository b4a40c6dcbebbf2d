import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseSpec } from './parse.ts';

const folder = new URL('../../../../examples/', import.meta.url);
const example = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const specOf = (text: string) => {
  const parsed = parseSpec(text, 'cluster.yaml');
  if (!parsed.ok) throw new Error(parsed.error.map((one) => one.message).join('\n'));
  return parsed.value;
};

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('examples/%s is right', (name) => {
  expect(specOf(example(name)).hosts.length).toBeGreaterThan(0);
});

test('the spec of the post is expanded', () => {
  const spec = specOf(example('two-hosts-direct.yaml'));
  expect(spec.desires).toEqual(
    [1, 2].map((last) => ({
      host: last === 1 ? 'alpha' : 'beta',
      bonds: [
        {
          state: 'present',
          allowControlPath: false,
          spec: {
            name: 'sync0',
            mode: 'balance-rr',
            ports: ['eth2', 'eth3'],
            options: { miimon: '100' },
            mtu: 9000,
            addresses: [`10.9.0.${last}/24`],
          },
        },
      ],
    })),
  );
  expect(spec.links).toEqual([
    {
      name: 'drbd',
      ends: [
        { host: 'alpha', bond: 'sync0' },
        { host: 'beta', bond: 'sync0' },
      ],
      medium: 'direct',
      declared: null,
      expect: {
        throughput: { streams: 1, seconds: 10, atLeast: { kind: 'percent', percent: 90 } },
        pathMtu: true,
        retransmitsAtMostPercent: 0.5,
      },
    },
  ]);
  expect(spec.rollout).toEqual({
    canary: ['drbd'],
    pairsAtOnce: 1,
    spread: null,
    maxFailed: 0,
    soakMs: 0,
    onFailure: 'rollBack',
  });
});

test('the rules of a rollout, and how many witnesses a mesh wants', () => {
  const spec = specOf(example('many-pairs.yaml'));
  expect(spec.rollout).toEqual({
    canary: ['p1'],
    pairsAtOnce: 2,
    spread: 'rack',
    maxFailed: 1,
    soakMs: 30_000,
    onFailure: 'pause',
  });
  const mesh = specOf(example('witnesses.yaml'));
  expect(mesh.meshes).toEqual([
    { name: 'storage', links: mesh.links.map((link) => link.name), witnesses: 2 },
  ]);
});

test('bonds of one name that differ from host to host are entries with a name of their own', () => {
  const spec = specOf(example('one-host-differs.yaml'));
  expect(
    spec.desires.map(({ host, bonds: [bond] }) => [host, bond.state === 'present' && bond.spec.name]),
  ).toEqual([
    ['alpha', 'bond0'],
    ['beta', 'bond0'],
    ['gamma', 'bond0'],
  ]);
  expect(spec.links.map((link) => link.name)).toEqual([
    'storage.alpha.beta',
    'storage.alpha.gamma',
    'storage.beta.gamma',
  ]);
});

test('a mesh becomes one link for every two hosts, and a selector its hosts', () => {
  const spec = specOf(example('mesh.yaml'));
  expect(spec.links.map((link) => link.name)).toEqual([
    'storage.alpha.beta',
    'storage.alpha.gamma',
    'storage.beta.gamma',
  ]);
  expect(spec.rollout.canary).toHaveLength(3);
  expect(specOf(example('labels.yaml')).desires.map((desire) => desire.host)).toEqual(['alpha', 'beta']);
});

test('numbers of modes and option words become words, addresses the way the kernel writes them', () => {
  const spec = specOf(`version: 1
hosts: { alpha: }
bonds:
  b0: { hosts: [alpha], ports: [eth2], mode: 4, options: { lacp_rate: 1, xmit_hash_policy: 1 }, addresses: { alpha: ['FD00:0:0::0:1/64'] } }
`);
  expect(spec.desires[0]?.bonds[0]).toMatchObject({
    spec: {
      mode: '802.3ad',
      options: { lacp_rate: 'fast', xmit_hash_policy: 'layer3+4' },
      addresses: ['fd00::1/64'],
    },
  });
});

test('ports that are chosen by what they are stay as they are written, for the host to find', () => {
  const spec = specOf(example('ports-by-hardware.yaml'));
  expect(
    spec.desires.flatMap(({ bonds }) => bonds.map((bond) => bond.state === 'present' && bond.spec.ports)),
  ).toEqual([
    ['eth2', { mac: 'aa:bb:cc:00:00:01' }, { path: 'pci-0000:03:00.*' }],
    [{ driver: 'e1000e', count: 3 }],
  ]);
});
