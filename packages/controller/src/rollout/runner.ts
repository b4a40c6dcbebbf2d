import { BondctlError, type Refusal } from '@bondctl/proto/model/error';
import type { RolloutId } from '@bondctl/proto/model/names';
import { isNonEmpty } from '@bondctl/proto/model/result';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { PlanView } from '@bondctl/proto/model/view';
import { type ClusterPlan, type HostRefusal, isNothingToDo } from '../plan/plan.ts';
import { viewPlan } from '../plan/view.ts';
import { parseSpec } from '../spec/parse.ts';
import type { RolloutRow } from '../store/ports.ts';
import { planCluster } from './planner.ts';
import type { RolloutPorts } from './ports.ts';
import { begin, resume } from './rollout.ts';
import { carry, type Run, type StoredRollout } from './run.ts';

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
  /** Takes up what the store says was unfinished when the controller stopped. Asked once, before the first `apply`. */
  resumeAll(): Promise<readonly RolloutId[]>;
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
    const running = runs.keys().next().value;
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
    resumeAll: async () => {
      const rows = await ports.store.unfinishedRollouts();
      for (const row of rows) keep(row.id, resumeRow(ports, row));
      return rows.map((row) => row.id);
    },
    settled: (id) => runs.get(id)?.settled ?? Promise.resolve(),
  };
}

function specOf(text: string, file: string): ClusterSpec {
  const parsed = parseSpec(text, file);
  if (parsed.ok) return parsed.value;
  const count = parsed.error.length;
  const message = `${file} has ${count} mistake${count === 1 ? '' : 's'}; nothing was changed.`;
  throw new BondctlError('bad-input', message, { mistakes: parsed.error });
}

const busy = (running: RolloutId | undefined) =>
  new BondctlError(
    'busy',
    running === undefined
      ? 'Another apply is being planned; repeat yours in a moment.'
      : `Rollout ${running} is running; wait for its end ("bondctl rollout watch ${running}") and repeat.`,
  );

const stale = () =>
  new BondctlError(
    'failed',
    'The hosts are not as they were when this plan was made; plan again and look at it.',
  );

/** A plan with a refusal is not carried out, not even in part. */
function refuse({ refusals }: ClusterPlan): void {
  if (refusals.length === 0) return;
  const gone = refusals.every((one) => one.kind === 'unreachable');
  const hosts = [...new Set(refusals.map((one) => one.host))].join(', ');
  const message = gone
    ? `${hosts} cannot be reached, so nothing was changed; look at "bondctl hosts" and repeat.`
    : `Refused by ${hosts}; nothing was changed.`;
  throw new BondctlError(gone ? 'unreachable' : 'refused', message, { refusals: refusals.map(withHost) });
}

const withHost = ({ host, subject, message }: HostRefusal): Refusal => ({
  subject: `${host}: ${subject}`,
  message,
});

async function start(
  ports: RolloutPorts,
  actor: string,
  text: string,
  { spec, plan }: { readonly spec: ClusterSpec; readonly plan: ClusterPlan },
  keep: (id: RolloutId, run: Run) => void,
): Promise<{ readonly revision: number; readonly rollout: RolloutId | null }> {
  const startedUnixMs = ports.clock.nowUnixMs();
  const revision = await accept(ports, actor, text, spec, startedUnixMs);
  const sets = plan.changeSets.map((set) => ({ tx: ports.ids.tx(), set }));
  if (isNothingToDo(plan) || !isNonEmpty(sets)) return { revision, rollout: null };
  const id = ports.ids.rollout();
  keep(id, carry(ports, { actor, startedUnixMs }, begin(id, revision, sets)));
  return { revision, rollout: id };
}

/** The same text again is the same revision. */
async function accept(
  { store, record }: RolloutPorts,
  actor: string,
  text: string,
  spec: ClusterSpec,
  nowUnixMs: number,
): Promise<number> {
  const latest = await store.latestRevision();
  if (latest?.text === text) return latest.revision;
  const { revision } = await store.addRevision(nowUnixMs, actor, text, spec);
  await record(actor, { type: 'revisionAccepted', revision });
  return revision;
}

function resumeRow(ports: RolloutPorts, row: RolloutRow): Run {
  // What this program stored; brands exist in types only, and the store gives back what it was given.
  const { actor, rollout, owed } = row.state as StoredRollout;
  const [state, effects] = resume(rollout, ports.clock.nowUnixMs());
  const first = [...owed.map((fact) => ({ do: 'record', fact }) as const), ...effects];
  return carry(ports, { actor, startedUnixMs: row.startedUnixMs }, [state, first]);
}
