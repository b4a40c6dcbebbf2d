import type { BondState } from '@bondctl/proto/model/bond';
import type { HostReport } from '@bondctl/proto/model/host';
import { expect, test } from 'vitest';
import { createFakeClock } from '../../../../test/fakes/fake-clock.ts';
import { bond, bondReport, lacpBond, port } from '../../../../test/fakes/fake-report.ts';
import type { Commands, Files } from '../kernel/ports.ts';
import { dailyLines } from './daily.ts';
import { startDailyLog } from './daily-log.ts';

const noon = Date.UTC(2026, 10, 23, 12);
const dayMs = 86_400_000;
const failed = (...counts: readonly number[]): BondState =>
  bond({ ports: counts.map((linkFailureCount, nth) => port(`eth${nth + 2}`, { linkFailureCount })) });
const lineOf = (report: HostReport): string => dailyLines(report, undefined, noon).lines[0] ?? '';

test('a line has every word of the day, in an order that stays', () => {
  expect(lineOf(bondReport([failed(1, 2)]))).toMatch(
    /^daily bond=sync0 mode=[\w-]+ mii=up ports=2\/2 failures=3 new_failures=unknown active=\S+ lacp=none speeds=\S+ mtu=9000 drift=none$/,
  );
});

test.each([
  ['ok', lacpBond(2, '02:00:00:00:00:09')],
  ['alone', lacpBond(2, '00:00:00:00:00:00')],
])('LACP is %s', (word, one) => {
  expect(lineOf(bondReport([one]))).toContain(` lacp=${word} `);
});

test('a day later the change is what the kernel counted since; a port that joined anew counts from 0', () => {
  const { told } = dailyLines(bondReport([failed(1, 5)]), undefined, noon);
  const [line] = dailyLines(bondReport([failed(4, 2)]), told, noon + dayMs).lines;
  expect(line).toContain('failures=6 new_failures=5 ');
});

/** A host whose files are in memory, and what was logged on it. */
function host(isLoggerThere: boolean) {
  const kept = new Map<string, string>();
  const logged: string[] = [];
  const said: string[] = [];
  const files = {
    read: async (_label: string, path: string) => kept.get(path),
    writeAtomic: async (_label: string, path: string, text: string) => void kept.set(path, text),
  } as unknown as Files;
  const commands: Commands = {
    run: async (_label, argv) => {
      if (isLoggerThere) logged.push(argv.at(-1) ?? '');
      const ending = isLoggerThere ? ({ kind: 'code', code: 0 } as const) : ({ kind: 'notFound' } as const);
      return { ending, stdout: '', stderr: '' };
    },
  };
  const clock = { ...createFakeClock(), unixMs: () => now };
  let now = noon;
  let report = bondReport([failed(1, 2)]);
  const parts = {
    ...{ files, commands, clock, dailyFile: '/var/lib/bondctl-agent/daily.json' },
    latest: () => report,
    onLine: (line: string) => void said.push(line),
    onFailure: (thrown: unknown) => void said.push(String(thrown)),
  };
  const later = (next: HostReport) => {
    now += dayMs;
    report = next;
  };
  return { kept, logged, said, parts, later };
}

const quiet = () => new Promise<void>((resolve) => setImmediate(resolve));

test('it is written once a day, also over a restart of the agent', async () => {
  const { logged, parts, later } = host(true);
  for (let start = 0; start < 2; start += 1) {
    startDailyLog(parts)();
    await quiet();
  }
  expect(logged).toHaveLength(1);
  later(bondReport([failed(1, 3)]));
  startDailyLog(parts)();
  await quiet();
  expect(logged[1]).toContain('failures=4 new_failures=1 ');
});

test('without logger it goes to the log of the agent, and a damaged file is like none', async () => {
  const { kept, logged, said, parts } = host(false);
  kept.set(parts.dailyFile, '{"day":');
  startDailyLog(parts)();
  await quiet();
  expect(logged).toEqual([]);
  expect(said).toEqual([expect.stringContaining('new_failures=unknown')]);
});
