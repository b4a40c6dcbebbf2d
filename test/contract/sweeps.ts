import type { SweepId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import type { Store } from '../../packages/controller/src/store/ports.ts';

/** What every implementation of `SweepStore` must hold. */
export function sweepContract(store: () => Store): void {
  test('a sweep is saved over itself; unfinished ones are found again, and its facts by its id', async () => {
    const { sweeps, events } = store();
    const row = { id: 'sw_contract1' as SweepId, startedUnixMs: 5, ended: false, state: { tried: [] } };
    const next = { ...row, id: 'sw_contract2' as SweepId };
    await sweeps.saveSweep(row);
    await sweeps.saveSweep(next);
    const ended = { ...row, ended: true, state: { tried: ['802.3ad'] } };
    await sweeps.saveSweep(ended);
    expect(await sweeps.sweep(row.id)).toEqual(ended);
    expect(await sweeps.sweeps(10)).toEqual([next, ended]);
    expect(await sweeps.sweeps(1)).toEqual([next]);
    expect(await sweeps.unfinishedSweeps()).toEqual([next]);
    expect(await sweeps.sweep('sw_nobody11' as SweepId)).toBeUndefined();
    const fact = { type: 'sweepEnded', rollout: row.id, ending: 'finished', sentence: '' } as const;
    const event = await events.append(6, 'cli:ada', fact);
    expect(await events.list({ limit: 10, rollout: row.id })).toEqual([event]);
    expect(await events.list({ limit: 10, rollout: next.id })).toEqual([]);
  });
}
