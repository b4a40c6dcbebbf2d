import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { createFaults } from './faults.ts';
import type { Commands } from './ports.ts';
import { areLists, createStandingBatch } from './standing-batch.ts';

const faults = createFaults(undefined);
const options = { timeoutMs: 10_000 };

/** A program of one's own; what it does not answer is counted. */
function world() {
  let asked = 0;
  const usual: Commands = {
    run: () => {
      asked += 1;
      return Promise.resolve({ ending: { kind: 'code', code: 0 }, stdout: 'usual', stderr: '' });
    },
  };
  const commands = createStandingBatch(usual, faults);
  const ask = async (script: string, input: string, timeoutMs = 10_000) =>
    (await commands.run('b', [process.execPath, '-e', script], { timeoutMs, input })).stdout;
  return { commands, ask, asked: () => asked };
}

const children = (): readonly string[] =>
  readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter((pid) => pid !== '');
afterEach(() => {
  for (const pid of children()) if (isOurs(pid)) process.kill(Number(pid), 'SIGKILL');
});

function isOurs(pid: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('standing');
  } catch {
    return false;
  }
}

/** Answers each line with a list of who it is. */
const echo = `/* standing */ require('node:readline').createInterface({ input: process.stdin })
  .on('line', (line) => console.log(JSON.stringify([process.pid, line])))`;

test('one program answers batch after batch, each with its own lists', async () => {
  const { ask, asked } = world();
  const lists = async (input: string) =>
    (await ask(echo, input))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [number, string]);
  const first = await lists('one\ntwo\n');
  const second = await lists('three\nfour\n');
  expect([...first, ...second].map(([, line]) => line)).toEqual(['one', 'two', 'three', 'four']);
  expect(new Set([...first, ...second].map(([pid]) => pid)).size).toBe(1);
  expect(asked()).toBe(0);
});

test('what it does not answer because it ended is run as ever, and the next time another stands by', async () => {
  const { ask, asked } = world();
  const failing = `/* standing */ process.stdin.on('data', (text) =>
    String(text).startsWith('wrong') ? process.exit(1) : console.log('[1]'))`;
  expect(await ask(failing, 'right\n')).toBe('[1]\n');
  expect(await ask(failing, 'wrong\n')).toBe('usual');
  expect(await ask(failing, 'right\n')).toBe('[1]\n');
  expect(asked()).toBe(1);
});

test('a program that is not there, what has no input, and what comes while it is busy are run as ever', async () => {
  const { commands, ask, asked } = world();
  const missing = await commands.run('b', ['/nowhere/standing'], { ...options, input: 'a\n' });
  const plain = await commands.run('b', [process.execPath, '-e', echo], options);
  expect([missing.stdout, plain.stdout]).toEqual(['usual', 'usual']);
  const both = await Promise.all([ask(echo, 'a\n'), ask(echo, 'b\n')]);
  expect(both[0]).toContain('"a"');
  expect([both[1], asked()]).toEqual(['usual', 3]);
});

test('one that lives and answers nothing is not asked again', async () => {
  const { ask, asked } = world();
  const silent = `/* standing */ process.stdin.resume()`;
  expect(await ask(silent, 'a\n', 100)).toBe('usual');
  expect(await ask(echo, 'a\n')).toBe('usual');
  expect(asked()).toBe(2);
});

test.each([
  ['[1]\n[2]\n', 2, true],
  ['[1]\n[2]', 2, false],
  ['[1]\n', 2, false],
  ['[{"flags":["UP"]\n', 1, false],
  ['\n[{"flags":["UP"]\n}]\n', 1, true],
  ['', 1, false],
])('whether %j is %d lists: %s', (text, count, are) => {
  expect(areLists(text, count)).toBe(are);
});
