import type { Store } from '../store/ports.ts';
import { firstToGo, type Kept, passingFacts, type Removal, settledBefore, tooOld } from './due.ts';
import type { HistoryRules } from './layers.ts';

/** What removing works with. */
export interface PruningWork {
  readonly rules: HistoryRules;
  readonly store: Pick<Store, 'history' | 'events'>;
  readonly nowMs: number;
  /** Goes over all ports in pages. */
  readonly walk: (page: (after: number) => Promise<number | null>) => Promise<void>;
  readonly isStopping: () => boolean;
}

/** Some milliseconds in which nobody else is served. */
const portsPerPage = 50;
const eventsPerPage = 500;
const pagesOfEventsPerRound = 200;
const removalsPerRound = 20;

const keptNow = async ({ history }: PruningWork['store']): Promise<Kept> => ({
  minute: await history.kept('minute'),
  hour: await history.kept('hour'),
});

async function remove({ store, walk }: PruningWork, { layer, beforeUnixMs }: Removal): Promise<void> {
  await walk((after) => store.history.prune(layer, beforeUnixMs, after, portsPerPage));
  if (layer === 'hour') await walk((after) => store.history.forgetEmpty(after, portsPerPage));
}

/** Removes what is past its layer. */
export async function pruneOld(work: PruningWork): Promise<void> {
  for (const removal of tooOld(await keptNow(work.store), work.rules, work.nowMs))
    await remove(work, removal);
}

/** Removes samples until the database is as small as it shall be; false when it is not and nothing is left to remove. */
export async function makeRoom(work: PruningWork): Promise<boolean> {
  const { rules, store, nowMs } = work;
  for (let round = 0; round < removalsPerRound && !work.isStopping(); round += 1) {
    if ((await store.history.size()).usedBytes <= rules.databaseBytes) return true;
    const [unrolled = null] = await store.history.unrolledHours(settledBefore(nowMs), 1);
    const removal = firstToGo(await keptNow(store), unrolled, nowMs);
    if (removal === null) return false;
    await remove(work, removal);
  }
  return true;
}

/** Removes events that are past their time and that nothing of the present is folded from. */
export async function pruneEvents(work: PruningWork, rest: () => Promise<void>): Promise<void> {
  const beforeUnixMs = work.nowMs - work.rules.keptMs.events;
  for (const type of passingFacts) {
    for (let page = 0; page < pagesOfEventsPerRound && !work.isStopping(); page += 1) {
      const removed = await work.store.events.prune(type, beforeUnixMs, eventsPerPage);
      if (removed < eventsPerPage) break;
      await rest();
    }
  }
}
