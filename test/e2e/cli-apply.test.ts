import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TxId } from '@bondctl/proto/model/names';
import type { PlanView, RolloutView } from '@bondctl/proto/model/view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenOnSocket } from '../../packages/controller/src/api/listen.ts';
import type { Parts } from '../../packages/controller/src/api/ports.ts';
import { createApi } from '../../packages/controller/src/api/server.ts';
import { createLog } from '../../packages/controller/src/log.ts';
import { alpha, emptyPlan, fakeParts, fakeRollout } from '../fakes/fake-parts.ts';
import { bondctl, start } from './run-cli.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const tx = 'tx_apply12345' as TxId;
const plan: PlanView = { ...emptyPlan, nothingToDo: false, digest: 'd7', text: '1 change set on 2 hosts\n' };
type Fake = Awaited<ReturnType<typeof fakeParts>>;

let folder: string;
let socket: string;
let spec: string;
let fake: Fake;
let closers: (() => Promise<void>)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bondctl-cli-'));
  [socket, spec] = [join(folder, 'controller.sock'), join(folder, 'cluster.yaml')];
  await writeFile(spec, 'version: 1\n');
  fake = await fakeParts();
  closers = [];
});

afterEach(async () => {
  for (const close of closers) await close();
  await fake.store.close();
  await rm(folder, { recursive: true });
});

/** A controller whose hosts are played by the test. */
async function controller(change: Partial<Parts> = {}): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const changes = { ...fake.parts.changes, plan: async () => plan };
  const parts = { ...fake.parts, changes, ...change, stopping: stop.signal };
  const api = createApi(parts, createLog('error'));
  await listenOnSocket(api, socket);
  const close = async () => {
    stop.abort();
    await api.close();
  };
  closers.push(close);
  return close;
}

const ended = (ending: 'finished' | 'failed' | 'needsPerson', why = 'said so') =>
  fake.recorder.record('controller', { type: 'rolloutEnded', rollout: fakeRollout, ending, why });

test('apply shows the plan, tells of the rollout, and prints how it ended', async () => {
  await controller();
  const running = start('bondctl', ['apply', '-f', spec, '--yes', '--output', 'json', '--socket', socket]);
  await running.says('rolloutStarted');
  await fake.recorder.record('controller', { type: 'hostPrepared', rollout: fakeRollout, host: alpha, tx });
  await fake.recorder.record('controller', { type: 'hostCommitted', rollout: fakeRollout, host: alpha, tx });
  await ended('finished');
  const { code, stdout, stderr } = await running.ended;
  expect(code).toBe(0);
  expect(stderr).toContain('1 change set on 2 hosts');
  expect(stderr).toContain('hostCommitted');
  const view = JSON.parse(stdout) as RolloutView;
  expect([view.state, view.hosts.map((one) => one.phase)]).toEqual(['finished', ['committed']]);
  expect(fake.asked).toEqual([
    ['apply', expect.stringMatching(/^cli:/), { file: spec, text: 'version: 1\n' }, 'd7'],
  ]);
});

test.each([
  ['failed', 1, 'failed'],
  ['needsPerson', 5, 'A PERSON IS NEEDED'],
] as const)('a rollout that ended %s exits %d', async (ending, exit, words) => {
  await controller();
  const running = start('bondctl', ['apply', '-f', spec, '--yes', '--socket', socket]);
  await running.says('rolloutStarted');
  await ended(ending, 'beta did not answer');
  const { code, stdout } = await running.ended;
  expect([code, stdout.includes(words), stdout.includes('beta did not answer')]).toEqual([exit, true, true]);
});

test('apply goes on watching when the controller is started again', async () => {
  const close = await controller();
  const running = start('bondctl', ['apply', '-f', spec, '--yes', '--socket', socket]);
  await running.says('rolloutStarted');
  await close();
  await running.says('The controller went away');
  await fake.recorder.record('controller', { type: 'hostCommitted', rollout: fakeRollout, host: alpha, tx });
  await controller();
  await running.says('The controller is back.');
  await ended('finished');
  const { code, stderr } = await running.ended;
  expect(code).toBe(0);
  expect(stderr.split('hostCommitted')).toHaveLength(2);
  expect(stderr.split('rolloutStarted')).toHaveLength(2);
});

test('a rollout that pauses ends the watching with exit 1 and what helps; one that goes on is watched to its end', async () => {
  await controller();
  const running = start('bondctl', ['apply', '-f', spec, '--yes', '--socket', socket]);
  await running.says('rolloutStarted');
  const why = `drbd: too slow. "bondctl rollout resume ${fakeRollout}" goes on with the rest`;
  await fake.recorder.record('controller', { type: 'rolloutPaused', rollout: fakeRollout, why });
  const paused = await running.ended;
  expect([paused.code, paused.stdout]).toEqual([1, expect.stringContaining(why) as string]);
  const resumed = await bondctl(socket, 'rollout', 'resume', fakeRollout);
  expect([resumed.code, fake.asked.at(-1)]).toEqual([
    0,
    ['resume', expect.stringMatching(/^cli:/) as string, fakeRollout],
  ]);
  const watching = start('bondctl', ['rollout', 'watch', fakeRollout, '--socket', socket]);
  await watching.says('rolloutResumed');
  await ended('finished');
  expect((await watching.ended).code).toBe(0);
});

test('an undo is planned, shown and applied like any spec', async () => {
  await controller();
  await fake.parts.changes.apply('cli:ada', { file: 'cluster.yaml', text: 'version: 1' }, null);
  const unasked = await bondctl(socket, 'rollout', 'undo', fakeRollout);
  expect([unasked.code, unasked.stderr]).toEqual([2, expect.stringContaining('Add --yes') as string]);
  const undoing = start('bondctl', ['rollout', 'undo', fakeRollout, '--yes', '--socket', socket]);
  await undoing.says('1 change set on 2 hosts');
  await undoing.says('rolloutStarted');
  await ended('finished');
  expect((await undoing.ended).code).toBe(0);
  expect(fake.asked.slice(-2)).toEqual([
    ['undo', fakeRollout],
    ['apply', expect.stringMatching(/^cli:/), { file: `undo of ${fakeRollout}`, text: 'version: 1\n' }, 'd7'],
  ]);
});

test('Ctrl-C stops the watching and nothing else', async () => {
  await controller();
  const running = start('bondctl', ['apply', '-f', spec, '--yes', '--socket', socket]);
  await running.says('rolloutStarted');
  running.kill('SIGINT');
  const { code, stderr } = await running.ended;
  expect([code, stderr.includes('went away')]).toEqual([130, false]);
});

test('apply with nobody to ask and without --yes changes nothing and asks the controller nothing', async () => {
  await controller();
  const { code, stderr, stdout } = await bondctl(socket, 'apply', '-f', spec);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('Add --yes');
  expect(fake.asked).toEqual([]);
});

test('apply of a plan that a host refuses shows it and exits 4; one that a host did not answer exits 3', async () => {
  const refusal = { host: alpha, subject: 'eth2', message: 'NetworkManager owns it' };
  for (const [kind, exit] of [['refused', 4] as const, ['unreachable', 3] as const]) {
    const refused: PlanView = { ...plan, refusals: [{ ...refusal, kind }], text: 'refused: eth2\n' };
    const close = await controller({ changes: { ...fake.parts.changes, plan: async () => refused } });
    const { code, stdout } = await bondctl(socket, 'apply', '-f', spec, '--yes');
    expect([code, stdout]).toEqual([exit, 'refused: eth2\n']);
    await close();
  }
  expect(fake.asked).toEqual([]);
});

test('apply of what already is says so, exits 0, and leaves a fact', async () => {
  const changes = {
    ...fake.parts.changes,
    plan: async () => emptyPlan,
    apply: async () => ({ revision: 1, rollout: null }),
  };
  await controller({ changes });
  const { code, stdout } = await bondctl(socket, 'apply', '-f', spec, '--yes');
  expect([code, stdout]).toEqual([0, 'nothing to do\n']);
  expect((await fake.recorder.list({ limit: 5 })).map((event) => event.fact.type)).toEqual(['revisionHeld']);
});

test('a living socket is refused by name, one of a controller that died is replaced', async () => {
  await controller();
  await expect(controller()).rejects.toMatchObject({
    code: 'busy',
    message: expect.stringContaining(socket) as unknown,
  });
});
