import type { CommandOutcome, Live } from '@bondctl/proto/model/command';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Files } from '../../packages/agent/src/kernel/ports.ts';
import { commandId, eventually, host, report, testId, txId, World } from './hub-world.ts';
import { wire } from './wire.ts';

let world: World;

beforeEach(async () => {
  world = await World.make();
});
afterEach(() => world.end());

test('an order reaches its handler and its outcome comes back, whole', async () => {
  const tx = txId();
  const outcome: CommandOutcome = {
    kind: 'transaction',
    tx,
    outcome: { phase: 'prepared', deadlineInMs: 60_000 },
  };
  await world.agent('alpha', { prepare: async () => outcome });
  const order = { kind: 'prepare' as const, tx, desired: [], deadlineInMs: 60_000 };
  expect(await world.ask('alpha', order)).toEqual(outcome);
});

test('the same id is answered from the ledger and carried out once; another order under it is a conflict', async () => {
  let runs = 0;
  const apply = async (): Promise<CommandOutcome> => {
    runs += 1;
    return { kind: 'failed', message: `run ${runs}` };
  };
  await world.agent('alpha', { apply });
  const id = commandId();
  const order = { kind: 'apply' as const, tx: txId(), settleMs: 1000 };
  const first = await world.ask('alpha', order, id);
  expect(await world.ask('alpha', order, id)).toEqual(first);
  expect(await world.ask('alpha', { ...order, settleMs: 2000 }, id)).toMatchObject({
    kind: 'refused',
    code: 'conflict',
  });
  expect(runs).toBe(1);
});

test('two who ask with the same id wait for the same command', async () => {
  let runs = 0;
  await world.agent('alpha', {
    forget: async (order) => {
      runs += 1;
      return { kind: 'forgotten', tx: order.tx };
    },
  });
  const id = commandId();
  const order = { kind: 'forget' as const, tx: txId() };
  const both = await Promise.all([world.ask('alpha', order, id), world.ask('alpha', order, id)]);
  expect(both[0]).toEqual(both[1]);
  expect(runs).toBe(1);
});

test('a command that was under way when the agent died is told as interrupted and never run again', async () => {
  let runs = 0;
  const never = () => {
    runs += 1;
    return new Promise<CommandOutcome>(() => undefined);
  };
  const dying = await world.agent('alpha', { measure: never, apply: never });
  const answer = world.ask('alpha', { kind: 'apply', tx: txId(), settleMs: 1 });
  await eventually('it began', () => runs === 1);
  await dying.stop();
  await world.uplink('alpha', { apply: never });
  expect(await answer).toMatchObject({ kind: 'failed', message: expect.stringMatching(/^interrupted/) });
  expect(runs).toBe(1);
});

test('an outcome survives an agent that dies before it is acknowledged', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let runs = 0;
  const forget = async (order: { tx: ReturnType<typeof txId> }): Promise<CommandOutcome> => {
    runs += 1;
    await held;
    return { kind: 'forgotten', tx: order.tx };
  };
  const first = await world.agent('alpha', { forget });
  const tx = txId();
  const answer = world.ask('alpha', { kind: 'forget', tx });
  await eventually('it began', () => runs === 1);
  await first.stop();
  release();
  await eventually('it is on disk', () => world.said.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await world.uplink('alpha', { forget });
  expect(await answer).toEqual({ kind: 'forgotten', tx });
  expect(runs).toBe(1);
});

test('a waiting command is sent again when the connection broke, and run once', async () => {
  const between = await wire(world.hub.port());
  let runs = 0;
  let finish: (outcome: CommandOutcome) => void = () => undefined;
  const uplink = await world.agentOver(between.port, 'alpha', {
    cancel: () => {
      runs += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
  });
  const test = testId();
  const answer = world.ask('alpha', { kind: 'cancel', test });
  await eventually('it began', () => runs === 1);
  between.drop();
  await eventually('the line is gone', () => !uplink.connected());
  await eventually('it is back', () => uplink.connected());
  finish({ kind: 'cancelled', test });
  expect(await answer).toEqual({ kind: 'cancelled', test });
  expect(runs).toBe(1);
  between.close();
});

test('a host that does not answer in time is unreachable, and nothing is said about the order', async () => {
  await world.agent('alpha', { forget: () => new Promise(() => undefined) });
  const late = world.ask('alpha', { kind: 'forget', tx: txId() }, commandId(), 200);
  await expect(late).rejects.toMatchObject({
    code: 'unreachable',
    message: 'alpha did not answer forget within 0.2 s; whether it was carried out is not known',
  });
});

test('a ledger that cannot be written refuses the command and runs nothing', async () => {
  await world.join('alpha');
  const files: Files = world.files();
  const full: Files = {
    ...files,
    append: (label, path, text) =>
      label === 'ledger.accepted'
        ? Promise.reject(new Error('ENOSPC: no space left'))
        : files.append(label, path, text),
  };
  let runs = 0;
  const forget = async (): Promise<CommandOutcome> => {
    runs += 1;
    return { kind: 'failed', message: '' };
  };
  await world.uplink('alpha', { forget }, full);
  await world.connected('alpha');
  expect(await world.ask('alpha', { kind: 'forget', tx: txId() })).toMatchObject({
    kind: 'refused',
    code: 'busy',
    refusals: [{ subject: 'ledger', message: expect.stringContaining('ENOSPC') }],
  });
  expect(runs).toBe(0);
});

test('a handler that throws is an outcome, not a broken line', async () => {
  const uplink = await world.agent('alpha', { forget: () => Promise.reject(new Error('boom')) });
  expect(await world.ask('alpha', { kind: 'forget', tx: txId() })).toEqual({
    kind: 'failed',
    message: 'boom',
  });
  expect(uplink.connected()).toBe(true);
});

test('an outcome of megabytes arrives whole, a document that cannot is described', async () => {
  const run = {
    role: 'server' as const,
    version: '3.12',
    command: ['iperf3'],
    exit: { kind: 'code' as const, code: 0 },
    ending: 'finished' as const,
  };
  const documents = [
    JSON.stringify('ab'.repeat(1_000_000)),
    Buffer.from(await noise(500_000)).toString('base64'),
  ];
  await world.agent('alpha', {
    collect: async () => ({
      kind: 'collected',
      disturbance: null,
      run: { ...run, document: documents.shift() ?? '' },
      samples: [],
      vitals: null,
      surroundings: null,
    }),
  });
  const whole = await world.ask('alpha', { kind: 'collect', test: testId() });
  expect(whole).toMatchObject({ run: { document: JSON.stringify('ab'.repeat(1_000_000)) } });
  const cut = await world.ask('alpha', { kind: 'collect', test: testId() });
  expect(cut).toMatchObject({ run: { document: '', truncated: { bytes: 666_668 } } });
});

async function noise(length: number): Promise<Uint8Array> {
  const { randomBytes } = await import('node:crypto');
  return randomBytes(length);
}

test('reports, events and live facts arrive; events once and in order', async () => {
  const uplink = await world.agent('alpha');
  const live: Live[] = [];
  world.hub.onLive((_, fact) => live.push(fact));
  const event = (sequence: number) => ({
    sequence,
    atUnixMs: 1,
    bond: 'sync0' as never,
    port: null,
    what: 'miiStatus',
    before: 'up',
    after: `${sequence}`,
    atMonotonicMs: null,
    cause: null,
  });
  for (const sequence of [1, 2, 3]) uplink.sendEvent(event(sequence));
  uplink.sendReport(report('second'));
  uplink.sendLive({ kind: 'samples', test: testId(), samples: [] });
  await eventually('all is here', () => world.factsOf('linkEventSeen').length === 3 && live.length === 1);
  await eventually('the report too', () => world.hub.report(host('alpha'))?.kernel === 'second');
  expect(world.factsOf('linkEventSeen').map((fact) => fact.after)).toEqual(['1', '2', '3']);
});
