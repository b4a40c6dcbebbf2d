import { eventQuery, eventsAnswer, followQuery } from '@bondctl/proto/api/schema';
import { BondctlError } from '@bondctl/proto/model/error';
import type { Fact } from '@bondctl/proto/model/event';
import { type HostId, parseHostId } from '@bondctl/proto/model/names';
import type { ProgressLine } from '@bondctl/proto/model/view';
import type { Following } from '../../record/recorder.ts';
import type { Api } from '../app.ts';
import { eventLines, newestId } from '../followed.ts';
import { linkOf } from '../link.ts';
import { merge } from '../merge.ts';
import type { Parts } from '../ports.ts';
import { alive } from '../progress.ts';
import { sendLines } from '../stream.ts';

/** The record of facts. */
export function eventRoutes(api: Api, parts: Parts): void {
  api.get(
    '/v1/events',
    { config: { access: 'read' }, schema: { querystring: eventQuery, response: { 200: eventsAnswer } } },
    async ({ query }) => {
      const found = await parts.recorder.list({
        ...(await filter(parts, query)),
        limit: query.limit,
        newestFirst: true,
      });
      return { events: found.toReversed() };
    },
  );

  api.get(
    '/v1/events/follow',
    { config: { access: 'read' }, schema: { querystring: followQuery } },
    async ({ query }, reply) => {
      const afterId = query.after ?? (await newestId(parts));
      const following = { ...(await filter(parts, query)), afterId };
      return sendLines(reply, parts.stopping, (signal) => followLines(parts, following, signal));
    },
  );
}

async function* followLines(
  parts: Parts,
  following: Following,
  signal: AbortSignal,
): AsyncGenerator<ProgressLine, void, undefined> {
  const lines = eventLines(parts.recorder.follow(following, signal));
  yield* merge<ProgressLine>([lines, alive(parts.nowUnixMs, signal)]);
}

interface Wish {
  readonly link?: string | undefined;
  readonly host?: string | undefined;
  readonly bond?: string | undefined;
  readonly type?: Fact['type'] | undefined;
}

/** A link stands for its ends, as the accepted spec has them. */
async function filter(parts: Parts, { link, host, bond, type }: Wish): Promise<Omit<Following, 'afterId'>> {
  const found = link === undefined ? undefined : await linkOf(parts, link);
  return {
    ...(found === undefined ? {} : { about: { link: found.name, ends: found.ends } }),
    ...(host === undefined ? {} : { host: hostId(host) }),
    ...(bond === undefined ? {} : { bond }),
    ...(type === undefined ? {} : { type }),
  };
}

function hostId(text: string): HostId {
  const host = parseHostId(text);
  if (host.ok) return host.value;
  throw new BondctlError('bad-input', host.error);
}
