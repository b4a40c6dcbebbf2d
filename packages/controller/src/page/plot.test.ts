import type { PortSeries } from '@bondctl/proto/model/linktest';
import type { IfName } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { plotSvg } from './plot.ts';

const port = (name: string, ...rates: readonly number[]): PortSeries => ({
  name: name as IfName,
  points: rates.map((mbps, index) => ({ fromS: index, toS: index + 1, txBps: mbps * 1e6, rxBps: 0 })),
});
const mark = { label: 'two cables', rateBps: 400e6 };
const panels = [
  {
    title: 'mode 4',
    subtitle: '191 Mbit/s',
    series: [port('eth1', 200, 199), port('eth2', 0, 0)],
    marks: [mark],
  },
  {
    title: 'mode 0',
    subtitle: '396 Mbit/s',
    series: [port('eth1', 200, 199), port('eth2', 200, 199)],
    marks: [mark],
  },
];
const svg = plotSvg('Per port', panels);

/** The paths of the bars, panel by panel. */
const bars = [...svg.matchAll(/<path class="(p\d)" d="([^"]*)"/g)].map(
  (match) => [match[1], match[2] ?? ''] as const,
);

describe('a plot of throughput per port', () => {
  test('every panel has every port in its own colour, the same in all', () => {
    expect(bars.map(([colour]) => colour)).toEqual(['p0', 'p1', 'p0', 'p1']);
  });

  test('every reading is a bar', () => {
    expect(bars.map(([, path]) => path.match(/M/g)?.length)).toEqual([2, 2, 2, 2]);
  });

  test('the second port stands on the first', () => {
    const tops = (path: string) => /^M[\d.]+ ([\d.]+)V([\d.]+)/.exec(path)?.slice(1).map(Number) ?? [];
    const [, onTop] = [tops(bars[2]?.[1] ?? ''), tops(bars[3]?.[1] ?? '')];
    expect(onTop[0]).toBe(tops(bars[2]?.[1] ?? '')[1]);
  });

  test('axes have units, and the ground follows the reader', () => {
    for (const words of ['Mbit/s', 'seconds', 'prefers-color-scheme:dark', 'two cables', '>400<', 'mode 4'])
      expect(svg).toContain(words);
  });

  test('names from outside cannot break the document', () => {
    const evil = plotSvg('<script>', [{ title: '"&', subtitle: '', series: [port('a<b', 1)], marks: [] }]);
    expect(evil).not.toContain('<script>');
    expect(evil).toContain('a&lt;b');
  });

  test('a picture grows with what it has to name', () => {
    const ports = Array.from({ length: 8 }, (_, nth) => port(`enp129s0f${nth}np${nth}v1`, 1));
    const named = (title: string) =>
      plotSvg(title, [{ title: title.repeat(9), subtitle: '', series: ports, marks: [] }]);
    const height = (picture: string) => Number(/ height="(\d+)"/.exec(picture)?.[1]);
    expect(height(named('a-storage-node '))).toBeGreaterThan(height(svg) + 3 * 17);
    expect(named('a-storage-node ').match(/<rect class="p\d" x="64"/g)?.length).toBeGreaterThan(3);
  });

  test('nothing measured is still a picture', () => {
    expect(plotSvg('empty', [{ title: 'x', subtitle: '', series: [], marks: [] }])).toContain('</svg>');
    expect(plotSvg('empty', [])).toContain('</svg>');
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});
