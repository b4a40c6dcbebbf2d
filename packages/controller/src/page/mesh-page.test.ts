import type { MeshPairView, MeshView } from '@bondctl/proto/model/mesh';
import type { BondName, HostId, LinkName, TestId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import { heatMapSvg } from './heat-map.ts';
import { meshPage } from './mesh-page.ts';

const bond = 'sync0' as BondName;
const pair = (a: string, b: string, over: Partial<MeshPairView> = {}): MeshPairView => ({
  link: `${a}-${b}` as LinkName,
  ends: [
    { host: a as HostId, bond },
    { host: b as HostId, bond },
  ],
  round: 1,
  test: 'test_aaaaaaaa' as TestId,
  receivedBps: 97e6,
  percentOfConfiguration: 97.4,
  percentOfHardware: 48.7,
  passed: true,
  sentence: '',
  ...over,
});
const mesh: MeshView = {
  name: 'fabric',
  rounds: [],
  bound: 3,
  boundBy: 'alpha takes part in most tests',
  expectedMs: 1,
  tookMs: 42_000,
  pairs: [
    pair('alpha', 'beta'),
    pair('alpha', '<b>gamma', { passed: false, percentOfConfiguration: 40, sentence: 'frames "vanish"' }),
    pair('beta', '<b>gamma', { test: null, percentOfConfiguration: null, receivedBps: null, passed: false }),
  ],
};

test('a heat map has every pair from both of its hosts, in numbers, failures framed', () => {
  const svg = heatMapSvg('fabric', mesh.pairs);
  expect(svg.match(/class="h3" x="\d+" y="\d+" width="42"/g)).toHaveLength(2);
  expect(svg.match(/class="h0 bad"/g)).toHaveLength(2);
  expect(svg.match(/class="none bad"/g)).toHaveLength(2);
  expect(svg).toContain('<title>alpha/sync0 to beta/sync0: 97.4 %</title>');
});

test('a page asks nobody for anything and escapes what came from outside', () => {
  const page = meshPage(mesh);
  expect(page).toContain('2 of 3 failed');
  expect(page).not.toContain('<b>gamma');
  expect(page).toContain('&lt;b&gt;gamma');
  expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(/);
  expect(page).toContain('no plan takes fewer than 3 (alpha takes part in most tests)');
});
