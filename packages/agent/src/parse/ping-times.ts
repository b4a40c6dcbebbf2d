import type { Parsed } from '@bondctl/proto/model/result';
import { firstLine, linesOf, problem } from './lines.ts';

/** The answers that `ping` (iputils) printed: their round-trip times in ms, and how many packets it had sent by then. */
export interface PingTimes {
  readonly timesMs: readonly number[];
  /** Where ping was ended before its summary: the highest sequence that came back. */
  readonly sent: number;
}

const answer = /\bicmp_seq=(\d{1,9})\b.*\btime[=<](\d+(?:\.\d+)?) ms\b/;

/** Reads the output of `ping -n`, whole or cut off. A packet that came back twice counts once, with its first time. */
export function readPingTimes(output: string): Parsed<PingTimes> {
  const lines = linesOf(output);
  const times = new Map<number, number>();
  for (const line of lines) {
    const [, sequence, time] = answer.exec(line.text) ?? [];
    if (sequence !== undefined && !times.has(Number(sequence))) times.set(Number(sequence), Number(time));
  }
  const summary = /^(\d{1,9}) packets transmitted/m.exec(output)?.[1];
  const highest = [...times.keys()].reduce((most, one) => Math.max(most, one), 0);
  const isPing = summary !== undefined || times.size > 0 || lines[0]?.text.startsWith('PING ') === true;
  const problems = isPing ? [] : [problem(firstLine(output), 'ping did not say anything')];
  return { value: { timesMs: [...times.values()], sent: Number(summary ?? highest) }, problems };
}
