import type { ChangeSetView, PlanView } from '@bondctl/proto/model/view';
import { explainPlan } from './explain.ts';
import { type ChangeSet, type ClusterPlan, changeSetsOf, isNothingToDo, witnessesOf } from './plan.ts';

/** A plan as the API gives it away. `digestOf` makes one short word of a text. */
export function viewPlan(plan: ClusterPlan, digestOf: (text: string) => string): PlanView {
  return {
    // The hosts' own digests count too: a plan of another state is another plan, also where its steps are the same.
    digest: digestOf(JSON.stringify(plan)),
    nothingToDo: isNothingToDo(plan),
    changeSets: changeSetsOf(plan).map(viewSet),
    waves: plan.waves.map(({ canary, sets }) => ({ canary, sets: sets.map((set) => set.name) })),
    refusals: plan.refusals,
    notes: plan.notes,
    remarks: plan.remarks,
    text: explainPlan(plan),
  };
}

const viewSet = (set: ChangeSet): ChangeSetView => ({
  name: set.name,
  participants: set.participants.map(({ host, steps }) => ({ host, steps })),
  proofs: set.links.map((link) => link.name),
  witnesses: witnessesOf(set),
  unproven: set.unproven,
  deadlineMs: set.deadline.totalMs,
});
