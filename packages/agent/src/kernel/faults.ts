import { appendFileSync } from 'node:fs';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Faults, Label } from './ports.ts';

type Plan =
  | { readonly do: 'stop' | 'fail'; readonly label: Label }
  | { readonly do: 'trace'; readonly path: string };

function parsePlan(entry: string): Plan {
  const [, verb, rest] = /^(stop|fail|trace):(.+)$/.exec(entry) ?? [];
  if (verb === 'trace' && rest !== undefined) return { do: 'trace', path: rest };
  if ((verb === 'stop' || verb === 'fail') && rest !== undefined) return { do: verb, label: rest };
  throw new BondctlError(
    'bad-input',
    `BONDCTL_FAULT has "${entry}"; write stop:LABEL, fail:LABEL or trace:PATH, several separated by commas`,
  );
}

function act(plan: Plan, label: Label): void {
  if (plan.do === 'trace') appendFileSync(plan.path, `${label}\n`);
  else if (plan.label !== label) return;
  else if (plan.do === 'stop') process.kill(process.pid, 'SIGSTOP');
  else throw new BondctlError('failed', `${label} failed because BONDCTL_FAULT asked for it.`);
}

/**
 * The fault hook of tests, from the text of BONDCTL_FAULT: `stop:LABEL` stops the process (SIGSTOP) when it reaches
 * the label, `fail:LABEL` makes that act throw, `trace:PATH` appends every label reached to a file; several are
 * separated by commas. Labels match exactly. Without the variable nothing ever happens.
 */
export function createFaults(text: string | undefined): Faults {
  const plans = (text ?? '').split(',').filter(Boolean).map(parsePlan);
  return {
    reached(label) {
      for (const plan of plans) act(plan, label);
    },
  };
}
