import { chmod, lstat, unlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Api } from './app.ts';

const groupOnly = 0o660;
const probeMs = 2_000;

/**
 * Listens on a unix socket with mode 0660. The socket of a controller that died is replaced; a living one is refused.
 */
export async function listenOnSocket(api: Api, path: string): Promise<void> {
  await clear(path);
  try {
    await api.listen({ path });
  } catch (error) {
    throw new BondctlError('failed', `The API cannot listen on ${path}: ${String(error)}`, { cause: error });
  }
  await chmod(path, groupOnly);
}

async function clear(path: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined) return;
  if (!found.isSocket())
    throw new BondctlError('refused', `${path} is not a socket; move it away or choose another --socket.`);
  if (await answers(path))
    throw new BondctlError(
      'busy',
      `Another controller listens on ${path}. Stop it first, or choose another --state-dir.`,
    );
  await unlink(path);
}

/** Whether somebody accepts connections there. */
function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path, timeout: probeMs });
    const settle = (alive: boolean) => () => {
      socket.destroy();
      resolve(alive);
    };
    socket.once('connect', settle(true)).once('timeout', settle(true)).once('error', settle(false));
  });
}
