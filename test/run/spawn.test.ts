import { expect, test } from 'vitest';
import { runToEnd } from './spawn.ts';

const node = (script: string) => [process.execPath, '-e', script] as const;

test('exit code and both streams come back', async () => {
  const ended = await runToEnd(node('console.log("out"); console.error("err"); process.exit(7)'), {
    timeoutMs: 9000,
  });
  expect(ended.code).toBe(7);
  expect(ended.output).toContain('out');
  expect(ended.output).toContain('err');
});

test('a program that does not end is killed, and the output says so', async () => {
  const ended = await runToEnd(node('setInterval(() => {}, 1000)'), { timeoutMs: 100 });
  expect(ended).toEqual({ code: 137, output: expect.stringContaining('longer than 100 ms') });
});

test('a program that is not there is exit code 127, by name', async () => {
  const ended = await runToEnd(['no-such-program-here'], { timeoutMs: 1000 });
  expect(ended).toEqual({ code: 127, output: expect.stringContaining('no-such-program-here') });
});
