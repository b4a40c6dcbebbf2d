// Every page and picture that bondctl writes, in the shapes that it takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { heatMapSvg } from '../../packages/controller/src/page/heat-map.ts';
import { meshPage } from '../../packages/controller/src/page/mesh-page.ts';
import { testPage } from '../../packages/controller/src/page/page.ts';
import { plotSvg } from '../../packages/controller/src/page/plot.ts';
import { rankingSvg } from '../../packages/controller/src/page/ranking-plot.ts';
import { sweepPage } from '../../packages/controller/src/page/sweep-page.ts';
import { hostileTest } from '../fakes/hostile-test.ts';
import { root } from '../run/places.ts';
import { linkTests, seriesOf } from './link-tests.ts';
import { meshes } from './meshes.ts';
import { sweeps } from './sweeps.ts';

type Named<T> = Readonly<Record<string, T>>;

const measuredAt = '2026-11-23T18:55:25.000Z';

const written = <T>(views: Named<T>, write: (view: T) => string): Named<string> =>
  Object.fromEntries(Object.entries(views).map(([name, view]) => [name, write(view)]));

/** Name to document of HTML. A new kind of page is one row. */
export const pages: Named<string> = {
  ...written(linkTests, (view) => testPage(view, measuredAt)),
  'a test of hostile words': testPage(hostileTest, measuredAt),
  ...written(meshes, meshPage),
  ...written(sweeps, sweepPage),
};

const demo = ['802.3ad, MTU 1500', 'balance-rr, MTU 1500', 'balance-rr, MTU 9000'].map((title, nth) => ({
  title,
  subtitle: '392 Mbit/s received, 2213 sent again',
  series: [seriesOf('eth1', 1.98e8), seriesOf('eth2', nth === 0 ? 0 : 1.97e8)],
  marks: [
    { label: 'one cable', rateBps: 2e8 },
    { label: 'both cables', rateBps: 4e8 },
  ],
}));

/** Name to picture that stands in a file of its own. */
export const pictures: Named<string> = {
  'the plot of the demo': plotSvg('One TCP stream over 2 cables of 200 Mbit/s, port by port', demo),
  'a plot of nothing': plotSvg('Nothing', []),
  'the overview in the README': readFileSync(join(root, 'docs/pictures/overview.svg'), 'utf8'),
  ...written(sweeps, rankingSvg),
  ...written(meshes, (mesh) => heatMapSvg(`${mesh.name}: every pair of hosts`, mesh.pairs)),
};
