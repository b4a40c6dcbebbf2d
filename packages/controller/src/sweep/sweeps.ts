import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import type { RolloutId, SweepId } from '@bondctl/proto/model/names';
import type { ClusterSpec, Link } from '@bondctl/proto/model/spec';
import type { SweepKnobs, SweepPlanView, SweepView } from '@bondctl/proto/model/sweep';
import type { Agents } from '../hub/ports.ts';
import { planCluster } from '../rollout/planner.ts';
import type { RolloutPorts } from '../rollout/ports.ts';
import { writeSpec } from '../spec/write.ts';
import type { RolloutStore, SweepRow, SweepStore } from '../store/ports.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { keptSpec } from './kept.ts';
import { inOrder, type Measuring, onlyThis, probed, type Trial, trialOf, viewOf } from './plan.ts';
import { type MeasureOnce, runSweep, type SweepEnd, type SweepOrder } from './run.ts';
import { type StoredSweep, sweepView } from './stored.ts';
import { type TrialPorts, takeBack } from './trial.ts';

/** What a person asks of a sweep. */
export interface SweepWish extends Omit<Measuring, 'streams'> {
  readonly link: Link;
  readonly knobs: SweepKnobs;
}

/** What sweeps need of the controller. */
export interface SweepPorts extends Pick<RolloutPorts, 'clock' | 'log'> {
  readonly agents: Pick<Agents, 'ask' | 'report' | 'presence'>;
  readonly ids: RolloutPorts['ids'] & { sweep(): SweepId };
  readonly store: SweepStore & Pick<RolloutStore, 'latestRevision'>;
  readonly record: (actor: string, fact: Fact) => Promise<unknown>;
  readonly measureAs: (actor: string) => MeasureOnce;
  /** The rollout under way, if any: hosts are changed by one thing at a time. */
  readonly rolling: () => RolloutId | null;
}

/** Sweeps of this controller. One at a time, and none beside a rollout. */
export interface Sweeps {
  /** How it would go; asks the hosts and changes nothing. Throws `bad-input` where the knobs make no sense. */
  plan(wish: SweepWish): Promise<SweepPlanView>;
  /** Begins; `ended` resolves when every host is as it was, or a person is told. Aborting `signal` takes back what is in hand. */
  start(
    actor: string,
    wish: SweepWish,
    signal: AbortSignal,
  ): Promise<{ readonly id: SweepId; readonly ended: Promise<SweepView> }>;
  sweep(id: SweepId): Promise<SweepView>;
  /** Newest first. */
  list(limit: number): Promise<readonly SweepView[]>;
  /** The accepted spec with a candidate of the sweep in it, to be planned and applied like any other; null: the best. */
  kept(id: SweepId, candidate: string | null): Promise<{ readonly file: string; readonly text: string }>;
  /** The sweep under way. */
  running(): SweepId | null;
  /** Takes back what an earlier controller was trying; resolves once that is under way. */
  resumeAll(): Promise<readonly SweepId[]>;
}

/** The sweeps of one controller over its ports. */
export function createSweeps(ports: SweepPorts): Sweeps {
  const current = new Set<SweepId>();
  const running = () => current.values().next().value ?? null;
  return {
    plan: async (wish) => {
      const trials = await trialsOf(ports, wish);
      return viewOf(wish.link, trials, measuringOf(wish));
    },
    start: async (actor, wish, signal) => {
      const id = ports.ids.sweep();
      refuseBusy(running(), ports.rolling());
      current.add(id);
      try {
        const trials = await trialsOf(ports, wish);
        const order = { id, link: probed(wish.link), trials, ...measuringOf(wish) };
        const ended = begun(ports, actor, order, signal).finally(() => current.delete(id));
        return { id, ended };
      } catch (thrown) {
        current.delete(id);
        throw thrown;
      }
    },
    sweep: async (id) => sweepView(await rowOf(ports, id)),
    list: async (limit) => (await ports.store.sweeps(limit)).map(sweepView),
    kept: async (id, candidate) => keptText(ports, await rowOf(ports, id), candidate),
    running,
    resumeAll: async () => {
      const rows = await ports.store.unfinishedSweeps();
      for (const row of rows) {
        current.add(row.id);
        void tidied(ports, row).finally(() => current.delete(row.id));
      }
      return rows.map(({ id }) => id);
    },
  };
}

const measuringOf = ({ knobs, runs, seconds }: SweepWish): Measuring => ({
  streams: knobs.streams,
  runs,
  seconds,
});

function refuseBusy(sweep: SweepId | null, rollout: RolloutId | null): void {
  const other = sweep === null ? rollout : sweep;
  if (other === null) return;
  const what = sweep === null ? `Rollout ${other}` : `Sweep ${other}`;
  throw new BondctlError('busy', `${what} is changing hosts; wait for its end and repeat.`);
}

/** Asks the hosts what each candidate would take, in the order in which they will be tried. */
async function trialsOf(ports: SweepPorts, wish: SweepWish): Promise<readonly Trial[]> {
  const spec = (await ports.store.latestRevision())?.spec;
  const candidates = spec === undefined ? undefined : candidatesOf(wish.link, spec, wish.knobs);
  if (spec === undefined || candidates === undefined)
    throw new BondctlError('bad-input', 'No spec was applied yet; a sweep begins from what one describes.');
  if (!candidates.ok) throw new BondctlError('bad-input', candidates.error);
  const trials: Trial[] = [];
  for (const candidate of candidates.value) trials.push(await planned(ports, spec, wish, candidate));
  return inOrder(trials);
}

async function planned(
  ports: SweepPorts,
  spec: ClusterSpec,
  wish: SweepWish,
  candidate: Candidate,
): Promise<Trial> {
  const plan = await planCluster(ports, onlyThis(spec, wish.link, candidate));
  return trialOf(candidate, wish.link, plan, measuringOf(wish));
}

async function begun(
  ports: SweepPorts,
  actor: string,
  order: SweepOrder,
  signal: AbortSignal,
): Promise<SweepView> {
  const startedUnixMs = ports.clock.nowUnixMs();
  const { id, link, streams, runs, seconds, trials } = order;
  const beginning: StoredSweep = {
    ...{ actor, link: link.name, streams, runs, seconds },
    planned: trials.map(({ view }) => view),
    tried: [],
    inHand: null,
    end: null,
  };
  const save = (state: StoredSweep) =>
    ports.store.saveSweep({ id, startedUnixMs, ended: state.end !== null, state });
  await save(beginning);
  await ports.record(actor, {
    type: 'sweepStarted',
    rollout: id,
    link: link.name,
    candidates: trials.length,
  });
  const runPorts = {
    ...trialPorts(ports, actor),
    measure: ports.measureAs(actor),
    keep: (tried: StoredSweep['tried'], inHand: StoredSweep['inHand']) =>
      save({ ...beginning, tried, inHand }),
  };
  const end = await runSweep(runPorts, order, signal);
  return ended(ports, { id, startedUnixMs, ended: true, state: beginning }, end);
}

const trialPorts = ({ agents, clock, ids, log, record }: SweepPorts, actor: string): TrialPorts => ({
  agents,
  clock,
  ids,
  log,
  record: (fact) => record(actor, fact),
});

async function ended(ports: SweepPorts, row: SweepRow, { tried, ending, why }: SweepEnd): Promise<SweepView> {
  const stored = row.state as StoredSweep;
  const end = { ending, why, atUnixMs: ports.clock.nowUnixMs() };
  const last = { ...row, ended: true, state: { ...stored, tried, inHand: null, end } };
  await ports.store.saveSweep(last);
  const view = sweepView(last);
  const sentence = why === '' ? `${view.best ?? 'nothing'} is the best of ${view.ranking.length}` : why;
  await ports.record(stored.actor, { type: 'sweepEnded', rollout: row.id, ending, sentence });
  return view;
}

/** Takes back what was in hand when the controller went away, and ends the sweep with what it had found by then. */
async function tidied(ports: SweepPorts, row: SweepRow): Promise<void> {
  const { actor, tried, inHand } = row.state as StoredSweep;
  const gone = 'the controller restarted in the middle of it';
  try {
    const rested = inHand === null ? null : await takeBack(trialPorts(ports, actor), inHand);
    const isSplit = rested?.phase === 'needsPerson';
    await ended(ports, row, {
      tried,
      ending: isSplit ? 'needsPerson' : 'interrupted',
      why: isSplit ? rested.why : gone,
    });
  } catch (thrown) {
    ports.log.error(
      { sweep: row.id, error: String(thrown) },
      'what a sweep was trying is not told as taken back',
    );
  }
}

async function rowOf({ store }: SweepPorts, id: SweepId): Promise<SweepRow> {
  const row = await store.sweep(id);
  if (row !== undefined) return row;
  throw new BondctlError('not-found', `There is no sweep ${id}; "bondctl sweep list" shows all there are.`);
}

async function keptText(
  { store }: SweepPorts,
  row: SweepRow,
  candidate: string | null,
): Promise<{ readonly file: string; readonly text: string }> {
  const { ranking, best, link: name } = sweepView(row);
  const wanted = candidate ?? best;
  const chosen = ranking.find((one) => one.name === wanted);
  if (chosen === undefined)
    throw new BondctlError('not-found', `${row.id} has no candidate called "${wanted ?? 'best'}".`);
  const spec = (await store.latestRevision())?.spec;
  const link = spec?.links.find((one) => one.name === name);
  if (spec === undefined || link === undefined)
    throw new BondctlError('not-found', `The accepted spec has no link called "${name}" any more.`);
  const says = [`The spec with ${chosen.name} on ${name}, as ${row.id} found it.`];
  return { file: `${chosen.name} of ${row.id}`, text: writeSpec(keptSpec(spec, link, chosen.setting), says) };
}
