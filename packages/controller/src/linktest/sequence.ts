import type { CommandOutcome } from '@bondctl/proto/model/command';
import type { ErrorCode } from '@bondctl/proto/model/error';
import {
  type Disturbance,
  isSwallowed,
  type RunFault,
  type RunParameters,
} from '@bondctl/proto/model/linktest';
import { formatEnd, type HostId } from '@bondctl/proto/model/names';
import { followUp, portOf } from './follow-up.ts';
import { type Findings, nothing, withReceiver, withSender } from './found.ts';
import { type Asked, ask, limits, type TestOrder, type TestPlan } from './orders.ts';
import { standing } from './probes.ts';
import { withReach } from './reach.ts';
import { planSpread } from './spread.ts';

type MeasureOrder = Extract<TestOrder, { kind: 'measure' }>;
type Phases<A> = { [K in keyof A]: { readonly phase: K } & Readonly<A[K]> }[keyof A];

/** One coordinated test: both ends are probed, one serves, the other measures, the server's half is collected. */
export type Sequence = Phases<{
  probing: { plan: TestPlan; found: Findings; awaited: number };
  serving: { plan: TestPlan; found: Findings; parameters: RunParameters; attempt: number };
  measuring: { plan: TestPlan; found: Findings; parameters: RunParameters; attempt: number };
  /** The first attempt was void: its server goes before another one comes, and says why it went if it was the one. */
  clearing: { plan: TestPlan; found: Findings; parameters: RunParameters };
  collecting: { plan: TestPlan; found: Findings; measured: MeasureOrder };
  done: { found: Findings };
  failed: { code: ErrorCode; why: string };
}>;

/** What can happen to a test. `nowMs` is the controller's monotonic clock. */
export type SequenceEvent =
  | {
      readonly type: 'answered';
      readonly host: HostId;
      readonly order: TestOrder;
      readonly outcome: CommandOutcome;
      readonly nowMs: number;
    }
  /** No answer: the host is not connected or was silent for too long. */
  | {
      readonly type: 'lost';
      readonly host: HostId;
      readonly order: TestOrder;
      readonly why: string;
      readonly nowMs: number;
    }
  | { readonly type: 'abort'; readonly why: string; readonly nowMs: number };

type Step = readonly [Sequence, readonly Asked[]];
type In<P extends Sequence['phase']> = Extract<Sequence, { phase: P }>;

const mostAttempts = 2;
/** Faults that a second attempt may not meet again (link-testing.md 4c). */
const passing: readonly RunFault[] = ['busy', 'cannot-connect', 'address-in-use', 'interrupted'];

/** The first state of a test and its first orders: whole packets both ways and over every port at once. */
export function begin(plan: TestPlan): Step {
  const mtu = Math.min(plan.from.mtu, plan.to.mtu);
  const orders = (['there', 'back'] as const).flatMap((direction) =>
    plan.probes[direction].map(({ identifier }) => ask.probe(plan, direction, mtu, identifier)),
  );
  return [{ phase: 'probing', plan, found: nothing, awaited: orders.length }, orders];
}

/** The next state and what to ask. Total: answers that nobody waits for change nothing. */
export function step(state: Sequence, event: SequenceEvent): Step {
  if (state.phase === 'done' || state.phase === 'failed') return [state, []];
  if (event.type === 'abort') return interrupted(state, 'failed', event.why);
  switch (state.phase) {
    case 'probing':
      return probing(state, event);
    case 'serving':
      return serving(state, event);
    case 'measuring':
      return measuring(state, event);
    case 'clearing':
      return clearing(state, event);
    case 'collecting':
      return collecting(state, event);
    default:
      return state satisfies never;
  }
}

/** Has the test come to its end? */
export const isOver = (state: Sequence): state is In<'done' | 'failed'> =>
  state.phase === 'done' || state.phase === 'failed';

type Answer = Exclude<SequenceEvent, { type: 'abort' }>;
type Active = Exclude<Sequence, In<'done' | 'failed'>>;

function probing(state: In<'probing'>, event: Answer): Step {
  if (event.order.kind !== 'probe') return [state, []];
  if (event.type === 'lost' || event.outcome.kind !== 'probed') return refused(state, event);
  const probe = portOf(state.plan, event.order, event.outcome.probe);
  const found = { ...state.found, probes: [...state.found.probes, probe] };
  const more = followUp(state.plan, state.found.probes, probe, event.order.identifier);
  const next: Sequence = { ...state, found, awaited: state.awaited - 1 + more.length };
  return next.awaited > 0 ? [next, more] : probed(next);
}

function probed({ plan, found }: In<'probing'>): Step {
  const { parameters } = plan;
  const isNarrow = standing(found.probes).some((probe) => isSwallowed(probe) || probe.sent === 0);
  if (parameters === null || (plan.needsPathMtu && isNarrow)) return [{ phase: 'done', found }, []];
  return serve(plan, found, parameters, 1);
}

const serve = (plan: TestPlan, found: Findings, parameters: RunParameters, attempt: number): Step => [
  { phase: 'serving', plan, found, parameters, attempt },
  [ask.serve(plan, parameters)],
];

function serving(state: In<'serving'>, event: Answer): Step {
  if (event.order.kind !== 'serve') return [state, []];
  if (event.type === 'lost' || event.outcome.kind !== 'serving') return refused(state, event);
  const { port } = event.outcome;
  const spread = planSpread(state.plan, state.parameters, port);
  const measure = ask.measure(state.plan, state.parameters, port, spread.sourcePort);
  return [{ ...state, phase: 'measuring', found: { ...state.found, spread } }, [measure]];
}

function measuring(state: In<'measuring'>, event: Answer): Step {
  if (event.order.kind !== 'measure') return [state, []];
  if (event.type === 'lost') return interrupted(state, 'unreachable', lostSentence(state, event));
  if (event.outcome.kind !== 'measured') return refused(state, event);
  const { plan, parameters } = state;
  const { verdict } = event.outcome;
  const found = withSender(state.found, event.outcome);
  const isPassing = !verdict.ok && passing.includes(verdict.fault);
  const endsInTime = event.nowMs + limits.attemptMs(parameters.seconds) <= plan.endByMs;
  if (isPassing && endsInTime && state.attempt < mostAttempts)
    return [{ phase: 'clearing', plan, found, parameters }, [clear(plan, verdict.fault)]];
  return [{ phase: 'collecting', plan, found, measured: event.order }, [ask.collect(plan)]];
}

/** A client that was cut off may have been so because others need the link at the far end: only that end knows. */
const clear = (plan: TestPlan, fault: RunFault): Asked =>
  fault === 'interrupted' ? ask.collect(plan) : ask.cancel(plan, plan.to.end.host);

function clearing(state: In<'clearing'>, event: Answer): Step {
  const { plan, found, parameters } = state;
  const cancel = ask.cancel(plan, plan.to.end.host);
  switch (event.order.kind) {
    case 'cancel':
      if (event.type === 'lost') return [{ phase: 'done', found }, []];
      return serve(plan, { ...nothing, probes: found.probes }, parameters, mostAttempts);
    case 'collect':
      if (event.type === 'lost') return [{ phase: 'done', found }, [cancel]];
      return event.outcome.kind === 'collected' && event.outcome.disturbance !== null
        ? [
            {
              phase: 'done',
              found: disturbed(withReceiver(found, event.outcome), event.outcome.disturbance),
            },
            [],
          ]
        : [state, [cancel]];
    default:
      return [state, []];
  }
}

const isDisturbed = ({ run }: Findings): boolean =>
  run?.ok === false && (run.fault === 'port-down' || run.fault === 'others-traffic');

const disturbed = (found: Findings, disturbance: Disturbance): Findings => ({
  ...found,
  run: { ok: false, ...disturbance },
});

/** The server's half is evidence, not the verdict: a test stands without it. */
function collecting(state: In<'collecting'>, event: Answer): Step {
  if (event.order.kind !== 'collect') return [state, []];
  const { plan, found } = state;
  if (event.type === 'lost' || event.outcome.kind !== 'collected')
    return [{ phase: 'done', found: reached(state, found) }, [ask.cancel(plan, plan.to.end.host)]];
  const whole = withReceiver(found, event.outcome);
  const { disturbance } = event.outcome;
  // What the client saw of it, be it silence or a whole run, is only what followed.
  const ended =
    disturbance === null || isDisturbed(whole) ? reached(state, whole) : disturbed(whole, disturbance);
  return [{ phase: 'done', found: ended }, []];
}

const reached = ({ plan, measured }: In<'collecting'>, found: Findings): Findings => ({
  ...found,
  run: found.run && withReach(found.run, plan, measured, found.server),
});

/** The host did not do what was asked: the test ends, and so does everything of it on both hosts. */
function refused(state: Active, event: Answer): Step {
  if (event.type === 'lost') return fail(state, 'unreachable', lostSentence(state, event));
  const { outcome } = event;
  const subject = subjectOf(state, event);
  if (outcome.kind === 'refused') {
    const code = outcome.code === 'busy' ? 'busy' : 'refused';
    return fail(state, code, `${subject}: ${outcome.refusals.map((one) => one.message).join('; ')}`);
  }
  const why = outcome.kind === 'failed' ? outcome.message : `answered ${outcome.kind}`;
  return fail(state, 'failed', `${subject}: ${why}`);
}

const subjectOf = ({ plan: { from, to } }: Active, { host }: Answer): string =>
  formatEnd(host === from.end.host ? from.end : to.end);

const lostSentence = (state: Active, event: Extract<Answer, { type: 'lost' }>): string =>
  `${subjectOf(state, event)}: ${event.why}`;

/** What broke off while traffic flowed is a test without a figure; what broke off before is none. */
function interrupted(state: Active, code: ErrorCode, why: string): Step {
  const [failed, cancels] = fail(state, code, why);
  if (state.phase !== 'measuring') return [failed, cancels];
  const run = { ok: false, fault: 'interrupted', message: why } as const;
  return [{ phase: 'done', found: { ...state.found, run } }, cancels];
}

const fail = ({ plan }: Active, code: ErrorCode, why: string): Step => [
  { phase: 'failed', code, why },
  [ask.cancel(plan, plan.from.end.host), ask.cancel(plan, plan.to.end.host)],
];
