import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { createFiles } from '../../packages/agent/src/kernel/files.ts';
import { startTextfile } from '../../packages/agent/src/metrics/textfile.ts';
import { createTrouble } from '../../packages/agent/src/metrics/trouble.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';

const top = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'bondctl-textfile-'));
afterAll(() => rmSync(top, { recursive: true }));

/** An agent that writes its file; `broken` is the act that fails. */
function writer(folder = mkdtempSync(join(top, 'exporter-')), name = 'bondctl.prom') {
  const clock = createFakeClock();
  const path = join(folder, name);
  const state = { broken: '', version: 1, change: (): void => undefined };
  const said: string[] = [];
  const labels: string[] = [];
  const files = createFiles({
    reached(label) {
      labels.push(label);
      if (label === state.broken) throw new Error(`${label} fails`);
    },
  });
  const start = () =>
    startTextfile({
      path,
      files,
      clock,
      page: () => Promise.resolve(`version ${state.version}\n`.repeat(500)),
      onChange: (listener) => {
        state.change = listener;
        return () => {
          state.change = () => undefined;
        };
      },
      trouble: createTrouble(
        (thrown) => said.push(String(thrown)),
        () => said.push('well again'),
      ),
    });
  /** The version that the file has, whole; undefined when there is none. */
  const version = (): number | undefined => {
    if (!existsSync(path)) return undefined;
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect([lines.length, new Set(lines).size]).toEqual([500, 1]);
    return Number(lines[0]?.split(' ')[1]);
  };
  const written = (expected: number) =>
    vi.waitFor(() => expect(version()).toBe(expected), { timeout: 10_000 });
  return { state, said, labels, clock, path, start, version, written };
}

test('the file is written at once, every 15 s, and soon after a change; who is no root can read it', async () => {
  const { state, clock, path, start, version, written, said } = writer();
  const end = start();
  await written(1);
  expect(statSync(path).mode & 0o777).toBe(0o644);
  state.version = 2;
  await clock.pass(14_999);
  expect(version()).toBe(1);
  await clock.pass(1);
  await written(2);
  await clock.pass(0);
  state.version = 3;
  for (const _ of Array(100)) state.change();
  await clock.pass(999);
  expect(version()).toBe(2);
  await clock.pass(1);
  await written(3);
  await end();
  expect([version(), said]).toEqual([undefined, []]);
});

test('after a stop the file is gone and stays away', async () => {
  const { state, clock, start, version, written } = writer();
  const end = start();
  await written(1);
  await end();
  state.change();
  await clock.pass(60_000);
  expect(version()).toBeUndefined();
});

test.each(['metrics/folder', 'metrics/write', 'metrics/write/rename'])(
  'whatever fails, the file is old or new and never half: %s',
  async (broken) => {
    const { state, clock, said, labels, start, version, written } = writer();
    const end = start();
    await written(1);
    await clock.pass(0);
    Object.assign(state, { broken, version: 2 });
    for (const tries of [1, 2, 3]) {
      await clock.pass(15_000);
      await vi.waitFor(() => expect(labels.filter((label) => label === broken)).toHaveLength(1 + tries));
      expect(version()).toBe(1);
    }
    expect(said).toEqual([`Error: ${broken} fails`]);
    state.broken = '';
    await clock.pass(15_000);
    await written(2);
    await vi.waitFor(() => expect(said.at(-1)).toBe('well again'));
    await end();
  },
);

test('what an agent that was killed left behind is overwritten by the next', async () => {
  const first = writer();
  first.start();
  await first.written(1);
  const next = writer(join(first.path, '..'));
  next.state.version = 7;
  const end = next.start();
  await next.written(7);
  await end();
  expect(next.version()).toBeUndefined();
});

test('a folder that is not there is named and not made', async () => {
  const folder = join(top, 'nobody', 'made-it');
  const { clock, said, start, written } = writer(folder);
  const end = start();
  await vi.waitFor(() =>
    expect(said).toEqual([expect.stringContaining(`There is no folder ${folder}; make it`)]),
  );
  expect(existsSync(folder)).toBe(false);
  mkdirSync(folder, { recursive: true });
  await clock.pass(15_000);
  await written(1);
  await end();
});
