import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { runMachine } from '@bondctl/lab/machine';
import { expect, test } from 'vitest';
import { processesOf } from './lab-process.ts';

const runFolders = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`bondctl-lab-${process.pid}-`));

test('a machine that cannot be set up breaks the run, says which line failed, and leaves nothing behind', async () => {
  const request = {
    nics: 1,
    setup: ['echo this is the setup', 'cat /no/such/file'],
    command: ['true'],
    slot: 0,
  };
  const { code, ...end } = await runMachine({ ...request, timeoutMs: 90_000 });
  expect({ code, why: 'why' in end ? end.why : end.kind }).toMatchObject({
    code: 125,
    why: expect.stringMatching(/this is the setup\ncat: \/no\/such\/file: No such file or directory/),
  });
  expect(runFolders()).toEqual([]);
  expect(processesOf(`bondctl-lab-${process.pid}-`)).toEqual([]);
}, 120_000);
