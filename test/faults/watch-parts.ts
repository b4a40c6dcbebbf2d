// What a restore outside the agent works with, on a host in memory with real journal files.
import { createFaults } from '../../packages/agent/src/kernel/faults.ts';
import { createFiles } from '../../packages/agent/src/kernel/files.ts';
import type { Faults } from '../../packages/agent/src/kernel/ports.ts';
import type { WatchParts } from '../../packages/agent/src/transaction/watch.ts';
import type { FakeClock } from '../fakes/fake-clock.ts';
import type { FakeHost } from '../fakes/fake-host.ts';
import { aloneProcesses } from '../fakes/transaction-rig.ts';

/** Parts whose lock is free for one at a time. */
export function watchParts(
  host: FakeHost,
  dir: string,
  clock: FakeClock,
  faults: Faults = createFaults(undefined),
): WatchParts {
  let isHeld = false;
  const release = async () => {
    isHeld = false;
    await Promise.resolve();
  };
  return {
    files: createFiles(faults),
    clock,
    faults,
    reader: host.reader,
    writer: host.writer,
    watchdogs: {
      arm: () => Promise.reject(new Error('a restore arms no watchdog')),
      disarm: async () => await Promise.resolve(),
    },
    stateDir: dir,
    policy: { interfaces: null },
    log: () => undefined,
    boot: clock.boot,
    processes: aloneProcesses,
    tryLock: async () => {
      if (isHeld) return await Promise.resolve(null);
      isHeld = true;
      return await Promise.resolve({ release });
    },
    graceMs: 2_000,
    stallMs: 15_000,
  };
}
