import type { RunFault, RunVerdict } from '@bondctl/proto/model/linktest';
import { firstObject } from './first-object.ts';
import { classifyError, documentError, stderrError } from './iperf3-errors.ts';
import { figuresOf } from './iperf3-figures.ts';
import { objectAt } from './json.ts';

/** What is known of a run besides its document. */
export interface RunEnding {
  readonly document: string;
  /** 3.9 says there, and nowhere else, why it failed. */
  readonly stderr: string;
  /** How the process ended: by itself, by our watchdog, because we were asked, or it never started. */
  readonly ending: 'finished' | 'watchdog' | 'cancelled' | 'disturbed' | 'not-started';
  /** The duration that was asked for. */
  readonly seconds: number;
}

/** A run shorter than this share of what was asked measured something else. */
const shortestShare = 0.9;

/**
 * Reads an iperf3 client's document (3.7 to 3.22) in the order in which a run can fail. The exit code has no say: 3.11
 * to 3.13 leave with 0 when they failed, 3.19 and newer when they were terminated.
 */
export function readRun(run: RunEnding): RunVerdict {
  if (run.ending === 'not-started') return fault('spawn', 'iperf3 could not be started');
  if (run.ending === 'watchdog') return readOverdue(run.document);
  if (run.ending === 'disturbed') return fault('interrupted', 'others needed the link while iperf3 ran');
  if (run.ending === 'cancelled') return fault('interrupted', 'the test was cancelled while iperf3 ran');
  const error = documentError(run.document);
  if (error !== undefined) return saidBy(error);
  const verdict = readMeasured(run);
  // Only of a run that measured nothing: 3.16 writes there when all is well.
  const cause = verdict.ok ? undefined : stderrError(run.stderr);
  return cause === undefined ? verdict : saidBy(cause);
}

/** A client ended by our watchdog; without a data stream it waited for an answer all the time. */
function readOverdue(text: string): RunVerdict {
  const connected = objectAt(firstObject(text), 'start')?.['connected'];
  const overdue = 'and was ended by the watchdog';
  return Array.isArray(connected) && connected.length === 0
    ? fault('network', `iperf3 got no answer to its first packets ${overdue}`)
    : fault('watchdog', `iperf3 did not end in time ${overdue}`);
}

function readMeasured({ document: text, seconds }: RunEnding): RunVerdict {
  const document = firstObject(text);
  if (document === undefined) return fault('no-document', 'iperf3 ended without a complete document');
  const figures = figuresOf(document);
  if (figures === undefined)
    return fault('no-data', 'iperf3 reported no received data, so there is nothing to judge');
  if (figures.seconds < shortestShare * seconds)
    return fault('too-short', `the run lasted ${figures.seconds.toFixed(1)} of ${seconds} seconds`);
  return { ok: true, figures };
}

const saidBy = (error: string): RunVerdict => fault(classifyError(error), `iperf3 said: ${error}`);

const fault = (kind: RunFault, message: string): RunVerdict => ({ ok: false, fault: kind, message });

/** `iperf 3.12 (cJSON 1.7.15)` */
export interface IperfVersion {
  readonly text: string;
  readonly major: number;
  readonly minor: number;
}

/** The first line of `iperf3 --version`; undefined when it is not iperf3's. */
export function readVersion(text: string): IperfVersion | undefined {
  const found = /^iperf (3)\.(\d+)(\S*)/.exec(text);
  if (found === null) return undefined;
  return { text: `3.${found[2]}${found[3] ?? ''}`, major: 3, minor: Number(found[2]) };
}
