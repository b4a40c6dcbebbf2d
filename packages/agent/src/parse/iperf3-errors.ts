import type { RunFault } from '@bondctl/proto/model/linktest';
import { firstObject } from './first-object.ts';

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
  // 3.9 goes on without a socket where it could not connect.
  ['cannot-connect', ['unable to connect to server', 'control message: bad file descriptor']],
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
export function documentError(text: string): string | undefined {
  const error = firstObject(text)?.['error'];
  if (error === undefined) return undefined;
  // The first of them: after its cause, a server of 3.9 writes `exiting` under the same name.
  const first = /"error":\s*("(?:[^"\\]|\\.)*")/.exec(text.slice(text.indexOf('{')))?.[1];
  return String(first === undefined ? error : JSON.parse(first));
}

/** The cause on stderr: a line of `error -`, or of options that this iperf3 does not know. */
export const stderrError = (text: string): string | undefined =>
  /(?<=iperf3: (?:parameter )?error - ).+|unrecognized option .+/.exec(text)?.[0];
