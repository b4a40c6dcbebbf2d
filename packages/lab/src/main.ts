/** The lab's command line: wiring only. */
import { CommanderError } from 'commander';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { runLabTo } from './run.ts';
import { findTopology } from './topology-file.ts';

const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    return await run(parseCommandLine(args));
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

async function run(line: CommandLine): Promise<number> {
  const found = findTopology(line.topology);
  if (found.kind === 'bad') return complain(found.problems, 2);
  const stopping = stopOnSignals();
  const streams = line.terminal ? 'terminal' : { stdout: process.stdout, stderr: process.stderr };
  const end = await runLabTo({ ...line.request, topology: found.topology, signal: stopping.signal }, streams);
  switch (end.kind) {
    case 'exited':
      return end.code;
    case 'timedOut':
      return complain([`the command was still running after ${line.request.timeoutMs / 1000} s`], end.code);
    case 'interrupted':
      return (stopping.signal.reason as number | undefined) ?? end.code;
    case 'broken':
    case 'refused':
      return complain([end.why], end.code);
  }
}

/** Aborts, with the exit code as the reason, on a signal or when nobody reads our output any more. */
function stopOnSignals(): AbortController {
  const stopping = new AbortController();
  for (const [name, code] of Object.entries(SIGNAL_CODES)) process.on(name, () => stopping.abort(code));
  process.stdout.on('error', () => stopping.abort(SIGNAL_CODES.SIGTERM));
  return stopping;
}

function complain(problems: readonly string[], code: number): number {
  for (const problem of problems) process.stderr.write(`lab: ${problem}\n`);
  return code;
}
