import type { TestView } from '@bondctl/proto/model/view';
import { formatPercent, formatRate } from '../linktest/figures.ts';

/** A test in one sentence: what failed, else what was measured, else what was probed. */
export function verdictSentence({ result, judgement, repetition }: TestView): string {
  const missed = judgement.verdicts.filter((one) => one.held !== 'yes').map((one) => one.sentence);
  if (missed.length > 0) return sentence(missed.join('; '));
  const { run } = result;
  if (run === null) return sentence(judgement.verdicts[0]?.sentence ?? 'nothing was measured');
  if (!run.ok) return sentence(`nothing could be measured: ${run.message}`);
  const received = formatRate(repetition?.meanBps ?? run.figures.receivedBps);
  const { percentOfConfiguration: ofThis, percentOfHardware: ofAll } = judgement;
  if (ofThis === null || ofAll === null) return `${received} received.`;
  return `${received} received: ${formatPercent(ofThis)} of what this configuration can do, ${formatPercent(ofAll)} of what the hardware can.`;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
