import { createServer, type Server } from 'node:net';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Clock } from '../kernel/ports.ts';

/** Held by one process of a host; gone with it. */
export interface Lock {
  release(): Promise<void>;
}

// Abstract: no file that could be left behind. One for each network namespace, which is what is being changed.
const lockName = '\0bondctl-agent-tx';

function listen(server: Server): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(new BondctlError('failed', `The lock of transactions cannot be taken: ${error.message}.`));
    });
    server.listen(lockName, () => resolve(true));
  });
}

/** Takes the one lock of a host if nobody has it; null when somebody has. */
export type TryLock = () => Promise<Lock | null>;

/** The lock as an abstract unix socket. */
export const abstractLock: TryLock = async () => {
  // Nobody has business with us there.
  const server = createServer((socket) => socket.destroy());
  if (!(await listen(server))) return null;
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
};

const pollMs = 200;

/** A wait as a promise. */
export const pause = (clock: Clock, delayMs: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });

/** Waits for the lock at most `timeoutMs`; null when somebody held it all that time. */
export async function waitForLock(tryLock: TryLock, clock: Clock, timeoutMs: number): Promise<Lock | null> {
  const giveUpMs = clock.monotonicMs() + timeoutMs;
  for (;;) {
    const lock = await tryLock();
    if (lock !== null || clock.monotonicMs() >= giveUpMs) return lock;
    await pause(clock, pollMs);
  }
}
