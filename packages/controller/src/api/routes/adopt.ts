import { adoptRequest, adoptView } from '@bondctl/proto/api/adopt';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';
import { mustChange } from '../rights.ts';

/** From what is there to a spec of it. */
export function adoptRoutes(api: Api, parts: Parts): void {
  api.post(
    '/v1/adopt',
    { config: { access: 'read' }, schema: { body: adoptRequest, response: { 200: adoptView } } },
    ({ body, caller }) => {
      // A probe sends packets from host to host: looking is not enough for that.
      if (body.probe && caller.signedIn !== null) mustChange(caller.signedIn);
      return parts.adopt(body);
    },
  );
}
