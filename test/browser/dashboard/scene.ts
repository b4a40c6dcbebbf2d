import type { FleetLine, FleetView } from '@bondctl/proto/model/fleet';
import type { SeriesView } from '@bondctl/proto/model/history';
import type { SessionView } from '@bondctl/proto/model/operator';
import type { Parts } from '../../../packages/controller/src/api/ports.ts';

/** When every scene begins, by the controller's clock. */
export const sceneUnixMs = Date.UTC(2026, 10, 28, 9, 30);

/** What the controller of a test is like. What is absent is the real API over fake parts. */
export interface Scene {
  /** null: nobody is signed in; then any token but `wrong` signs in `ada`, who may change. */
  readonly session: SessionView | null;
  readonly fleet: FleetView;
  /** What is said every second, by the controller's clock; a sign of life where there is nothing to say. */
  readonly tick?: (atUnixMs: number, nth: number) => readonly FleetLine[];
  /** The rates of a host over time. */
  readonly series?: (host: string) => SeriesView;
  /** Whole answers by path (with its query), in place of the API's: a view, or a problem with a status. */
  readonly answers?: Readonly<Record<string, object>>;
  readonly parts?: (parts: Parts) => Parts;
}
