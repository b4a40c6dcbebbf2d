import type { BondMode } from '@bondctl/proto/model/mode';
import type { CandidateView, SweepFigure } from '@bondctl/proto/model/sweep';
import { formatPercent, formatRate } from '../linktest/figures.ts';
import { isFaster } from './ranking.ts';

/** One thing that the post measured: one TCP stream over two cables of 1 Gbit/s between two hosts. */
interface Posted {
  readonly mode: BondMode;
  readonly mtu: number;
  readonly rateBps: number;
}

const striped: Posted = { mode: 'balance-rr', mtu: 1500, rateBps: 720e6 };

/** The post that this tool comes from, fastest first. */
const posted: readonly Posted[] = [
  { mode: 'balance-rr', mtu: 9000, rateBps: 1960e6 },
  { mode: '802.3ad', mtu: 1500, rateBps: 944e6 },
  striped,
];

/**
 * A sweep beside the post, one sentence for each two things that both measured with one stream: whether they stand in the
 * same order here, and why not where they do not. Empty where the sweep did not try them.
 */
export function besideThePost(candidates: readonly CandidateView[]): readonly string[] {
  const measured = posted.flatMap((one) => {
    const figure = figureOf(one, candidates);
    return figure === undefined ? [] : [{ posted: one, figure }];
  });
  return measured.flatMap((first, at) =>
    measured.slice(at + 1).map((second) => besideSentence(first, second)),
  );
}

interface Pair {
  readonly posted: Posted;
  readonly figure: SweepFigure;
}

const figureOf = ({ mode, mtu }: Posted, candidates: readonly CandidateView[]): SweepFigure | undefined =>
  candidates
    .filter(({ setting }) => setting.mode === mode && setting.mtu === mtu)
    .flatMap(({ figures }) => figures)
    .find(({ streams, meanBps }) => streams === 1 && meanBps !== null);

function besideSentence(first: Pair, second: Pair): string {
  const [fast, slow] = [wordsOf(first), wordsOf(second)];
  if (isFaster(first.figure, second.figure)) return `As in the post, ${fast} is faster than ${slow}.`;
  if (isFaster(second.figure, first.figure))
    return `Otherwise than in the post, ${slow} is faster than ${fast}. ${reasonOf(first, second)}`;
  return `Otherwise than in the post, ${fast} and ${slow} are equally fast as far as these runs can tell. ${reasonOf(first, second)}`;
}

const wordsOf = ({ posted: { mode, mtu, rateBps }, figure }: Pair): string =>
  `${mode} at MTU ${mtu} (there ${formatRate(rateBps)}, here ${figure.meanBps === null ? 'nothing' : formatRate(figure.meanBps)})`;

/** Why striping may do better, or worse, than it did there; from what was counted here (link-testing.md 5d). */
function reasonOf(first: Pair, second: Pair): string {
  const here = [first, second].find(({ posted: one }) => one === striped)?.figure;
  if (here === undefined)
    return 'Both ends or the path have changed more than the mode: look at the findings of the two tests.';
  const resent = here.retransmitPercent;
  const counted =
    resent === null
      ? 'What was sent again could not be counted'
      : `Here ${formatPercent(resent)} of the segments were sent again`;
  return resent !== null && resent > muchPercent
    ? `${counted}: packets do overtake each other, but a kernel that waits a quarter of a round trip for a late segment (RACK, Linux 4.18 and later) no longer takes each of them for lost.`
    : `${counted}: packets hardly overtake each other on this path. The post's ports held received packets back to spare interrupts, and what two such ports hand over is out of order; where nothing is held back, striping costs one stream little.`;
}

/** Above this, what was sent again is worth a reason of its own. */
const muchPercent = 1;
