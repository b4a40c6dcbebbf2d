import { expect, test } from 'vitest';
import { type OverlayTraces, overlaysOf } from './overlays.ts';

const none: OverlayTraces = { cloudInit: [], cloudConfig: [], nmstate: [], osNetConfig: [] };
const plain = { path: '/etc/netplan/60.yaml', text: '# ours\nnetwork: {}\n' };

test('a host without any of them has nothing to say', () => {
  expect(overlaysOf(none, [plain])).toEqual([]);
});

test.each([
  ['# Ansible managed: do not edit\n', 'Ansible'],
  ['# system_role:network\n', 'Ansible'],
  ['# This file is managed by Puppet.\n', 'Puppet'],
  ['# This file is generated from information provided by the datasource.\n', 'cloud-init'],
  ['; File managed by Salt at salt://net\n', 'Salt'],
])('the mark %j names its tool', (head, tool) => {
  const text = `${head}network: {}\n`;
  expect(overlaysOf(none, [{ ...plain, text }])).toEqual([
    `/etc/netplan/60.yaml says that ${tool} writes it: change it there too, or this is overwritten.`,
  ]);
});

test('a mark that is no comment is none', () => {
  expect(overlaysOf(none, [{ ...plain, text: 'title: Ansible managed\n' }])).toEqual([]);
});

test('cloud-init is named unless its network part is off', () => {
  const runs = { ...none, cloudInit: ['result.json'] };
  expect(overlaysOf(runs, [plain])).toEqual([expect.stringContaining('cloud-init runs on this host')]);
  for (const off of ['network: {config: disabled}\n', 'network:\n  config: disabled\n'])
    expect(overlaysOf({ ...runs, cloudConfig: ['a: 1\n', off] }, [plain])).toEqual([]);
});

test('nmstate and os-net-config are named with their files', () => {
  const traces = {
    ...none,
    nmstate: ['bond.yml', 'bond.applied'],
    osNetConfig: ['config.yaml', 'mapping.yaml'],
  };
  expect(overlaysOf(traces, [plain])).toEqual([
    'nmstate applies /etc/nmstate/bond.yml at boot; change it there too.',
    'os-net-config has /etc/os-net-config/config.yaml and writes network files from it; change it there too.',
  ]);
});
