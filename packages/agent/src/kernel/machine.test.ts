import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCommands } from './commands.ts';
import { createFaults } from './faults.ts';
import { createFiles } from './files.ts';
import { createProcesses } from './processes.ts';

const faults = createFaults(undefined);
const node = (script: string) => [process.execPath, '-e', script] as const;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernel-'));
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

describe('files', () => {
  const files = createFiles(faults);

  test('a text is written whole, with its mode, and its folder is made on the way', async () => {
    const path = join(folder, 'deep/er/state.json');
    await files.writeAtomic('write', path, 'one');
    await files.writeAtomic('write', path, 'two', 0o640);
    expect(await files.read('read', path)).toBe('two');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
    expect(await files.list('list', join(folder, 'deep/er'))).toEqual(['state.json']);
  });

  test('a failure before the rename leaves the old text', async () => {
    const path = join(folder, 'kept');
    await files.writeAtomic('write', path, 'old');
    const failing = createFiles(createFaults('fail:write/rename'));
    await expect(failing.writeAtomic('write', path, 'new')).rejects.toThrow('write/rename');
    expect(await files.read('read', path)).toBe('old');
  });

  test('appended lines follow each other', async () => {
    const path = join(folder, 'journal');
    await files.append('append', path, 'a\n');
    await files.append('append', path, 'b\n');
    expect(await files.read('read', path)).toBe('a\nb\n');
  });

  test('what is not there is undefined, empty, or already removed', async () => {
    const path = join(folder, 'nowhere');
    expect(await files.read('read', path)).toBeUndefined();
    expect(await files.list('list', path)).toEqual([]);
    expect(await files.linkTargets('links', path)).toEqual([]);
    await files.remove('remove', path);
  });

  test('what cannot be read is no missing file', async () => {
    await expect(files.read('read', folder)).rejects.toThrow('EISDIR');
  });
});

describe('commands', () => {
  const commands = createCommands(faults);
  const run = (script: string, options: { timeoutMs?: number; input?: string } = {}) =>
    commands.run('run', node(script), { timeoutMs: 5000, ...options });

  test('output, exit code, input, and messages in plain English', async () => {
    const script =
      'process.stdin.pipe(process.stdout); process.stderr.write(process.env.LC_ALL); process.exitCode = 3';
    expect(await run(script, { input: 'in' })).toEqual({
      ending: { kind: 'code', code: 3 },
      stdout: 'in',
      stderr: 'C',
    });
  });

  test('a program that does not end is killed at its timeout', async () => {
    const result = await run('setInterval(() => {}, 1000)', { timeoutMs: 200 });
    expect(result.ending).toEqual({ kind: 'timeout' });
  });

  test('a program that does not exist and one that is killed', async () => {
    const missing = await commands.run('run', ['bondctl-no-such-program'], { timeoutMs: 1000 });
    expect(missing.ending).toEqual({ kind: 'notFound' });
    expect((await run('process.kill(process.pid, "SIGTERM")')).ending).toEqual({
      kind: 'signal',
      signal: 'SIGTERM',
    });
  });

  test('output without end is cut', async () => {
    const script =
      'const b = Buffer.alloc(1 << 20, 120); (function w() { while (process.stdout.write(b)); process.stdout.once("drain", w) })()';
    const result = await run(script, { timeoutMs: 20_000 });
    expect(result.ending.kind).toBe('signal');
    expect(result.stderr).toContain('bytes of output');
  });
});

describe('processes', () => {
  const processes = createProcesses(faults);

  test('complete lines arrive while it runs, whatever pieces they came in', async () => {
    const lines: string[] = [];
    const started = processes.start(
      'start',
      node('process.stdout.write("a\\nb"); setTimeout(() => process.stdout.write("c\\nd"), 50)'),
      { maxBytes: 1000 },
    );
    started.onLine((line) => lines.push(line));
    const ended = await started.ended;
    expect(lines).toEqual(['a', 'bc']);
    expect(ended).toMatchObject({ ending: { kind: 'code', code: 0 }, stdout: 'a\nbc\nd' });
  });

  test('a signal ends the whole group', async () => {
    const script =
      'const c = require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]); console.log(c.pid); setInterval(() => {}, 1000)';
    const started = processes.start('start', node(script), { maxBytes: 1000 });
    const grandchild = await new Promise<number>((resolve) =>
      started.onLine((line) => resolve(Number(line))),
    );
    started.signal('SIGKILL');
    expect((await started.ended).ending).toEqual({ kind: 'signal', signal: 'SIGKILL' });
    for (let tries = 0; tries < 100 && (await alive(grandchild)); tries++) await sleep(20);
    expect(await alive(grandchild)).toBe(false);
  });

  test('one that is killed takes along what it started', async () => {
    const from = JSON.stringify(new URL('./processes.ts', import.meta.url).href);
    const script = `import(${from}).then(({ createProcesses }) => { const started = createProcesses({ reached() {} }).start('start', ['sleep', '60'], { maxBytes: 10 }); console.log(started.pid); })`;
    const parent = processes.start('start', [process.execPath, '--import', 'tsx', '-e', script], {
      maxBytes: 10_000,
    });
    const child = await new Promise<number>((resolve) => parent.onLine((line) => resolve(Number(line))));
    expect(await alive(child)).toBe(true);
    process.kill(parent.pid, 'SIGKILL');
    await until(async () => !(await alive(child)));
  });

  test('output beyond its bound ends it', async () => {
    const script = 'setInterval(() => process.stdout.write("x".repeat(1000)), 1)';
    const started = processes.start('start', node(script), { maxBytes: 5000 });
    const ended = await started.ended;
    expect(ended.ending).toEqual({ kind: 'signal', signal: 'SIGKILL' });
    expect(ended.stdout).toHaveLength(5000);
    expect(processes.signalGroup('signal', started.pid, 'SIGTERM')).toBe(false);
  });

  test('a program that does not exist ends as such', async () => {
    const ended = await processes.start('start', ['bondctl-no-such-program'], { maxBytes: 10 }).ended;
    expect(ended.ending).toEqual({ kind: 'notFound' });
  });

  test.each([0, 1, -5, Number.NaN])('the group %d is never signalled', (pid) => {
    expect(processes.signalGroup('signal', pid, 'SIGKILL')).toBe(false);
  });
});

/** A zombie that nobody waits for is as good as gone. */
async function alive(pid: number): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return text !== '' && !/\) Z /.test(text);
}

describe('faults', () => {
  test('a label fails exactly when it is named', () => {
    const failing = createFaults('fail:tx/step-3');
    failing.reached('tx/step-30');
    failing.reached('tx/step');
    expect(() => failing.reached('tx/step-3')).toThrow('tx/step-3');
  });

  test('labels are traced in order, together with another fault', async () => {
    const path = join(folder, 'trace');
    const traced = createFaults(`trace:${path},fail:b`);
    traced.reached('a');
    expect(() => traced.reached('b')).toThrow();
    expect(await readFile(path, 'utf8')).toBe('a\nb\n');
  });

  test('a process stops itself at a label and goes on when it is told to', async () => {
    const script = `import(${JSON.stringify(new URL('./faults.ts', import.meta.url).href)}).then(({ createFaults }) => { const f = createFaults('stop:here'); console.log('before'); f.reached('here'); console.log('after'); })`;
    const processes = createProcesses(faults);
    const started = processes.start('start', [process.execPath, '--import', 'tsx', '-e', script], {
      maxBytes: 10_000,
    });
    const lines: string[] = [];
    started.onLine((line) => lines.push(line));
    await until(async () => /\) T /.test(await readFile(`/proc/${started.pid}/stat`, 'utf8')));
    expect(lines).toEqual(['before']);
    process.kill(started.pid, 'SIGCONT');
    await started.ended;
    expect(lines).toEqual(['before', 'after']);
  });

  test.each(['stop', 'crash:x', 'stop:'])('%j is refused', (text) => {
    expect(() => createFaults(text)).toThrow('BONDCTL_FAULT');
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await holds()) return;
    await sleep(20);
  }
  throw new Error('it did not happen within 8 s');
}
