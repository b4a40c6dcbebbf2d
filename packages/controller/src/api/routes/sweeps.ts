import type { Ended } from '@bondctl/proto/api/client';
import { idParams, limitQuery } from '@bondctl/proto/api/schema';
import {
  keptAnswer,
  keptQuery,
  sweepPlanView,
  sweepRequest,
  sweepsAnswer,
  sweepView,
} from '@bondctl/proto/api/sweeps';
import { BondctlError } from '@bondctl/proto/model/error';
import type { RecordedEvent, SweepEnding } from '@bondctl/proto/model/event';
import { usualRun } from '@bondctl/proto/model/linktest';
import { parseId, type SweepId } from '@bondctl/proto/model/names';
import type { SweepView } from '@bondctl/proto/model/sweep';
import type { ProgressLine } from '@bondctl/proto/model/view';
import type * as z from 'zod';
import { actorOf } from '../actor.ts';
import type { Api } from '../app.ts';
import { linkOf } from '../link.ts';
import type { Parts, SweepWish } from '../ports.ts';
import { alive, livePhases, untilEnd } from '../progress.ts';
import { sendLines } from '../stream.ts';

type SweepLine = ProgressLine | Ended<SweepView>;

/** Sweeps: how one would go, carrying one out, and what earlier ones found. */
export function sweepRoutes(api: Api, parts: Parts): void {
  const { sweeps } = parts;
  resultRoutes(api, parts);

  api.post(
    '/v1/sweeps/plan',
    { config: { access: 'read' }, schema: { body: sweepRequest, response: { 200: sweepPlanView } } },
    async ({ body }) => sweeps.plan(await wishOf(parts, body)),
  );

  api.post(
    '/v1/sweeps',
    { config: { access: 'change' }, schema: { body: sweepRequest } },
    async (request, reply) => {
      const actor = actorOf(request);
      const wish = await wishOf(parts, request.body);
      return sendLines(reply, parts.stopping, (signal) => sweepLines(parts, actor, wish, signal));
    },
  );
}

function resultRoutes(api: Api, { sweeps }: Parts): void {
  api.get(
    '/v1/sweeps',
    { config: { access: 'read' }, schema: { querystring: limitQuery, response: { 200: sweepsAnswer } } },
    async ({ query }) => ({ sweeps: await sweeps.list(query.limit) }),
  );

  api.get(
    '/v1/sweeps/:id',
    { config: { access: 'read' }, schema: { params: idParams, response: { 200: sweepView } } },
    ({ params }) => sweeps.sweep(idOf(params.id)),
  );

  api.get(
    '/v1/sweeps/:id/spec',
    {
      config: { access: 'read' },
      schema: { params: idParams, querystring: keptQuery, response: { 200: keptAnswer } },
    },
    ({ params, query }) => sweeps.kept(idOf(params.id), query.candidate ?? null),
  );
}

async function wishOf(parts: Parts, body: z.infer<typeof sweepRequest>): Promise<SweepWish> {
  const { link: name, runs, seconds, ...knobs } = body;
  const link = await linkOf(parts, name);
  return { link, knobs, runs, seconds: seconds ?? (link.expect.throughput ?? usualRun).seconds };
}

function idOf(text: string): SweepId {
  const id = parseId('sw', text);
  if (id.ok) return id.value;
  throw new BondctlError('bad-input', id.error);
}

/** Whoever reads the lines keeps the sweep going: when they go away, what is in hand is taken back. */
async function* sweepLines(
  parts: Parts,
  actor: string,
  wish: SweepWish,
  signal: AbortSignal,
): AsyncGenerator<SweepLine, void, undefined> {
  const hosts = wish.link.ends.map(({ host }) => host);
  const { id, ended } = await parts.sweeps.start(actor, wish, signal);
  yield* untilEnd(signal, (until) => [
    told(parts.recorder.follow({ rollout: id, afterId: 0 }, until)),
    livePhases(parts, (host) => hosts.includes(host), until),
    alive(parts.nowUnixMs, until),
    endLine(ended),
  ]);
}

async function* told(events: AsyncIterable<RecordedEvent>): AsyncGenerator<ProgressLine, void, undefined> {
  for await (const event of events) yield { type: 'event', event };
}

const exitCodes: Readonly<Record<SweepEnding, number>> = {
  finished: 0,
  cancelled: 1,
  interrupted: 1,
  failed: 1,
  needsPerson: 5,
};

async function* endLine(ended: Promise<SweepView>): AsyncGenerator<Ended<SweepView>, void, undefined> {
  const result = await ended;
  const measured = result.best !== null;
  yield { type: 'end', result, exitCode: exitCodes[result.ending ?? 'failed'] || (measured ? 0 : 1) };
}
