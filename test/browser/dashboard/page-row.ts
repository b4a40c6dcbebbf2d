import type { Scene } from './scene.ts';

/** Where a page is, what is there when it is drawn, and what is behind it. */
export interface PageRow {
  readonly path: string;
  readonly ready: string;
  readonly scene: Scene;
  /** What the browser says of an answer that is meant to fail. */
  readonly saysBesides?: string;
}
