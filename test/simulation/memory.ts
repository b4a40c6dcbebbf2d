import type { Fact } from '@bondctl/proto/model/event';
import type { RolloutId } from '@bondctl/proto/model/names';
import type { RevisionRow, RolloutRow, RolloutStore } from '../../packages/controller/src/store/ports.ts';
import type { Process } from './process.ts';
import type { Time } from './time.ts';

/** What outlives the controller: its store and its facts. */
export interface Memory {
  readonly revisions: RevisionRow[];
  /** The newest row of each rollout. States are never changed once made, so a row is copied when it is read. */
  readonly rows: Map<RolloutId, RolloutRow>;
  readonly facts: Fact[];
  /** How many rollouts, changes and commands were named. */
  names: number;
  /** Until when it refuses to store anything. */
  failsUntilMs: number;
}

/** A memory with nothing in it. */
export const emptyMemory = (): Memory => ({
  revisions: [],
  rows: new Map(),
  facts: [],
  names: 0,
  failsUntilMs: 0,
});

const writeTakesMs = 3;

/** Writing in the store of a process: there when it resolves, and perhaps when the process dies before. */
const writing = (memory: Memory, process: Process, time: Time, write: () => void): Promise<void> =>
  process.act(async () => {
    if (time.nowMs() < memory.failsUntilMs) throw new Error('SQLITE_IOERR: disk I/O error');
    write();
    await time.sleep(writeTakesMs);
  });

const copied = <T>(row: T): T => JSON.parse(JSON.stringify(row)) as T;

/** The store as a controller's process uses it. */
export function storeOf(memory: Memory, process: Process, time: Time): RolloutStore {
  const { revisions, rows } = memory;
  const read = <T>(look: () => T): Promise<T> => process.act(look);
  const all = () => [...rows.values()].map(copied);
  return {
    async addRevision(atUnixMs, actor, text, spec) {
      const row = { revision: revisions.length + 1, atUnixMs, actor, text, spec };
      await writing(memory, process, time, () => revisions.push(row));
      return row;
    },
    latestRevision: () => read(() => revisions.at(-1)),
    revision: (number) => read(() => revisions.find((row) => row.revision === number)),
    saveRollout: (row) => writing(memory, process, time, () => rows.set(row.id, row)),
    rollout: (id) => read(() => all().find((row) => row.id === id)),
    rollouts: (limit) => read(() => all().toReversed().slice(0, limit)),
    unfinishedRollouts: () => read(() => all().filter((row) => !row.ended)),
  };
}

/** Facts as a controller's process records them; whoever reads them is told of each. */
export const recordOf =
  (memory: Memory, process: Process, time: Time, told: (fact: Fact) => void) =>
  (_actor: string, fact: Fact): Promise<void> =>
    writing(memory, process, time, () => {
      memory.facts.push(fact);
      told(fact);
    });
