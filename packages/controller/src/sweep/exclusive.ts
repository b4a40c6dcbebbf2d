import { BondctlError } from '@bondctl/proto/model/error';
import type { Rollouts } from '../rollout/runner.ts';
import type { Sweeps } from './sweeps.ts';

/** Rollouts that do not begin while a sweep changes hosts: what they would plan from is not what is there. */
export const besideSweeps = (rollouts: Rollouts, { running }: Pick<Sweeps, 'running'>): Rollouts => ({
  ...rollouts,
  apply: async (...wish) => {
    const sweep = running();
    if (sweep !== null)
      throw new BondctlError('busy', `Sweep ${sweep} is changing hosts; wait for its end and repeat.`);
    return rollouts.apply(...wish);
  },
});
