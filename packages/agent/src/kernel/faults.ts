import { appendFileSync } from 'node:fs';
import { BondctlError } from '@bondctl/proto/model/error';
import { type FaultPlan, parseFaults } from '@bondctl/proto/model/fault';
import type { Faults, Label } from './ports.ts';

function act(plan: FaultPlan, label: Label): void {
  if (plan.do === 'trace') appendFileSync(plan.path, `${label}\n`);
  else if (plan.label !== label) return;
  else if (plan.do === 'stop') process.kill(process.pid, 'SIGSTOP');
  else throw new BondctlError('failed', `${label} failed because BONDCTL_FAULT asked for it.`);
}

/**
 * The fault hook of tests, from the text of BONDCTL_FAULT (see `parseFaults`). Without the variable nothing ever
 * happens. Throws `bad-input` when the text cannot be read.
 */
export function createFaults(text: string | undefined): Faults {
  const plans = parseFaults(text);
  if (!plans.ok) throw new BondctlError('bad-input', plans.error);
  return {
    reached(label) {
      for (const plan of plans.value) act(plan, label);
    },
  };
}
