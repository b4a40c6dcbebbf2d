import {
  type FleetHost,
  type FleetLink,
  type FleetRollout,
  type FleetView,
  fleetAttentionAtMost,
} from '@bondctl/proto/model/fleet';
import type { HostId, LinkName } from '@bondctl/proto/model/names';
import type { ClusterSpec, Link } from '@bondctl/proto/model/spec';
import type { Attention, HostView } from '@bondctl/proto/model/view';
import { lineBetween, same } from './fleet-change.ts';
import { fleetHost, fleetLink } from './fleet-rows.ts';
import { type HostSight, hostView, worst } from './host-view.ts';
import { linkView, stuckAttention } from './view.ts';

/** What the store knows and hosts do not report; made anew when a fact changes it. */
export interface Background {
  readonly revision: { readonly revision: number; readonly spec: ClusterSpec } | undefined;
  /** What the last test of a link received, in percent of what its configuration can do. */
  readonly percents: ReadonlyMap<LinkName, number | null>;
  readonly committed: ReadonlyMap<HostId, number>;
  /** Hosts in the midst of an unfinished rollout. */
  readonly changing: ReadonlySet<HostId>;
  readonly rollout: FleetRollout | null;
  /** Rollouts that wait for a person. */
  readonly waiting: readonly Attention[];
  /** Bonds, as `host/bond`, that are not healed any more as soon as they drift. */
  readonly gaveUp: readonly Attention[];
}

/** Everything a fleet is folded from; hosts by name. */
export interface FleetSight {
  readonly atUnixMs: number;
  readonly hosts: readonly HostSight[];
  readonly background: Background;
}

interface FoldedHost {
  readonly sight: HostSight;
  readonly committed: number | null;
  readonly view: HostView;
  readonly row: FleetHost;
}

interface FoldedLink {
  readonly link: Link;
  readonly views: readonly (HostView | undefined)[];
  readonly row: FleetLink;
}

/** A fleet, and what keeps the next one cheap: whatever did not change is the same object again. */
export interface FoldedFleet {
  readonly view: FleetView;
  readonly hosts: ReadonlyMap<HostId, FoldedHost>;
  readonly links: ReadonlyMap<LinkName, FoldedLink>;
}

/** The fleet now. Where nothing but the time differs, its view is the one of `before`. */
export function foldFleet(sight: FleetSight, before: FoldedFleet | undefined): FoldedFleet {
  const { background } = sight;
  const hosts = new Map(
    sight.hosts.map((one) => [
      one.host,
      foldHost(one, background.committed.get(one.host) ?? null, before?.hosts.get(one.host)),
    ]),
  );
  const views = new Map([...hosts].map(([host, { view }]) => [host, view]));
  const links = new Map(
    (background.revision?.spec.links ?? []).map((link) => [
      link.name,
      foldLink(link, views, background, before?.links.get(link.name)),
    ]),
  );
  const view = viewOf(
    sight,
    unmoved(
      before?.view.hosts,
      [...hosts.values()].map((one) => one.row),
    ),
    unmoved(
      before?.view.links,
      [...links.values()].map((one) => one.row),
    ),
    [...views.values()],
  );
  const isNews = before === undefined || lineBetween(before.view, view) !== null;
  return { view: isNews ? view : before.view, hosts, links };
}

function foldHost(sight: HostSight, committed: number | null, before: FoldedHost | undefined): FoldedHost {
  const { report, presence } = sight;
  const isOld =
    before?.sight.report === report && before?.sight.presence === presence && before.committed === committed;
  if (before !== undefined && isOld) return before;
  const view = hostView(sight, committed);
  return { sight, committed, view, row: kept(before?.row, fleetHost(view)) };
}

function foldLink(
  link: Link,
  hosts: ReadonlyMap<HostId, HostView>,
  { percents, changing }: Background,
  before: FoldedLink | undefined,
): FoldedLink {
  const views = link.ends.map((end) => hosts.get(end.host));
  const percent = percents.get(link.name) ?? null;
  const rolling = link.ends.some((end) => changing.has(end.host) || isChanging(hosts.get(end.host)));
  const isOld =
    before?.link === link &&
    before.views.every((view, at) => view === views[at]) &&
    before.row.percent === percent &&
    before.row.rolling === rolling;
  if (before !== undefined && isOld) return before;
  const row = fleetLink(link, linkView(link, hosts, null), percent, rolling);
  return { link, views, row: kept(before?.row, row) };
}

const kept = <T>(before: T | undefined, now: T): T =>
  before !== undefined && same(before, now) ? before : now;

/** The same list again where every row is the same one. */
const unmoved = <T>(before: readonly T[] | undefined, now: readonly T[]): readonly T[] =>
  before?.length === now.length && before.every((row, at) => row === now[at]) ? before : now;

const isChanging = (host: HostView | undefined): boolean =>
  host?.transaction != null && host.transaction.phase !== 'stuck';

function viewOf(
  { atUnixMs, background }: FleetSight,
  hosts: readonly FleetHost[],
  links: readonly FleetLink[],
  views: readonly HostView[],
): FleetView {
  const drifting = new Set(views.flatMap(({ host, drift }) => drift.map(({ bond }) => `${host}/${bond}`)));
  return {
    atUnixMs,
    revision: background.revision?.revision ?? null,
    health: worst([...links, ...hosts].map((one) => one.health)),
    links,
    hosts,
    attention: bounded([
      ...background.waiting,
      ...views.flatMap(stuckAttention),
      ...background.gaveUp.filter((one) => drifting.has(one.subject)),
    ]),
    rollout: background.rollout,
  };
}

/** The first sentences, and how many more there are. */
function bounded(all: readonly Attention[]): readonly Attention[] {
  if (all.length <= fleetAttentionAtMost) return all;
  const shown = all.slice(0, fleetAttentionAtMost - 1);
  const more = `${all.length - shown.length} more wait for a person; \`bondctl status\` shows all of them.`;
  return [...shown, { subject: 'fleet', sentence: more }];
}
