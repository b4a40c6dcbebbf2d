/** The kernel commands of a plan as the shell script that somebody would write by hand. Pure. */
import type { PlanStep } from '@bondctl/proto/model/step';
import { type Act, actsOf } from '../../packages/agent/src/kernel/step-acts.ts';

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

const lineOf = (act: Act): string =>
  act.kind === 'run' ? act.argv.map(quoted).join(' ') : `echo ${quoted(act.text)} > ${quoted(act.path)}`;

/** A script for `sh -e`: what the agent would do for these steps, one command after the other. */
export const scriptOf = (steps: readonly PlanStep[]): string =>
  steps
    .flatMap(actsOf)
    .map((act) => `${lineOf(act)}\n`)
    .join('');
