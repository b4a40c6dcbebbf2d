import {
  alertsAnswer,
  alertsQuery,
  alertTestAnswer,
  alertView,
  silenceRequest,
} from '@bondctl/proto/api/alerts';
import { idParams } from '@bondctl/proto/api/schema';
import { BondctlError } from '@bondctl/proto/model/error';
import { type AlertId, parseId } from '@bondctl/proto/model/names';
import { actorOf } from '../actor.ts';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';

/** What is wrong and whom it was told. */
export function alertRoutes(api: Api, { alerts }: Parts): void {
  api.get(
    '/v1/alerts',
    { config: { access: 'read' }, schema: { querystring: alertsQuery, response: { 200: alertsAnswer } } },
    async ({ query }) => ({
      alerts: await alerts.list({ ended: query.ended === 'yes', limit: query.limit }),
    }),
  );

  api.post(
    '/v1/alerts/:id/silence',
    {
      config: { access: 'change' },
      schema: { params: idParams, body: silenceRequest, response: { 200: alertView } },
    },
    (request) => alerts.silence(actorOf(request), idOf(request.params.id), request.body.forMs),
  );

  api.post(
    '/v1/alerts/test',
    { config: { access: 'change' }, schema: { response: { 200: alertTestAnswer } } },
    async (request) => ({ routes: await alerts.test(actorOf(request)) }),
  );
}

function idOf(text: string): AlertId {
  const id = parseId('alert', text);
  if (id.ok) return id.value;
  throw new BondctlError('bad-input', id.error);
}
