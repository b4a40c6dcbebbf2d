import { createHash } from 'node:crypto';
import { backends } from '../model/backend.ts';
import type { CommandOutcome, Order } from '../model/command.ts';
import type { Described, DescribedBond, DescribedIn, FileProblem } from '../model/described.ts';
import type { TestId, TxId } from '../model/names.ts';
import { type Result, success } from '../model/result.ts';
import { orders, type WireOrder, type WireOutcome } from '../wire/codec.ts';
import type { bondctl } from '../wire/gen/bondctl_v1.js';
import { bondDesire } from './bond.ts';
import { type Flaw, nullable, real, text, whole, word } from './field.ts';
import { difference } from './host.ts';
import {
  disturbance,
  end,
  iperfRun,
  portSample,
  probeAnswer,
  runParameters,
  runVerdict,
} from './linktest.ts';
import { nameOf } from './named.ts';
import { ifName, testId, txId } from './names.ts';
import { list, record, single, union } from './record.ts';
import { hostPlan, refusal, txOutcome } from './transaction.ts';
import { hostSurroundings, hostVitals, latency } from './vitals.ts';

const ofTx = record<{ tx: TxId }, bondctl.v1.TxRef.$Properties>({ tx: txId });
const ofTest = record<{ test: TestId }, bondctl.v1.TestRef.$Properties>({ test: testId });

/** What a controller can ask. */
export const order = union<'kind', Order, WireOrder>('kind', {
  plan: record({ desired: list(bondDesire) }),
  prepare: record({ tx: txId, desired: list(bondDesire), deadlineInMs: whole() }),
  apply: record({ tx: txId, settleMs: whole() }),
  confirm: ofTx,
  rollBack: record({ tx: txId, why: text }),
  forget: ofTx,
  probe: record({
    test: testId,
    bond: ifName,
    peer: text,
    from: end,
    to: end,
    ipBytes: whole(),
    identifier: nullable(whole(0, 65_535)),
  }),
  serve: record({
    test: testId,
    bond: ifName,
    address: text,
    seconds: whole(),
    parameters: nullable(runParameters),
    portBps: nullable(real),
  }),
  measure: record({
    test: testId,
    bond: ifName,
    address: text,
    peer: text,
    port: whole(0, 65_535),
    sourcePort: nullable(whole(0, 65_535)),
    parameters: runParameters,
    portBps: nullable(real),
  }),
  collect: ofTest,
  cancel: ofTest,
  describe: record<object, bondctl.v1.DescribeOrder.$Properties>({}),
});

type RefusedCode = Extract<CommandOutcome, { kind: 'refused' }>['code'];

const endOfRun = {
  run: iperfRun,
  samples: list(portSample),
  vitals: nullable(hostVitals),
  surroundings: nullable(hostSurroundings),
};

const described = record<Described, bondctl.v1.DescribedOutcome.$Properties>({
  bonds: list(
    record<DescribedBond, bondctl.v1.DescribedBond.$Properties>({
      bond: ifName,
      file: nullable(
        record<DescribedIn, bondctl.v1.DescribedIn.$Properties>({
          backend: nameOf(backends, 'a backend'),
          path: text,
        }),
      ),
      differences: list(difference),
    }),
  ),
  problems: list(
    record<FileProblem, bondctl.v1.FileProblem.$Properties>({ path: text, line: whole(), message: text }),
  ),
});

/** How a command ended. */
export const commandOutcome = union<'kind', CommandOutcome, WireOutcome>('kind', {
  planned: single('plan', hostPlan),
  transaction: record({ tx: txId, outcome: txOutcome }),
  forgotten: ofTx,
  probed: single('probe', probeAnswer),
  serving: record({ port: whole(0, 65_535), version: text }),
  measured: record({ verdict: runVerdict, latency: nullable(latency), ...endOfRun }),
  collected: record({ disturbance: nullable(disturbance), ...endOfRun }),
  cancelled: ofTest,
  described,
  refused: record({
    code: word<RefusedCode, bondctl.v1.RefusalCode>({
      policy: 1,
      unsupported: 2,
      busy: 3,
      conflict: 4,
      expired: 5,
      invalid: 6,
    }),
    refusals: list(refusal),
  }),
  failed: record({ message: text }),
});

/** The identity of an order: SHA-256 of its encoded form, in hex. */
export function orderDigest(asked: Order): Result<string, Flaw> {
  const written = order.write(asked, 'order');
  if (!written.ok) return written;
  return success(createHash('sha256').update(orders.encode(written.value)).digest('hex'));
}
