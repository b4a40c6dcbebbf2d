/** What a test run tells the outside while it goes on: a line at once in the folder that outlives the lab. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutcomeLine } from '../outcome-line.ts';
import { outDir } from './topology.ts';

/** Writes one line. */
export function writeOutcome(line: OutcomeLine): void {
  appendFileSync(join(outDir(), 'outcomes.jsonl'), `${JSON.stringify(line)}\n`);
}

/** Has a figure printed among the outcomes: for what a test measures and does not judge. */
export const tell = (text: string): void => writeOutcome({ kind: 'told', text });
