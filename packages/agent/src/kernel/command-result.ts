import type { CommandResult } from './ports.ts';

/** One line on how a command failed: what it printed last, or how it ended. */
export function complaint(result: CommandResult): string {
  const words = result.stderr.trim().split('\n').at(-1)?.trim();
  if (words) return words;
  switch (result.ending.kind) {
    case 'code':
      return `exit code ${result.ending.code}`;
    case 'signal':
      return `ended by ${result.ending.signal}`;
    case 'timeout':
      return 'no answer in time';
    case 'notFound':
      return 'not installed';
    default:
      return result.ending satisfies never;
  }
}

/** True when the program ran and said yes. */
export const succeeded = (result: CommandResult): boolean =>
  result.ending.kind === 'code' && result.ending.code === 0;
