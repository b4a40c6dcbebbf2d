/** `npm run bench -- NAME`: runs one benchmark and prints its figures, measured against a baseline of the same run. */
import { benchDashboard } from './dashboard.ts';
import { benchEvents } from './events.ts';
import { benchIperf } from './iperf.ts';
import { benchMesh } from './mesh.ts';
import { benchRollout } from './rollout.ts';

/** What a benchmark measures, and how it is run; `say` prints progress. It gives a table for people and values for programs. */
type Benchmark = {
  readonly about: string;
  readonly run: (
    say: (line: string) => void,
  ) => Promise<{ readonly table: string; readonly figures: object }>;
};

const benchmarks: Readonly<Record<string, Benchmark>> = {
  dashboard: {
    about: 'the fleet page of a thousand simulated hosts in a browser, while things happen to them',
    run: benchDashboard,
  },
  events: {
    about: 'from a pulled cable to the event at the controller, 200 times, beside a bare `ip monitor`',
    run: benchEvents,
  },
  iperf: {
    about: 'iperf3 driven by bondctl against iperf3 driven by hand, five runs each in turn over one bond',
    run: benchIperf,
  },
  mesh: {
    about: 'every pair of eight hosts, against the same rounds of iperf3 in a shell script',
    run: benchMesh,
  },
  rollout: {
    about:
      '10 hosts in 5 pairs change from LACP to balance-rr, against the same kernel commands in a shell script',
    run: benchRollout,
  },
};

const usage = `Usage: npm run bench -- NAME [--output table|json]

${Object.entries(benchmarks)
  .map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`)
  .join('\n')}

Results go to stdout, progress to stderr. Exit code: 0 measured; 1 it could not be measured; 2 wrong usage.`;

type Wish = { readonly benchmark: Benchmark; readonly output: 'table' | 'json' };

function wishOf([name = '', ...rest]: readonly string[]): Wish | undefined {
  const benchmark = benchmarks[name];
  const [flag, output = 'table', ...more] = rest;
  const isKnown = flag === undefined || (flag === '--output' && rest.length === 2);
  if (benchmark === undefined || !isKnown || more.length > 0) return undefined;
  return output === 'table' || output === 'json' ? { benchmark, output } : undefined;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const wish = wishOf(args);
  if (wish === undefined) {
    say(usage);
    return 2;
  }
  try {
    const { table, figures } = await wish.benchmark.run(say);
    process.stdout.write(wish.output === 'json' ? `${JSON.stringify(figures, null, 2)}\n` : `${table}\n`);
    return 0;
  } catch (thrown) {
    say(thrown instanceof Error ? thrown.message : String(thrown));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
