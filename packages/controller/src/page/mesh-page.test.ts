import { expect, test } from 'vitest';
import { meshOf, meshPair } from '../../../../test/fakes/fake-mesh.ts';
import { heatMapSvg } from './heat-map.ts';
import { meshPage } from './mesh-page.ts';

const mesh = meshOf([
  meshPair('alpha', 'beta'),
  meshPair('alpha', '<b>gamma', { passed: false, percentOfConfiguration: 40, sentence: 'frames "vanish"' }),
  meshPair('beta', '<b>gamma', {
    test: null,
    percentOfConfiguration: null,
    receivedBps: null,
    passed: false,
  }),
]);

test('a heat map has every pair from both of its hosts, in numbers, failures framed', () => {
  const svg = heatMapSvg('fabric', mesh.pairs);
  expect(svg.match(/class="h3" x="\d+" y="\d+" width="42"/g)).toHaveLength(2);
  expect(svg.match(/class="h0 bad" x="\d+" y="\d+" width="42"/g)).toHaveLength(2);
  expect(svg.match(/class="none bad" x="\d+" y="\d+" width="42"/g)).toHaveLength(2);
  expect(svg).toContain('<title>alpha/sync0 to beta/sync0: 97.4 %</title>');
});

test('pairs that failed for one reason stand together above all, what hit most of them first', () => {
  const lost = { passed: false, sentence: 'gamma is not connected' };
  const page = meshPage(
    meshOf([
      meshPair('alpha', 'beta', { passed: false, sentence: 'too slow' }),
      meshPair('alpha', 'gamma', lost),
      meshPair('beta', 'gamma', lost),
    ]),
  );
  const rows = [...page.matchAll(/<tr><th scope="row">([^<]*)<\/th><td class="short">(\d)<\/td>/g)];
  expect(rows.map(([, said, pairs]) => [said, pairs])).toEqual([
    ['gamma is not connected', '2'],
    ['too slow', '1'],
  ]);
  expect(meshPage(meshOf([meshPair('alpha', 'beta')]))).not.toContain('What failed');
});

test('more pairs than anybody reads are there for who asks for them', () => {
  const many = Array.from({ length: 61 }, (_, nth) => meshPair('alpha', `host-${nth}`));
  expect(meshPage(meshOf(many))).toContain('<summary>All 61 pairs as a table</summary>');
  expect(meshPage(meshOf(many.slice(1)))).not.toContain('<details>');
});

test('a page asks nobody for anything and escapes what came from outside', () => {
  const page = meshPage(mesh);
  expect(page).toContain('2 of 3 failed');
  expect(page).not.toContain('<b>gamma');
  expect(page).toContain('&lt;b&gt;gamma');
  expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(/);
  expect(page).toContain('no plan takes fewer than 3 (alpha takes part in most tests)');
});
