import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import type { RunParameters } from '@bondctl/proto/model/linktest';
import type { End, TestId } from '@bondctl/proto/model/names';
import { type Result, success } from '@bondctl/proto/model/result';
import type { Link } from '@bondctl/proto/model/spec';
import type { Agents } from '../hub/ports.ts';
import type { TestRow, TestStore } from '../store/ports.ts';
import { type ConductDeps, conduct } from './conduct.ts';
import { type EndFacts, endFacts, pathBetween } from './ends.ts';
import { type Changed, freshEnd } from './fresh.ts';
import type { TestPlan } from './orders.ts';
import { limits } from './orders.ts';
import { judgementOf, resultOf, summaryOf } from './result.ts';
import { conflict } from './schedule.ts';

/** What link tests need of the controller. */
export interface ProverDeps extends ConductDeps {
  readonly agents: Pick<Agents, 'ask' | 'report'>;
  readonly tests: Pick<TestStore, 'addTest'>;
  readonly clock: ConductDeps['clock'] & { nowUnixMs(): number };
  readonly ids: ConductDeps['ids'] & { test(): TestId };
  readonly record: (actor: string, fact: Fact) => Promise<unknown>;
}

/** What a person may ask for; null: what the link expects, or one stream and ten seconds. */
export interface AskedParameters {
  readonly streams: number | null;
  readonly seconds: number | null;
}

/** Link tests of this controller: no host takes part in two at once. */
export interface LinkTests {
  /** The proof of a change; see rollout/ports.ts. */
  prove(
    link: Link,
    during: { readonly changed: readonly Changed[]; readonly timeoutMs: number },
  ): Promise<TestRow>;
  /** A test that a person asked for. Throws BondctlError `busy`, `unreachable`, `refused` or `failed`. */
  run(actor: string, link: Link, parameters: AskedParameters, signal: AbortSignal): Promise<TestRow>;
}

const usual: RunParameters = { streams: 1, seconds: 10 };
/** How long hosts may take to report what they were changed to. */
const freshMs = 5_000;
const freshEveryMs = 100;

interface Wish {
  readonly actor: string;
  readonly link: Link;
  readonly parameters: RunParameters | null;
  readonly changed: readonly Changed[];
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** The link tests of one controller over its ports. */
export function createProver(deps: ProverDeps): LinkTests {
  const running = new Map<TestId, { readonly test: TestId; readonly link: Link }>();
  const carried = (wish: Wish) => carryOut(deps, running, wish);
  return {
    prove(link, { changed, timeoutMs }) {
      const { throughput } = link.expect;
      const signal = new AbortController().signal;
      const parameters = throughput && { streams: throughput.streams, seconds: throughput.seconds };
      return carried({ actor: 'controller', link, parameters, changed, timeoutMs, signal });
    },
    run(actor, link, asked, signal) {
      const { streams, seconds } = link.expect.throughput ?? usual;
      const parameters = { streams: asked.streams ?? streams, seconds: asked.seconds ?? seconds };
      const timeoutMs = limits.probeMs + 2 * limits.measureMs(parameters.seconds);
      return carried({ actor, link, parameters, changed: [], timeoutMs, signal });
    },
  };
}

type Running = Map<TestId, { readonly test: TestId; readonly link: Link }>;

async function carryOut(deps: ProverDeps, running: Running, wish: Wish): Promise<TestRow> {
  const { link } = wish;
  const other = conflict(running.values(), link);
  if (other !== undefined)
    throw new BondctlError(
      'busy',
      `${other.link.name} is being tested on one of these hosts; repeat in a moment.`,
    );
  const test = deps.ids.test();
  running.set(test, { test, link });
  let release = Promise.resolve();
  try {
    const plan = await planOf(deps, test, wish);
    const { over, quiet } = conduct(deps, plan, wish.signal);
    release = quiet;
    const end = await over;
    if (end.phase === 'failed') throw new BondctlError(end.code, end.why);
    return await keep(deps, wish, resultOf(plan, link, end.found), plan);
  } finally {
    // The hosts are free once every end of the test has said that nothing of it runs any more.
    void release.then(() => running.delete(test));
  }
}

/** Waits until both ends are reported as they shall be, and lays down the test. */
async function planOf(deps: ProverDeps, test: TestId, wish: Wish): Promise<TestPlan> {
  const startedMs = deps.clock.monotonicMs();
  const { parameters } = wish;
  for (;;) {
    const ends = endsOf(deps, wish);
    if (ends.ok) {
      const endByMs = startedMs + wish.timeoutMs;
      const needsPathMtu = wish.link.expect.pathMtu;
      return { test, ...ends.value, parameters, needsPathMtu, endByMs };
    }
    if (deps.clock.monotonicMs() - startedMs >= freshMs || wish.signal.aborted)
      throw new BondctlError('failed', ends.error);
    await deps.clock.sleep(freshEveryMs);
  }
}

type Ends = Pick<TestPlan, 'from' | 'to' | 'path'>;

function endsOf({ agents }: ProverDeps, { link, changed }: Wish): Result<Ends, string> {
  const read = (end: End): Result<EndFacts, string> => {
    const facts = endFacts(end, agents.report(end.host));
    return facts.ok ? freshEnd(facts.value, changed) : facts;
  };
  const [from, to] = [read(link.ends[0]), read(link.ends[1])];
  if (!from.ok) return from;
  if (!to.ok) return to;
  const path = pathBetween(from.value, to.value);
  return path.ok ? success({ from: from.value, to: to.value, path: path.value }) : path;
}

async function keep(
  deps: ProverDeps,
  wish: Wish,
  result: TestRow['result'],
  plan: TestPlan,
): Promise<TestRow> {
  const judgement = judgementOf(plan, wish.link, result);
  const row: TestRow = { id: plan.test, atUnixMs: deps.clock.nowUnixMs(), result, judgement };
  await deps.tests.addTest(row);
  const sentence = summaryOf(result, judgement);
  const fact = {
    type: 'linkTested',
    test: row.id,
    link: result.link,
    passed: judgement.passed,
    sentence,
  } as const;
  await deps.record(wish.actor, fact);
  return row;
}
