/** The parts of `npm test`. */
export const groups = ['check', 'unit', 'browser', 'package', 'lab', 'outside'] as const;

/** One part of `npm test`. */
export type Group = (typeof groups)[number];

/** What a developer asked for; `grep` limits unit, browser and lab tests to titles that contain it. */
export type Options = { only: ReadonlySet<Group>; grep: string | undefined };

/** Reads `--only a,b` and `--grep text`; a mistake comes back as the sentence to print. */
export function parseOptions(argv: readonly string[]): Options | { mistake: string } {
  let only: ReadonlySet<Group> = new Set(groups);
  let grep: string | undefined;
  for (let at = 0; at < argv.length; at += 2) {
    const [name, value] = [argv[at], argv[at + 1]];
    if (value === undefined) return { mistake: `${name} needs a value. ${usage}` };
    if (name === '--grep') grep = value;
    else if (name === '--only') {
      const chosen = value.split(',');
      const wrong = chosen.find((one) => !isGroup(one));
      if (wrong !== undefined) return { mistake: `There is no part called '${wrong}'. ${usage}` };
      only = withNeeds(chosen.filter(isGroup));
    } else return { mistake: `Unknown option '${name}'. ${usage}` };
  }
  return { only, grep };
}

const usage = `Usage: npm test -- [--only ${groups.join(',')}] [--grep TEXT]`;

function isGroup(name: string): name is Group {
  return groups.some((group) => group === name);
}

/** The lab runs the packaged programs, so they are built whenever it runs. */
function withNeeds(chosen: readonly Group[]): ReadonlySet<Group> {
  return new Set(chosen.some((one) => one === 'lab' || one === 'outside') ? ['package', ...chosen] : chosen);
}
