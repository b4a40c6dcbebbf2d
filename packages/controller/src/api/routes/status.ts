import { aboutAnswer, statusQuery } from '@bondctl/proto/api/schema';
import { statusView } from '@bondctl/proto/api/views';
import { BondctlError } from '@bondctl/proto/model/error';
import { narrowStatus } from '../../record/view.ts';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';
import { clusterStatus } from '../sight.ts';

/** Who answers, and how the cluster stands. */
export function statusRoutes(api: Api, parts: Parts): void {
  api.get(
    '/v1/about',
    { config: { access: 'read' }, schema: { response: { 200: aboutAnswer } } },
    () => parts.about,
  );

  api.get(
    '/v1/status',
    { config: { access: 'read' }, schema: { querystring: statusQuery, response: { 200: statusView } } },
    async (request) => {
      const status = await clusterStatus(parts);
      if (request.query.scope === undefined) return status;
      const part = narrowStatus(status, request.query.scope);
      if (part.ok) return part.value;
      throw new BondctlError('not-found', part.error);
    },
  );
}
