import { BondctlError } from '@bondctl/proto/model/error';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where a request comes from, as the record names it. What a proxy claims is not believed. */
export const addressOf = (request: FastifyRequest): string => request.socket.remoteAddress ?? 'unknown';

/** What HTTP asks of an answer 401 or 429 beside its text. */
export function challenged(thrown: unknown, reply: FastifyReply): unknown {
  if (!(thrown instanceof BondctlError)) return thrown;
  if (thrown.code === 'not-signed-in') reply.header('www-authenticate', 'Bearer realm="bondctl"');
  // Whoever goes on pays for another handshake each time.
  if (thrown.code === 'too-many') reply.headers({ 'retry-after': '60', connection: 'close' });
  return thrown;
}
