import type { RttFigures } from '@bondctl/proto/model/vitals';
import type { Commands, Processes } from '../kernel/ports.ts';
import { readPingTimes } from '../parse/ping-times.ts';
import { idleRttArgv, loadedRttArgv } from './command-lines.ts';
import { type ReadingDeps, understood } from './readings.ts';
import { rttOf } from './rtt.ts';
import { limits } from './session.ts';

/** 600 answers are about 40 KB. */
const maxBytes = 256 * 1024;

type Deps = Pick<ReadingDeps, 'log'> & { readonly commands: Commands; readonly processes: Processes };

/** Round-trip times before a run; costs at most `limits.quietMs`. Null where there is no ping or no answer. */
export async function idleRtt(deps: Deps, bond: string, peer: string): Promise<RttFigures | null> {
  const argv = idleRttArgv(bond, peer);
  const result = await deps.commands.run('linktest/rtt', argv, { timeoutMs: limits.quietMs });
  if (result.ending.kind === 'notFound') return null;
  return rttOf(understood(deps, 'ping', readPingTimes(result.stdout)));
}

/** Begins to measure round-trip times under load. ping ends by itself after `seconds`; `end` ends it at once. */
export function beginLoadedRtt(
  deps: Deps,
  bond: string,
  peer: string,
  seconds: number,
): { end(): Promise<RttFigures | null> } {
  const ping = deps.processes.start('linktest/rtt', loadedRttArgv(bond, peer, seconds), { maxBytes });
  return {
    async end() {
      ping.signal('SIGKILL');
      const result = await ping.ended;
      if (result.ending.kind === 'notFound') return null;
      return rttOf(understood(deps, 'ping', readPingTimes(result.stdout)));
    },
  };
}
