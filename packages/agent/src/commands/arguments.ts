import { type ParseArgsConfig, parseArgs } from 'node:util';
import { BondctlError } from '@bondctl/proto/model/error';

/** What a subcommand leaves: its result for stdout and the exit code. */
export interface Finished {
  readonly text: string;
  readonly exitCode: number;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads the arguments of one subcommand; anything it does not know is bad input that names the help. */
export function readArguments<const O extends Options>(
  subcommand: string,
  args: readonly string[],
  options: O,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    throw new BondctlError('bad-input', `${said} See \`bondctl-agent ${subcommand} --help\`.`);
  }
}
