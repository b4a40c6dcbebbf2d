import { parseArgs } from 'node:util';

/** What was asked for: many worlds, or one that is told. */
export type Options =
  | { readonly kind: 'many'; readonly worlds: number; readonly from: number; readonly mutant: string | null }
  | { readonly kind: 'one'; readonly seed: number; readonly mutant: string | null }
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly sentence: string };

/** What `npm run simulate -- --help` prints. */
export const usage = `Usage: npm run simulate -- [--worlds N [--from SEED] | --seed SEED] [--mutant NAME]

Runs production's machines in worlds where time, network, disk and kernel are virtual and everything goes wrong.

  --worlds N      how many worlds; 2000 where not given
  --from SEED     the seed of the first; 1 where not given
  --seed SEED     tells one world in full
  --mutant NAME   with a mistake in production's code that the worlds must find; \`list\` names them all

Exits 1 when a law was broken, or when from 100000 worlds on something never happened.`;

const defaultWorlds = 2000;

/** Reads the arguments. */
export function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        worlds: { type: 'string' },
        from: { type: 'string' },
        seed: { type: 'string' },
        mutant: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const mutant = values.mutant ?? null;
    if (values.seed !== undefined) return { kind: 'one', seed: whole(values.seed), mutant };
    return {
      kind: 'many',
      worlds: whole(values.worlds ?? String(defaultWorlds)),
      from: whole(values.from ?? '1'),
      mutant,
    };
  } catch (thrown) {
    return { kind: 'mistake', sentence: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function whole(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value > 0) return value;
  throw new Error(`"${text}" is no whole number above 0.`);
}
