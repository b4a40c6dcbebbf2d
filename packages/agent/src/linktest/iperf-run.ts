import type { IperfRun, PortSample } from '@bondctl/proto/model/linktest';
import type { Clock, CommandResult, Files, Processes, RunningProcess } from '../kernel/ports.ts';
import type { Argv } from './command-lines.ts';
import { forgetProcess, noteProcess } from './leftovers.ts';
import { beginSampling } from './sampler.ts';

/** A document of an hour with 128 streams stays below this. */
const maxDocumentBytes = 1024 * 1024;

/** What one iperf3 process needs of the machine. */
export interface RunDeps {
  readonly processes: Processes;
  readonly files: Files;
  readonly clock: Clock;
  /** Where the running process is remembered for the next agent. */
  readonly pidFile: string;
}

/** One iperf3 process to be. */
export interface RunOrder {
  readonly role: IperfRun['role'];
  readonly argv: Argv;
  readonly version: string;
  readonly bond: string;
  readonly seconds: number;
  /** Asked right before the process starts: a run that was cancelled meanwhile never starts. */
  readonly wanted: () => boolean;
  readonly onStarted: (process: RunningProcess) => void;
  readonly onSamples: (samples: readonly PortSample[]) => void;
}

/** A process that is gone. `ending` is known to the session, not here. */
export interface FinishedRun {
  readonly run: Omit<IperfRun, 'ending'>;
  readonly wasStarted: boolean;
  readonly samples: readonly PortSample[];
}

/** Runs one iperf3 with counters sampled from right before its start until right after its end. */
export async function runIperf(deps: RunDeps, order: RunOrder): Promise<FinishedRun> {
  const sampling = await beginSampling(deps, order.bond, order.seconds, order.onSamples);
  const result = order.wanted() ? await runProcess(deps, order) : undefined;
  const samples = await sampling.end();
  const { role, version, argv: command } = order;
  const wasStarted = result !== undefined && result.ending.kind !== 'notFound';
  const exit = result === undefined ? neverRan : exitOf(result.ending);
  return { run: { role, version, command, document: result?.stdout ?? '', exit }, wasStarted, samples };
}

const neverRan: IperfRun['exit'] = { kind: 'signal', signal: 'SIGTERM' };

async function runProcess(deps: RunDeps, order: RunOrder): Promise<CommandResult> {
  const process = deps.processes.start('linktest/iperf3', order.argv, { maxBytes: maxDocumentBytes });
  order.onStarted(process);
  try {
    await noteProcess(deps, process.pid, order.argv);
  } catch (thrown) {
    // A process that the next agent would not find must not outlive this one.
    process.signal('SIGKILL');
    await process.ended;
    throw thrown;
  }
  const result = await process.ended;
  await forgetProcess(deps);
  return result;
}

function exitOf(ending: CommandResult['ending']): IperfRun['exit'] {
  switch (ending.kind) {
    case 'code':
      return ending;
    case 'signal':
      return ending;
    case 'timeout':
      return { kind: 'signal', signal: 'SIGKILL' };
    case 'notFound':
      // What a shell says of a program that is not there.
      return { kind: 'code', code: 127 };
    default:
      return ending satisfies never;
  }
}
