import { BondctlError } from '@bondctl/proto/model/error';
import type { CommandId, HostId } from '@bondctl/proto/model/names';
import type { Agents } from '../hub/ports.ts';
import type { Asked, TestPlan } from './orders.ts';
import { begin, isOver, type Sequence, type SequenceEvent, step } from './sequence.ts';

/** What carrying out one test needs. */
export interface ConductDeps {
  readonly agents: Pick<Agents, 'ask' | 'presence'>;
  readonly clock: { monotonicMs(): number; sleep(ms: number): Promise<void> };
  readonly ids: { command(): CommandId };
  readonly log: { warn(fields: Readonly<Record<string, unknown>>, message: string): void };
}

/** How a test ended. */
export type Ended = Extract<Sequence, { phase: 'done' | 'failed' }>;

/** A test under way: `over` is its end, `quiet` is when every order of it was answered or given up. */
export interface Conducted {
  readonly over: Promise<Ended>;
  readonly quiet: Promise<void>;
}

/** How often it is looked whether both hosts are still there. */
const lookEveryMs = 2_000;

/** Carries a test out. It ends by itself at the plan's `endByMs`, when a host is lost, or when `signal` aborts. */
export function conduct(deps: ConductDeps, plan: TestPlan, signal: AbortSignal): Conducted {
  let [state, first] = begin(plan);
  const pending = new Set<Promise<void>>();
  let finish: (end: Ended) => void = () => {};
  const over = new Promise<Ended>((resolve) => {
    finish = resolve;
  });
  const happen = (event: SequenceEvent): void => {
    const [next, asked] = step(state, event);
    state = next;
    for (const one of asked) send(one);
    if (isOver(state)) finish(state);
  };
  const send = (asked: Asked): void => {
    const answer = answerOf(deps, asked).then(happen);
    pending.add(answer);
    void answer.finally(() => pending.delete(answer));
  };
  const abort = (why: string) => happen({ type: 'abort', why, nowMs: deps.clock.monotonicMs() });
  const onAbort = () => abort('the test was cancelled');
  signal.addEventListener('abort', onAbort, { once: true });
  void deps.clock
    .sleep(Math.max(0, plan.endByMs - deps.clock.monotonicMs()))
    .then(() => abort('the test did not end in time'));
  void untilLost(deps, plan, () => isOver(state)).then(
    (host) => host && abort(`${host} is not connected any more`),
  );
  for (const one of first) send(one);
  if (signal.aborted) onAbort();
  const quiet = over.then(async () => {
    signal.removeEventListener('abort', onAbort);
    while (pending.size > 0) await Promise.all(pending);
  });
  return { over, quiet };
}

/** The host that was lost while the test went on; undefined once it is over. */
async function untilLost(
  { agents, clock }: ConductDeps,
  { from, to }: TestPlan,
  isDone: () => boolean,
): Promise<HostId | undefined> {
  while (!isDone()) {
    await clock.sleep(lookEveryMs);
    const lost = [from.end.host, to.end.host].find((host) => agents.presence(host) === 'lost');
    if (lost !== undefined) return isDone() ? undefined : lost;
  }
  return undefined;
}

async function answerOf(deps: ConductDeps, { host, order, timeoutMs }: Asked): Promise<SequenceEvent> {
  try {
    const outcome = await deps.agents.ask(host, deps.ids.command(), order, timeoutMs);
    return { type: 'answered', host, order, outcome, nowMs: deps.clock.monotonicMs() };
  } catch (thrown) {
    const why = BondctlError.from(thrown).message;
    deps.log.warn({ host, order: order.kind, test: order.test, error: why }, 'no answer');
    return { type: 'lost', host, order, why, nowMs: deps.clock.monotonicMs() };
  }
}
