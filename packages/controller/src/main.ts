#!/usr/bin/env node
import { homedir } from 'node:os';
import { BondctlError, exitCodes } from '@bondctl/proto/model/error';
import { Command, CommanderError } from 'commander';
import { version } from './cli/version.ts';
import { type Config, type Given, readConfig, settings } from './config.ts';

const serveExamples = `
Examples:
  bondctl-controller serve
  bondctl-controller serve --name controller.example --name 10.0.0.5
  bondctl-controller serve --state-dir /srv/bondctl --listen '[::]:7440'`;

function createProgram(): Command {
  const program = new Command('bondctl-controller')
    .description('The controller of bondctl: plans bond changes, rolls them out and proves them.')
    .version(version)
    .exitOverride();
  program
    .command('serve')
    .description('Run the controller. Nothing needs to be configured.')
    .addHelpText('after', serveExamples)
    .action(async (given: Given) => {
      const { serve } = await import('./serve.ts');
      await serve(configOf(given), version);
    });
  program
    .command('doctor')
    .description('Look for what would keep the controller from working; change nothing.')
    .action(async (given: Given) => {
      const { doctor } = await import('./doctor.ts');
      process.exitCode = await doctor(configOf(given));
    });
  for (const command of program.commands) {
    for (const { flag, why, variable, default: usual } of settings)
      command.option(flag, `${why} (${variable}; default: ${usual})`);
    command.copyInheritedSettings(program);
  }
  return program;
}

const configOf = (given: Given): Config =>
  readConfig(given, { uid: process.getuid?.() ?? 0, home: homedir(), env: process.env });

try {
  await createProgram().parseAsync();
} catch (thrown) {
  if (thrown instanceof CommanderError) process.exitCode = thrown.exitCode === 0 ? 0 : exitCodes['bad-input'];
  else {
    const error = BondctlError.from(thrown);
    for (const { file, line, column, path, message } of error.mistakes)
      process.stderr.write(`${file}:${line}:${column} ${path}: ${message}\n`);
    process.stderr.write(`bondctl-controller: ${error.message}\n`);
    process.exitCode = exitCodes[error.code];
  }
}
