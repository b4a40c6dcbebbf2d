import type { FleetLine, FleetView } from '@bondctl/proto/model/fleet';
import type { SeriesView } from '@bondctl/proto/model/history';
import type { SessionView } from '@bondctl/proto/model/operator';
import type { Parts } from '../../../packages/controller/src/api/ports.ts';

/** What the controller of a test is like. What is absent is the real API over fake parts. */
export interface Scene {
  /** null: nobody is signed in; then any token but `wrong` signs in `ada`, who may change. */
  readonly session: SessionView | null;
  readonly fleet: FleetView;
  /** Lines that come after the fleet, each after a moment, and then again from the first. */
  readonly lines?: readonly FleetLine[];
  readonly linesEveryMs?: number;
  readonly series?: SeriesView;
  /** Whole answers by path (with its query), in place of the API's: a view, or a problem with a status. */
  readonly answers?: Readonly<Record<string, object>>;
  readonly parts?: (parts: Parts) => Parts;
}
