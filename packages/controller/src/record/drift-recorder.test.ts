import type { Drift } from '@bondctl/proto/model/host';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alpha, beta } from '../../../../test/fakes/fake-parts.ts';
import { name } from '../../../../test/fakes/fake-report.ts';
import { openStore } from '../store/sql.ts';
import { sqliteDialect } from '../store/sqlite.ts';
import { driftFacts, type Standing, standingAfter } from './drift-facts.ts';
import { createDriftRecorder } from './drift-recorder.ts';
import { createRecorder } from './recorder.ts';

const drift = (found: string, bond = 'sync0'): Drift => ({
  bond: name(bond),
  differences: [{ path: `${bond}.mtu`, wanted: '9000', found }],
  sinceUnixMs: 7,
});

async function world() {
  const store = await openStore(await sqliteDialect(':memory:'));
  let nowUnixMs = 100;
  const recorder = createRecorder(store.events, () => nowUnixMs++);
  const failures: unknown[] = [];
  const start = () => createDriftRecorder({ recorder, onError: (thrown) => failures.push(thrown) });
  const told = async () =>
    (await recorder.list({ limit: 100 })).map(({ fact, actor }) =>
      fact.type === 'driftSeen'
        ? `${actor} ${fact.bond} ${fact.differences.map((one) => one.found).join()}`
        : `${actor} ${fact.type}`,
    );
  return { recorder, start, told, failures };
}

describe('drift that hosts report', () => {
  test('is a fact when it begins, when it becomes another, and when it ends, each once', async () => {
    const { start, told, failures } = await world();
    const recorder = await start();
    for (const list of [[], [drift('1500')], [drift('1500')], [drift('1400')], [], []]) {
      recorder.take(alpha, { drift: list });
      await recorder.settled();
    }
    expect(await told()).toEqual([
      'agent:alpha sync0 1500',
      'agent:alpha sync0 1400',
      'agent:alpha driftEnded',
    ]);
    expect(failures).toEqual([]);
  });

  test('is not recorded again by a controller that was started again, nor when an agent was', async () => {
    const { start, told } = await world();
    const first = await start();
    first.take(alpha, { drift: [drift('1500')] });
    first.take(beta, { drift: [drift('1500')] });
    await first.settled();
    const second = await start();
    second.take(alpha, { drift: [{ ...drift('1500'), sinceUnixMs: 99 }] });
    second.take(beta, { drift: [] });
    await second.settled();
    expect((await told()).slice(2)).toEqual(['agent:beta driftEnded']);
    expect(second.standing()).toMatchObject([{ host: 'alpha', bond: 'sync0', sinceUnixMs: 100 }]);
  });

  test('that could not be recorded is told, and taken from the next report', async () => {
    const { start, recorder, told, failures } = await world();
    const drifts = await createDriftRecorder({
      recorder: { list: recorder.list, record: () => Promise.reject(new Error('the disk is full')) },
      onError: (thrown) => failures.push(thrown),
    });
    drifts.take(alpha, { drift: [drift('1500')] });
    await drifts.settled();
    expect([failures.length, drifts.standing()]).toEqual([1, []]);
    const next = await start();
    next.take(alpha, { drift: [drift('1500')] });
    await next.settled();
    expect(await told()).toHaveLength(1);
  });
});

test('after its facts a report stands as it was told, and telling it again is no news', () => {
  const reports = fc.array(
    fc.tuple(
      fc.constantFrom(alpha, beta),
      fc.uniqueArray(fc.record({ bond: fc.constantFrom('a', 'b', 'c'), found: fc.constantFrom('1', '2') }), {
        selector: (one) => one.bond,
      }),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(reports, (all) => {
      let standing: readonly Standing[] = [];
      for (const [host, bonds] of all) {
        const list = bonds.map(({ bond, found }) => drift(found, bond));
        for (const fact of driftFacts(standing, host, list))
          standing = standingAfter(standing, { id: 1, atUnixMs: 1, actor: '', fact });
        const now = standing.filter((one) => one.host === host).map((one) => one.bond);
        expect([...now].sort()).toEqual(bonds.map(({ bond }) => bond).sort());
        expect(driftFacts(standing, host, list)).toEqual([]);
      }
    }),
  );
});
