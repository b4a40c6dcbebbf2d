import { guestModule } from '@bondctl/lab/guest-module';
import { build } from 'esbuild';

/** A program for a lab's guest as one file. */
export async function guestProgram(file: string): Promise<string> {
  const built = await build({ entryPoints: [file], ...guestModule });
  return built.outputFiles[0]?.text ?? '';
}

/** Aborted once somebody stops the command, so that a lab ends with it. */
export function stopOnSignals(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => stopping.abort());
  return stopping.signal;
}
