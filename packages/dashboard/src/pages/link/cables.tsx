import type { PortView } from '@bondctl/proto/model/view';
import type { Cabling } from '../../look/cabling.ts';

/** How high a row of a port is, in the picture's own measure; the style sheet makes it as high as the rows beside it. */
const row = 10;
const width = 100;

/** The ports of one end; `isCurrent`: whether its host is connected. */
export interface DrawnEnd {
  readonly ports: readonly PortView[];
  readonly isCurrent: boolean;
}

interface CablesProps {
  readonly cabling: Cabling;
  readonly near: DrawnEnd;
  readonly far: DrawnEnd;
}

/** The cables between two rows of ports, and the switch where there is one. It says in words what it shows. */
export function Cables({ cabling, near, far }: CablesProps) {
  const rows = Math.max(1, near.ports.length, far.ports.length);
  return (
    <div class="cables">
      <svg
        viewBox={`0 0 ${width} ${rows * row}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={wordsOf({ cabling, near, far })}
      >
        {linesOf({ cabling, near, far }, rows).map(({ path, works, isKnown }) => (
          <path
            key={path}
            class={`cable cable-${lookOf(works)}${isKnown ? '' : ' cable-guessed'}`}
            d={path}
          />
        ))}
      </svg>
      {cabling.kind === 'switched' && (
        <p class="switch" aria-hidden="true">
          switch
        </p>
      )}
    </div>
  );
}

interface Line {
  readonly path: string;
  readonly works: boolean | null;
  readonly isKnown: boolean;
}

const lookOf = (works: boolean | null) => (works === null ? 'unknown' : works ? 'works' : 'broken');
const wordOf = (works: boolean | null) => (works === null ? 'may work' : works ? 'works' : 'is broken');

const middleOf = (nth: number): number => nth * row + row / 2;

function linesOf({ cabling, near, far }: CablesProps, rows: number): readonly Line[] {
  if (cabling.kind === 'direct')
    return cabling.cables.map(({ from, to, works, isKnown }) => ({
      path: curve(0, middleOf(from), width, middleOf(to)),
      works,
      isKnown,
    }));
  const heart = (rows * row) / 2;
  const legs = ({ ports, isCurrent }: DrawnEnd, x: number): readonly Line[] =>
    ports.map(({ up }, nth) => ({
      path: curve(x, middleOf(nth), width / 2, heart),
      works: isCurrent ? up : null,
      isKnown: true,
    }));
  return [...legs(near, 0), ...legs(far, width)];
}

const curve = (x: number, y: number, toX: number, toY: number): string => {
  const middle = (x + toX) / 2;
  return `M${x} ${y}C${middle} ${y} ${middle} ${toY} ${toX} ${toY}`;
};

function wordsOf({ cabling, near, far }: CablesProps): string {
  const upOf = ({ ports, isCurrent }: DrawnEnd) =>
    `${ports.filter(({ up }) => up).length} of ${ports.length} ${isCurrent ? 'are' : 'were'} up`;
  if (cabling.kind === 'switched')
    return `A switch between them: ports on the left ${upOf(near)}, on the right ${upOf(far)}.`;
  const said = cabling.cables.map(
    ({ from, to, works }) => `${near.ports[from]?.name} to ${far.ports[to]?.name} ${wordOf(works)}`,
  );
  return said.length === 0 ? 'No cable is known.' : `Cables: ${said.join(', ')}.`;
}
