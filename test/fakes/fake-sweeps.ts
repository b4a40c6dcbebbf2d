import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import type { LinkName, SweepId, TestId } from '@bondctl/proto/model/names';
import type { ClusterSpec, Link } from '@bondctl/proto/model/spec';
import type { SweepKnobs, SweepView } from '@bondctl/proto/model/sweep';
import type { SweepRow, SweepStore } from '../../packages/controller/src/store/ports.ts';
import type { MeasureOnce } from '../../packages/controller/src/sweep/run.ts';
import type { SweepPorts } from '../../packages/controller/src/sweep/sweeps.ts';
import type { FakeCluster } from './fake-cluster.ts';
import { createFakePorts, createMemory, type Memory } from './fake-controller.ts';
import { fakeTest } from './fake-parts.ts';
import { figuresOf, judgementOf, resultOf } from './fake-test.ts';
import type { VirtualClock } from './virtual-clock.ts';

/** What sweeps leave behind: rows as JSON, as a database would keep them. */
export interface SweepMemory extends Memory {
  readonly sweeps: SweepStore;
}

/** A store of sweeps in memory, beside the rest. */
export function createSweepMemory(): SweepMemory {
  const rows = new Map<SweepId, string>();
  const all = () => [...rows.values()].map((text) => JSON.parse(text) as SweepRow);
  return {
    ...createMemory(),
    sweeps: {
      saveSweep: async (row) => void rows.set(row.id, JSON.stringify(row)),
      sweep: async (id) => all().find((row) => row.id === id),
      sweeps: async (limit) => all().toReversed().slice(0, limit),
      unfinishedSweeps: async () => all().filter((row) => !row.ended),
    },
  };
}

const runMs = 6_000;

/** A measurement that takes its time, and whose rate is what `rateOf` says of the first end's bond as it is then. */
export function createFakeMeasure(
  clock: VirtualClock,
  cluster: FakeCluster,
  rateOf: (mode: string, mtu: number) => number,
): MeasureOnce {
  let tests = 0;
  return async (link, run, { signal }) => {
    await clock.sleep(runMs);
    if (signal.aborted) throw new BondctlError('failed', 'it was broken off');
    const [{ host, bond: name }] = link.ends;
    const bond = cluster.hosts.get(host)?.bonds().get(name);
    const receivedBps = rateOf(bond?.mode ?? 'none', bond?.mtu ?? 0);
    tests += 1;
    const id = `test_${String(tests).padStart(8, '0')}` as TestId;
    const figures = figuresOf({ receivedBps, retransmits: 0 });
    const result = resultOf(link, {
      id,
      run: { ok: true, figures },
      parameters: { ...fakeTest.result.parameters, ...run },
    });
    return {
      ...fakeTest,
      id,
      result,
      judgement: judgementOf(true, { percentOfHardware: receivedBps / 4e6 }),
    };
  };
}

/** Everything sweeps need, in memory. */
export async function createSweepPorts(
  clock: VirtualClock,
  cluster: FakeCluster,
  memory: SweepMemory,
  spec: ClusterSpec,
  measure: MeasureOnce,
): Promise<SweepPorts> {
  const ports = createFakePorts(clock, cluster, memory);
  if ((await memory.store.latestRevision()) === undefined)
    await memory.store.addRevision(1, 'cli:ada', 'version: 1\n', spec);
  let sweeps = memory.facts.length;
  const sweep = () => {
    sweeps += 1;
    return `sw_${String(sweeps).padStart(8, '0')}` as SweepId;
  };
  return {
    ...ports,
    record: (_actor: string, fact: Fact) => memory.record('controller', fact),
    ids: { ...ports.ids, sweep },
    store: { ...memory.sweeps, latestRevision: memory.store.latestRevision },
    measureAs: () => measure,
    rolling: () => null,
  };
}

/** Nothing is tried but what is there, with one stream. */
export const noKnobs: SweepKnobs = { modes: [], mtus: [], options: {}, tuning: {}, streams: [1] };

/** The link that a sweep is of. */
export const linkOf = (spec: ClusterSpec, name: string): Link => {
  const link = spec.links.find((one) => one.name === (name as LinkName));
  if (link === undefined) throw new Error(`no link ${name}`);
  return link;
};

/** The names of a ranking, best first. */
export const namesOf = ({ ranking }: SweepView): readonly string[] => ranking.map(({ name }) => name);
