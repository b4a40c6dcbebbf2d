import { isSwallowed, type PathProbe, type ProbeAnswer } from '@bondctl/proto/model/linktest';
import { type Asked, ask, type TestOrder, type TestPlan } from './orders.ts';
import { isDoubtful } from './probes.ts';

const smallestProbe = 84;

type ProbeOrder = Extract<TestOrder, { kind: 'probe' }>;

const directionOf = (plan: TestPlan, { from }: Pick<PathProbe, 'from'>): 'there' | 'back' =>
  from.host === plan.from.end.host ? 'there' : 'back';

/** The answer with the port that its identifier was chosen for; a ping that could not choose says of no port. */
export function portOf(
  plan: TestPlan,
  order: ProbeOrder,
  { identifier, ...counted }: ProbeAnswer,
): PathProbe {
  const planned = plan.probes[directionOf(plan, order)].find((one) => one.identifier === identifier);
  return { ...counted, port: planned?.port ?? null };
}

/** What a probe that lost packets makes us ask: the same again where that may pass, else whether small ones arrive at all. */
export function followUp(
  plan: TestPlan,
  before: readonly PathProbe[],
  probe: PathProbe,
  identifier: number | null,
): readonly Asked[] {
  if (probe.ipBytes <= smallestProbe || !isSwallowed(probe)) return [];
  const ipBytes = isDoubtful(probe, before) ? probe.ipBytes : smallestProbe;
  return [ask.probe(plan, directionOf(plan, probe), ipBytes, identifier)];
}
