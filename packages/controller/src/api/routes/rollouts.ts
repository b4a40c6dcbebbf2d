import { planView } from '@bondctl/proto/api/plans';
import {
  applyAnswer,
  applyRequest,
  idParams,
  limitQuery,
  planRequest,
  revisionAnswer,
  rolloutsAnswer,
  undoAnswer,
  watchQuery,
} from '@bondctl/proto/api/schema';
import { rolloutView } from '@bondctl/proto/api/views';
import { BondctlError } from '@bondctl/proto/model/error';
import { parseId } from '@bondctl/proto/model/names';
import type { RolloutRow } from '../../store/ports.ts';
import { actorOf } from '../actor.ts';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';
import { rolloutSight } from '../sight.ts';
import { sendLines } from '../stream.ts';
import { watchRollout } from '../watch.ts';

/** From a spec to a plan to a rollout, and how rollouts stand. */
export function rolloutRoutes(api: Api, parts: Parts): void {
  intentRoutes(api, parts);
  controlRoutes(api, parts);

  api.get(
    '/v1/rollouts',
    { config: { access: 'read' }, schema: { querystring: limitQuery, response: { 200: rolloutsAnswer } } },
    async (request) => {
      const rows = await parts.store.rollouts.rollouts(request.query.limit);
      return { rollouts: await Promise.all(rows.map((row) => rolloutSight(parts, row))) };
    },
  );

  api.get(
    '/v1/rollouts/:id',
    { config: { access: 'read' }, schema: { params: idParams, response: { 200: rolloutView } } },
    async (request) => rolloutSight(parts, await rolloutRow(parts, request.params.id)),
  );

  api.get(
    '/v1/rollouts/:id/watch',
    { config: { access: 'read' }, schema: { params: idParams, querystring: watchQuery } },
    async (request, reply) => {
      const row = await rolloutRow(parts, request.params.id);
      const { after } = request.query;
      return sendLines(reply, parts.stopping, (signal) => watchRollout(parts, row.id, after, signal));
    },
  );
}

function intentRoutes(api: Api, parts: Parts): void {
  api.get(
    '/v1/revisions/accepted',
    { config: { access: 'read' }, schema: { response: { 200: revisionAnswer } } },
    async () => {
      const found = await parts.store.rollouts.latestRevision();
      if (found !== undefined) return found;
      throw new BondctlError('not-found', 'No spec was applied yet; name one with -f.');
    },
  );

  api.post(
    '/v1/plan',
    { config: { access: 'read' }, schema: { body: planRequest, response: { 200: planView } } },
    (request) => parts.changes.plan(request.body),
  );

  api.post(
    '/v1/apply',
    { config: { access: 'change' }, schema: { body: applyRequest, response: { 200: applyAnswer } } },
    async (request) => {
      const { file, text, digest } = request.body;
      const actor = actorOf(request);
      const begun = await parts.changes.apply(actor, { file, text }, digest);
      if (begun.rollout === null) await recordHeld(parts, actor, begun.revision);
      return begun;
    },
  );
}

/** What people do with a rollout that has begun. */
function controlRoutes(api: Api, parts: Parts): void {
  for (const action of ['pause', 'resume', 'abort'] as const)
    api.post(
      `/v1/rollouts/:id/${action}`,
      { config: { access: 'change' }, schema: { params: idParams, response: { 200: rolloutView } } },
      async (request) => {
        const { id } = await rolloutRow(parts, request.params.id);
        await parts.changes.control(actorOf(request), id, action);
        return rolloutSight(parts, await rolloutRow(parts, id));
      },
    );

  api.get(
    '/v1/rollouts/:id/undo',
    { config: { access: 'read' }, schema: { params: idParams, response: { 200: undoAnswer } } },
    async (request) => parts.changes.undo((await rolloutRow(parts, request.params.id)).id),
  );
}

/** Nothing was to do: a fact all the same, and what settles a rollout that needed a person. */
async function recordHeld(parts: Parts, actor: string, revision: number): Promise<void> {
  const latest = await parts.store.rollouts.latestRevision();
  const hosts = latest?.revision === revision ? latest.spec.desires.map((desire) => desire.host) : [];
  await parts.recorder.record(actor, { type: 'revisionHeld', revision, hosts });
}

async function rolloutRow(parts: Parts, text: string): Promise<RolloutRow> {
  const id = parseId('ro', text);
  if (!id.ok) throw new BondctlError('bad-input', id.error);
  const row = await parts.store.rollouts.rollout(id.value);
  if (row !== undefined) return row;
  throw new BondctlError(
    'not-found',
    `There is no rollout ${text}; "bondctl rollout list" shows all there are.`,
  );
}
