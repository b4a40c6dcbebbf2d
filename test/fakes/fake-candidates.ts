import type { LinkName, SweepId } from '@bondctl/proto/model/names';
import type { CandidateView, SweepFigure, SweepView } from '@bondctl/proto/model/sweep';
import { type StoredSweep, sweepView } from '../../packages/controller/src/sweep/stored.ts';

/** A figure of so many streams. */
export const figureAt = (
  streams: number,
  mbps: number | null,
  change: Partial<SweepFigure> = {},
): SweepFigure => ({
  streams,
  tests: [],
  goodRuns: 3,
  meanBps: mbps === null ? null : mbps * 1e6,
  halfWidthPercent: 1,
  retransmitPercent: 0,
  percentOfConfiguration: 99,
  percentOfHardware: 50,
  why: mbps === null ? 'nothing arrived' : '',
  ...change,
});

/** A candidate that was tried. */
export const triedAs = (
  mode: CandidateView['setting']['mode'],
  mtu: number,
  figures: readonly SweepFigure[],
  change: Partial<CandidateView> = {},
): CandidateView => ({
  name: `${mode}, MTU ${mtu}`,
  setting: { mode, mtu, options: {}, tuning: {} },
  disruption: 'bond rebuilt',
  isThere: false,
  figures,
  why: '',
  ...change,
});

/** A sweep that tried these and ended. */
export function sweepOf(tried: readonly CandidateView[], change: Partial<StoredSweep> = {}): SweepView {
  const state: StoredSweep = {
    actor: 'cli:ada',
    link: 'drbd' as LinkName,
    streams: [1],
    runs: 3,
    seconds: 10,
    planned: tried.map((one) => ({ ...one, deadlineMs: 90_000, refused: '' })),
    tried,
    inHand: null,
    end: { ending: 'finished', why: '', atUnixMs: 61_000 },
    ...change,
  };
  return sweepView({ id: 'sw_fake12345' as SweepId, startedUnixMs: 1_000, ended: true, state });
}

/** What the post's author had, and what he found. */
export const likeThePost: readonly CandidateView[] = [
  triedAs('802.3ad', 1500, [figureAt(1, 190)], { isThere: true, disruption: 'none' }),
  triedAs('balance-rr', 1500, [figureAt(1, 150, { retransmitPercent: 2.4 })]),
  triedAs('balance-rr', 9000, [figureAt(1, 390)]),
];
