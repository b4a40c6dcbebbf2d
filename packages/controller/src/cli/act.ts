import type { Client } from '@bondctl/proto/api/client';
import type { Paint } from './render/paint.ts';

/** What --output may be. */
export type Format = 'table' | 'json' | 'yaml';

/** What a verb works with. Results go to stdout, everything else to stderr. */
export interface Context {
  readonly client: Client;
  /** Whether the controller is asked over the network. */
  readonly remote: boolean;
  readonly format: Format;
  readonly paint: Paint;
  /** Prints a result: as it is for json and yaml, rendered for people. */
  result(value: unknown, render: () => string | Promise<string>): Promise<void>;
  /** Prints text to stdout as it is. */
  write(text: string): void;
  /** Prints a line of progress to stderr. */
  progress(line: string): void;
  /** Asks for a yes. Throws BondctlError `bad-input` where nobody can answer. */
  confirm(question: string): Promise<boolean>;
  /** Refuses at once where `confirm` would find nobody to answer. */
  mustBeAnswerable(): void;
  /** A clock that only grows, and waits. */
  readonly clock: { nowMs(): number; sleep(ms: number): Promise<void> };
}

/** What a verb does with its arguments; the number is the exit code. */
export type Work<A extends readonly unknown[]> = (context: Context, ...args: A) => Promise<number>;

/** Turns work into what commander calls. */
export type Act = <A extends readonly unknown[]>(work: Work<A>) => (...args: A) => Promise<void>;
