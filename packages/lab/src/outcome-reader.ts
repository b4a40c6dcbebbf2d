/** Reads along while a test run inside the lab writes its outcomes, and counts them. */
import { existsSync, readFileSync } from 'node:fs';
import { type OutcomeLine, outcomeLines } from './outcome-line.ts';

/** How often the file is read while the guest runs. */
const READ_EVERY_MS = 250;

/** Counts of one run so far; `ended` says that the run came to its end. */
export class OutcomeReader {
  readonly failed: Extract<OutcomeLine, { kind: 'failed' }>[] = [];
  passed = 0;
  skipped = 0;
  ended = false;
  readonly #say: (line: string) => void;
  #taken = 0;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** How many tests have said how they ended. */
  get count(): number {
    return this.passed + this.failed.length + this.skipped;
  }

  /** Starts to read a file that need not exist yet; the function that it gives reads the rest and stops. */
  follow(file: string): () => void {
    const timer = setInterval(() => this.#read(file), READ_EVERY_MS);
    return () => {
      clearInterval(timer);
      this.#read(file);
    };
  }

  #read(file: string): void {
    if (!existsSync(file)) return;
    const lines = outcomeLines(readFileSync(file, 'utf8'));
    for (const line of lines.slice(this.#taken)) this.#take(line);
    this.#taken = lines.length;
  }

  #take(line: OutcomeLine): void {
    switch (line.kind) {
      case 'passed':
        this.passed += 1;
        this.#say(`passed  ${line.name} (${line.ms} ms)`);
        break;
      case 'failed':
        this.failed.push(line);
        this.#say(`FAILED  ${line.name} (${line.ms} ms): ${line.why.split('\n')[0] ?? ''}`);
        break;
      case 'skipped':
        this.skipped += 1;
        this.#say(`skipped ${line.name}: ${line.why}`);
        break;
      case 'told':
        this.#say(`told    ${line.text}`);
        break;
      case 'end':
        this.ended = true;
    }
  }
}
