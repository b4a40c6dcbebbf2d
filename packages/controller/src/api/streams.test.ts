import * as schema from '@bondctl/proto/api/schema';
import { BondctlError } from '@bondctl/proto/model/error';
import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { TxId } from '@bondctl/proto/model/names';
import { describe, expect, test } from 'vitest';
import { accepted, all, fakeApi } from '../../../../test/fakes/fake-api.ts';
import { alpha, drbd, fakeRollout, fakeSweep, fakeTest } from '../../../../test/fakes/fake-parts.ts';
import { name } from '../../../../test/fakes/fake-report.ts';
import { usualAsk } from '../../../../test/fakes/fake-test.ts';

describe('streams', () => {
  test('a link test tells rates while it runs and ends with its result', async () => {
    const { client } = await fakeApi((parts) => ({
      ...parts,
      linkTests: {
        async run(...given) {
          for (const [at, bytes] of [0, 125_000].entries())
            parts.live.push({
              host: alpha,
              live: { kind: 'samples', test: fakeTest.id, samples: [sample(at, bytes)] },
            });
          await new Promise((resolve) => setTimeout(resolve, 20));
          return parts.linkTests.run(...given);
        },
      },
    }));
    await accepted(client);
    const lines = await all(client.test({ link: 'drbd', ...usualAsk }));
    expect(lines.map((line) => schema.testLine.parse(line))).toEqual(lines);
    expect(lines.filter((line) => line.type === 'rates').map((line) => line.ports)).toEqual([
      [{ port: 'eth2', txBps: 1_000_000, rxBps: 0 }],
    ]);
    expect(lines.at(-1)).toEqual({ type: 'end', result: fakeTest, exitCode: 0 });
  });

  test('a link test that fails ends with its problem and exit code', async () => {
    const { client } = await fakeApi((parts) => ({
      ...parts,
      linkTests: { run: () => Promise.reject(new BondctlError('busy', 'alpha is in another test.')) },
    }));
    await accepted(client);
    const last = (await all(client.test({ link: 'drbd', ...usualAsk }))).at(-1);
    expect(last).toMatchObject({
      type: 'failed',
      exitCode: 4,
      problem: { detail: 'alpha is in another test.' },
    });
  });

  test('a sweep tells its facts while it runs and ends with its ranking', async () => {
    const { client, asked } = await fakeApi();
    await accepted(client);
    const lines = await all(client.sweep({ link: 'drbd', modes: ['802.3ad'], streams: [1, 4] }));
    expect(lines.filter((line) => line.type === 'event').map((line) => line.event.fact.type)).toContain(
      'sweepStarted',
    );
    expect(lines.at(-1)).toEqual({ type: 'end', result: fakeSweep, exitCode: 0 });
    const knobs = { modes: ['802.3ad'], mtus: [], options: {}, tuning: {}, streams: [1, 4] };
    expect(asked).toContainEqual(['sweep', 'cli:ada', { link: drbd, knobs, runs: 3, seconds: 10 }]);
  });

  test('a sweep that broke off for a person says so by its exit code', async () => {
    const { client } = await fakeApi((parts) => ({
      ...parts,
      sweeps: {
        ...parts.sweeps,
        start: async () => ({
          id: fakeSweep.id,
          ended: Promise.resolve({ ...fakeSweep, ending: 'needsPerson' as const }),
        }),
      },
    }));
    await accepted(client);
    expect((await all(client.sweep({ link: 'drbd' }))).at(-1)).toMatchObject({ type: 'end', exitCode: 5 });
  });

  test('a rollout is told from where the reader left, and ends with how it stands', async () => {
    const { client, recorder } = await fakeApi();
    await accepted(client);
    const tx = 'tx_fake12345' as TxId;
    const facts = [
      { type: 'hostPrepared', rollout: fakeRollout, host: alpha, tx },
      { type: 'hostRolledBack', rollout: fakeRollout, host: alpha, tx, why: 'asked' },
      { type: 'proofFailed', rollout: fakeRollout, link: drbd.name, test: null, why: 'too slow' },
      { type: 'rolloutEnded', rollout: fakeRollout, ending: 'failed', why: 'drbd: too slow' },
    ] as const;
    const events: RecordedEvent[] = [];
    for (const fact of facts) events.push(await recorder.record('controller', fact));
    const lines = await all(client.watch(fakeRollout, events[0]?.id ?? 0));
    expect(lines.map((line) => schema.watchLine.parse(line))).toEqual(lines);
    const told = lines.flatMap((line) => (line.type === 'event' ? [line.event.fact.type] : []));
    expect(told).toEqual(['hostRolledBack', 'proofFailed', 'rolloutEnded']);
    expect(lines.at(-1)).toMatchObject({
      type: 'end',
      exitCode: 1,
      result: { state: 'failed', why: 'drbd: too slow' },
    });
    // A reader that saw the ending but lost the last line gets it again.
    const again = await all(client.watch(fakeRollout, 99));
    expect(again.filter((line) => line.type !== 'alive')).toEqual([lines.at(-1)]);
  });

  test('a controller that stops breaks its streams off, so that readers come back', async () => {
    const { client, recorder, stop } = await fakeApi();
    const event = await recorder.record('controller', { type: 'hostRemoved', host: alpha });
    setTimeout(() => stop.abort(), 50);
    const told: unknown[] = [];
    const reading = (async () => {
      for await (const line of client.follow({ after: 0 })) told.push(schema.eventLine.parse(line));
    })();
    await expect(reading).rejects.toMatchObject({ code: 'unreachable' });
    expect(told).toContainEqual({ type: 'event', event });
  });
});

const sample = (seconds: number, txBytes: number) => ({
  port: name('eth2'),
  atMs: seconds * 1000,
  txBytes,
  rxBytes: 0,
  txPackets: 0,
  rxPackets: 0,
  txDropped: 0,
  rxDropped: 0,
});
