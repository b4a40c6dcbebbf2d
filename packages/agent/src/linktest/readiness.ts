import type { Clock, Files } from '../kernel/ports.ts';
import { holdsSocket, listeningInodes } from '../parse/proc-tcp.ts';

/** A look takes time that the process needs to start, where there is one processor. */
const pollMs = 20;

/** Whether the process listens on the port. Looked up, never tried: a connection would use up a one-off server. */
async function listens(files: Files, pid: number, port: number): Promise<boolean> {
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((table) => files.read('linktest/ready', `/proc/net/${table}`)),
  );
  const inodes = tables.flatMap((text) => listeningInodes(text ?? '', port));
  if (inodes.length === 0) return false;
  return holdsSocket(await files.linkTargets('linktest/ready', `/proc/${pid}/fd`), inodes);
}

/** Resolves true once the process listens, false when `stillWanted` says so. The caller's deadline bounds the wait. */
export async function untilListening(
  { files, clock }: { readonly files: Files; readonly clock: Clock },
  pid: number,
  port: number,
  stillWanted: () => boolean,
): Promise<boolean> {
  while (stillWanted()) {
    if (await listens(files, pid, port)) return true;
    await new Promise<void>((resolve) => void clock.after(pollMs, resolve));
  }
  return false;
}
