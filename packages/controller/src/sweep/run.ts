import { BondctlError } from '@bondctl/proto/model/error';
import type { SweepEnding } from '@bondctl/proto/model/event';
import type { SweepId } from '@bondctl/proto/model/names';
import type { Link } from '@bondctl/proto/model/spec';
import type { CandidateView, SweepFigure } from '@bondctl/proto/model/sweep';
import type { TestView } from '@bondctl/proto/model/view';
import type { Changed } from '../linktest/fresh.ts';
import { startOf } from '../rollout/carry.ts';
import { told } from '../rollout/pair/back.ts';
import type { Change, Rested } from '../rollout/pair/state.ts';
import { figureOf } from './figures.ts';
import type { Measuring, Trial } from './plan.ts';
import { onlyTried, type TrialPorts, tryOut, type Work } from './trial.ts';

/** One measurement of a link as the candidate has it. Throws BondctlError where it could not be carried out. */
export type MeasureOnce = (
  link: Link,
  run: { readonly streams: number; readonly seconds: number },
  during: { readonly changed: readonly Changed[]; readonly signal: AbortSignal },
) => Promise<TestView>;

/** What carrying a sweep out needs. */
export interface RunPorts extends TrialPorts {
  readonly measure: MeasureOnce;
  /** Resolves once it is stored that `inHand` may be on its hosts, and what was tried before. */
  readonly keep: (tried: readonly CandidateView[], inHand: Change | null) => Promise<void>;
}

/** A sweep to be carried out. */
export interface SweepOrder extends Measuring {
  readonly id: SweepId;
  readonly link: Link;
  readonly trials: readonly Trial[];
}

/** How a sweep came to its end. */
export interface SweepEnd {
  readonly tried: readonly CandidateView[];
  readonly ending: SweepEnding;
  readonly why: string;
}

/** Tries one candidate after the other. It ends early when somebody goes away, and when a host may not be as it was. */
export async function runSweep(ports: RunPorts, order: SweepOrder, signal: AbortSignal): Promise<SweepEnd> {
  const tried: CandidateView[] = [];
  for (const trial of order.trials) {
    if (signal.aborted) return { tried, ending: 'cancelled', why: brokenOff(tried, order) };
    const { view, halt } = await turnOf(ports, order, trial, tried, signal);
    tried.push(view);
    await ports.keep(tried, null);
    await ports.record({ type: 'candidateTried', rollout: order.id, ...wordsOf(view) });
    if (halt !== null) return { tried, ...halt };
  }
  return signal.aborted
    ? { tried, ending: 'cancelled', why: brokenOff(tried, order) }
    : { tried, ending: 'finished', why: '' };
}

const brokenOff = (tried: readonly unknown[], { trials }: SweepOrder): string =>
  `it was broken off after ${tried.length} of ${trials.length} candidates`;

interface Turn {
  readonly view: CandidateView;
  /** Why nothing more is tried; null: it goes on. */
  readonly halt: { readonly ending: SweepEnding; readonly why: string } | null;
}

async function turnOf(
  ports: RunPorts,
  order: SweepOrder,
  { view: plan, set }: Trial,
  tried: readonly CandidateView[],
  signal: AbortSignal,
): Promise<Turn> {
  const { refused, deadlineMs: _deadlineMs, ...view } = plan;
  if (refused !== '') return { view: { ...view, figures: [], why: refused }, halt: null };
  const figures: SweepFigure[] = [];
  if (set === null) {
    await measureAll(ports, order, [], figures)(signal);
    return { view: { ...view, figures, why: '' }, halt: null };
  }
  const change: Change = { rollout: order.id, tx: ports.ids.tx(), set };
  await ports.keep(tried, change);
  const work = measureAll(ports, order, set.participants, figures);
  const rested = await tryOut(ports, change, startOf(ports, change), work, signal);
  return { view: { ...view, figures, why: whyOf(rested, figures) }, halt: haltOf(rested) };
}

/** Every number of streams as often as asked, one figure each; a run that could not be carried out ends its figure. */
const measureAll =
  ({ measure }: RunPorts, order: SweepOrder, changed: readonly Changed[], figures: SweepFigure[]): Work =>
  async (signal) => {
    for (const streams of order.streams) {
      if (signal.aborted) return;
      figures.push(await measured(measure, order, streams, { changed, signal }));
    }
  };

async function measured(
  measure: MeasureOnce,
  { link, runs, seconds }: SweepOrder,
  streams: number,
  during: Parameters<MeasureOnce>[2],
): Promise<SweepFigure> {
  const rows: TestView[] = [];
  try {
    while (rows.length < runs && !during.signal.aborted)
      rows.push(await measure(link, { streams, seconds }, during));
    return figureOf(streams, rows, 'the sweep was broken off before');
  } catch (thrown) {
    return figureOf(streams, rows, BondctlError.from(thrown).message);
  }
}

/** A change that went back for its own reasons says why it was not, or not wholly, measured. */
const whyOf = (rested: Rested, figures: readonly SweepFigure[]): string => {
  const why = 'why' in rested ? rested.why : '';
  return why === onlyTried && figures.length > 0 ? '' : why;
};

/** Nothing more is tried where a host may not be as it was. */
function haltOf(rested: Rested): Turn['halt'] {
  if (rested.phase === 'needsPerson') return { ending: 'needsPerson', why: rested.why };
  if (rested.phase !== 'rolledBack' || rested.unheard.length === 0) return null;
  return { ending: 'failed', why: told([rested.why, 'Nothing more was tried']) };
}

function wordsOf({ name, figures, why }: CandidateView): {
  readonly candidate: string;
  readonly sentence: string;
} {
  const said = figures.map(({ streams, meanBps, why: none }) => {
    const what = meanBps === null ? `nothing (${none})` : `${(meanBps / 1e6).toFixed(0)} Mbit/s`;
    return `${streams} stream${streams === 1 ? '' : 's'}: ${what}`;
  });
  return { candidate: name, sentence: told([...said, ...(why === '' ? [] : [why])]) };
}
