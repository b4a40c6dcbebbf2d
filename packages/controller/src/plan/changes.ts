import { formatEnd, type HostId } from '@bondctl/proto/model/names';
import type { ClusterSpec, Link, Mesh } from '@bondctl/proto/model/spec';
import { deadlineOf } from './deadline.ts';
import { type ChangeSet, type ClusterPlan, changeSetsOf, type HostAnswer, type HostRefusal } from './plan.ts';
import { bondsOf, type Unit, unitsOf } from './units.ts';
import { wavesOf } from './waves.ts';
import { witnessed } from './witnesses.ts';

type Team = readonly [Unit] | readonly [Unit, Unit];

/** What the spec and the hosts' answers come to: who changes with whom, in which order, proven by what. */
export function planChanges(spec: ClusterSpec, answers: readonly HostAnswer[]): ClusterPlan {
  const units = answers.flatMap((answer) => unitsOfAnswer(spec, answer));
  const links = inOrder(spec);
  const { teams, refusals } = teamsOf(units, links);
  const ordered = teams.toSorted((a, b) => rankOf(a, links) - rankOf(b, links));
  const sets = ordered.map((team, turn) => {
    const proving = provingLinks(team, links, ordered.slice(turn + 1));
    return changeSet(team, witnessed(proving, team, spec, turn));
  });
  return {
    waves: wavesOf(sets, spec),
    rules: spec.rollout,
    refusals: [...answers.flatMap(refusalsOf), ...refusals],
    notes: answers.flatMap((answer) =>
      answer.kind === 'plan' ? answer.plan.notes.map((note) => ({ host: answer.host, note })) : [],
    ),
    remarks: spec.meshes.flatMap((mesh) => witnessRemark(spec, mesh)),
    hosts: answers,
  };
}

function unitsOfAnswer(spec: ClusterSpec, answer: HostAnswer): readonly Unit[] {
  if (answer.kind !== 'plan') return [];
  const bonds = spec.desires.find((desire) => desire.host === answer.host)?.bonds ?? [];
  return unitsOf(answer.host, bonds, answer.plan.steps);
}

function refusalsOf(answer: HostAnswer): readonly HostRefusal[] {
  const kind = answer.kind === 'plan' ? 'refused' : answer.kind;
  const reasons = answer.kind === 'plan' ? answer.plan.refusals : answer.refusals;
  return reasons.map(({ subject, message }) => ({ host: answer.host, kind, subject, message }));
}

/** A mesh may be too small for the witnesses it wants. */
function witnessRemark(spec: ClusterSpec, { name, links, witnesses }: Mesh): readonly string[] {
  const ends = spec.links.filter((link) => links.includes(link.name)).flatMap((link) => link.ends);
  const others = new Set(ends.map((end) => end.host)).size - 1;
  if (witnesses === null || others >= witnesses) return [];
  return [`${name} wants ${witnesses} witnesses, and each of its hosts faces only ${others}`];
}

/** The links, canaries first. */
function inOrder(spec: ClusterSpec): readonly Link[] {
  const canaries = spec.rollout.canary.flatMap((name) => spec.links.filter((link) => link.name === name));
  return [...canaries, ...spec.links.filter((link) => !canaries.includes(link))];
}

const isEndOf = (unit: Unit, link: Link): boolean =>
  link.ends.some((end) => end.host === unit.host && bondsOf(unit).includes(end.bond));

/** Cables first: what they join has no choice. Then switched links whose ends must change together. */
function teamsOf(
  units: readonly Unit[],
  links: readonly Link[],
): { readonly teams: readonly Team[]; readonly refusals: readonly HostRefusal[] } {
  const teams = new Map<Unit, Team>();
  const refusals: HostRefusal[] = [];
  const cables = links.filter((link) => link.medium === 'direct');
  const switched = links.filter((link) => link.medium === 'switched');
  for (const link of [...cables, ...switched]) {
    const [a, b] = units.filter((unit) => isEndOf(unit, link));
    if (a === undefined || b === undefined || !mustAgree(link, a, b)) continue;
    const team: Team = [a, b];
    if (!teams.has(a) && !teams.has(b)) for (const unit of team) teams.set(unit, team);
    else if (link.medium === 'direct' && teams.get(a) !== teams.get(b)) refusals.push(crowd(link, a, b));
  }
  return { teams: [...new Set(units.map((unit): Team => teams.get(unit) ?? [unit]))], refusals };
}

/** What the other end of a switched link notices: a bond that is not there, another MTU, another network. */
const noticed: ReadonlySet<string> = new Set(['createBond', 'setMtu', 'addAddress', 'removeAddress']);

const mustAgree = (link: Link, a: Unit, b: Unit): boolean =>
  link.medium === 'direct' || [...a.steps, ...b.steps].some(({ step }) => noticed.has(step.do));

function crowd(link: Link, a: Unit, b: Unit): HostRefusal {
  const crowded = bondsOf(a).length > 1 ? a : b;
  const message = `its bonds ${bondsOf(crowded).join(' and ')} change in one go and face more than one host by cable; at most two hosts change together, so change one bond at a time`;
  return { host: crowded.host, kind: 'refused', subject: link.name, message };
}

/** A team comes when its first link comes; without a link it comes last. */
function rankOf(team: Team, links: readonly Link[]): number {
  const first = links.findIndex((link) => team.some((unit) => isEndOf(unit, link)));
  return first < 0 ? links.length : first;
}

const provingLinks = (team: Team, links: readonly Link[], later: readonly Team[]): readonly Link[] =>
  links.filter((link) => team.some((unit) => isEndOf(unit, link) && !waitsFor(unit, link, later)));

function changeSet(team: Team, proving: readonly Link[]): ChangeSet {
  return {
    name:
      (proving.find((link) => isBetween(team, link)) ?? proving[0])?.name ??
      team.flatMap(endsOf).join(' and '),
    participants: team,
    links: proving,
    unproven: team.flatMap((unit) => unprovenOf(unit, proving)),
    deadline: deadlineOf(team, proving),
  };
}

/** What people call a change is the link whose ends both change. */
const isBetween = (team: Team, link: Link): boolean =>
  link.ends.every((end) => team.some((unit) => unit.host === end.host && bondsOf(unit).includes(end.bond)));

/** A link whose other end must agree and changes later is proven then: until then it shows nothing. */
const waitsFor = (unit: Unit, link: Link, later: readonly Team[]): boolean =>
  later.flat().some((other) => isEndOf(other, link) && mustAgree(link, unit, other));

const endsOf = (unit: Unit): readonly string[] =>
  bondsOf(unit).map((bond) => formatEnd({ host: unit.host, bond }));

function unprovenOf(unit: Unit, links: readonly Link[]): readonly string[] {
  const proven = new Set(links.flatMap((link) => link.ends.map(formatEnd)));
  return endsOf(unit).filter((end) => !proven.has(end));
}

/** The hosts a plan changes, in its order. */
export function changedHosts(plan: Pick<ClusterPlan, 'waves'>): readonly HostId[] {
  return [...new Set(changeSetsOf(plan).flatMap((set) => set.participants.map(({ host }) => host)))];
}
