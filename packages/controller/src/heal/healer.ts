import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import type { RolloutId } from '@bondctl/proto/model/names';
import { isNonEmpty, type NonEmpty } from '@bondctl/proto/model/result';
import type { PlanView } from '@bondctl/proto/model/view';
import type { Agents } from '../hub/ports.ts';
import type { Standing } from '../record/drift-facts.ts';
import { healFacts } from '../record/heal-facts.ts';
import type { EventStore, RevisionRow, RolloutStore } from '../store/ports.ts';
import { dueForHealing, unasked } from './due.ts';

/** A spec as people wrote it; `file` is what messages call it. */
interface SpecText {
  readonly file: string;
  readonly text: string;
}

/** What healing asks for: the same plan and the same apply that people ask for. */
export interface HealChanges {
  plan(spec: SpecText): Promise<PlanView>;
  apply(
    actor: string,
    spec: SpecText,
    digest: string | null,
  ): Promise<{ readonly rollout: RolloutId | null }>;
  settled(id: RolloutId): Promise<void>;
}

/** What the healer works with. */
export interface HealerParts {
  readonly standing: () => readonly Standing[];
  readonly agents: Pick<Agents, 'presence' | 'report'>;
  readonly store: Pick<RolloutStore, 'latestRevision' | 'unfinishedRollouts'>;
  readonly events: Pick<EventStore, 'list'>;
  readonly record: (actor: string, fact: Fact) => Promise<unknown>;
  readonly changes: HealChanges;
  readonly needsPerson: () => Promise<boolean>;
  readonly clock: { nowUnixMs(): number; sleep(ms: number): Promise<void> };
  readonly log: {
    info(fields: object, message: string): void;
    error(fields: object, message: string): void;
  };
}

/** Whom the record names for what nobody asked for. */
const actor = 'controller';
const lookEveryMs = 2_000;
/** After something that says nothing about the bond (a host is away, somebody else is faster). */
const laterMs = 30_000;

type Ending =
  | { readonly kind: 'tried'; readonly rollout: RolloutId | null; readonly why: string }
  | { readonly kind: 'later'; readonly why: string };

const later = (why: string): Ending => ({ kind: 'later', why });
const inVain = (why: string): Ending => ({ kind: 'tried', rollout: null, why });

/** Looks once, and heals what is due. Resolves with how long to wait before the next look. */
export async function healOnce(parts: HealerParts): Promise<number> {
  const standing = parts.standing();
  if (standing.length === 0) return lookEveryMs;
  const accepted = await parts.store.latestRevision();
  const heal = accepted?.spec.heal ?? [];
  if (accepted === undefined || heal.length === 0) return lookEveryMs;
  const hosts = standing.map(({ host }) => host);
  const due = dueForHealing({
    nowUnixMs: parts.clock.nowUnixMs(),
    standing,
    heal,
    reached: new Set(hosts.filter((host) => isReached(parts, host))),
    events: await healFacts(parts.events),
    isBusy: (await parts.store.unfinishedRollouts()).length > 0,
    needsPerson: await parts.needsPerson(),
  });
  return isNonEmpty(due) ? heals(parts, accepted, due) : lookEveryMs;
}

const isReached = ({ agents }: HealerParts, host: Standing['host']): boolean =>
  agents.presence(host) === 'connected' && agents.report(host) !== undefined;

async function heals(parts: HealerParts, accepted: RevisionRow, due: NonEmpty<Standing>): Promise<number> {
  const ends = due.map(({ host, bond }) => ({ host, bond }));
  const ending = await tryToHeal(parts, accepted, due);
  parts.log.info({ ends, ...ending }, 'healing drift');
  if (ending.kind === 'later') return laterMs;
  const { rollout, why } = ending;
  for (const end of ends) await parts.record(actor, { type: 'healTried', ...end, rollout, why });
  if (rollout !== null) await parts.changes.settled(rollout);
  return lookEveryMs;
}

async function tryToHeal(
  { changes, agents }: HealerParts,
  { revision, text, spec }: RevisionRow,
  due: NonEmpty<Standing>,
): Promise<Ending> {
  const source = { file: `revision ${revision}`, text };
  try {
    const plan = await changes.plan(source);
    if (plan.nothingToDo) return later('the hosts have nothing to do');
    if (plan.refusals.length > 0) return refused(plan);
    const others = unasked(plan, { spec, reportOf: (host) => agents.report(host) }, due);
    if (others.length > 0)
      return inVain(`the way back would change ${others.join(', ')} too, which nobody asked to heal`);
    const { rollout } = await changes.apply(actor, source, plan.digest);
    return rollout === null ? later('the hosts have nothing to do') : { kind: 'tried', rollout, why: '' };
  } catch (thrown) {
    const { code, message } = BondctlError.from(thrown);
    return code === 'busy' || code === 'unreachable' ? later(message) : inVain(message);
  }
}

/** A host that is away refuses nothing: it is asked again when it may be back. */
function refused({ refusals }: PlanView): Ending {
  const why = refusals.map(({ host, subject, message }) => `${host}: ${subject}: ${message}`).join('; ');
  return refusals.every(({ kind }) => kind === 'unreachable') ? later(why) : inVain(why);
}

/** Heals for as long as the controller runs: one look at a time, each after the end of the one before. */
export async function keepHealing(parts: HealerParts, stopping: AbortSignal): Promise<void> {
  let waitMs = lookEveryMs;
  while (!stopping.aborted) {
    await parts.clock.sleep(waitMs);
    if (stopping.aborted) return;
    try {
      waitMs = await healOnce(parts);
    } catch (thrown) {
      waitMs = laterMs;
      // What a stopping controller cannot read any more is no mistake.
      if (!stopping.aborted) parts.log.error({ err: thrown }, 'healing drift failed');
    }
  }
}
