// Arbitrary messages: one arbitrary per kind, per order and per outcome, so that a missing one does not compile.
import { type CommandOutcome, linkCauses, type Order } from '@bondctl/proto/model/command';
import { closings, type Message, type MessageOf, refuseCodes } from '@bondctl/proto/model/session';
import { disruptions } from '@bondctl/proto/model/step';
import type { TxOutcome } from '@bondctl/proto/model/transaction';
import fc from 'fast-check';
import { parameters } from './parameters.ts';
import { anyStep } from './plan-steps.ts';
import { run, sample, verdict } from './runs.ts';
import * as vitals from './vitals.ts';
import * as words from './words.ts';

type ByKind<U extends { kind: string }> = {
  [K in U['kind']]: fc.Arbitrary<Omit<Extract<U, { kind: K }>, 'kind'>>;
};

const tagged = <U extends { kind: string }>(table: ByKind<U>): fc.Arbitrary<U> =>
  fc.oneof(
    ...Object.entries<fc.Arbitrary<object>>(table).map(([kind, content]) =>
      content.map((rest) => ({ ...rest, kind }) as unknown as U),
    ),
  );

const { text, whole, few, orNull, ifName, txId, testId } = words;
const end = fc.record({ host: words.hostId, bond: ifName });
const tx = fc.record({ tx: txId });
const test = fc.record({ test: testId });
const portNumber = fc.integer({ min: 0, max: 65_535 });
const difference = fc.record({ path: text, wanted: text, found: text });
const refusal = fc.record({ subject: text, message: text });

export const order = tagged<Order>({
  plan: fc.record({ desired: few(words.desire) }),
  prepare: fc.record({ tx: txId, desired: few(words.desire), deadlineInMs: whole }),
  apply: fc.record({ tx: txId, settleMs: whole }),
  confirm: tx,
  rollBack: fc.record({ tx: txId, why: text }),
  forget: tx,
  probe: fc.record({
    test: testId,
    bond: ifName,
    peer: text,
    from: end,
    to: end,
    ipBytes: whole,
    identifier: orNull(portNumber),
  }),
  serve: fc.record({
    test: testId,
    bond: ifName,
    address: text,
    seconds: whole,
    parameters: orNull(parameters),
    portBps: orNull(words.real),
  }),
  measure: fc.record({
    test: testId,
    bond: ifName,
    address: text,
    peer: text,
    port: portNumber,
    sourcePort: orNull(portNumber),
    parameters,
    portBps: orNull(words.real),
  }),
  collect: test,
  cancel: test,
  describe: fc.constant({}),
});

const plan = fc.record({
  steps: few(
    fc.record({
      step: anyStep,
      disruption: fc.constantFrom(...disruptions),
      sentence: text,
      loses: few(text),
    }),
  ),
  refusals: few(refusal),
  notes: few(text),
  basis: text,
});

const why = fc.record({
  kind: fc.constantFrom(
    'snapshot' as const,
    'watchdog' as const,
    'step' as const,
    'verify' as const,
    'deadline' as const,
    'asked' as const,
    'interrupted' as const,
    'restore' as const,
  ),
  message: text,
});
const verification = fc.record({
  differences: few(difference),
  bonds: few(words.bondState),
  state: words.hostState,
});
const phase = <P extends string>(name: P) => fc.constant(name);
const txOutcome: fc.Arbitrary<TxOutcome> = fc.oneof(
  fc.record({ phase: phase('prepared'), deadlineInMs: whole }),
  fc.record({ phase: phase('awaitingConfirm'), verification }),
  fc.record({ phase: phase('committed') }),
  fc.record({ phase: phase('rolledBack'), why }),
  fc.record({ phase: phase('stuck'), why, differences: few(difference) }),
);

const endOfRun = {
  run,
  samples: few(sample),
  vitals: orNull(vitals.hostVitals),
  surroundings: orNull(vitals.hostSurroundings),
};

export const outcome = tagged<CommandOutcome>({
  planned: fc.record({ plan }),
  transaction: fc.record({ tx: txId, outcome: txOutcome }),
  forgotten: tx,
  probed: fc.record({
    probe: fc.record({
      from: end,
      to: end,
      ipBytes: whole,
      sent: whole,
      received: whole,
      complaint: orNull(text),
      identifier: orNull(portNumber),
    }),
  }),
  serving: fc.record({ port: portNumber, version: text }),
  measured: fc.record({ verdict, latency: orNull(vitals.latency), ...endOfRun }),
  collected: fc.record({
    disturbance: orNull(
      fc.record({
        fault: fc.constantFrom('port-down' as const, 'others-traffic' as const),
        message: text,
      }),
    ),
    ...endOfRun,
  }),
  cancelled: test,
  described: words.described,
  refused: fc.record({
    code: fc.constantFrom(...(['policy', 'unsupported', 'busy', 'conflict', 'expired', 'invalid'] as const)),
    refusals: few(refusal),
  }),
  failed: fc.record({ message: text }),
});

const event = fc.record({
  atUnixMs: whole,
  bond: ifName,
  port: orNull(ifName),
  what: text,
  before: text,
  after: text,
  atMonotonicMs: orNull(words.real),
  cause: orNull(fc.constantFrom(...linkCauses)),
});
const events: fc.Arbitrary<Omit<MessageOf<'linkEvents'>, 'kind'>> = fc
  .tuple(fc.integer({ min: 1, max: 1e9 }), fc.array(event, { minLength: 1, maxLength: 5 }))
  .map(([first, list]) => ({ events: list.map((one, at) => ({ ...one, sequence: first + at })) }));

const bytes = fc.uint8Array({ maxLength: 200 });

export const message = tagged<Message>({
  hello: fc.record({
    protocolMin: whole,
    protocolMax: whole,
    host: words.hostId,
    agentVersion: text,
    epoch: text,
    lastFence: whole,
  }),
  welcome: fc.record({
    protocol: whole,
    session: text,
    fence: whole,
    heartbeatMs: fc.integer({ min: 1 }),
    reconnectSpreadMs: whole,
  }),
  refuse: fc.record({ code: fc.constantFrom(...refuseCodes), retryAfterMs: whole, message: text }),
  heartbeat: fc.oneof(
    fc.constant({}),
    fc.record({ askMs: words.real }),
    fc.record({
      clock: fc.record({ askMs: words.real, heardMs: words.real, sentMs: words.real, sentUnixMs: whole }),
    }),
  ),
  goodbye: fc.record({ closing: fc.constantFrom(...closings), message: text }),
  command: fc.record({ id: words.commandId, digest: text, startWithinMs: whole, order }),
  accepted: fc.record({ id: words.commandId }),
  outcome: fc.record({ id: words.commandId, outcome }),
  progress: fc.record({ tx: txId, phase: text, step: whole, steps: whole, sentence: text }),
  state: fc.record({ report: words.report }),
  linkEvents: events,
  gap: fc
    .tuple(fc.integer({ min: 1 }), fc.nat(1000), text)
    .map(([from, more, reason]) => ({ from, to: from + more, reason })),
  samples: fc.record({ test: testId, samples: few(sample) }),
  counters: fc.record({
    atMs: words.real,
    ports: few(
      fc.record({
        bond: ifName,
        port: ifName,
        txBytes: whole,
        rxBytes: whole,
        txPackets: whole,
        rxPackets: whole,
        errors: whole,
        drops: whole,
      }),
    ),
  }),
  certRequest: fc.record({ publicKey: bytes, proof: bytes }),
  certOffer: fc.record({ certificatePem: text }),
});
