import type { End, HostId } from '@bondctl/proto/model/names';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import type { ClusterSpec, Link } from '@bondctl/proto/model/spec';
import type {
  Attention,
  EndView,
  Health,
  HostView,
  LinkView,
  RolloutView,
  StatusView,
  TestSummary,
} from '@bondctl/proto/model/view';
import { committedRevisions } from './drift-view.ts';
import { type HostSight, hostView, worst } from './host-view.ts';
import { type Held, unsettled } from './rollout-view.ts';

/** Everything a status is folded from. Rollouts are newest first, and so are the tests of a link. */
export interface Sight {
  readonly atUnixMs: number;
  readonly hosts: readonly HostSight[];
  readonly revision: { readonly revision: number; readonly spec: ClusterSpec } | undefined;
  readonly tests: readonly TestSummary[];
  readonly rollouts: readonly RolloutView[];
  readonly held: readonly Held[];
}

/** What people see of the whole cluster. */
export function statusView(sight: Sight): StatusView {
  const committed = committedRevisions(sight.rollouts);
  const hosts = sight.hosts.map((one) => hostView(one, committed.get(one.host) ?? null));
  const known = new Map(hosts.map((one) => [one.host, one]));
  // The first of a link is its newest.
  const tests = new Map(sight.tests.toReversed().map((test) => [test.link, test]));
  const links = (sight.revision?.spec.links ?? []).map((link) =>
    linkView(link, known, tests.get(link.name) ?? null),
  );
  return {
    atUnixMs: sight.atUnixMs,
    revision: sight.revision?.revision ?? null,
    health: worst([...links, ...hosts].map((one) => one.health)),
    attention: [...rolloutAttention(sight.rollouts, sight.held), ...hosts.flatMap(stuckAttention)],
    links,
    hosts,
    rollout: sight.rollouts[0] ?? null,
  };
}

/** The part of a status that HOST, HOST/BOND or LINK names; the sentence lists what there is when nothing has that name. */
export function narrowStatus(status: StatusView, scope: string): Result<StatusView, string> {
  const [name = '', bond] = scope.split('/');
  const meant = (host: string, has: string): boolean => host === name && (bond === undefined || has === bond);
  const links = status.links.filter(
    (link) => link.name === scope || link.ends.some((end) => meant(end.host, end.name)),
  );
  const hosts = status.hosts.flatMap((host): readonly HostView[] => {
    const bonds = host.bonds.filter(
      (one) => meant(host.host, one.name) || isEnd(links, host, one.name, scope),
    );
    const drift = host.drift.filter(
      (one) => meant(host.host, one.bond) || isEnd(links, host, one.bond, scope),
    );
    return host.host === name || bonds.length > 0 || drift.length > 0 ? [{ ...host, bonds, drift }] : [];
  });
  const found =
    links.length > 0 ||
    (bond === undefined ? hosts.length > 0 : hosts.some((one) => one.bonds.length + one.drift.length > 0));
  if (!found) return failure(nothingCalled(scope, status));
  return success({ ...status, health: worst([...links, ...hosts].map((one) => one.health)), links, hosts });
}

const isEnd = (links: readonly LinkView[], host: HostView, bond: string, scope: string): boolean =>
  links.some(
    (link) => link.name === scope && link.ends.some((end) => end.host === host.host && end.name === bond),
  );

function nothingCalled(scope: string, status: StatusView): string {
  const names = [...status.links.map((link) => link.name), ...status.hosts.map((host) => host.host)];
  const there = names.length === 0 ? 'no host has joined yet' : `there are ${names.join(', ')}`;
  return `There is no link, host or bond called "${scope}"; ${there}.`;
}

/** One link as people see it. */
export function linkView(
  link: Link,
  hosts: ReadonlyMap<HostId, HostView>,
  lastTest: TestSummary | null,
): LinkView {
  const ends = [endView(link.ends[0], hosts), endView(link.ends[1], hosts)] as const;
  const disagreements = disagree(ends[0], ends[1]);
  const health = worst([...ends.map(endHealth), disagreements.length > 0 ? 'degraded' : 'ok']);
  return {
    name: link.name,
    medium: link.medium,
    health,
    ends,
    disagreements,
    lastTest,
  };
}

function endView(end: End, hosts: ReadonlyMap<HostId, HostView>): EndView {
  const host = hosts.get(end.host);
  return {
    host: end.host,
    name: end.bond,
    presence: host?.presence ?? 'unknown',
    bond: host?.bonds.find((bond) => bond.name === end.bond) ?? null,
  };
}

function endHealth(end: EndView): Health {
  if (end.presence !== 'connected') return 'unknown';
  return end.bond === null ? 'down' : end.bond.health;
}

function disagree(a: EndView, b: EndView): readonly string[] {
  if (a.bond === null || b.bond === null) return [];
  const said = (what: string, left: unknown, right: unknown): readonly string[] =>
    left === right ? [] : [`${what} differs: ${a.host} ${String(left)}, ${b.host} ${String(right)}`];
  return [...said('mode', a.bond.mode, b.bond.mode), ...said('MTU', a.bond.mtu, b.bond.mtu)];
}

/** Rollouts that wait for a person. */
export const rolloutAttention = (
  rollouts: readonly RolloutView[],
  held: readonly Held[],
): readonly Attention[] => unsettled(rollouts, held).map(({ id, why }) => ({ subject: id, sentence: why }));

/** A host that could not go back waits for a person. */
export function stuckAttention(host: HostView): readonly Attention[] {
  if (host.transaction?.phase !== 'stuck') return [];
  const sentence = `The rollback of ${host.transaction.id} failed on ${host.host}; its snapshot is kept there.`;
  return [{ subject: host.host, sentence }];
}
