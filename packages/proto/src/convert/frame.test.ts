import { expect, test } from 'vitest';
import type { IperfRun } from '../model/linktest.ts';
import { parseId, parseIfName } from '../model/names.ts';
import type { Result } from '../model/result.ts';
import type { Frame, Message } from '../model/session.ts';
import { frames, type WireFrame } from '../wire/codec.ts';
import { deflate } from '../wire/deflate.ts';
import { limits } from '../wire/limits.ts';
import { frameFromBytes, frameToBytes } from './frame.ts';

function sure<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const id = sure(parseId('cmd', 'cmd_12345678'));
const bond = sure(parseIfName('sync0'));

const read = (frame: WireFrame) => frameFromBytes(frames.encode(frame));
const heartbeat = (seq: number): WireFrame => ({ seq, ack: 0, heartbeat: {} });

const spec = {
  name: 'sync0',
  mode: 1,
  ports: ['eth1'],
  options: [],
  mtu: 9000,
  addresses: null,
};
const prepare = (changed: object): WireFrame => ({
  seq: 1,
  ack: 0,
  command: {
    id: 'cmd_12345678',
    digest: 'd',
    startWithinMs: 1000,
    orderName: 'prepare',
    order: {
      prepare: {
        tx: 'tx_12345678',
        deadlineInMs: 60_000,
        desired: [
          { absent: { name: 'sync1', allowControlPath: false } },
          { present: { allowControlPath: false, spec: { ...spec, ...changed } } },
        ],
      },
    },
  },
});

const place = 'command.order.prepare.desired[1].present.spec';

test.each([
  ['a mode from a later version', { mode: 99 }, `${place}.mode: the value 99 is not known here`],
  ['a mode that was not set', { mode: 0 }, `${place}.mode: the value 0 is not known here`],
  ['no mode at all', { mode: null }, `${place}.mode: is missing`],
  ['no port', { ports: [] }, `${place}.ports: is empty`],
  ['an unknown option', { options: [{ name: 'x', value: '1' }] }, `${place}.options[0].name: "x" is not`],
  [
    'an option said twice',
    {
      options: [
        { name: 'miimon', value: '1' },
        { name: 'miimon', value: '2' },
      ],
    },
    `${place}.options: names miimon twice`,
  ],
  ['a name that leaves the folder', { name: '../../etc' }, `${place}.name: "../../etc" is not`],
])('%s is refused under the id of its command, with its place', (_, changed, message) => {
  expect(read(prepare(changed))).toMatchObject({
    ok: true,
    value: { body: { kind: 'unreadableCommand', id, code: 'invalid', order: 'prepare' } },
  });
  const result = read(prepare(changed));
  expect(result.ok && 'message' in result.value.body && result.value.body.message).toContain(message);
});

test('an order from a later version is refused by its name', () => {
  const later: WireFrame = {
    seq: 1,
    ack: 0,
    command: { id, digest: 'd', startWithinMs: 1, orderName: 'defragment', order: {} },
  };
  expect(read(later)).toMatchObject({
    value: {
      body: {
        code: 'unsupported',
        message: 'this agent does not know the order "defragment"; upgrade the agent',
      },
    },
  });
});

test.each<[string, WireFrame, string, string]>([
  ['no body', { seq: 0, ack: 0 }, 'body', 'has no member'],
  ['no number', { ack: 0, heartbeat: {} }, 'seq', 'is missing'],
  ['a number beyond 2^53', heartbeat(2 ** 60), 'seq', 'not a whole number'],
  ['an id that is none', { seq: 1, ack: 0, accepted: { id: 'x' } }, 'accepted.id', 'not an id'],
  ['a command without its id', { seq: 1, ack: 0, command: { digest: '' } }, 'command.id', 'is missing'],
  ['a gap backwards', { seq: 1, ack: 0, gap: { from: 5, to: 4, reason: '' } }, 'gap', 'backwards'],
  ['no events', { seq: 1, ack: 0, linkEvents: {} }, 'linkEvents.events', 'is empty'],
])('a frame with %s fails with its place', (_, frame, where, message) => {
  expect(read(frame)).toEqual({
    ok: false,
    error: { place: where, message: expect.stringContaining(message) },
  });
});

test('unknown fields are ignored', () => {
  const known = frames.encode(heartbeat(0));
  const later = Uint8Array.from([...known, 0xfa, 0x3f, 2, 65, 66]);
  expect(frameFromBytes(later)).toEqual(frameFromBytes(known));
});

test('a report of an agent that knows nothing of drift says that none is known', () => {
  const state = { interfaces: [], bonds: [], routes: [], controlPath: [] };
  const report = { kernel: '6', agentVersion: '0', bootId: 'b', state, bonds: [], unknownLines: [] };
  expect(read({ seq: 1, ack: 0, state: { report } })).toMatchObject({
    ok: true,
    value: { body: { report: { kernel: '6', transaction: null, drift: [] } } },
  });
});

test('nesting beyond what the decoder allows is a failure, not a stack overflow', () => {
  const groups = new Uint8Array(200_000).fill(0x0b);
  expect(frameFromBytes(groups)).toMatchObject({ ok: false, error: { place: 'frame' } });
});

test.each([Number.NaN, 1.5, -1, 2 ** 53, 10n as unknown as number, '7' as unknown as number])(
  'the number %s is not written as 0',
  (seconds) => {
    const test = sure(parseId('test', 'test_12345678'));
    const order = {
      kind: 'serve' as const,
      test,
      bond,
      address: '10.0.0.1',
      ...{ seconds, parameters: null, portBps: null },
    };
    const body: Message = { kind: 'command', id, digest: 'd', startWithinMs: 1, order };
    expect(frameToBytes({ seq: 1, ack: 0, body })).toMatchObject({
      ok: false,
      error: { place: 'command.order.serve.seconds' },
    });
  },
);

test('bytes are copies, not views of the frame they came in', () => {
  const body: Message = { kind: 'certRequest', publicKey: Uint8Array.of(1, 2), proof: Uint8Array.of(3) };
  const bytes = sure(frameToBytes({ seq: 1, ack: 0, body }));
  const got = sure(frameFromBytes(bytes)).body;
  bytes.fill(0);
  expect(got).toEqual(body);
});

const run = (document: string): IperfRun => ({
  role: 'client',
  version: '3.12',
  command: ['iperf3'],
  document,
  exit: { kind: 'code', code: 0 },
  ending: 'finished',
});

function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
}

const collected = (document: string): Frame => ({
  seq: 1,
  ack: 0,
  body: {
    kind: 'outcome',
    id,
    outcome: {
      kind: 'collected',
      disturbance: null,
      run: run(document),
      samples: [],
      vitals: null,
      surroundings: null,
    },
  },
});

test('a document of megabytes that deflates well travels whole', () => {
  const sent = collected(JSON.stringify({ intervals: 'abcdefgh'.repeat(500_000) }));
  expect(sure(frameFromBytes(sure(frameToBytes(sent))))).toEqual(sent);
});

test.each([
  ['that does not deflate', noise(400_000)],
  ['of more than 8 MiB', ' '.repeat(limits.inflatedBytes + 1)],
])('a document %s is left out and described', (_, document) => {
  const got = sure(frameFromBytes(sure(frameToBytes(collected(document))))).body;
  expect(got).toMatchObject({
    outcome: {
      run: {
        document: '',
        truncated: { bytes: document.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    },
  });
});

test('what inflates to more than 8 MiB is not inflated', () => {
  const deflated = deflate(new Uint8Array(limits.inflatedBytes + 1));
  expect(read({ seq: 1, ack: 0, outcome: { id, deflated } })).toMatchObject({
    value: {
      body: { kind: 'unreadableOutcome', id, message: expect.stringContaining('cannot be inflated') },
    },
  });
  expect(read({ seq: 1, ack: 0, state: { deflated } })).toMatchObject({
    error: { place: 'state.deflated' },
  });
});

test('a report that is too large even deflated is a flaw that names both sizes', () => {
  const outcome = { kind: 'failed' as const, message: noise(600_000) };
  const body: Message = { kind: 'outcome', id, outcome };
  expect(frameToBytes({ seq: 1, ack: 0, body })).toMatchObject({
    ok: false,
    error: { place: 'outcome', message: expect.stringMatching(/^needs \d+ bytes, and a frame has 262144$/) },
  });
});

test('what a host saw with 64 ports and long names takes little of a frame', () => {
  const names = Array.from({ length: 64 }, (_, at) => sure(parseIfName(`enp129s0f${at}np0`)));
  const most = Number.MAX_SAFE_INTEGER;
  const sent: Message = {
    kind: 'outcome',
    id,
    outcome: {
      kind: 'collected',
      disturbance: null,
      run: run('{}'),
      samples: [],
      vitals: {
        tcp: {
          ...{ retransSegs: most, outSegs: most, inSegs: most, dsackRecv: most },
          ...{ dsackRecvSegs: most, sackReorder: most },
          ...{ tsReorder: most, timeouts: most, mtuProbeFail: most, lostRetransmit: most, fastRetrans: most },
        },
        softnet: { dropped: most, squeezed: most },
        cpus: Array.from({ length: 8 }, (_, cpu) => ({ cpu, busyPercent: 99.9, softirqPercent: 88.8 })),
        meanBusyPercent: 99.9,
        meanSoftirqPercent: 88.8,
        ports: names.map((name) => ({
          name,
          ...{ rxErrors: most, txErrors: most, rxDropped: most, txDropped: most },
          ...{ rxCrcErrors: most, rxMissedErrors: most, rxFifoErrors: most, carrierChanges: most },
        })),
      },
      surroundings: {
        kernel: '6.1.0-44-amd64',
        interfaces: names.map((name) => ({
          name,
          driver: 'mlx5_core',
          offloads: { tso: true, gso: false, gro: null },
        })),
      },
    },
  };
  const bytes = sure(frameToBytes({ seq: 1, ack: 0, body: sent }));
  expect(bytes.length).toBeLessThan(limits.frameBytes / 16);
  expect(sure(frameFromBytes(bytes)).body).toEqual(sent);
});

test('an end of a run from an agent that knows nothing of vitals says that nothing is known', () => {
  const wireRun = {
    role: 2,
    version: '3.12',
    document: deflate(Buffer.from('{}')),
    exit: { code: 0 },
    ending: 1,
  };
  expect(read({ seq: 1, ack: 0, outcome: { id, plain: { collected: { run: wireRun } } } })).toMatchObject({
    ok: true,
    value: { body: { outcome: { kind: 'collected', disturbance: null, vitals: null, surroundings: null } } },
  });
  const verdict = { failed: { fault: 11, message: '' } };
  expect(
    read({ seq: 1, ack: 0, outcome: { id, plain: { measured: { verdict, run: wireRun } } } }),
  ).toMatchObject({
    ok: true,
    value: { body: { outcome: { kind: 'measured', vitals: null, latency: null, surroundings: null } } },
  });
});
