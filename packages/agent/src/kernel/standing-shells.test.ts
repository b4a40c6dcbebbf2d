import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createCommands } from './commands.ts';
import { createFaults } from './faults.ts';
import type { CommandResult, Commands } from './ports.ts';
import { createStandingShells } from './standing-shells.ts';

const faults = createFaults(undefined);
const node = process.execPath;

/** Shells that start whatever is asked; what they do not run is counted. */
function world(
  programs: ReadonlySet<string> = new Set([node, 'printf', 'sh', 'bondctl-is-not-here', '/etc']),
) {
  let usual = 0;
  const counting: Commands = {
    run: (...given) => {
      usual += 1;
      return createCommands(faults).run(...given);
    },
  };
  const commands = createStandingShells(counting, faults, programs);
  const run = (argv: readonly [string, ...string[]], timeoutMs = 20_000, input?: string) =>
    commands.run('b', argv, input === undefined ? { timeoutMs } : { timeoutMs, input });
  return { run, usual: () => usual };
}

const standing = (): readonly number[] =>
  readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter((pid) => pid !== '' && commandOf(pid) === '/bin/sh\0')
    .map(Number);

function commandOf(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return undefined;
  }
}

afterEach(() => {
  for (const pid of standing()) process.kill(pid, 'SIGKILL');
});

const ok = (stdout: string, stderr = ''): CommandResult => ({
  ending: { kind: 'code', code: 0 },
  stdout,
  stderr,
});

test('one shell starts program after program, and what means something to a shell reaches them as it is', async () => {
  const { run, usual } = world();
  const hostile = ["it's", '$(id)', '`id`', '; exit 3', '*', '\\', '"', '', 'two\nlines', '>x', '&'];
  for (const word of hostile) expect(await run(['printf', '%s|', word, 'end'])).toEqual(ok(`${word}|end|`));
  expect([standing().length, usual()]).toEqual([1, 0]);
});

test('both outputs, the code and a program that reads come through', async () => {
  const { run } = world();
  const said = await run(['sh', '-c', 'echo out; echo err >&2; exit 7']);
  expect(said).toEqual({ ending: { kind: 'code', code: 7 }, stdout: 'out\n', stderr: 'err\n' });
  expect(await run(['sh', '-c', 'read line || echo nothing to read'])).toEqual(ok('nothing to read\n'));
  expect((await run([node, '-e', 'process.stdout.write("x".repeat(3e6))'])).stdout).toHaveLength(3e6);
});

test.each<[string, readonly [string, ...string[]], CommandResult['ending']]>([
  ['is not there', ['bondctl-is-not-here'], { kind: 'notFound' }],
  ['may not be run', ['/etc'], { kind: 'code', code: 126 }],
  ['was ended by a signal', ['sh', '-c', 'kill -TERM $$'], { kind: 'signal', signal: 'SIGTERM' }],
  ['says 127 itself', ['sh', '-c', 'exit 127'], { kind: 'code', code: 127 }],
])('a program that %s is told as ever', async (_what, argv, ending) => {
  const { run, usual } = world();
  const [said, ever] = [await run(argv), await createCommands(faults).run('b', argv, { timeoutMs: 20_000 })];
  expect([said.ending, usual()]).toEqual([ending, 0]);
  expect(ever.ending).toEqual(ending);
});

describe('what ends', () => {
  test('a program that takes too long goes with its shell, and the next finds another', async () => {
    const { run } = world();
    const argv = ['sh', '-c', 'echo begun; echo $$; exec sleep 100'] as const;
    const { ending, stdout } = await run(argv, 1000);
    expect([ending, stdout.startsWith('begun')]).toEqual([{ kind: 'timeout' }, true]);
    const pid = stdout.split('\n')[1] ?? '';
    await expect.poll(() => commandOf(pid) ?? '', { timeout: 5000 }).toBe('');
    expect(await run(['printf', 'on'])).toEqual(ok('on'));
  });

  test('a program that says too much is ended', async () => {
    const { run } = world();
    const { ending, stderr } = await run([node, '-e', 'setInterval(() => console.log("x".repeat(1e6)), 0)']);
    expect([ending, stderr]).toEqual([
      { kind: 'signal', signal: 'SIGKILL' },
      'more than 16777216 bytes of output',
    ]);
  });

  test('a shell that is ended: its program counts as killed, and is not run again', async () => {
    const { run, usual } = world();
    const asked = run(['sh', '-c', 'exec sleep 100']);
    await expect.poll(() => standing().length, { timeout: 5000 }).toBe(1);
    await sleep(200);
    for (const pid of standing()) process.kill(-pid, 'SIGKILL');
    expect([(await asked).ending, usual()]).toEqual([{ kind: 'signal', signal: 'SIGKILL' }, 0]);
    expect(await run(['printf', 'on'])).toEqual(ok('on'));
  });
});

test('programs at the same time have a shell each; beyond eight, and with input, they are run as ever', async () => {
  const { run, usual } = world();
  const slow = (word: string) => run(['sh', '-c', `sleep 0.5; printf ${word}`]);
  const words = Array.from({ length: 10 }, (_, at) => `w${at}`);
  expect((await Promise.all(words.map(slow))).map(({ stdout }) => stdout)).toEqual(words);
  expect([standing().length, usual()]).toEqual([8, 2]);
  expect(await run(['sh', '-c', 'cat'], 20_000, 'input')).toEqual(ok('input'));
  expect(usual()).toBe(3);
});

test('only programs that leave nothing behind', async () => {
  const { run, usual } = world(new Set());
  expect(await run(['printf', 'as ever'])).toEqual(ok('as ever'));
  expect([standing().length, usual()]).toEqual([0, 1]);
});
