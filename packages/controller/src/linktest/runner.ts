import { BondctlError } from '@bondctl/proto/model/error';
import type { Judgement, RunParameters, TestResult } from '@bondctl/proto/model/linktest';
import type { End, TestId } from '@bondctl/proto/model/names';
import { type Result, success } from '@bondctl/proto/model/result';
import type { Link } from '@bondctl/proto/model/spec';
import type { Agents } from '../hub/ports.ts';
import { capacityOf } from './ceiling.ts';
import { type ConductDeps, conduct } from './conduct.ts';
import { type EndFacts, endFacts, pathBetween } from './ends.ts';
import { type Changed, freshEnd } from './fresh.ts';
import { offered } from './offered.ts';
import type { TestPlan } from './orders.ts';
import { probesFrom } from './probe-plan.ts';
import { judgementOf, resultOf } from './result.ts';
import { conflict } from './schedule.ts';
import { turned } from './sender.ts';

/** What link tests need of the controller. */
export interface MeasureDeps extends ConductDeps {
  readonly agents: Pick<Agents, 'ask' | 'presence' | 'report'>;
  readonly ids: ConductDeps['ids'] & { test(): TestId };
  /** 0 inclusive to 1 exclusive. */
  readonly random: () => number;
}

/** One measurement to be. */
export interface Wish {
  readonly link: Link;
  /** null: only the path is probed. */
  readonly parameters: RunParameters | null;
  /** What hosts must report before anything is proven. */
  readonly changed: readonly Changed[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Called once, when its hosts are free, which is before or after the promise settles. */
  readonly onFree: () => void;
}

/** A test that was carried out. */
export interface Tested {
  readonly link: Link;
  readonly result: TestResult;
  /** The result against its ceilings, or `meanBps` where it is one of several runs. */
  readonly judge: (meanBps: number | null) => Judgement;
}

/** Carries tests out; no host takes part in two at once. Throws BondctlError `busy`, `unreachable`, `refused` or `failed`. */
export type Measure = (wish: Wish) => Promise<Tested>;

/** How long hosts may take to report what they were changed to. */
const freshMs = 5_000;
const freshEveryMs = 100;

/** The measurements of one controller over its ports. */
export function createMeasure(deps: MeasureDeps): Measure {
  const running = new Map<TestId, { readonly test: TestId; readonly link: Link }>();
  return async (wish) => {
    const { link } = wish;
    const test = deps.ids.test();
    let release = Promise.resolve();
    try {
      const other = conflict(running.values(), link);
      if (other !== undefined) throw busy(other.link);
      running.set(test, { test, link });
      const plan = await planOf(deps, test, wish);
      const { over, quiet } = conduct(deps, plan, wish.signal);
      release = quiet;
      const end = await over;
      if (end.phase === 'failed') throw new BondctlError(end.code, end.why);
      const result = resultOf(plan, link, end.found);
      return { link, result, judge: (meanBps) => judgementOf(plan, link, result, meanBps) };
    } finally {
      // The hosts are free once every end of the test has said that nothing of it runs any more.
      void release.then(() => {
        running.delete(test);
        wish.onFree();
      });
    }
  };
}

const busy = ({ name }: Link): BondctlError =>
  new BondctlError('busy', `${name} is being tested on one of these hosts; repeat in a moment.`);

/** Waits until both ends are reported as they shall be, and lays down the test. */
async function planOf(deps: MeasureDeps, test: TestId, wish: Wish): Promise<TestPlan> {
  const startedMs = deps.clock.monotonicMs();
  for (;;) {
    const ends = endsOf(deps, wish);
    if (ends.ok) return { test, ...ends.value, ...laidDown(deps, wish, ends.value, startedMs) };
    if (deps.clock.monotonicMs() - startedMs >= freshMs || wish.signal.aborted)
      throw new BondctlError('failed', ends.error);
    await deps.clock.sleep(freshEveryMs);
  }
}

type Ends = Pick<TestPlan, 'from' | 'to' | 'path'>;

/** Source ports below those that kernels give out, each time others: a port that was just closed may be refused. */
const sourcePorts = { from: 10_000, windows: 18, size: 1000 } as const;

function laidDown(
  { random }: MeasureDeps,
  wish: Wish,
  { from, to, path }: Ends,
  startedMs: number,
): Omit<TestPlan, keyof Ends | 'test'> {
  const { size, windows } = sourcePorts;
  const capacity = capacityOf(wish.link.declared, from, to);
  const first = sourcePorts.from + size * Math.floor(random() * windows);
  return {
    probes: { there: probesFrom(from, to, path), back: probesFrom(to, from, turned(path)) },
    sourcePorts: { first, last: first + size - 1 },
    parameters: wish.parameters && offered(wish.parameters, wish.link, from, to),
    portBps: capacity.source === 'unknown' ? null : capacity.rateBps,
    needsPathMtu: wish.link.expect.pathMtu,
    endByMs: startedMs + wish.timeoutMs,
  };
}

function endsOf({ agents }: MeasureDeps, { link, changed, parameters }: Wish): Result<Ends, string> {
  const read = (end: End): Result<EndFacts, string> => {
    const facts = endFacts(end, agents.report(end.host));
    return facts.ok ? freshEnd(facts.value, changed) : facts;
  };
  const [first, second] = link.ends;
  const [from, to] =
    parameters?.direction === 'back' ? [read(second), read(first)] : [read(first), read(second)];
  if (!from.ok) return from;
  if (!to.ok) return to;
  const path = pathBetween(from.value, to.value);
  return path.ok ? success({ from: from.value, to: to.value, path: path.value }) : path;
}
