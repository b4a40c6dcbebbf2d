import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMachine } from '@bondctl/lab/machine';
import type { LabResult } from '@bondctl/lab/run';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../run/places.ts';
import { bundled, written } from './inside-machine.ts';
import { ifupdownLayer } from './layer.ts';
import type { FirstBoot, SecondBoot, ThirdBoot } from './machine/facts.ts';

const kept = mkdtempSync(join(tmpdir(), 'boot-guard-'));
afterAll(() => rmSync(kept, { recursive: true }));

const interfaces = [
  'auto sync0',
  'iface sync0 inet static',
  '  address 10.9.0.1/24',
  '  bond-slaves eth1 eth2',
  '  bond-mode active-backup',
  '  bond-miimon 100',
  '  bond-primary eth1',
];

/** The packaged unit with another program: its sandbox is what is to be tried. It must not come back by itself. */
const dropIn = [
  '[Unit]',
  'ConditionPathExists=',
  '[Service]',
  'ExecStart=',
  'ExecStart=/usr/bin/node --max-old-space-size=64 /usr/local/lib/lab/drive.mjs /var/lib/bondctl-agent/orders.json /var/lib/bondctl-agent/outcomes.jsonl',
  'Restart=no',
];

function setup(): string[] {
  const deb = readdirSync(join(root, 'dist')).find((file) => /^bondctl-agent_.*\.deb$/.test(file));
  return [
    // The units of the package start Debian's node.
    `[ -e /usr/bin/node ] || ln -s ${process.execPath} /usr/bin/node`,
    `dpkg --force-depends --install ${join(root, 'dist', deb ?? 'bondctl-agent.deb')}`,
    // Hooks of other programs on this computer are slow and none of our business.
    'find /etc/network/if-*.d -type f ! -name ifenslave -delete',
    'ln -s /lib/systemd/system/networking.service /etc/systemd/system/multi-user.target.wants/',
    ...written('/etc/network/interfaces', interfaces),
    ...written('/etc/systemd/system/bondctl-agent.service.d/lab.conf', dropIn),
  ];
}

const programs = () =>
  bundled({
    inside: join(import.meta.dirname, 'machine/inside.ts'),
    drive: join(import.meta.dirname, 'machine/drive.ts'),
  });

const activeBackup = 'fault-tolerance (active-backup)';
const roundRobin = 'load balancing (round-robin)';
const modeOf = (text: string | null): string | undefined => /^Bonding Mode: (.*)$/m.exec(text ?? '')?.[1];

const facts = <T>(number: 1 | 2 | 3): T =>
  JSON.parse(readFileSync(join(kept, `boot-${number}.json`), 'utf8')) as T;

describe('a host with systemd whose bond is in a file of ifupdown', () => {
  let result: LabResult;
  let [first, second, third] = [{} as FirstBoot, {} as SecondBoot, {} as ThirdBoot];

  beforeAll(async () => {
    result = await runMachine({
      nics: 4,
      layers: [ifupdownLayer()],
      setup: setup(),
      command: ['sh', '-c', 'exec node --enable-source-maps "$LAB/job/inside.mjs"'],
      files: await programs(),
      cwd: '/',
      outDir: kept,
      timeoutMs: 280_000,
    });
    const said = Buffer.concat([result.stdout, result.stderr]).toString();
    expect(result.code, `${'why' in result ? result.why : result.kind}\n${said}`).toBe(0);
    [first, second, third] = [facts<FirstBoot>(1), facts<SecondBoot>(2), facts<ThirdBoot>(3)];
  }, 290_000);

  test('before the reboot the change is in force, and the timer is armed from inside the sandbox of the packaged unit', () => {
    const { before, waiting, timer } = first.change;
    expect([modeOf(before.sync0), modeOf(before.store0)]).toEqual([activeBackup, roundRobin]);
    expect([modeOf(waiting.sync0), modeOf(waiting.store0)]).toEqual([roundRobin, activeBackup]);
    expect(timer).toBe('active');
  });

  test('a change that is called off takes its timer and its child with it', () => {
    expect(first.calledOff).toEqual({ timer: 'inactive', children: [] });
  });

  test('systemctl reboot while a change waits for its confirmation: the guard is done before networking starts', () => {
    const { guard, networking } = second;
    expect([guard.result, networking.result]).toEqual(['success', 'success']);
    expect(guard.startedUs).toBeGreaterThan(0);
    expect(guard.endedUs).toBeGreaterThan(guard.startedUs);
    expect(networking.startedUs).toBeGreaterThanOrEqual(guard.endedUs);
  });

  // Word for word, the counters of link failures too: every port has joined anew, and they begin at 0.
  test('after the reboot /proc/net/bonding is what it was: ifupdown made its bond, the guard the one that is in no file', () => {
    expect(second.found).toEqual(first.change.before);
  });

  test('the journal ends rolled back with a sentence about the reboot, which the guard says too', () => {
    const last = second.journal.at(-1);
    expect(last).toMatchObject({ label: 'boot:rolledBack', phase: 'rolledBack' });
    expect(last?.why).toBe(
      'the host was rebooted before it was confirmed; the boot guard brings back what no configuration file describes: store0',
    );
    expect(second.guard.log).toContain(`is rolled back: ${last?.why}.`);
    const guarded = second.journal.filter(({ label }) => label.startsWith('boot:')).map(({ label }) => label);
    expect(guarded[0]).toBe('boot:attempt');
    expect(guarded.join(' ')).not.toMatch(/removePort|deleteBond|setMode/);
  });

  test('kill -9 of the agent and its child while a change waits: the timer brings the old state back', () => {
    const { change, killed, after } = second;
    expect(killed).toHaveLength(2);
    expect([modeOf(change.waiting.sync0), change.timer]).toEqual([roundRobin, 'active']);
    expect(after.bonds).toEqual(change.before);
    const last = after.journal.at(-1);
    expect(last).toMatchObject({ phase: 'rolledBack', why: 'the agent died before it was confirmed' });
    expect(killed).not.toContain(last?.pid);
    expect(after.log).toContain(`[${last?.pid}]`);
    // Not before the deadline and its ten seconds; how long after, a busy machine decides.
    expect(after.ms).toBeGreaterThan(30_000);
  });

  test('a further reboot leaves everything alone', () => {
    const { guard, found, journals } = third;
    expect(guard).toMatchObject({
      result: 'success',
      log: expect.stringContaining('No earlier boot left a change'),
    });
    expect(found).toEqual({ sync0: first.change.before.sync0, store0: null });
    expect(journals).toEqual([second.journal, second.after.journal]);
  });
});
