import type { Fact } from '@bondctl/proto/model/event';
import { gentle, type Repetition, type RunParameters, usualRun } from '@bondctl/proto/model/linktest';
import type { Link } from '@bondctl/proto/model/spec';
import type { Changed } from '../linktest/fresh.ts';
import { limits } from '../linktest/orders.ts';
import { summaryOf } from '../linktest/result.ts';
import type { Measure, Tested, Wish } from '../linktest/runner.ts';
import type { TestRow, TestStore } from '../store/ports.ts';
import { repetitionOf, rulesOf } from './repeated.ts';

/** What a finished test is read with, and where it is kept and told. */
export interface TestsDeps {
  readonly measure: Measure;
  /** What its hosts, the spec and earlier results make of it. */
  readonly read: (tested: Tested) => Promise<Pick<TestRow, 'findings' | 'comparison'>>;
  readonly tests: Pick<TestStore, 'addTest'>;
  readonly clock: { nowUnixMs(): number; monotonicMs(): number };
  readonly record: (actor: string, fact: Fact) => Promise<unknown>;
}

/** What a person may ask for; null: what the link expects, else one stream, ten seconds, a measurement, TCP, forth, once. */
export interface AskedParameters {
  readonly streams: number | null;
  readonly seconds: number | null;
  readonly class: RunParameters['class'] | null;
  readonly protocol: RunParameters['protocol'] | null;
  readonly direction: RunParameters['direction'] | null;
  readonly offeredBps: number | null;
  /** Measured again until the mean is certain or these seconds are used up. */
  readonly budgetSeconds: number | null;
}

/** Link tests of this controller: carried out, judged, compared, kept and told. */
export interface LinkTests {
  /** The proof of a change; see rollout/ports.ts. */
  prove(
    link: Link,
    during: { readonly changed: readonly Changed[]; readonly timeoutMs: number },
  ): Promise<TestRow>;
  /** One run of a candidate that is being tried; the bonds must be reported as `changed` has them. Throws as `Measure`. */
  trial(
    actor: string,
    link: Link,
    run: Pick<RunParameters, 'streams' | 'seconds'>,
    during: { readonly changed: readonly Changed[]; readonly signal: AbortSignal },
  ): Promise<TestRow>;
  /**
   * A test that a person asked for; of several runs the last, which has the mean. Throws as `Measure`. `onFree` is called
   * once, when its hosts are free; what was measured may still have to be read and kept by then.
   */
  run(
    actor: string,
    link: Link,
    asked: AskedParameters,
    signal: AbortSignal,
    onFree?: () => void,
  ): Promise<TestRow>;
}

/** The link tests of one controller over its ports. */
export function createLinkTests(deps: TestsDeps): LinkTests {
  return {
    async prove(link, { changed, timeoutMs }) {
      const { throughput } = link.expect;
      const parameters = throughput && {
        ...usualRun,
        class: 'proof' as const,
        streams: throughput.streams,
        seconds: throughput.seconds,
      };
      const { signal } = new AbortController();
      const tested = await deps.measure({ link, parameters, changed, timeoutMs, signal, onFree: ignore });
      return keep(deps, 'controller', tested, null);
    },
    async trial(actor, link, run, { changed, signal }) {
      const parameters = { ...usualRun, ...run };
      const timeoutMs = timeoutFor(parameters);
      let onFree = ignore;
      const free = new Promise<void>((resolve) => {
        onFree = resolve;
      });
      const tested = await deps.measure({ link, parameters, changed, timeoutMs, signal, onFree });
      const row = await keep(deps, actor, tested, null);
      // The next run is asked for at once, and needs the same hosts.
      await free;
      return row;
    },
    async run(actor, link, asked, signal, onFree = ignore) {
      const parameters = parametersFor(link, asked);
      const wish: Wish = {
        link,
        parameters,
        changed: [],
        timeoutMs: timeoutFor(parameters),
        signal,
        onFree,
      };
      if (asked.budgetSeconds !== null) return repeat(deps, actor, wish, asked.budgetSeconds);
      return keep(deps, actor, await deps.measure(wish), null);
    },
  };
}

const timeoutFor = ({ seconds }: RunParameters): number => limits.probeMs + 2 * limits.measureMs(seconds);
const ignore = (): void => undefined;

function parametersFor(link: Link, asked: AskedParameters): RunParameters {
  const { streams, seconds } = link.expect.throughput ?? usualRun;
  const kind = asked.class ?? usualRun.class;
  return {
    class: kind,
    streams: asked.streams ?? streams,
    seconds: asked.seconds ?? (kind === 'probe' ? gentle.seconds : seconds),
    protocol: asked.protocol ?? usualRun.protocol,
    direction: asked.direction ?? usualRun.direction,
    offeredBps: asked.offeredBps,
  };
}

/** Runs after each other, each kept, until the mean is certain enough or the budget is used up. */
async function repeat(deps: TestsDeps, actor: string, wish: Wish, budgetSeconds: number): Promise<TestRow> {
  const startedMs = deps.clock.monotonicMs();
  const rules = rulesOf(budgetSeconds, limits.attemptMs(wish.parameters?.seconds ?? usualRun.seconds));
  const results: Tested['result'][] = [];
  let quiet = Promise.resolve();
  try {
    for (;;) {
      const { promise, resolve } = settled();
      quiet = promise;
      const tested = await deps.measure({ ...wish, onFree: resolve });
      results.push(tested.result);
      const usedMs = deps.clock.monotonicMs() - startedMs;
      const { repetition, again } = repetitionOf(results, usedMs, rules);
      const row = await keep(deps, actor, tested, repetition);
      if (!again || wish.signal.aborted) return row;
      await quiet;
    }
  } finally {
    void quiet.then(wish.onFree);
  }
}

/** A promise and what resolves it. */
function settled(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

async function keep(
  { read, tests, clock, record }: TestsDeps,
  actor: string,
  tested: Tested,
  repetition: Repetition | null,
): Promise<TestRow> {
  const { result } = tested;
  const judgement = tested.judge(repetition?.meanBps ?? null);
  const reading = await read(tested);
  const row = { id: result.id, atUnixMs: clock.nowUnixMs(), result, judgement, ...reading, repetition };
  await tests.addTest(row);
  const sentence = summaryOf(result, judgement);
  const { passed } = judgement;
  await record(actor, { type: 'linkTested', test: row.id, link: result.link, passed, sentence });
  return row;
}
