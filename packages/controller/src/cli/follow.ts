import { problemError } from '@bondctl/proto/api/client';
import { BondctlError } from '@bondctl/proto/model/error';
import type { RolloutView } from '@bondctl/proto/model/view';
import type { Context } from './act.ts';

const patienceMs = 60_000;
const againEveryMs = 500;

interface Watching {
  /** The last event that was shown: where the next connection goes on. */
  after: number;
  /** When the controller was last heard, by a clock that only grows. */
  heardMs: number;
  lost: boolean;
}

/**
 * Tells of a rollout until it ends and prints how; the number is its exit code. A controller that goes away is waited for:
 * the rollout is in its store, and it resumes it.
 */
export async function followRollout(context: Context, id: string): Promise<number> {
  const watching: Watching = { after: 0, heardMs: context.clock.nowMs(), lost: false };
  for (;;) {
    try {
      return await watchOnce(context, id, watching);
    } catch (error) {
      await lostController(context, id, watching, BondctlError.from(error));
    }
  }
}

async function watchOnce(context: Context, id: string, watching: Watching): Promise<number> {
  const { renderProgress } = await import('./render/progress.ts');
  for await (const line of context.client.watch(id, watching.after)) {
    if (watching.lost) context.progress('The controller is back.');
    Object.assign(watching, { lost: false, heardMs: context.clock.nowMs() });
    if (line.type === 'end') return ended(context, line.result, line.exitCode);
    if (line.type === 'failed') throw problemError(line.problem);
    if (line.type === 'event') watching.after = line.event.id;
    const text = renderProgress(line, context.paint);
    if (text !== null) context.progress(text);
  }
  throw new BondctlError('unreachable', 'The controller went away.');
}

async function ended(context: Context, rollout: RolloutView, exitCode: number): Promise<number> {
  const { renderRollout } = await import('./render/rollout.ts');
  await context.result(rollout, () => renderRollout(rollout, context.paint));
  return exitCode;
}

async function lostController(
  context: Context,
  id: string,
  watching: Watching,
  error: BondctlError,
): Promise<void> {
  if (error.code !== 'unreachable') throw error;
  if (context.clock.nowMs() - watching.heardMs > patienceMs) throw gone(id, error);
  if (!watching.lost)
    context.progress(`The controller went away; looking for it for ${patienceMs / 1000} s ...`);
  watching.lost = true;
  await context.clock.sleep(againEveryMs);
}

const gone = (id: string, cause: BondctlError): BondctlError =>
  new BondctlError(
    'unreachable',
    `The controller did not come back. Hosts that were not confirmed return to their old state by themselves, and the ` +
      `controller goes on with ${id} when it starts. Start it, then look with "bondctl rollout watch ${id}".`,
    { cause },
  );
