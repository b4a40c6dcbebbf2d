import type { Parsed } from '@bondctl/proto/model/result';
import { firstLine, type Line, linesOf, problem } from './lines.ts';

/** Counters by our names; null where this kernel has none of that name. */
export type Counters<K extends string> = Readonly<Record<K, number | null>>;

const ofTcpExt = {
  dsackRecv: 'TCPDSACKRecv',
  dsackRecvSegs: 'TCPDSACKRecvSegs',
  sackReorder: 'TCPSACKReorder',
  tsReorder: 'TCPTSReorder',
  timeouts: 'TCPTimeouts',
  mtuProbeFail: 'TCPMTUPFail',
  lostRetransmit: 'TCPLostRetransmit',
  fastRetrans: 'TCPFastRetrans',
} as const;
const ofTcp = { retransSegs: 'RetransSegs', outSegs: 'OutSegs', inSegs: 'InSegs' } as const;

/** A decimal counter; null when it is none, or so large that a number does not hold it exactly. */
export function counterOf(text: string | undefined): number | null {
  const value = /^\d+$/.test(text ?? '') ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}

/** The TcpExt section of /proc/net/netstat (net/ipv4/proc.c), cumulative since boot, of the reader's network namespace. */
export const readTcpExt = (text: string): Parsed<Counters<keyof typeof ofTcpExt>> =>
  section(text, 'TcpExt:', ofTcpExt);

/** The Tcp section of /proc/net/snmp, as above. */
export const readTcp = (text: string): Parsed<Counters<keyof typeof ofTcp>> => section(text, 'Tcp:', ofTcp);

/** A line of names and a line of values, both behind the title. */
function section<K extends string>(
  text: string,
  title: string,
  names: Readonly<Record<K, string>>,
): Parsed<Counters<K>> {
  const [heads, values] = linesOf(text).filter((line) => line.text.split(/\s/, 1)[0] === title);
  const complaint = complaintOf(title, heads, values);
  const columns = wordsOf(heads);
  const cells = complaint === undefined ? wordsOf(values) : [];
  const found = Object.entries<string>(names).map(([key, name]) => [
    key,
    counterOf(cells[columns.indexOf(name)]),
  ]);
  const problems = complaint === undefined ? [] : [problem(heads ?? firstLine(text), complaint)];
  return { value: Object.fromEntries(found) as Counters<K>, problems };
}

const wordsOf = (line: Line | undefined): readonly string[] => line?.text.split(/\s+/) ?? [];

function complaintOf(title: string, heads: Line | undefined, values: Line | undefined): string | undefined {
  if (heads === undefined) return `there is no "${title}" in this text`;
  const [names, numbers] = [wordsOf(heads).length, wordsOf(values).length];
  if (names === numbers) return undefined;
  return `"${title}" has ${names - 1} names and ${Math.max(0, numbers - 1)} values`;
}
