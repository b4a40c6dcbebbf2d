import type { Client, Ended, Told } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import type { ProgressLine, RolloutView } from '@bondctl/proto/model/view';
import { expect, test } from 'vitest';
import { alpha, fakeRollout } from '../../../../test/fakes/fake-parts.ts';
import type { Context } from './act.ts';
import { followRollout } from './follow.ts';
import { plain } from './render/paint.ts';

const finished: RolloutView = {
  id: fakeRollout,
  revision: 1,
  startedUnixMs: 0,
  endedUnixMs: 5_000,
  actor: 'cli:ada',
  state: 'finished',
  why: '',
  waves: [],
  hosts: [],
  proofs: [],
};

type Line = ProgressLine | Ended<RolloutView>;
const event = (id: number): Line => ({
  type: 'event',
  event: {
    id,
    atUnixMs: 0,
    actor: 'controller',
    fact: { type: 'hostConnected', host: alpha, agentVersion: String(id) },
  },
});
const end: Line = { type: 'end', result: finished, exitCode: 0 };

/** A context whose controller tells these lines per connection and then is gone; undefined: it does not answer at all. */
function contextOf(connections: readonly (readonly Line[] | undefined)[]) {
  const seen = { after: [] as number[], progress: [] as string[], results: [] as unknown[], nowMs: 0 };
  async function* watch(_id: string, after: number): Told<RolloutView> {
    const lines = connections[seen.after.length];
    seen.after.push(after);
    if (lines !== undefined) yield* lines;
    throw new BondctlError('unreachable', 'gone');
  }
  const context: Context = {
    remote: false,
    client: { watch } as unknown as Client,
    format: 'table',
    paint: plain,
    clock: {
      nowMs: () => seen.nowMs,
      sleep: async (ms) => {
        seen.nowMs += ms;
      },
    },
    result: async (value) => void seen.results.push(value),
    write: () => {},
    progress: (line) => void seen.progress.push(line),
    confirm: async () => true,
    mustBeAnswerable: () => {},
  };
  return { context, seen };
}

test('a rollout is followed to its end', async () => {
  const { context, seen } = contextOf([[event(1), event(2), end]]);
  expect(await followRollout(context, fakeRollout)).toBe(0);
  expect(seen.results).toEqual([finished]);
  expect(seen.progress).toHaveLength(2);
});

test('a controller that comes back is asked for what came after the last event', async () => {
  const { context, seen } = contextOf([[event(1), event(7)], undefined, undefined, [event(8), end]]);
  expect(await followRollout(context, fakeRollout)).toBe(0);
  expect(seen.after).toEqual([0, 7, 7, 7]);
  expect(seen.progress.filter((line) => line.startsWith('The controller'))).toEqual([
    'The controller went away; looking for it for 60 s ...',
    'The controller is back.',
  ]);
});

test('a controller that stays away for a minute is given up, with what goes on and how to look', async () => {
  const { context, seen } = contextOf([[event(1)]]);
  await expect(followRollout(context, fakeRollout)).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(
      /return to their old state.*bondctl rollout watch ro_fake12345/s,
    ) as unknown,
  });
  expect(seen.nowMs).toBeGreaterThanOrEqual(60_000);
  expect(seen.nowMs).toBeLessThan(62_000);
});

test('an error that is no absence ends the watching', async () => {
  const problem = {
    ...{ type: 'urn:x', title: 'x', status: 500, detail: 'broken', code: 'internal' as const },
    ...{ mistakes: [], refusals: [] },
  };
  const { context } = contextOf([[{ type: 'failed', problem, exitCode: 1 }]]);
  await expect(followRollout(context, fakeRollout)).rejects.toMatchObject({
    code: 'internal',
    message: 'broken',
  });
});
