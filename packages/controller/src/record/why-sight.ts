import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { HostReport } from '@bondctl/proto/model/host';
import type { HostId } from '@bondctl/proto/model/names';
import { failure, type Result, success } from '@bondctl/proto/model/result';
import type { ClusterSpec } from '@bondctl/proto/model/spec';
import type { HostView, LinkView, PlanView, RolloutView, StatusView } from '@bondctl/proto/model/view';

/** What is asked about: a host, or a link with the hosts of both ends. */
export interface About {
  readonly subject: string;
  readonly hosts: readonly HostView[];
  readonly link: LinkView | null;
}

/** Everything an answer is folded from. */
export interface WhySight {
  readonly about: About;
  readonly status: StatusView;
  readonly accepted: { readonly revision: number; readonly spec: ClusterSpec } | undefined;
  readonly reports: ReadonlyMap<HostId, HostReport>;
  /** The accepted revision planned just now; a sentence when that could not be done, null when no spec is accepted. */
  readonly plan: PlanView | string | null;
  /** Newest first. */
  readonly rollouts: readonly RolloutView[];
  /** The newest facts of the hosts asked about, newest first. */
  readonly events: readonly RecordedEvent[];
}

/** What a name means; the sentence lists what there is when nothing has that name. */
export function aboutOf(subject: string, { hosts, links }: StatusView): Result<About, string> {
  const link = links.find((one) => one.name === subject);
  const ends = link === undefined ? [subject] : link.ends.map((end): string => end.host);
  const meant = hosts.filter((one) => ends.includes(one.host));
  if (link !== undefined || meant.length > 0) return success({ subject, hosts: meant, link: link ?? null });
  const names = [...links.map((one) => one.name), ...hosts.map((one) => one.host)];
  const there = names.length === 0 ? 'no host has joined yet' : `there are ${names.join(', ')}`;
  return failure(`There is no host or link called "${subject}"; ${there}.`);
}
