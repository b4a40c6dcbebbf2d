import { userHeader } from '@bondctl/proto/api/place';
import { BondctlError } from '@bondctl/proto/model/error';
import type { FastifyRequest } from 'fastify';
import type { Entrance } from './app.ts';
import { operatorRoutes } from './routes/operators.ts';

const userPattern = /^[A-Za-z_][A-Za-z0-9_.-]{0,31}\$?$/;
const anybody = { actor: null, signedIn: null };

/**
 * The unix socket. Node cannot read a unix socket's peer credentials, so the name is what the client declares: whoever may
 * open the socket may do everything, and the record is for honest people. Only here are operators made: who takes over an
 * operator from afar shall not make himself another one.
 */
export const overSocket: Entrance = {
  admit: (request) =>
    request.routeOptions.config.access === 'change' ? { actor: userOf(request), signedIn: null } : anybody,
  addRoutes: operatorRoutes,
};

function userOf(request: FastifyRequest): string {
  const user = request.headers[userHeader];
  if (typeof user === 'string' && userPattern.test(user)) return `cli:${user}`;
  throw new BondctlError('bad-input', `A change needs a name for the record: send the header ${userHeader}.`);
}
