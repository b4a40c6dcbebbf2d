import type { PlanView } from '@bondctl/proto/model/view';
import type { Command } from 'commander';
import type { Act, Context } from '../act.ts';
import { followRollout } from '../follow.ts';
import { chosenSpec } from '../spec-file.ts';
import { refusedExit } from './plan.ts';

const examples = `
Examples:
  bondctl apply -f cluster.yaml
  bondctl apply                       # bring hosts that drifted back to the accepted spec
  bondctl apply -f cluster.yaml --yes --output json

Ctrl-C stops the watching only: hosts finish, or roll back by themselves. "bondctl rollout list" says how it went.`;

/** `bondctl apply`: plan, ask, roll out, watch. */
export function apply(program: Command, act: Act): void {
  program
    .command('apply')
    .description(
      'Roll a spec out: both ends of a link together, proven with traffic, kept only if the proof holds.',
    )
    .option('-f, --file <FILE>', 'the spec; - reads stdin (with --yes); default: the accepted spec')
    .addHelpText('after', examples)
    .action(act(rollOut));
}

async function rollOut(context: Context, options: { readonly file?: string }): Promise<number> {
  context.mustBeAnswerable();
  return applySpec(context, await chosenSpec(context, options.file));
}

/** Plans a spec, shows the plan, asks, and watches the rollout; the number is the exit code. */
export async function applySpec(
  context: Context,
  spec: { readonly file: string; readonly text: string },
): Promise<number> {
  const plan = await context.client.plan(spec);
  if (plan.refusals.length > 0) {
    await context.result(plan, () => plan.text);
    return refusedExit(plan.refusals.map((one) => one.kind));
  }
  if (!plan.nothingToDo && !(await approved(context, plan))) return 0;
  const { revision, rollout } = await context.client.apply({ ...spec, digest: plan.digest });
  if (rollout !== null) return followRollout(context, rollout);
  await context.result({ revision, rollout }, () => plan.text);
  return 0;
}

async function approved(context: Context, plan: PlanView): Promise<boolean> {
  context.progress(plan.text);
  if (await context.confirm('Apply this plan?')) return true;
  context.progress('Nothing was changed.');
  return false;
}
