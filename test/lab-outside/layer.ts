import { join } from 'node:path';
import { packageLayer } from '@bondctl/lab/layer';
import { root } from '../run/places.ts';

/** The layer of a machine with ifupdown; downloaded by whoever asks first. */
export const ifupdownLayer = (): string =>
  packageLayer(['ifupdown', 'ifenslave'], join(root, 'out/lab-layers'));

/** What vitest does before any file begins: one of them looks whether anything new lies in `out`. */
export const setup = (): void => void ifupdownLayer();
