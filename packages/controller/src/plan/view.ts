import type { ChangeSetView, PlanView } from '@bondctl/proto/model/view';
import { explainPlan } from './explain.ts';
import { type ChangeSet, type ClusterPlan, isNothingToDo } from './plan.ts';

/** A plan as the API gives it away. `digestOf` makes one short word of a text. */
export function viewPlan(plan: ClusterPlan, digestOf: (text: string) => string): PlanView {
  return {
    // The hosts' own digests count too: a plan of another state is another plan, also where its steps are the same.
    digest: digestOf(JSON.stringify(plan)),
    nothingToDo: isNothingToDo(plan),
    changeSets: plan.changeSets.map(viewSet),
    refusals: plan.refusals,
    notes: plan.notes,
    remarks: plan.remarks,
    text: explainPlan(plan),
  };
}

const viewSet = ({ name, participants, links, unproven, deadline }: ChangeSet): ChangeSetView => ({
  name,
  participants: participants.map(({ host, steps }) => ({ host, steps })),
  proofs: links.map((link) => link.name),
  unproven,
  deadlineMs: deadline.totalMs,
});
