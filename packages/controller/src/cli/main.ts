#!/usr/bin/env node
import { BondctlError, exitCodes } from '@bondctl/proto/model/error';
import { type Command, CommanderError } from 'commander';
import type { Act } from './act.ts';
import { createContext, type GlobalOptions } from './context.ts';
import { createProgram } from './program.ts';
import { renderError } from './render/mistakes.ts';
import { version } from './version.ts';

const interrupt = new AbortController();
const interruptedExit = 130;
process.once('SIGINT', () => interrupt.abort());
// Whoever reads may have had enough (`| head`): that is no mistake.
process.stdout.once('error', () => process.exit(0));

const act: Act =
  (work) =>
  async (...args) => {
    const command = args.at(-1) as Command;
    const context = createContext(command.optsWithGlobals<GlobalOptions>(), interrupt.signal);
    process.exitCode = await work(context, ...args);
  };

/** Usage mistakes have been printed by then; help and version are no mistakes. */
function exitCodeOf(thrown: unknown): number {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : exitCodes['bad-input'];
  if (interrupt.signal.aborted) return interruptedExit;
  const error = BondctlError.from(thrown);
  process.stderr.write(renderError(error));
  return exitCodes[error.code];
}

try {
  await createProgram(version, act).parseAsync();
} catch (thrown) {
  process.exitCode = exitCodeOf(thrown);
}
