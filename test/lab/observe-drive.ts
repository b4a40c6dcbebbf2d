/**
 * An agent's eyes and hands alone, in a host of the lab. `node test.mjs watch EVERY_MS` prints each report and each link
 * event as a line, and shows metrics on loopback, until SIGTERM; `node test.mjs steps STEPS` performs steps, prints how
 * each went, then the host's state.
 */
import { processNow } from '@bondctl/proto/metrics/process-now';
import type { BondState } from '@bondctl/proto/model/bond';
import type { LinkEvent } from '@bondctl/proto/model/command';
import { BondctlError } from '@bondctl/proto/model/error';
import type { HostState } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import type { PlanStep } from '@bondctl/proto/model/step';
import { systemClock } from '../../packages/agent/src/kernel/clock.ts';
import { createCommands } from '../../packages/agent/src/kernel/commands.ts';
import { createFaults } from '../../packages/agent/src/kernel/faults.ts';
import { createFiles } from '../../packages/agent/src/kernel/files.ts';
import { createHostReader } from '../../packages/agent/src/kernel/host-reader.ts';
import { createHostWriter } from '../../packages/agent/src/kernel/host-writer.ts';
import { createProcesses } from '../../packages/agent/src/kernel/processes.ts';
import { createSysfs } from '../../packages/agent/src/kernel/sysfs.ts';
import { agentFamilies } from '../../packages/agent/src/metrics/families.ts';
import { startListener } from '../../packages/agent/src/metrics/listener.ts';
import { createPage } from '../../packages/agent/src/metrics/page.ts';
import { createObserver, type Observer } from '../../packages/agent/src/observe/observer.ts';

/** What a driver prints, one JSON line each. */
export type Line =
  | { readonly kind: 'event'; readonly event: LinkEvent }
  | { readonly kind: 'report'; readonly bonds: readonly BondState[] }
  | { readonly kind: 'step'; readonly step: PlanStep['do']; readonly error: string | null }
  | { readonly kind: 'state'; readonly state: HostState }
  | { readonly kind: 'problem'; readonly sentence: string };

/** True when this program was started as a driver and not as the test. */
export const isDriver = (): boolean => ['watch', 'steps'].includes(process.argv[2] ?? '');

const say = (line: Line): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
const problem = (thrown: unknown) => say({ kind: 'problem', sentence: BondctlError.from(thrown).message });

const faults = createFaults(undefined);
const parts = { files: createFiles(faults), commands: createCommands(faults), sysfs: createSysfs(faults) };
const reader = createHostReader({ ...parts, controlAddress: () => '10.99.0.2', onProblem: problem });

function watch(everyMs: number): void {
  const observer = createObserver({
    reader,
    processes: createProcesses(faults),
    clock: systemClock,
    touching: () => [],
    comparison: () => () => Promise.resolve([]),
    surroundings: () => ({
      kernel: 'lab',
      agentVersion: 'lab',
      iperf3Version: null,
      bootId: 'lab',
      transaction: null,
    }),
    isMeasuring: () => false,
    observeEveryMs: everyMs,
    onFailure: problem,
  });
  observer.onEvent((event) => say({ kind: 'event', event }));
  observer.onReport((report) => say({ kind: 'report', bonds: report.bonds }));
  observer.start();
  const hide = show(observer);
  process.once('SIGTERM', () => {
    observer.stop();
    void hide();
  });
}

/** Where `watch` shows metrics, inside its host. */
export const metricsSocket = { address: '127.0.0.1', port: 7443 } as const;

function show(observer: Observer): () => Promise<void> {
  const page = createPage(systemClock, () =>
    agentFamilies({
      host: 'alpha' as HostId,
      report: observer.latest(),
      lookedUnixMs: observer.lookedUnixMs(),
      phase: 'idle',
      uplink: { connected: false, sinceUnixMs: undefined, eventsWaiting: 0, eventsLost: 0 },
      process: processNow(),
    }),
  );
  const trouble = { met: problem, over: () => undefined };
  return startListener({ socket: metricsSocket, page, clock: systemClock, trouble });
}

async function perform(steps: readonly PlanStep[]): Promise<void> {
  const writer = createHostWriter(parts);
  for (const step of steps) {
    const error = await writer.perform('step', step).then(
      () => null,
      (thrown: unknown) => BondctlError.from(thrown).message,
    );
    say({ kind: 'step', step: step.do, error });
  }
  say({ kind: 'state', state: await reader.state('read') });
}

/** Does what the command line says. */
export async function drive(): Promise<void> {
  const [, , verb, argument = ''] = process.argv;
  if (verb === 'watch') watch(Number(argument));
  else await perform(JSON.parse(argument) as readonly PlanStep[]);
}
