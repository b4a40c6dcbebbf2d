/** The lab's command line. */
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { runLabTo } from './run.ts';
import { topologyProblems } from './topology.ts';
import { readTopology } from './topology-file.ts';

const SIGNAL_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

process.exitCode = await main(parseCommandLine(process.argv.slice(2)));

async function main(line: CommandLine): Promise<number> {
  const { topology, problems } =
    line.topology.kind === 'file' ? readTopology(line.topology.path) : line.topology;
  const all = topology === undefined ? problems : [...problems, ...topologyProblems(topology)];
  if (topology === undefined || all.length > 0) return complain(all, 2);
  const stopping = new AbortController();
  let signalCode: number | undefined;
  for (const [name, code] of Object.entries(SIGNAL_CODES)) {
    process.on(name, () => {
      signalCode ??= code;
      stopping.abort();
    });
  }
  process.stdout.on('error', () => stopping.abort());
  const streams = line.terminal ? 'terminal' : { stdout: process.stdout, stderr: process.stderr };
  const end = await runLabTo({ ...line.request, topology, signal: stopping.signal }, streams);
  switch (end.kind) {
    case 'exited':
      return end.code;
    case 'timedOut':
      return complain([`the command was still running after ${line.request.timeoutMs / 1000} s`], end.code);
    case 'interrupted':
      return signalCode ?? end.code;
    case 'broken':
    case 'refused':
      return complain([end.why], end.code);
  }
}

function complain(problems: readonly string[], code: number): number {
  for (const problem of problems) process.stderr.write(`lab: ${problem}\n`);
  return code;
}
