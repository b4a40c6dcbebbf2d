import { fail } from 'node:assert/strict';
import type { Fact } from '@bondctl/proto/model/event';
import type { HostId } from '@bondctl/proto/model/names';
import { expect, test } from 'vitest';
import type { HeardRow, Store } from '../../packages/controller/src/store/ports.ts';

/** Two hosts. */
export const alpha = 'alpha' as HostId;
export const beta = 'beta' as HostId;

/** What a host told is kept with how far it was heard. */
export function heardContract(store: () => Store): void {
  const row: HeardRow = {
    host: alpha,
    epoch: 'E1',
    event: 3,
    gap: 0,
    bootId: 'b1',
    isCounted: true,
    failures: [{ bond: 'sync0', port: 'eth2', failures: 3 }],
  };
  const lost: Fact = { type: 'eventsLost', host: alpha, from: 1, to: 2, reason: 'full' };

  test('how far a host was heard comes back whole, the newest of each host', async () => {
    const { events } = store();
    expect(await events.heard()).toEqual([]);
    expect(await events.appendHeard(5, 'agent:alpha', [lost], row)).toMatchObject([
      { atUnixMs: 5, fact: lost },
    ]);
    await events.appendHeard(6, 'agent:alpha', [], { ...row, event: 4, isCounted: false });
    await events.appendHeard(7, 'agent:beta', [], { ...row, host: beta });
    expect((await events.list({ limit: 10 })).map(({ fact }) => fact)).toEqual([lost]);
    const rows = (await events.heard()).toSorted((a, b) => a.host.localeCompare(b.host));
    expect(rows).toEqual([
      { ...row, event: 4, isCounted: false },
      { ...row, host: beta },
    ]);
    await events.forgetHeard(alpha);
    expect((await events.heard()).map(({ host }) => host)).toEqual([beta]);
  });

  test('facts that cannot be kept leave the host as it was heard before', async () => {
    const { events } = store();
    await events.appendHeard(5, 'agent:alpha', [], row);
    const broken = { ...lost, toJSON: () => fail('a full disk') };
    const further = { ...row, event: 9 };
    await expect(events.appendHeard(6, 'agent:alpha', [lost, broken], further)).rejects.toThrow(
      'a full disk',
    );
    expect(await events.list({ limit: 10 })).toEqual([]);
    expect(await events.heard()).toEqual([row]);
  });

  test('a link event of a version that knew neither clock nor cause says nothing of them', async () => {
    const old = {
      type: 'linkEventSeen',
      host: alpha,
      bond: 'sync0',
      port: null,
      what: 'mode',
      before: 'a',
      after: 'b',
    };
    await store().events.append(1, 'agent:alpha', old as Fact);
    const nothing = { happenedUnixMs: null, errorMs: null, cause: null };
    expect((await store().events.list({ limit: 10 }))[0]?.fact).toEqual({ ...old, ...nothing });
  });
}
