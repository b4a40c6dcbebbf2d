import type { IperfRun, PortSample } from '@bondctl/proto/model/linktest';
import type { BondName } from '@bondctl/proto/model/names';
import type { HostSurroundings, HostVitals, Latency, RttFigures } from '@bondctl/proto/model/vitals';
import type { Clock, CommandResult, Commands, Files, Processes, RunningProcess } from '../kernel/ports.ts';
import type { Argv } from './command-lines.ts';
import { beginLoadedRtt, idleRtt } from './latency.ts';
import { forgetProcess, noteProcess } from './leftovers.ts';
import type { Look } from './others.ts';
import type { Surroundings } from './surroundings.ts';
import { beginWatch } from './watch.ts';

/** A document of an hour with 128 streams stays below this. */
const maxDocumentBytes = 1024 * 1024;
/** A usage text is longer than this, a cause is not. */
const maxStderrLength = 400;

/** What one iperf3 process needs of the machine. */
export interface RunDeps {
  readonly processes: Processes;
  readonly files: Files;
  readonly clock: Clock;
  /** Where the running process is remembered for the next agent. */
  readonly pidFile: string;
  readonly commands: Commands;
  readonly surroundings: Surroundings;
  readonly log: { warn(fields: object, message: string): void };
}

/** One iperf3 process to be. */
export interface RunOrder {
  readonly role: IperfRun['role'];
  readonly argv: Argv;
  readonly version: string;
  readonly bond: BondName;
  /** Whom round-trip times are measured to; null at the receiving end, which measures none. */
  readonly peer: string | null;
  readonly seconds: number;
  /** Asked right before the process starts: a run that was cancelled meanwhile never starts. */
  readonly wanted: () => boolean;
  readonly onStarted: (process: RunningProcess) => void;
  readonly onSamples: (samples: readonly PortSample[]) => void;
  readonly onLook: (look: Look) => void;
}

/** A process that is gone. `ending` is known to the session, not here. */
export interface FinishedRun {
  readonly run: Omit<IperfRun, 'ending'>;
  readonly wasStarted: boolean;
  /** Its beginning, which is where a cause stands. */
  readonly stderr: string;
  readonly samples: readonly PortSample[];
  readonly vitals: HostVitals;
  /** Null at the receiving end. */
  readonly latency: Latency | null;
  readonly surroundings: HostSurroundings;
}

/** Runs one iperf3, watched from right before its start until right after its end. */
export async function runIperf(deps: RunDeps, order: RunOrder): Promise<FinishedRun> {
  const { role, version, argv: command, bond, peer } = order;
  const idle = peer === null ? null : await idleRtt(deps, bond, peer);
  const watch = await beginWatch(deps, bond, order.seconds, order);
  const { result, loaded, surrounded } = order.wanted() ? await runLoaded(deps, order) : nothingRan;
  const { samples, vitals } = await watch.end();
  const wasStarted = result !== undefined && result.ending.kind !== 'notFound';
  const exit = result === undefined ? neverRan : exitOf(result.ending);
  const run = { role, version, command, document: result?.stdout ?? '', exit };
  const stderr = result?.stderr.slice(0, maxStderrLength) ?? '';
  const latency = peer === null ? null : { idle, loaded };
  return { run, wasStarted, stderr, samples, vitals, latency, surroundings: surrounded };
}

const nothingRan = { result: undefined, loaded: null, surrounded: { kernel: null, interfaces: [] } };

/**
 * The process, beside it round-trip times where there is somebody to measure to, and after it what it depended on: a
 * program for each interface of which nothing is kept, as after every change, would be felt by a run.
 */
async function runLoaded(deps: RunDeps, order: RunOrder) {
  const running = runProcess(deps, order);
  const settled = untilSettled(deps.clock, order.seconds, running);
  const loaded = rttDuring(deps, order, running, settled);
  // Awaited below: a failure until then is heard of there, and no process is left by it.
  loaded.catch(() => {});
  const result = await running;
  return { result, loaded: await loaded, surrounded: await deps.surroundings.of(order.bond) };
}

/** What goes on beside a run begins when this much of it is over, so that no program's start holds up the run's own. */
const settledShare = 0.2;

/** True once the run has settled, false where it ended before that. */
function untilSettled(clock: Clock, seconds: number, running: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = clock.after(settledShare * seconds * 1000, () => resolve(true));
    const over = (): void => {
      cancel();
      resolve(false);
    };
    running.then(over, over);
  });
}

/** Round-trip times from when the run has settled until it has ended, however it did. */
async function rttDuring(
  deps: RunDeps,
  { bond, peer, seconds }: RunOrder,
  running: Promise<unknown>,
  settled: Promise<boolean>,
): Promise<RttFigures | null> {
  if (peer === null || !(await settled)) return null;
  const ping = beginLoadedRtt(deps, bond, peer, seconds);
  await running.catch(() => {});
  return ping.end();
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
