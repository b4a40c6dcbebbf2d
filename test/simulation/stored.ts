// What a stored rollout says of its change sets, whatever the shape around them.
import type { TxId } from '@bondctl/proto/model/names';
import type { Change, PairState } from '../../packages/controller/src/rollout/pair/state.ts';

/** The change sets in a stored rollout that were begun, each with its phase. */
export function pairsIn(stored: unknown): readonly PairState[] {
  if (Array.isArray(stored)) return stored.flatMap(pairsIn);
  if (typeof stored !== 'object' || stored === null) return [];
  if ('phase' in stored && 'change' in stored) return [stored as PairState];
  return Object.values(stored).flatMap(pairsIn);
}

/** The newest word of the store on a change set. */
export const pairOf = (rows: Iterable<{ readonly state: unknown }>, tx: TxId): PairState | undefined =>
  [...rows].flatMap((row) => pairsIn(row.state)).find((pair) => pair.change.tx === tx);

/** Hosts of a change set. */
export const hostsIn = ({ set }: Change): readonly string[] => set.participants.map(({ host }) => host);
