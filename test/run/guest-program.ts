import { build } from 'esbuild';

/** A program for a lab's guest as one file: module resolution through the guest's file system would take seconds. */
export async function guestProgram(file: string): Promise<string> {
  const built = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
  });
  return built.outputFiles[0]?.text ?? '';
}

/** Aborted once somebody stops the command, so that a lab ends with it. */
export function stopOnSignals(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => stopping.abort());
  return stopping.signal;
}
