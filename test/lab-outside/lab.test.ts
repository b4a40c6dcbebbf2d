import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  lab,
  launcher,
  ownRepository,
  ownTemporary,
  processesOf,
  type Running,
  startLab,
  traces,
  until,
} from './lab-process.ts';

const temporary = ownTemporary();
chmodSync(temporary, 0o711);
const own = { TMPDIR: temporary, PWD: ownRepository(temporary) };
afterAll(() => rmSync(temporary, { recursive: true }));

const sayAndSleep = ['--', 'sh', '-c', 'echo "id=$LAB_ID ready"; sleep 100'];

/** Runs until the command inside has said the id of its run. */
async function started(args: readonly string[]): Promise<{ running: Running; id: string }> {
  const running = startLab(args, own);
  const [, id = ''] = /id=(\S+) ready/.exec(await running.saidBy('ready')) ?? [];
  expect(id).toMatch(/^lab_[0-9a-f]{12}$/);
  expect(processesOf(id)).not.toEqual([]);
  return { running, id };
}

describe('what comes back', { timeout: 60_000 }, () => {
  test('the exit code', async () => {
    expect((await lab(['--hosts', '2', '--nics', '2', '--', 'sh', '-c', 'exit 7'], own)).code).toBe(7);
  });

  test('stdout and stderr, byte for byte, however slowly the guest prints', async () => {
    const script =
      'head -c 2000000 /dev/urandom >/tmp/bytes; sha256sum </tmp/bytes >&2; cat /tmp/bytes; printf "a\\r\\n\\tb" >&2';
    const { code, stdout, stderr } = await lab(['--', 'sh', '-c', script], own);
    const sum = createHash('sha256').update(stdout).digest('hex');
    expect({ code, size: stdout.length, stderr }).toEqual({
      code: 0,
      size: 2_000_000,
      stderr: `${sum}  -\na\r\n\tb`,
    });
  });

  test('what the command wrote into $LAB_OUT, and the variables it was given', async () => {
    const out = join(temporary, 'kept');
    await lab(
      ['--out', out, '--env', 'GREETING=good day', '--', 'sh', '-c', 'echo "$GREETING" >"$LAB_OUT/greeting"'],
      own,
    );
    expect(readFileSync(join(out, 'greeting'), 'utf8')).toBe('good day\n');
    rmSync(out, { recursive: true });
  });

  test('arguments exactly as they were given', async () => {
    const odd = ["it's", 'a  b', '$HOME', '"', '\\n', '*', ''];
    const { stdout } = await lab(['--', 'printf', '<%s>', ...odd], own);
    expect(stdout.toString()).toBe(odd.map((word) => `<${word}>`).join(''));
  });
});

describe('a lab on the running kernel, which is a guest’s', { timeout: 120_000 }, () => {
  test('gives output and exit code, has hosts, and hides its own processes', async () => {
    const inner =
      'lab exec gamma -- hostname; echo err >/dev/stderr; lab exec beta -- ip -br addr show mgmt0; set -- /proc/[0-9]*; echo $#; exit 5';
    const args = ['--backend', 'netns', '--hosts', '3', '--', 'sh', '-c', inner];
    const { code, stdout, stderr } = await lab(
      ['--mem', '2G', '--', process.execPath, ...launcher, ...args],
      own,
    );
    const [first, second, processes] = stdout.toString().split('\n');
    expect({ code, first, stderr }).toEqual({ code: 5, first: 'gamma', stderr: 'err\n' });
    expect(second).toMatch(/ 10\.99\.0\.3\/16/);
    expect(Number(processes)).toBeLessThan(30);
  });
});

describe('how a run ends early, and what it leaves', { timeout: 90_000 }, () => {
  let before: ReturnType<typeof traces>;
  beforeEach(() => {
    before = traces(temporary);
  });

  test('the time limit: 124', async () => {
    const { running, id } = await started(['--timeout', '20', ...sayAndSleep]);
    expect(await running.left).toMatchObject({
      code: 124,
      stderr: 'lab: the command was still running after 20 s\n',
    });
    expect(processesOf(id)).toEqual([]);
    expect(traces(temporary)).toEqual(before);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s: %d', async (signal, code) => {
    const { running, id } = await started(sayAndSleep);
    process.kill(running.pid, signal);
    expect((await running.left).code).toBe(code);
    expect(processesOf(id)).toEqual([]);
    expect(traces(temporary)).toEqual(before);
  });

  test('kill -9 of the launcher, and one more run', async () => {
    const { running, id } = await started(sayAndSleep);
    process.kill(running.pid, 'SIGKILL');
    await running.left;
    await until(() => processesOf(id).length === 0, `still there: ${processesOf(id).join('\n')}`);
    expect((await lab(['--', 'true'], own)).code).toBe(0);
    expect(traces(temporary)).toEqual(before);
  });

  test('a guest that cannot start: 125, with what it said last', async () => {
    const { code, stderr } = await lab(['--backend', 'uml', '--mem', '20M', '--', 'true'], own);
    expect(code).toBe(125);
    expect(stderr).toContain('lab: the lab broke');
    expect(traces(temporary)).toEqual(before);
  });
});

describe('what it refuses', { timeout: 60_000 }, () => {
  // With the driver in this very kernel `auto` needs no guest, so there is nothing to refuse.
  const choices = existsSync('/sys/module/bonding') ? ['uml'] : ['uml', 'auto'];
  test.each(choices)(
    'a machine without a kernel for --backend %s: 77, also in CI, and the package',
    async (choice) => {
      const path = join(temporary, 'bin');
      mkdirSync(path);
      for (const name of ['unshare', 'mount']) symlinkSync(`/usr/bin/${name}`, join(path, name));
      const { code, stderr } = await lab(['--backend', choice, '--', 'true'], {
        ...own,
        PATH: path,
        CI: 'true',
      });
      rmSync(path, { recursive: true });
      expect(code).toBe(77);
      expect(stderr).toMatch(
        /^lab: .*linux\.uml is not installed: install the Debian package user-mode-linux\n$/,
      );
    },
  );

  test('a topology that cannot be built: 2, every mistake at once', async () => {
    const file = join(temporary, 'topology.json');
    const cable = { a: { host: 'alpha', nic: 'eth1' }, b: { host: 'nobody', nic: 'eth1' } };
    writeFileSync(file, JSON.stringify({ hosts: [{ name: 'Alpha!', nics: [] }], cables: [cable] }));
    const { code, stderr } = await lab(['--topology', file, '--', 'true'], own);
    rmSync(file);
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(3);
  });

  test.each([[['--hosts', '0', '--', 'true']], [['--mem', 'much', '--', 'true']], [[]]])(
    '%j: 2',
    async (args) => {
      expect((await lab(args, own)).code).toBe(2);
    },
  );
});

describe.runIf(process.getuid?.() === 0)(
  'a guest that tries to write on this machine',
  { timeout: 60_000 },
  () => {
    test('can write its share and nothing else', async () => {
      const target = join(temporary, 'target');
      writeFileSync(target, 'untouched', { mode: 0o666 });
      chmodSync(target, 0o666);
      const attempts = [
        `echo x >${target}`,
        'mount -t hostfs none /mnt -o /',
        'mount -o remount,rw /mnt',
        `echo x >/mnt${target}; rm -f /mnt${target}; chmod 0 /mnt${target}; touch /mnt${temporary}/new`,
        'touch /mnt/tmp/lab-was-here /mnt/dev/shm/lab-was-here /mnt/root/lab-was-here',
        `mount -t hostfs none /opt -o /../..${temporary}; touch /opt/new`,
        'echo x >/mnt$LAB/job/hosts; touch /mnt$LAB/new; echo fine >/mnt$LAB_OUT/share',
      ];
      const out = join(temporary, 'kept');
      const { code, stderr } = await lab(
        ['--backend', 'uml', '--out', out, '--', 'sh', '-c', `${attempts.join('\n')}\nexit 0`],
        own,
      );
      expect(code, stderr).toBe(0);
      expect(stderr).toContain('Read-only file system');
      expect(readFileSync(target, 'utf8')).toBe('untouched');
      expect(readFileSync(join(out, 'share'), 'utf8')).toBe('fine\n');
      for (const place of ['/tmp', '/dev/shm', '/root'])
        expect(existsSync(join(place, 'lab-was-here'))).toBe(false);
      expect(existsSync(join(temporary, 'new'))).toBe(false);
    });
  },
);
