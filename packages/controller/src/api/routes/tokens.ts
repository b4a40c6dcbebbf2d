import { tokenAnswer, tokenRequest } from '@bondctl/proto/api/schema';
import { BondctlError } from '@bondctl/proto/model/error';
import { type HostId, parseHostId } from '@bondctl/proto/model/names';
import { actorOf } from '../actor.ts';
import type { Api } from '../app.ts';
import type { Parts } from '../ports.ts';

/** Tokens with which servers join. */
export function tokenRoutes(api: Api, parts: Parts): void {
  api.post(
    '/v1/tokens',
    { config: { access: 'change' }, schema: { body: tokenRequest, response: { 200: tokenAnswer } } },
    (request) => {
      const { host, ttlMs, uses } = request.body;
      return parts.membership.createToken(actorOf(request), { host: hostId(host), ttlMs, uses });
    },
  );
}

function hostId(text: string | null): HostId | null {
  if (text === null) return null;
  const host = parseHostId(text);
  if (host.ok) return host.value;
  throw new BondctlError('bad-input', host.error);
}
