/** Keys that move through a grid. */
export type GridKey =
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'Home'
  | 'End'
  | 'PageUp'
  | 'PageDown';

/** Rows that one key of a page moves by. */
const pageRows = 5;

/**
 * Where a key leads from `at` in a grid of `count` tiles that wraps after `columns`; undefined: the key is not one of a grid's.
 * The ends are ends: nothing jumps around.
 */
export function moved(key: string, at: number, count: number, columns: number): number | undefined {
  const steps: Readonly<Record<GridKey, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * pageRows,
    PageDown: columns * pageRows,
    Home: -at,
    End: count - 1 - at,
  };
  if (!Object.hasOwn(steps, key)) return undefined;
  const to = at + steps[key as GridKey];
  return to >= 0 && to < count ? to : at;
}
