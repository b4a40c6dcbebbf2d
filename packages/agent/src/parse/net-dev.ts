import type { Parsed } from '@bondctl/proto/model/result';
import { firstLine, problem } from './lines.ts';

/** What the kernel counted on one device since it was made; modulo 2^52, so that sums of two are exact. */
export interface DeviceCounters {
  readonly name: string;
  readonly rxBytes: number;
  readonly rxPackets: number;
  readonly txBytes: number;
  readonly txPackets: number;
  /** Both ways together, as are drops. */
  readonly errors: number;
  readonly drops: number;
}

const header = /^Inter-\|/;
const columns = 16;
const exactDigits = 15;

/**
 * /proc/net/dev (net/core/net-procfs.c): two lines of header, then a line for each device. A host may have thousands of
 * them: only those that `wanted` names are looked at. A bad line, or another text, is one problem and no counters.
 */
export function readNetDev(
  text: string,
  wanted: { has(name: string): boolean },
): Parsed<readonly DeviceCounters[]> {
  const found: DeviceCounters[] = [];
  if (!header.test(text)) return { value: [], problems: [problem(firstLine(text), 'this is no net/dev')] };
  for (const [at, line] of text.split('\n').entries()) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim();
    if (at < 2 || name === '' || !wanted.has(name)) continue;
    const counters = countersOf(name, line.slice(colon + 1));
    if (counters === undefined)
      return {
        value: [],
        problems: [problem({ number: at + 1, text: line }, 'this is no row of net/dev')],
      };
    found.push(counters);
  }
  return { value: found, problems: [] };
}

function countersOf(name: string, rest: string): DeviceCounters | undefined {
  const words = rest.trim().split(/\s+/);
  if (words.length !== columns || words.some((word) => !/^\d{1,20}$/.test(word))) return undefined;
  const at = (column: number) => exact(words[column] ?? '0');
  return {
    name,
    rxBytes: at(0),
    rxPackets: at(1),
    txBytes: at(8),
    txPackets: at(9),
    errors: at(2) + at(10),
    drops: at(3) + at(11),
  };
}

const exact = (word: string): number =>
  word.length <= exactDigits ? Number(word) : Number(BigInt.asUintN(52, BigInt(word)));
