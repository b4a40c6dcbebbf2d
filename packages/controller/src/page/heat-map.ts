import type { MeshPairView } from '@bondctl/proto/model/mesh';
import { formatEnd } from '@bondctl/proto/model/names';
import { escaped } from './html.ts';
import { textOf } from './plot-parts.ts';

const cell = 46;
const margin = { left: 110, top: 92, right: 20, bottom: 58 } as const;

/** Steps of one colour from little to much, told apart also without colour by the number in each cell. */
const steps = [
  { below: 50, name: 'h0', words: 'below 50 %' },
  { below: 70, name: 'h1', words: 'below 70 %' },
  { below: 90, name: 'h2', words: 'below 90 %' },
  { below: Number.POSITIVE_INFINITY, name: 'h3', words: '90 % and more' },
] as const;

const style = `<style>
text{font:12px system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;fill:#24292f}
.title{font-size:17px;font-weight:600}.sub{fill:#57606a}.end{text-anchor:end}.middle{text-anchor:middle}
.ground{fill:#fff}.none{fill:#eaeef2}.bad{stroke:#cf222e;stroke-width:3}
.h0{fill:#fdd0a2}.h1{fill:#fee8c8}.h2{fill:#c6dbef}.h3{fill:#9ecae1}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.sub{fill:#9aa4af}.ground{fill:#0d1117}.none{fill:#21262d}
.bad{stroke:#ff7b72}.h0{fill:#7a3e00}.h1{fill:#5c4a14}.h2{fill:#12405f}.h3{fill:#0b5a8a}}
</style>`;

/**
 * Every pair of hosts of a mesh in percent of what its configuration can do, as an SVG text that needs no script, no font and no
 * other file. A pair that failed has a red frame, one that was not measured a dash.
 */
export function heatMapSvg(title: string, pairs: readonly MeshPairView[]): string {
  const hosts = [...new Set(pairs.flatMap(({ ends }) => ends.map(({ host }) => host)))].toSorted();
  const width = Math.max(420, margin.left + hosts.length * cell + margin.right);
  const height = margin.top + hosts.length * cell + margin.bottom;
  const at = (place: number): number => place * cell;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    style,
    `<rect class="ground" width="${width}" height="${height}" rx="6"/>`,
    textOf(16, 30, 'title', escaped(title)),
    textOf(16, 50, 'sub', 'percent of what each configuration can do'),
    ...hosts.map((host, place) =>
      textOf(margin.left - 8, margin.top + at(place) + cell / 2 + 4, 'end', escaped(host)),
    ),
    ...hosts.map((host, place) =>
      textOf(margin.left + at(place) + cell / 2, margin.top - 8, 'middle', escaped(host)),
    ),
    ...pairs.flatMap((pair) => cellsOf(pair, hosts)),
    ...legend(height - 20),
    '</svg>',
    '',
  ].join('\n');
}

/** A pair stands twice, once seen from each of its hosts. */
function cellsOf(pair: MeshPairView, hosts: readonly string[]): readonly string[] {
  const [a, b] = pair.ends.map(({ host }) => hosts.indexOf(host));
  if (a === undefined || b === undefined) return [];
  return [cellAt(pair, a, b), cellAt(pair, b, a)];
}

function cellAt(pair: MeshPairView, row: number, column: number): string {
  const percent = pair.percentOfConfiguration;
  const [x, y] = [margin.left + column * cell, margin.top + row * cell];
  const name = percent === null ? 'none' : (steps.find(({ below }) => percent < below)?.name ?? 'none');
  const frame = pair.passed ? '' : ' bad';
  const words = percent === null ? '-' : percent.toFixed(0);
  return [
    `<g><title>${escaped(titleOf(pair))}</title>`,
    `<rect class="${name}${frame}" x="${x + 2}" y="${y + 2}" width="${cell - 4}" height="${cell - 4}" rx="3"/>`,
    textOf(x + cell / 2, y + cell / 2 + 4, 'middle', words),
    '</g>',
  ].join('');
}

function titleOf({ ends, percentOfConfiguration, sentence }: MeshPairView): string {
  const [from, to] = ends.map(formatEnd);
  const share = percentOfConfiguration === null ? 'not measured' : `${percentOfConfiguration.toFixed(1)} %`;
  return `${from} to ${to}: ${share}${sentence === '' ? '' : `, ${sentence}`}`;
}

const legend = (top: number): readonly string[] =>
  steps.flatMap(({ name, words }, place) => [
    `<rect class="${name}" x="${16 + place * 104}" y="${top - 11}" width="12" height="12" rx="2"/>`,
    textOf(34 + place * 104, top, 'sub', words),
  ]);
