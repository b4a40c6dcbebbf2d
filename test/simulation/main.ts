/** `npm run simulate`: runs worlds, prints what happened how often, and tells the first world that broke a law. */
import { type Bundle, bundleWorlds } from './bundle.ts';
import { type Mutant, mutants } from './mutants.ts';
import { type Options, readOptions, usage } from './options.ts';
import { runWorlds, tellWorld } from './pool.ts';
import { gaps, tallyText, toldText } from './report.ts';

/** So many worlds must have tried everything. */
const enoughWorlds = 100_000;
const progressEveryMs = 5000;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

function progressOf(worlds: number): (done: number) => void {
  let saidMs = performance.now();
  return (done) => {
    if (performance.now() - saidMs < progressEveryMs) return;
    saidMs = performance.now();
    say(`${done} of ${worlds} worlds`);
  };
}

async function runMany({ path }: Bundle, options: Extract<Options, { kind: 'many' }>): Promise<number> {
  const { from, worlds, mutant } = options;
  const beganMs = performance.now();
  const tally = await runWorlds(path, { from, worlds, stopAtFirst: true, progress: progressOf(worlds) });
  print(tallyText(tally));
  const [first] = tally.violations;
  if (first !== undefined) {
    print(`\n${toldText(first.seed, await tellWorld(path, first.seed), mutant)}`);
    return 1;
  }
  const missing = gaps(tally, worlds >= enoughWorlds);
  for (const sentence of missing) print(sentence);
  const perWorldMs = (performance.now() - beganMs) / tally.worlds;
  print(`\n${tally.worlds} worlds from seed ${from}, ${perWorldMs.toFixed(1)} ms each: every law was kept.`);
  return missing.length === 0 ? 0 : 1;
}

async function runOne({ path }: Bundle, seed: number, mutant: string | null): Promise<number> {
  const told = await tellWorld(path, seed);
  print(toldText(seed, told, mutant));
  return told.violation === null ? 0 : 1;
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.kind === 'help') {
    print(usage);
    return 0;
  }
  if (options.kind === 'mistake') return complain(`${options.sentence}\n${usage}`);
  const mutant = mutants.find(({ name }) => name === options.mutant);
  if (options.mutant === 'list') {
    print(mutants.map(mutantLine).join('\n'));
    return 0;
  }
  if (options.mutant !== null && mutant === undefined)
    return complain(`There is no mutant "${options.mutant}"; \`--mutant list\` names them all.`);
  const bundle = await bundleWorlds(mutant === undefined ? [] : [mutant]);
  try {
    return options.kind === 'many'
      ? await runMany(bundle, options)
      : await runOne(bundle, options.seed, options.mutant);
  } finally {
    await bundle.remove();
  }
}

const mutantLine = ({ name, says }: Mutant): string => `${name.padEnd(28)} ${says}`;

function complain(sentence: string): number {
  say(sentence);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
