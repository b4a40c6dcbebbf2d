import { createHash } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { BondctlError } from '@bondctl/proto/model/error';

/** The database inside the state folder. */
export const databaseFile = 'bondctl.sqlite';

const ownerAndGroup = 0o750;

/**
 * Makes the state folder where it is missing and takes it for this process; the lock is an abstract unix socket, gone
 * with its process however that ends. Throws `failed` when the folder cannot be made, `busy` when another has it.
 */
export async function takeStateFolder(folder: string): Promise<() => void> {
  try {
    const made = await mkdir(folder, { recursive: true, mode: ownerAndGroup });
    if (made !== undefined) await chmod(folder, ownerAndGroup);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new BondctlError(
      'failed',
      `The state folder ${folder} cannot be made (${why}); choose one with --state-dir.`,
      {
        cause: error,
      },
    );
  }
  return lock(folder);
}

function lock(folder: string): Promise<() => void> {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new BondctlError(
          'busy',
          `Another controller uses ${folder}. Stop it first, or choose another --state-dir.`,
          {
            cause: error,
          },
        ),
      ),
    );
    // A digest, because an abstract name has the length of a socket path at most.
    const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
    server.listen({ path: `\0bondctl-controller-${name}` }, () => resolve(() => void server.close()));
    server.unref();
  });
}
