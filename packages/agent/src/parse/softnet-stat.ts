import type { Parsed } from '@bondctl/proto/model/result';
import { firstLine, linesOf, problem } from './lines.ts';

/** What one CPU's receive path counted since boot; 32 bits in the kernel, which begin anew. */
export interface SoftnetRow {
  readonly processed: number;
  /** There was no room in the backlog (net.core.netdev_max_backlog). */
  readonly dropped: number;
  /** Polls that ended with work left over (net.core.netdev_budget). */
  readonly squeezed: number;
}

const hex = /^([0-9a-f]{8})\s+([0-9a-f]{8})\s+([0-9a-f]{8})(?:\s|$)/i;

/** /proc/net/softnet_stat (net/core/net-procfs.c): one row of hexadecimal columns for each CPU that is online. */
export function readSoftnet(text: string): Parsed<readonly SoftnetRow[]> {
  const lines = linesOf(text);
  const bad = lines.find((line) => !hex.test(line.text)) ?? (lines.length > 0 ? undefined : firstLine(text));
  if (bad !== undefined) return { value: [], problems: [problem(bad, 'this is no row of softnet_stat')] };
  return { value: lines.map((line) => rowOf(line.text)), problems: [] };
}

function rowOf(text: string): SoftnetRow {
  const [, processed = '', dropped = '', squeezed = ''] = hex.exec(text) ?? [];
  const [first, second, third] = [processed, dropped, squeezed].map((word) => Number.parseInt(word, 16));
  return { processed: first ?? 0, dropped: second ?? 0, squeezed: third ?? 0 };
}
