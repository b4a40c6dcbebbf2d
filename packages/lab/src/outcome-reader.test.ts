import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OutcomeLine } from './outcome-line.ts';
import { OutcomeReader } from './outcome-reader.ts';

test('what a test tells is said among the outcomes and counted as none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bondctl-outcomes-'));
  const file = join(folder, 'outcomes.jsonl');
  const lines: readonly OutcomeLine[] = [
    { kind: 'told', text: 'it took 900 ms' },
    { kind: 'passed', name: 'a', ms: 1 },
    { kind: 'end' },
  ];
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const said: string[] = [];
  const reader = new OutcomeReader((line) => said.push(line));
  reader.follow(file)();
  expect(said).toEqual(['told    it took 900 ms', 'passed  a (1 ms)']);
  expect([reader.count, reader.ended]).toEqual([1, true]);
  rmSync(folder, { recursive: true });
});
