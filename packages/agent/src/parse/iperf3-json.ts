import type { RunFault, RunVerdict } from '@bondctl/proto/model/linktest';
import { firstObject } from './first-object.ts';
import { figuresOf } from './iperf3-figures.ts';
import type { JsonObject } from './json.ts';

/** What is known of a run besides its document. */
export interface RunEnding {
  readonly document: string;
  /** How the process ended: by itself, by our watchdog, because we were asked, or it never started. */
  readonly ending: 'finished' | 'watchdog' | 'cancelled' | 'not-started';
  /** The duration that was asked for. */
  readonly seconds: number;
}

/** A run shorter than this share of what was asked measured something else. */
const shortestShare = 0.9;

/**
 * Reads an iperf3 client's document (3.7 to 3.21) in the order in which a run can fail. The exit code has no say: 3.11
 * to 3.13 leave with 0 when they failed, 3.19 and newer when they were terminated.
 */
export function readRun(run: RunEnding): RunVerdict {
  if (run.ending === 'not-started') return fault('spawn', 'iperf3 could not be started');
  if (run.ending === 'watchdog')
    return fault('watchdog', `iperf3 did not end in time and was ended by the watchdog`);
  if (run.ending === 'cancelled') return fault('interrupted', 'the test was cancelled while iperf3 ran');
  const document = firstObject(run.document);
  if (document === undefined) return fault('no-document', 'iperf3 ended without a complete document');
  const error = document['error'];
  if (error !== undefined) return fault(classifyError(String(error)), `iperf3 said: ${String(error)}`);
  return readFigures(document, run.seconds);
}

function readFigures(document: JsonObject, seconds: number): RunVerdict {
  const figures = figuresOf(document);
  if (figures === undefined)
    return fault('no-data', 'iperf3 reported no received data, so there is nothing to judge');
  if (figures.seconds < shortestShare * seconds)
    return fault('too-short', `the run lasted ${figures.seconds.toFixed(1)} of ${seconds} seconds`);
  return { ok: true, figures };
}

/** iperf3's words by what to do about them; matched by substring, since up to 3.10 the client adds a prefix. */
const errorWords: readonly (readonly [RunFault, readonly string[]])[] = [
  ['address-in-use', ['address already in use']],
  [
    'policy',
    ['larger than server limit', "exceeds the server's maximum", 'maximum bitrate', 'bitrate limit'],
  ],
  ['authorization', ['authorization failed']],
  ['policy', ['tcp_congestion']],
  ['busy', ['busy']],
  ['cannot-connect', ['unable to connect to server']],
  ['network', ['connection timed out', 'no route to host', 'network is unreachable']],
  [
    'interrupted',
    [
      'control socket has closed',
      'unable to receive control message',
      'unable to send control message',
      'stream socket',
      'interrupt',
      'idle timeout',
      'has terminated',
    ],
  ],
  ['cannot-connect', ['unable to connect']],
];

/** iperf3's error text (src/iperf_error.c) as a fault. */
export function classifyError(text: string): RunFault {
  const lower = text.toLowerCase();
  return errorWords.find(([, words]) => words.some((word) => lower.includes(word)))?.[0] ?? 'other';
}

/** The error a document carries, whoever wrote it; undefined when it carries none or is none. */
export function documentError(document: string): string | undefined {
  const error = firstObject(document)?.['error'];
  return error === undefined ? undefined : String(error);
}

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
