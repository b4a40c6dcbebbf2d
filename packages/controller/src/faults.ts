import { BondctlError } from '@bondctl/proto/model/error';
import { parseFaults } from '@bondctl/proto/model/fault';
import type { Faults } from './rollout/ports.ts';

/**
 * The fault hook of tests, from the text of BONDCTL_FAULT: the controller knows `stop:LABEL` alone, since what can go
 * wrong in its store is tried by the store's own tests. Throws `bad-input` for anything else.
 */
export function createFaults(text: string | undefined): Faults {
  const plans = parseFaults(text);
  if (!plans.ok) throw new BondctlError('bad-input', plans.error);
  const other = plans.value.find((plan) => plan.do !== 'stop');
  if (other !== undefined)
    throw new BondctlError('bad-input', `BONDCTL_FAULT: the controller can stop at a label, not ${other.do}`);
  const labels = new Set(plans.value.map((plan) => (plan.do === 'stop' ? plan.label : '')));
  return {
    reached(label) {
      if (labels.has(label)) process.kill(process.pid, 'SIGSTOP');
    },
  };
}
