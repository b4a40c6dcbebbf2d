import { BondctlError } from '@bondctl/proto/model/error';
import { silentAfterMs } from '../look/connection.ts';

/**
 * Hears a stream until it ends, fails or says nothing for too long, and says which in a sentence; null: `broken` ended it.
 * `open` is told when to stop.
 */
export async function hearOut<L>(
  open: (until: AbortSignal) => AsyncIterable<L>,
  broken: AbortSignal,
  heard: (line: L) => void,
): Promise<string | null> {
  const silence = new AbortController();
  const patience = () => setTimeout(() => silence.abort(), silentAfterMs);
  let timer = patience();
  try {
    for await (const line of open(AbortSignal.any([broken, silence.signal]))) {
      clearTimeout(timer);
      timer = patience();
      heard(line);
    }
    return 'It is stopping.';
  } catch (thrown) {
    if (broken.aborted) return null;
    return silence.signal.aborted ? 'It has stopped talking.' : BondctlError.from(thrown).message;
  } finally {
    clearTimeout(timer);
  }
}

/** Waits, or less where there is nothing to wait for any more. */
export const pause = (ms: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
