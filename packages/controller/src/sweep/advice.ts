import type { Disruption } from '@bondctl/proto/model/step';
import type { RankedCandidate, SweepFigure } from '@bondctl/proto/model/sweep';
import { formatPercent, formatRate } from '../linktest/figures.ts';

/** What follows from a ranking, in sentences: what to keep, what it costs, what to know about it. */
export function adviceOf(
  ranking: readonly RankedCandidate[],
  best: RankedCandidate | null,
): readonly string[] {
  if (best === null)
    return ['Nothing could be measured, so nothing can be advised; the reasons stand beside each candidate.'];
  return [keepSentence(ranking, best), ...equals(ranking, best), ...cautions(best), ...uncertain(ranking)];
}

function keepSentence(ranking: readonly RankedCandidate[], best: RankedCandidate): string {
  const there = ranking.find(({ isThere }) => isThere);
  if (best.isThere)
    return `Leave it as it is: nothing that was tried is faster than ${best.name} by more than chance.`;
  const gains = there === undefined ? [] : best.figures.flatMap((figure) => gainOver(figure, there));
  const said = gains.length === 0 ? best.figures.map(figureSentence) : gains;
  return `Keep ${best.name}: ${said.join('; ')}. To change to it, ${disruptionWords[best.disruption]}.`;
}

const figureSentence = ({ streams, meanBps }: SweepFigure): string =>
  `${meanBps === null ? 'nothing' : formatRate(meanBps)} with ${streamsWords(streams)}`;

function gainOver(figure: SweepFigure, there: RankedCandidate): readonly string[] {
  const now = there.figures.find(({ streams }) => streams === figure.streams);
  if (figure.meanBps === null || now?.meanBps == null || now.meanBps <= 0) return [];
  const times = (figure.meanBps / now.meanBps).toFixed(2);
  return [
    `${formatRate(figure.meanBps)} with ${streamsWords(figure.streams)}, ${times} times the ${formatRate(now.meanBps)} of what is there now`,
  ];
}

const streamsWords = (streams: number): string => `${streams} stream${streams === 1 ? '' : 's'}`;

const disruptionWords: Readonly<Record<Disruption, string>> = {
  none: 'no port goes down',
  'port flap': 'ports go down for a moment, one after the other',
  'bond down': 'the bonds go down for a moment',
  'bond rebuilt': 'the bonds are rebuilt',
};

function equals(ranking: readonly RankedCandidate[], best: RankedCandidate): readonly string[] {
  const others = ranking.filter((one) => one.isAmongBest && one.name !== best.name);
  if (others.length === 0) return [];
  const names = others.map(({ name }) => name).join(' and ');
  return [
    `Equally fast as far as these runs can tell: ${names}. ${best.name} disturbs the hosts no more than they do.`,
  ];
}

/** What a mode or an MTU asks of everything around it (bonding.rst, chapters 5 and 12). */
function cautions({ setting, figures }: RankedCandidate): readonly string[] {
  const isStriped = setting.mode === 'balance-rr';
  const resent = Math.max(0, ...figures.map(({ retransmitPercent }) => retransmitPercent ?? 0));
  return [
    ...(isStriped
      ? [
          'balance-rr is the only mode in which one stream exceeds one port. It needs a cable or an isolated switch for each port: on one switch a flow comes back to one link.',
        ]
      : []),
    ...(isStriped && resent >= 0.1
      ? [
          `Packets overtake each other: ${formatPercent(resent)} of the segments were sent again, and latency suffers before throughput does.`,
        ]
      : []),
    ...((setting.mtu ?? 0) > 1500
      ? [
          `MTU ${setting.mtu} must pass at every device between the hosts, and at every host of the same network.`,
        ]
      : []),
  ];
}

function uncertain(ranking: readonly RankedCandidate[]): readonly string[] {
  const vague = ranking.filter(({ figures }) =>
    figures.some(({ halfWidthPercent }) => (halfWidthPercent ?? 0) > oftenEnoughPercent),
  );
  if (vague.length === 0) return [];
  return [
    `${vague.map(({ name }) => name).join(', ')}: the runs differ by more than ${oftenEnoughPercent} %; measure longer (--seconds) or more often (--runs).`,
  ];
}

/** netperf's rule is 2.5 %; twice that is worth a word. */
const oftenEnoughPercent = 5;
