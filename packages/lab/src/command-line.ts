/** What the lab's command line says, as data. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { BackendChoice } from './backend.ts';
import { clusterOf, MOST_HOSTS, MOST_NICS, type Topology, type Wiring } from './topology.ts';

/** Where the topology comes from. */
export type TopologySource =
  | { readonly kind: 'size'; readonly topology: Topology }
  | { readonly kind: 'file'; readonly path: string };

/** A command line that was understood. */
export type CommandLine = {
  readonly topology: TopologySource;
  readonly terminal: boolean;
  readonly request: {
    readonly command: readonly string[];
    readonly timeoutMs: number;
    readonly memory: string;
    readonly backend: BackendChoice;
    readonly env: Readonly<Record<string, string>>;
    readonly outDir?: string;
  };
};

type Options = {
  hosts: number;
  nics: number;
  rate?: string;
  cables?: true;
  pairs?: true;
  switches?: true;
  switchMtu?: number;
  topology?: string;
  mem: string;
  timeout?: number;
  out?: string;
  env: Record<string, string>;
  backend: BackendChoice;
  shell?: true;
};

const TIMEOUT_S = 120;
const SHELL_TIMEOUT_S = 24 * 3600;
const SHELL = ['bash', '-i'];

/** Reads the arguments; when they ask for help or are wrong, says so and throws commander's CommanderError (code 0 or not). */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const program = describe();
  program.parse(args, { from: 'user' });
  const options = program.opts<Options>();
  if (program.args.length === 0 && options.shell !== true)
    program.error('lab: no command; see --help', { exitCode: 2 });
  const terminal = options.shell === true;
  const timeoutS = options.timeout ?? (terminal ? SHELL_TIMEOUT_S : TIMEOUT_S);
  return {
    topology: sourceOf(options),
    terminal,
    request: {
      command: program.args.length === 0 ? SHELL : program.args,
      timeoutMs: timeoutS * 1000,
      memory: options.mem,
      backend: options.backend,
      env: options.env,
      ...(options.out === undefined ? {} : { outDir: options.out }),
    },
  };
}

function sourceOf(options: Options): TopologySource {
  if (options.topology !== undefined) return { kind: 'file', path: options.topology };
  const wiring = wiringOf(options);
  const size = {
    hosts: options.hosts,
    nics: options.nics,
    ...(options.rate === undefined ? {} : { rate: options.rate }),
    ...(wiring === undefined ? {} : { wiring }),
    ...(options.switchMtu === undefined ? {} : { switchMtu: options.switchMtu }),
  };
  return { kind: 'size', topology: clusterOf(size) };
}

function wiringOf({ pairs, switches, switchMtu }: Options): Wiring | undefined {
  if (switches === true || switchMtu !== undefined) return 'switches';
  return pairs === true ? 'pairs' : undefined;
}

function describe(): Command {
  return new Command('lab')
    .description(
      'Runs COMMAND as root beside a cluster of lab hosts whose kernel has the real bonding driver.\n' +
        'Inside, `lab exec alpha -- CMD` runs CMD on a host; its NICs are eth1, eth2, ... and mgmt0 (10.99.0.2 and on).',
    )
    .argument('[COMMAND...]', 'what to run; everything after it, or after --, belongs to it')
    .option('--hosts <n>', 'number of hosts: alpha, beta, gamma, delta, h5, ...', within(1, MOST_HOSTS), 2)
    .option('--nics <n>', 'NICs of each host', within(0, MOST_NICS), 2)
    .option('--rate <rate>', 'line rate of every NIC, as in 200mbit')
    .option('--switches', 'one switch for each NIC number (the default, except for two hosts)')
    .option('--switch-mtu <n>', 'switches that drop larger frames; implies --switches', within(68, 65535))
    .option('--pairs', 'cables from alpha to beta, from gamma to delta, ... (the default for two hosts)')
    .option('--topology <file>', 'hosts, cables and switches from a JSON file, instead of the options above')
    .option('--mem <size>', 'memory of the guest', memory, '1G')
    .option('--timeout <seconds>', 'time limit (default: 120; with --shell a day)', within(1, 7 * 24 * 3600))
    .option('--out <dir>', 'keep what COMMAND writes into $LAB_OUT, and the kernel log')
    .option('--env <NAME=VALUE>', 'a variable for COMMAND; may be repeated', variable, {})
    .addOption(
      new Option('--backend <kernel>', 'netns: this kernel; uml: a guest')
        .choices(['auto', 'netns', 'uml'])
        .default('auto'),
    )
    .option('--shell', 'a shell in the lab; with COMMAND, COMMAND gets the terminal')
    .addHelpText('after', EXIT_CODES)
    .passThroughOptions()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'lab: ')) })
    .exitOverride();
}

const EXIT_CODES = `
Exit code: COMMAND's own; 2 wrong usage; 77 no kernel with bonding here; 124 time limit; 125 the lab broke;
130 or 143 interrupted.

Examples:
  npm run -s lab -- --hosts 2 --nics 2 --rate 200mbit -- sh -c 'lab exec alpha -- ip -br link'
  npm run -s lab -- --hosts 10 --pairs --shell`;

const within = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  }
  return value;
};

function memory(text: string): string {
  if (!/^[1-9]\d{0,5}[MG]$/.test(text))
    throw new InvalidArgumentError('It must be a number with M or G, as in 512M.');
  return text;
}

function variable(text: string, before: Record<string, string>): Record<string, string> {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError('It must look like NAME=VALUE.');
  return { ...before, [name]: value };
}
