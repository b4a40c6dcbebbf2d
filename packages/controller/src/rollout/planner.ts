import { type BondDesire, desiredName, desiredTuning } from '@bondctl/proto/model/bond';
import type { CommandOutcome } from '@bondctl/proto/model/command';
import { BondctlError, type Refusal } from '@bondctl/proto/model/error';
import type { HostReport } from '@bondctl/proto/model/host';
import type { ClusterSpec, HostDesire } from '@bondctl/proto/model/spec';
import { planChanges } from '../plan/changes.ts';
import type { ClusterPlan, HostAnswer } from '../plan/plan.ts';
import type { RolloutPorts } from './ports.ts';

// A host that is busy answers late; a plan waits for it longer than anything that a deadline counts.
const planTimeoutMs = 30_000;
const atOnce = 16;

/** Asks every host that the spec wants something of what it would do, and makes one plan of the answers. */
export async function planCluster(
  ports: Pick<RolloutPorts, 'agents' | 'ids'>,
  spec: ClusterSpec,
): Promise<ClusterPlan> {
  const answers: HostAnswer[] = [];
  const queue = [...spec.desires.entries()];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [position, desire] = next;
      answers[position] = await askHost(ports, desire);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return planChanges(spec, answers);
}

/** An agent of an earlier version would take no notice of a tuning, and the change would seem to be made. */
const ignoredBy = (report: HostReport | undefined, desired: readonly BondDesire[]): readonly Refusal[] =>
  report === undefined || report.state.tuning !== undefined
    ? []
    : desired
        .filter((desire) => Object.keys(desiredTuning(desire)).length > 0)
        .map((desire) => ({
          subject: desiredName(desire),
          message: 'its agent is too old to know "tuning"; upgrade it',
        }));

async function askHost(
  { agents, ids }: Pick<RolloutPorts, 'agents' | 'ids'>,
  { host, bonds }: HostDesire,
): Promise<HostAnswer> {
  const ignored = ignoredBy(agents.report(host), bonds);
  if (ignored.length > 0) return { host, kind: 'refused', refusals: ignored };
  try {
    const outcome = await agents.ask(host, ids.command(), { kind: 'plan', desired: bonds }, planTimeoutMs);
    return { host, ...answerOf(outcome) };
  } catch (thrown) {
    const error = BondctlError.from(thrown);
    const kind = error.code === 'unreachable' ? 'unreachable' : 'refused';
    return { host, kind, refusals: [{ subject: 'connection', message: error.message }] };
  }
}

type Answer =
  | Omit<Extract<HostAnswer, { kind: 'plan' }>, 'host'>
  | {
      readonly kind: 'refused';
      readonly refusals: readonly { readonly subject: string; readonly message: string }[];
    };

function answerOf(outcome: CommandOutcome): Answer {
  if (outcome.kind === 'planned') return { kind: 'plan', plan: outcome.plan };
  if (outcome.kind === 'refused') {
    const bare = [{ subject: 'plan', message: `refused (${outcome.code})` }];
    return { kind: 'refused', refusals: outcome.refusals.length === 0 ? bare : outcome.refusals };
  }
  const message =
    outcome.kind === 'failed' ? outcome.message : `it answered "${outcome.kind}" instead of a plan`;
  return { kind: 'refused', refusals: [{ subject: 'plan', message }] };
}
