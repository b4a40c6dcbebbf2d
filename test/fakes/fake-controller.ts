import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import type { Judgement } from '@bondctl/proto/model/linktest';
import type { CommandId, RolloutId, TestId, TxId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import type { Prover, RolloutPorts } from '../../packages/controller/src/rollout/ports.ts';
import type { RevisionRow, RolloutRow, RolloutStore } from '../../packages/controller/src/store/ports.ts';
import type { FakeCluster } from './fake-cluster.ts';
import { judgementOf, resultOf } from './fake-test.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What outlives the controller: its store and its facts. Rows are kept as JSON, as a database would. */
export interface Memory {
  readonly store: RolloutStore;
  readonly facts: Fact[];
  readonly record: (actor: string, fact: Fact) => Promise<void>;
}

/** A store in memory. */
export function createMemory(): Memory {
  const revisions: RevisionRow[] = [];
  const rows = new Map<RolloutId, string>();
  const facts: Fact[] = [];
  const read = (text: string) => JSON.parse(text) as RolloutRow;
  const all = () => [...rows.values()].map(read);
  const store: RolloutStore = {
    addRevision: async (atUnixMs, actor, text, spec) => {
      const row = { revision: revisions.length + 1, atUnixMs, actor, text, spec };
      revisions.push(row);
      return row;
    },
    latestRevision: async () => revisions.at(-1),
    revision: async (revision) => revisions.find((row) => row.revision === revision),
    saveRollout: async (row) => {
      rows.set(row.id, JSON.stringify(row));
    },
    rollout: async (id) => all().find((row) => row.id === id),
    rollouts: async (limit) => all().toReversed().slice(0, limit),
    unfinishedRollouts: async () => all().filter((row) => !row.ended),
  };
  return {
    store,
    facts,
    record: async (_actor, fact) => {
      facts.push(fact);
    },
  };
}

/** What one link's proof says. */
export type Proof =
  | { readonly kind: 'passes' }
  | { readonly kind: 'breaks' }
  | { readonly kind: 'misses'; readonly sentence: string };

const testMs = 12_000;
const probesMs = 1_000;

/** A prover that takes as long as a test does and says what `proofOf` says. */
export function createFakeProver(
  clock: VirtualClock,
  proofOf: (link: Link) => Proof = () => ({ kind: 'passes' }),
): Prover {
  let tests = 0;
  return {
    prove: async (link) => {
      await clock.sleep(link.expect.throughput === null ? probesMs : testMs);
      tests += 1;
      const proof = proofOf(link);
      if (proof.kind === 'breaks')
        throw new BondctlError('failed', 'iperf3 is not installed on alpha; install it and repeat.');
      const id = `test_${String(tests).padStart(8, '0')}` as TestId;
      return { result: resultOf(link, { id }), judgement: judged(proof) };
    },
  };
}

function judged(proof: Exclude<Proof, { kind: 'breaks' }>): Judgement {
  const passed = proof.kind === 'passes';
  const sentence = proof.kind === 'misses' ? proof.sentence : '9000 bytes pass both ways';
  const held = passed ? 'yes' : 'no';
  return judgementOf(passed, { verdicts: [{ expectation: 'pathMtu', held, sentence }] });
}

/** Everything a rollout needs, in memory; `log` collects what the operator would read. */
export function createFakePorts(
  clock: VirtualClock,
  cluster: FakeCluster,
  memory: Memory,
  prover: Prover = createFakeProver(clock),
): RolloutPorts & { readonly lines: readonly string[] } {
  const lines: string[] = [];
  const log = (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push(`${message} ${JSON.stringify(fields)}`);
  };
  return {
    agents: cluster.agents,
    store: memory.store,
    record: memory.record,
    prover,
    clock,
    ids: createCountedIds(memory),
    faults: { reached: () => undefined },
    log: { warn: log, error: log },
    lines,
  };
}

/** Ids that count, so that a trace can be read; commands are named after what they ask. */
function createCountedIds(memory: Memory): RolloutPorts['ids'] {
  let count = memory.facts.length * 1000;
  const next = (kind: string) => {
    count += 1;
    return `${kind}_${String(count).padStart(8, '0')}`;
  };
  return {
    tx: () => next('tx') as TxId,
    rollout: () => next('ro') as RolloutId,
    command: () => next('cmd') as CommandId,
    commandFor: (tx, host, order, attempt) => `cmd_${tx}_${host}_${order}_${attempt}` as CommandId,
    digest: (text) =>
      `${text.length}-${[...text].reduce((sum, letter) => (sum * 33 + letter.charCodeAt(0)) % 1e9, 5)}`,
  };
}
