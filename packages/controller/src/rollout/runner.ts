import { type RolloutAction, whyNot } from '@bondctl/proto/model/can';
import { BondctlError } from '@bondctl/proto/model/error';
import type { RolloutId } from '@bondctl/proto/model/names';
import { isNonEmpty, type NonEmpty } from '@bondctl/proto/model/result';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { PlanView } from '@bondctl/proto/model/view';
import { type ClusterPlan, isNothingToDo, type Wave } from '../plan/plan.ts';
import { viewPlan } from '../plan/view.ts';
import { writeSpec } from '../spec/write.ts';
import type { RolloutRow } from '../store/ports.ts';
import { accept, refuse, specOf } from './accept.ts';
import { desiresBefore } from './before.ts';
import type { CourseWave } from './course/state.ts';
import type { StoredRollout } from './keeper.ts';
import type { Change } from './pair/state.ts';
import { planCluster } from './planner.ts';
import type { RolloutPorts } from './ports.ts';
import { begin, resume } from './rollout.ts';
import { carry, type Run } from './run.ts';
import { undoSpec } from './undo.ts';

/** A spec as people wrote it; `file` is what messages call it. */
export interface SpecText {
  readonly file: string;
  readonly text: string;
}

/** Plans and rollouts of this controller. One rollout at a time. */
export interface Rollouts {
  /** What applying the spec would do; changes nothing. Throws `bad-input` with every mistake. */
  plan(spec: SpecText): Promise<PlanView>;
  /**
   * Accepts the spec as a revision and starts its rollout; `rollout` is null when nothing was to do. Throws `bad-input`
   * with every mistake, `refused` or `unreachable` with every refusal, `busy` while another rollout runs, `failed` when
   * `digest` is not that of the plan any more.
   */
  apply(
    actor: string,
    spec: SpecText,
    digest: string | null,
  ): Promise<{ readonly revision: number; readonly rollout: RolloutId | null }>;
  /** Pauses, resumes or aborts a rollout; resolves once that is stored. Throws `not-found`, or `refused` when it is not legal now. */
  control(actor: string, id: RolloutId, action: Exclude<RolloutAction, 'undo'>): Promise<void>;
  /** The spec that leads back to what was before a rollout, to be planned and applied like any other. Throws as `control`. */
  undo(id: RolloutId): Promise<SpecText>;
  /** Takes up what the store says was unfinished when the controller stopped. Asked once, before the first `apply`. */
  resumeAll(): Promise<readonly RolloutId[]>;
  /** The rollout under way, if any; null: nothing is being changed. */
  running(): RolloutId | null;
  /** Settles when the rollout ended; at once when it is not running here. */
  settled(id: RolloutId): Promise<void>;
}

/** The shell of rollouts over its ports. */
export function createRollouts(ports: RolloutPorts): Rollouts {
  const runs = new Map<RolloutId, Run>();
  let applying = false;

  const keep = (id: RolloutId, run: Run) => {
    runs.set(id, run);
    void run.settled.then(() => runs.delete(id));
  };
  const plan = async ({ text, file }: SpecText) => {
    const spec = specOf(text, file);
    const made = await planCluster(ports, spec);
    return { spec, plan: made, view: viewPlan(made, ports.ids.digest) };
  };
  const apply: Rollouts['apply'] = async (actor, source, digest) => {
    const running = runs.values().next().value;
    if (running !== undefined || applying) throw busy(running);
    applying = true;
    try {
      const planned = await plan(source);
      refuse(planned.plan);
      if (digest !== null && digest !== planned.view.digest) throw stale();
      return await start(ports, actor, source.text, planned, keep);
    } finally {
      applying = false;
    }
  };
  return {
    plan: async (source) => (await plan(source)).view,
    apply,
    control: (actor, id, action) => control(ports, runs, { actor, id, action }),
    undo: async (id) => undoText(ports, await legalRow(ports, id, 'undo')),
    resumeAll: async () => {
      const rows = await ports.store.unfinishedRollouts();
      for (const row of rows) keep(row.id, resumeRow(ports, row));
      return rows.map((row) => row.id);
    },
    running: () => runs.keys().next().value ?? null,
    settled: (id) => runs.get(id)?.settled ?? Promise.resolve(),
  };
}

function busy(running: Run | undefined): BondctlError {
  if (running === undefined)
    return new BondctlError('busy', 'Another apply is being planned; repeat yours in a moment.');
  const { id, phase } = running.state();
  const advice =
    phase === 'paused'
      ? `is paused; end it ("bondctl rollout resume ${id}" or "bondctl rollout abort ${id}") and repeat.`
      : `is running; wait for its end ("bondctl rollout watch ${id}") and repeat.`;
  return new BondctlError('busy', `Rollout ${id} ${advice}`);
}

const stale = () =>
  new BondctlError(
    'failed',
    'The hosts are not as they were when this plan was made; plan again and look at it.',
  );

async function start(
  ports: RolloutPorts,
  actor: string,
  text: string,
  { spec, plan }: { readonly spec: ClusterSpec; readonly plan: ClusterPlan },
  keep: (id: RolloutId, run: Run) => void,
): Promise<{ readonly revision: number; readonly rollout: RolloutId | null }> {
  const startedUnixMs = ports.clock.nowUnixMs();
  const before = desiresBefore(plan, ports.agents.report);
  const revision = await accept(ports, actor, text, spec, startedUnixMs);
  if (isNothingToDo(plan) || !isNonEmpty(plan.waves)) return { revision, rollout: null };
  const id = ports.ids.rollout();
  const [first, ...others] = plan.waves;
  const waves = [waveOf(ports, id, first), ...others.map((wave) => waveOf(ports, id, wave))] as const;
  const { maxFailed, soakMs, onFailure } = plan.rules;
  const rules = { maxFailed, soakMs, onFailure };
  const begun = begin({ id, revision, rules, waves: waves.length }, waves);
  keep(id, carry(ports, { actor, before, startedUnixMs }, begun));
  return { revision, rollout: id };
}

function waveOf(ports: RolloutPorts, rollout: RolloutId, { canary, sets }: Wave): CourseWave {
  const changes = sets.map((set): Change => ({ rollout, tx: ports.ids.tx(), set }));
  return { canary, changes: changes as unknown as NonEmpty<Change> };
}

async function control(
  ports: RolloutPorts,
  runs: ReadonlyMap<RolloutId, Run>,
  wish: { readonly actor: string; readonly id: RolloutId; readonly action: Exclude<RolloutAction, 'undo'> },
): Promise<void> {
  const { actor: by, id, action } = wish;
  const run = runs.get(id);
  if (run === undefined) {
    await legalRow(ports, id, action);
    throw new BondctlError('failed', `The controller has only just started with ${id}; repeat in a moment.`);
  }
  const why = whyNot(action, run.state().phase);
  if (why !== null) throw new BondctlError('refused', why);
  await run.ask(
    action === 'abort'
      ? { type: 'abortAsked', by, atMs: ports.clock.nowUnixMs() }
      : { type: action === 'pause' ? 'pauseAsked' : 'resumeAsked', by },
  );
}

/** The row of a rollout with which something may be done; what does not run here has ended. */
async function legalRow({ store }: RolloutPorts, id: RolloutId, action: RolloutAction): Promise<RolloutRow> {
  const row = await store.rollout(id);
  if (row === undefined)
    throw new BondctlError(
      'not-found',
      `There is no rollout ${id}; "bondctl rollout list" shows all there are.`,
    );
  const why = whyNot(action, (row.state as StoredRollout).rollout.phase);
  if (why !== null) throw new BondctlError('refused', why);
  return row;
}

async function undoText({ store }: RolloutPorts, row: RolloutRow): Promise<SpecText> {
  const { before } = row.state as StoredRollout;
  const own = await store.revision(row.revision);
  if (own === undefined || before.length === 0)
    throw new BondctlError(
      'not-found',
      `Nobody knows what was before ${row.id}; write what shall be and apply it.`,
    );
  const previous = await store.revision(row.revision - 1);
  const spec = undoSpec({
    spec: specOf(own.text, `revision ${own.revision}`),
    before,
    previous: previous === undefined ? undefined : specOf(previous.text, `revision ${previous.revision}`),
  });
  const says = [`What was before rollout ${row.id} of revision ${row.revision}, without canaries.`];
  return { file: `undo of ${row.id}`, text: writeSpec(spec, says) };
}

function resumeRow(ports: RolloutPorts, row: RolloutRow): Run {
  // What this program stored; brands exist in types only, and the store gives back what it was given.
  const { actor, before, rollout, owed } = row.state as StoredRollout;
  const [state, effects] = resume(rollout, ports.clock.nowUnixMs());
  const first = [...owed.map((fact) => ({ do: 'record', fact }) as const), ...effects];
  return carry(ports, { actor, before, startedUnixMs: row.startedUnixMs }, [state, first]);
}
