import { problemError, type Told } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Context } from './act.ts';

/** Prints what is told as progress until it ends. Throws the problem it ended with, or `unreachable` with `gone` where it has no end. */
export async function untilTold<R>(
  context: Context,
  told: Told<R>,
  gone: string,
): Promise<{ readonly result: R; readonly exitCode: number }> {
  const { renderProgress } = await import('./render/progress.ts');
  for await (const line of told) {
    if (line.type === 'failed') throw problemError(line.problem);
    if (line.type === 'end') return line;
    const text = renderProgress(line, context.paint);
    if (text !== null) context.progress(text);
  }
  throw new BondctlError('unreachable', gone);
}
