import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { StatusView } from '@bondctl/proto/model/view';
import type { WhyView } from '@bondctl/proto/model/why';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alpha, beta, fakeRollout, fakeSpec } from '../fakes/fake-parts.ts';
import { bondReport, name } from '../fakes/fake-report.ts';
import { fakesOnSocket } from './fakes-on-socket.ts';
import { bondctl, start } from './run-cli.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let socket: string;
let reports: Map<HostId, HostReport>;
let fake: Awaited<ReturnType<typeof fakesOnSocket>>;

beforeEach(async () => {
  reports = new Map([alpha, beta].map((host) => [host, bondReport()]));
  fake = await fakesOnSocket(reports);
  socket = fake.socket;
});

afterEach(() => fake.end());

const sync0 = { host: alpha, bond: name('sync0') };
const differences = [{ path: 'sync0.options.miimon', wanted: '100', found: '0' }];

/** alpha/sync0 departs from what it confirmed, and the accepted spec wants it healed. */
async function drifts(): Promise<void> {
  reports.set(alpha, { ...bondReport(), drift: [{ bond: sync0.bond, differences, sinceUnixMs: 500 }] });
  await fake.store.rollouts.addRevision(1_000, 'cli:ada', 'version: 1\n', { ...fakeSpec, heal: [sync0] });
}

test('plan and apply without a file take the accepted spec, and say so where there is none', async () => {
  for (const args of [['plan'], ['apply', '--yes']]) {
    const { code, stderr } = await bondctl(socket, ...args);
    expect([code, stderr]).toEqual([2, 'bondctl: No spec was applied yet; name one with -f.\n']);
  }
  await drifts();
  const running = start('bondctl', ['apply', '--yes', '--socket', socket]);
  await running.says('rolloutStarted');
  await fake.recorder.record('controller', {
    type: 'rolloutEnded',
    rollout: fakeRollout,
    ending: 'finished',
    why: '',
  });
  expect((await running.ended).code).toBe(0);
  const source = { file: 'revision 1', text: 'version: 1\n' };
  expect(fake.asked).toEqual([
    ['plan', source],
    ['apply', expect.stringMatching(/^cli:/), source, 'd1'],
  ]);
});

test('why says what departs and what to do, as text and as json', async () => {
  await drifts();
  const text = await bondctl(socket, 'why', 'alpha');
  expect(text.code).toBe(0);
  expect(text.stdout).toContain('drift: sync0.options.miimon is 0, confirmed was 100');
  expect(text.stdout.trimEnd().split('\n').at(-1)).toMatch(/^Next: /);
  const { stdout } = await bondctl(socket, 'why', 'drbd', '--output', 'json');
  const view = JSON.parse(stdout) as WhyView;
  expect([view.subject, view.revision, view.hosts.map((one) => one.host)]).toEqual([
    'drbd',
    1,
    [alpha, beta],
  ]);
  expect(view.hosts[0]?.bonds).toMatchObject([{ bond: 'sync0', differences, driftSinceUnixMs: 500 }]);
});

test('why exits 5 where a person is needed, and status says so too: healing was given up', async () => {
  await drifts();
  for (let count = 0; count < 3; count += 1)
    await fake.recorder.record('controller', {
      type: 'healTried',
      ...sync0,
      rollout: null,
      why: 'eth2 is gone',
    });
  const why = await bondctl(socket, 'why', 'alpha');
  expect([why.code, why.stdout]).toEqual([
    5,
    expect.stringMatching(
      /A PERSON IS NEEDED: alpha\/sync0: .* tried 3 times in vain; the last time: eth2 is gone/,
    ),
  ]);
  expect((await bondctl(socket, 'why', 'beta')).code).toBe(0);
  const status = await bondctl(socket, 'status', '--output', 'json');
  const { attention } = JSON.parse(status.stdout) as StatusView;
  expect([status.code, attention.map((one) => one.subject)]).toEqual([5, ['alpha/sync0']]);
});

test('why of nothing that there is lists what there is', async () => {
  const { code, stdout, stderr } = await bondctl(socket, 'why', 'gamma');
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toBe('bondctl: There is no host or link called "gamma"; there are alpha, beta.\n');
});
