import type { Problem } from '@bondctl/proto/model/result';

/** One line of a text with its 1-based number. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** A line of the form `key: value`. */
export interface Field {
  readonly line: Line;
  readonly key: string;
  readonly value: string;
}

/** Problems keep the beginning of a line: enough to find it, however long it is. */
const keptCharacters = 200;

/** The lines of a text that say something, trimmed. */
export function linesOf(text: string): readonly Line[] {
  const lines = text.split('\n').map((line, at) => ({ number: at + 1, text: line.trim() }));
  return lines.filter((line) => line.text !== '');
}

/** The first line of a text that says something; of one that says nothing an empty one. */
export const firstLine = (text: string): Line => linesOf(text)[0] ?? { number: 1, text: '' };

// The one key of the driver that has a colon in itself.
const fieldPattern = /^(NS IPv6 target\/s \(xx::xx form\)|[^:]+):\s*(.*)$/;

/** A line as a field; null when it has no colon. */
export function fieldOf(line: Line): Field | null {
  const [, key, value] = fieldPattern.exec(line.text) ?? [];
  return key === undefined || value === undefined ? null : { line, key, value };
}

/** What was not understood of a line. */
export const problem = (line: Line, message: string): Problem => ({
  line: line.number,
  text: line.text.slice(0, keptCharacters),
  message,
});
