/** Both hosts of a pair, looked at together: what a change of two ends must leave, or put back. */
import { settledPicture } from '@bondctl/lab/inside/picture';
import { comparePictures, type Difference, type Picture } from '@bondctl/lab/inside/picture-compare';

/** The hosts of the pair. */
export const names = ['alpha', 'beta'] as const;

/** The pictures of both hosts once they are quiet. */
export const pictures = (): Promise<readonly Picture[]> =>
  Promise.all(names.map((name) => settledPicture(name)));

/** What is not as it was, per host: `[[], []]` when both compare whole. */
export const differences = (was: readonly Picture[], is: readonly Picture[]): Difference[][] =>
  names.map((_, at) => comparePictures(was[at] ?? {}, is[at] ?? {}));
