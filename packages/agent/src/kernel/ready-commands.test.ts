import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { createCommands } from './commands.ts';
import { createFaults } from './faults.ts';
import type { Clock, ReadyCommands } from './ports.ts';
import { createReadyCommands } from './ready-commands.ts';

const faults = createFaults(undefined);
const options = { timeoutMs: 10_000 };
let rings: (() => void)[] = [];
const clock: Clock = {
  monotonicMs: () => 0,
  unixMs: () => 0,
  after: (_ms, ring) => {
    rings.push(ring);
    return () => {
      rings = rings.filter((one) => one !== ring);
    };
  },
};
let opened: ReadyCommands[] = [];
const open = (): ReadyCommands => {
  const commands = createReadyCommands(createCommands(faults), faults, clock);
  opened.push(commands);
  return commands;
};
afterEach(() => {
  for (const commands of opened) commands.dismiss();
  [opened, rings] = [[], []];
});

/** Who started the program: node, or what waited. */
const starter = ['sh', '-c', 'cat "/proc/$PPID/comm"'] as const;
const startedBy = async (commands: ReadyCommands) =>
  (await commands.run('r', starter, options)).stdout.trim();
const waitingNow = (program: string): number => {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  const lines = children.filter((pid) => pid !== '').map((pid) => cmdline(pid));
  return lines.filter((line) => line === `xargs -0 -r ${program} `).length;
};

function cmdline(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return 'gone';
  }
}

async function untilNoneWaits(program: string): Promise<void> {
  for (let tries = 0; waitingNow(program) > 0 && tries < 500; tries += 1) await sleep(10);
  expect(waitingNow(program)).toBe(0);
}

test('what was made ready starts the program, and what was not is run as ever', async () => {
  const commands = open();
  expect(await startedBy(commands)).not.toBe('xargs');
  commands.prepare('p', 'sh');
  for (let nth = 0; nth < 3; nth += 1) expect(await startedBy(commands)).toBe('xargs');
  expect(await startedBy(commands)).not.toBe('xargs');
  commands.prepare('p', 'true');
  expect(await startedBy(commands)).not.toBe('xargs');
});

test('arguments arrive as they are, and both outputs with how the program ended', async () => {
  const commands = open();
  commands.prepare('p', 'sh');
  const argv = ['sh', '-c', 'printf "%s|" "$@"; echo no >&2; exit 2', 'sh', 'a b', '', `'"\\\n`] as const;
  const result = await commands.run('r', argv, options);
  expect(result).toEqual({
    ending: { kind: 'code', code: 1 },
    stdout: `a b||'"\\\n|`,
    stderr: 'no\n',
  });
});

test('a program that is not there is not found', async () => {
  const commands = open();
  commands.prepare('p', 'no-such-program');
  const { ending } = await commands.run('r', ['no-such-program', 'x'], options);
  expect(ending).toEqual({ kind: 'notFound' });
});

test('a program that takes too long is ended with what started it', async () => {
  const commands = open();
  commands.prepare('p', 'sleep');
  const { ending } = await commands.run('r', ['sleep', '61'], { timeoutMs: 100 });
  // Its outputs are closed, so nobody who had them lives.
  expect(ending).toEqual({ kind: 'timeout' });
});

test('no more than three wait, and what nobody wanted ends without running its program', async () => {
  const commands = open();
  commands.prepare('p', 'cat');
  commands.prepare('p', 'cat');
  for (let tries = 0; waitingNow('cat') < 3 && tries < 500; tries += 1) await sleep(10);
  expect(waitingNow('cat')).toBe(3);
  for (const ring of rings) ring();
  await untilNoneWaits('cat');
});
