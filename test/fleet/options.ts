import { parseArgs } from 'node:util';
import { type Mood, moods } from './story.ts';

/** What was asked for. */
export type Options =
  | {
      readonly kind: 'run';
      readonly hosts: number;
      readonly seed: number;
      readonly mood: Mood;
      /** null: until somebody ends it. */
      readonly forSeconds: number | null;
      readonly keep: boolean;
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly sentence: string };

/** What `npm run fleet -- --help` prints. */
export const usage = `Usage: npm run fleet [-- --hosts N] [--seed S] [--calm | --busy] [--for SECONDS] [--keep]

Simulated fleet for looking and for load: runs agents' own protocol code against a host in memory, so that the dashboard can
be tried with a thousand hosts on one machine. A real controller serves it on loopback, with a folder of its own.

  --hosts N       how many hosts; 100 where not given, 2000 at most
  --seed S        the seed of what happens to them; 1 where not given
  --calm, --busy  less happens, or more
  --for SECONDS   ends by itself; else Ctrl-C ends it
  --keep          leaves the controller's folder behind

Ends every process it started and removes its folder. Exit code: 0 ended as asked; 1 it could not be started; 2 wrong usage.`;

const hostsAtMost = 2_000;

/** Reads the arguments. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        hosts: { type: 'string', default: '100' },
        seed: { type: 'string', default: '1' },
        calm: { type: 'boolean', default: false },
        busy: { type: 'boolean', default: false },
        for: { type: 'string' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.calm && values.busy) throw new Error('--calm and --busy exclude each other.');
    return {
      kind: 'run',
      hosts: whole('--hosts', values.hosts, hostsAtMost),
      seed: whole('--seed', values.seed),
      mood: moods.find((mood) => mood !== 'usual' && values[mood]) ?? 'usual',
      forSeconds: values.for === undefined ? null : whole('--for', values.for),
      keep: values.keep,
    };
  } catch (thrown) {
    return { kind: 'mistake', sentence: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function whole(flag: string, text: string, most = 2 ** 31): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value > 0 && value <= most) return value;
  throw new Error(`${flag} ${text} is no whole number from 1 to ${most}.`);
}
