import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LabTests, runLabTests } from '@bondctl/lab/test-runner';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'lab-runner-'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = {
  'mixed.lab.ts': `// lab: --hosts 1 --nics 0
import { describe, test } from 'node:test';
import { host } from '@bondctl/lab/inside/host';
test('passes', async () => { await host('alpha').must(['true']); });
test('fails', () => { throw new Error('as it should'); });
test('skips', { skip: 'for a reason' }, () => undefined);
describe('inside', () => { test('passes too', () => undefined); });
setInterval(() => undefined, 1000);
`,
  'dies.lab.ts': `// lab: --hosts 1 --nics 0
import { test } from 'node:test';
test('passes', () => undefined);
test('dies', async () => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  process.kill(process.pid, 'SIGKILL');
});
`,
  'leaves.lab.ts': `// lab: --hosts 1 --nics 0 exclusive
import { test } from 'node:test';
test('ends the process as if all were well', () => { process.exit(0); });
test('is never reached', () => undefined);
`,
  'empty.lab.ts': '// lab: --hosts 1 --nics 0\nexport {};\n',
  'no-header.lab.ts': "import { test } from 'node:test';\ntest('never runs', () => undefined);\n",
  'bad-header.lab.ts': '// lab: --hosts many\nexport {};\n',
};

describe('a run of lab test files', { timeout: 240_000 }, () => {
  let found: LabTests;
  const said: string[] = [];

  beforeAll(async () => {
    // Inside the repository's reach, so that a test's imports are found.
    const paths = Object.entries(files).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(
        path,
        text
          .replaceAll(
            '@bondctl/lab/inside/',
            `${join(import.meta.dirname, '../../packages/lab/src/inside')}/`,
          )
          .replaceAll("/host'", "/host.ts'"),
      );
      return path;
    });
    found = await runLabTests(paths, {
      repository: folder,
      processors: 2,
      guestsPerProcessor: 1,
      say: (line) => said.push(line),
    });
  }, 240_000);

  const failure = (file: string): string => found.failures.filter((text) => text.includes(file)).join('\n');

  test('counts tests, not suites', () => {
    expect({ ...found, failures: found.failures.length > 0 }).toMatchObject({
      passed: 3,
      skipped: 1,
      failed: 6,
    });
  });

  test('says each test while it runs, and why one was skipped', () => {
    expect(said).toContainEqual(expect.stringMatching(/^mixed\.lab\.ts: passed {2}inside › passes too/));
    expect(said).toContainEqual('mixed.lab.ts: skipped skips: for a reason');
  });

  test.each([
    ['mixed.lab.ts', /fails\nError: as it should/],
    ['dies.lab.ts', /the run ended early: exited, code 137/],
    ['leaves.lab.ts', /the run ended early|the file has no tests/],
    ['empty.lab.ts', /the file has no tests/],
    ['no-header.lab.ts', /has no line "\/\/ lab: OPTIONS"/],
    ['bad-header.lab.ts', /'many' is invalid/],
  ])('%s fails by name', (file, words) => {
    expect(failure(file)).toMatch(words);
  });
});
