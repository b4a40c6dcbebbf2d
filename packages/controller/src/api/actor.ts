import { userHeader } from '@bondctl/proto/api/place';
import { BondctlError } from '@bondctl/proto/model/error';
import type { FastifyRequest } from 'fastify';

const userPattern = /^[A-Za-z_][A-Za-z0-9_.-]{0,31}\$?$/;

/**
 * Who asks, for the record. Node cannot read a unix socket's peer credentials, so the name is what the client declares:
 * whoever may open the socket may do everything, and the record is for honest people.
 */
export function actorOf(request: FastifyRequest): string {
  const user = request.headers[userHeader];
  if (typeof user === 'string' && userPattern.test(user)) return `cli:${user}`;
  throw new BondctlError('bad-input', `A change needs a name for the record: send the header ${userHeader}.`);
}
