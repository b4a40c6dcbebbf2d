import type { PortView } from '@bondctl/proto/model/view';
import type { Cabling } from '../../look/cabling.ts';

/** How high a row of a port is, in the picture's own measure; the style sheet makes it as high as the rows beside it. */
const row = 10;
const width = 100;

interface CablesProps {
  readonly cabling: Cabling;
  readonly near: readonly PortView[];
  readonly far: readonly PortView[];
}

/** The cables between two rows of ports, and the switch where there is one. It says in words what it shows. */
export function Cables({ cabling, near, far }: CablesProps) {
  const rows = Math.max(1, near.length, far.length);
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
            class={`cable cable-${works ? 'works' : 'broken'}${isKnown ? '' : ' cable-guessed'}`}
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
  readonly works: boolean;
  readonly isKnown: boolean;
}

const middleOf = (nth: number): number => nth * row + row / 2;

function linesOf({ cabling, near, far }: CablesProps, rows: number): readonly Line[] {
  if (cabling.kind === 'direct')
    return cabling.cables.map(({ from, to, works, isKnown }) => ({
      path: curve(0, middleOf(from), width, middleOf(to)),
      works,
      isKnown,
    }));
  const heart = (rows * row) / 2;
  const legs = (ports: readonly PortView[], x: number): readonly Line[] =>
    ports.map(({ up }, nth) => ({
      path: curve(x, middleOf(nth), width / 2, heart),
      works: up,
      isKnown: true,
    }));
  return [...legs(near, 0), ...legs(far, width)];
}

const curve = (x: number, y: number, toX: number, toY: number): string => {
  const middle = (x + toX) / 2;
  return `M${x} ${y}C${middle} ${y} ${middle} ${toY} ${toX} ${toY}`;
};

function wordsOf({ cabling, near, far }: CablesProps): string {
  const upOf = (ports: readonly PortView[]) => `${ports.filter(({ up }) => up).length} of ${ports.length} up`;
  if (cabling.kind === 'switched')
    return `A switch between them: ports on the left ${upOf(near)}, on the right ${upOf(far)}.`;
  const said = cabling.cables.map(
    ({ from, to, works }) => `${near[from]?.name} to ${far[to]?.name} ${works ? 'works' : 'is broken'}`,
  );
  return said.length === 0 ? 'No cable is known.' : `Cables: ${said.join(', ')}.`;
}
