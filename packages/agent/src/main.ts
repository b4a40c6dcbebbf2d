import { BondctlError, exitCodes } from '@bondctl/proto/model/error';
import type { Finished } from './commands/arguments.ts';
import { agentVersion } from './version.ts';

const help = `bondctl-agent COMMAND [OPTION]...

  join URL --token T --ca-pin P   enrol this host with its controller
  run                             serve the controller until told to stop
  show [--proc FILE]              print what is understood of this host's bonds, or of one text
  restore                         take back a change that nobody confirmed
  doctor                          look for everything the agent needs here

  COMMAND --help                  options of one command
  --version                       print the version

Exit codes: 0 done, 1 failed, 2 bad input, 3 controller not reached, 4 refused, 5 a person is needed.`;

/** One subcommand. */
interface Command {
  readonly help: string;
  readonly run: (args: readonly string[]) => Promise<Finished>;
}

// Each is loaded when it is asked for: what `run` keeps in memory is what `run` needs.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  join: () => import('./commands/join.ts'),
  run: () => import('./commands/run.ts'),
  show: () => import('./commands/show.ts'),
  restore: () => import('./commands/restore.ts'),
  doctor: () => import('./commands/doctor.ts'),
};

async function execute([name = '--help', ...args]: readonly string[]): Promise<Finished> {
  if (name === '--help' || name === '-h') return { text: help, exitCode: 0 };
  if (name === '--version') return { text: agentVersion, exitCode: 0 };
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    throw new BondctlError('bad-input', `There is no command "${name}". See \`bondctl-agent --help\`.`);
  }
  const command = await load();
  return args.includes('--help') ? { text: command.help, exitCode: 0 } : await command.run(args);
}

try {
  const { text, exitCode } = await execute(process.argv.slice(2));
  if (text !== '') process.stdout.write(`${text}\n`);
  process.exitCode = exitCode;
} catch (thrown) {
  const error = BondctlError.from(thrown);
  process.stderr.write(`bondctl-agent: ${error.message}\n`);
  process.exitCode = exitCodes[error.code];
}
