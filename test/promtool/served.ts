import type { Definition } from '@bondctl/proto/metrics/family';
import { agentDefinitions } from '../../packages/agent/src/metrics/families.ts';
import { metricDefinitions } from '../../packages/controller/src/metrics/families.ts';

/** A metric, and who serves it. */
export interface Served extends Definition {
  readonly by: readonly ('controller' | 'agent')[];
}

const names = (definitions: readonly Definition[]): ReadonlySet<string> =>
  new Set(definitions.map(({ name }) => name));
const ofAgent = names(agentDefinitions);
const ofController = names(metricDefinitions);

/** Every metric that there can be, once: what both serve is the same. */
export const servedDefinitions: readonly Served[] = [
  ...metricDefinitions.map((one) => ({
    ...one,
    by: ofAgent.has(one.name) ? (['controller', 'agent'] as const) : (['controller'] as const),
  })),
  ...agentDefinitions
    .filter(({ name }) => !ofController.has(name))
    .map((one) => ({ ...one, by: ['agent'] as const })),
];
