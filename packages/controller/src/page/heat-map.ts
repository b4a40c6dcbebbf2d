import type { MeshPairView } from '@bondctl/proto/model/mesh';
import { formatEnd } from '@bondctl/proto/model/names';
import { escaped } from './html.ts';
import { linesAt, textOf } from './plot-parts.ts';
import { clipped, fonts, linesOf, widthOf } from './text-lines.ts';

const legendStep = 120;
const leastWidth = 16 + 5 * legendStep;
const mostNamePx = 200;
/** From here on cells are as small as a number in them allows. */
const manyHosts = 16;

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

/** Where the cells lie: names stand upright where they are broader than a cell, and end where they would fill the picture. */
interface Grid {
  readonly cell: number;
  readonly left: number;
  readonly top: number;
}

/**
 * Every pair of hosts of a mesh in percent of what its configuration can do, as an SVG text that needs no script, no font and no
 * other file. A pair that failed has a red frame, one that was not measured a dash.
 */
export function heatMapSvg(title: string, pairs: readonly MeshPairView[]): string {
  const hosts = [...new Set(pairs.flatMap(({ ends }) => ends.map(({ host }) => host)))].toSorted();
  const names = hosts.map((host) => clipped(host, mostNamePx, fonts.text));
  const longest = Math.max(0, ...names.map((name) => widthOf(name, fonts.text)));
  const cell = hosts.length > manyHosts ? 30 : 46;
  const isUpright = longest > cell;
  const left = Math.ceil(24 + longest);
  const width = Math.max(leastWidth, left + hosts.length * cell + 20);
  const titles = linesOf(title, width - 32, fonts.title);
  const subTop = 29 + 21 * titles.length;
  const grid = { cell, left, top: Math.ceil(subTop + 20 + (isUpright ? longest : 16)) };
  const height = grid.top + hosts.length * cell + 58;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}">`,
    style,
    `<rect class="ground" width="${width}" height="${height}" rx="6"/>`,
    ...linesAt(16, 30, 21, 'title', titles),
    textOf(16, subTop, 'sub', 'percent of what each configuration can do; - was not measured'),
    ...names.flatMap((name, place) => namesAt(grid, place, escaped(name), isUpright)),
    ...pairs.flatMap((pair) => cellsOf(grid, pair, hosts)),
    ...legend(height - 20),
    '</svg>',
    '',
  ].join('\n');
}

/** A host names its row and its column. */
function namesAt({ cell, left, top }: Grid, place: number, name: string, isUpright: boolean) {
  const middle = place * cell + cell / 2;
  const [x, y] = [left + middle, top - 8];
  const column = isUpright
    ? `<g transform="translate(${x + 4} ${y}) rotate(-90)">${textOf(0, 0, '', name)}</g>`
    : textOf(x, y, 'middle', name);
  return [textOf(left - 8, top + middle + 4, 'end', name), column];
}

/** A pair stands twice, once seen from each of its hosts. */
function cellsOf(grid: Grid, pair: MeshPairView, hosts: readonly string[]): readonly string[] {
  const [a, b] = pair.ends.map(({ host }) => hosts.indexOf(host));
  if (a === undefined || b === undefined) return [];
  return [cellAt(grid, pair, a, b), cellAt(grid, pair, b, a)];
}

function cellAt({ cell, left, top }: Grid, pair: MeshPairView, row: number, column: number): string {
  const percent = pair.percentOfConfiguration;
  const [x, y] = [left + column * cell, top + row * cell];
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
  [...steps, { name: 'none bad', words: 'failed' }].flatMap(({ name, words }, place) => [
    `<rect class="${name}" x="${16 + place * legendStep}" y="${top - 11}" width="12" height="12" rx="2"/>`,
    textOf(34 + place * legendStep, top, 'sub', words),
  ]);
