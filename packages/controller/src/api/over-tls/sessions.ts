import { maxSignInBytes, sessionView, signedOutAnswer, signInRequest } from '@bondctl/proto/api/operators';
import { BondctlError } from '@bondctl/proto/model/error';
import type { FastifyRequest } from 'fastify';
import type { Entered, Operators } from '../../operators/ports.ts';
import type { Api } from '../app.ts';
import { addressOf, challenged } from './challenge.ts';
import { cookieOf, noCookie } from './cookie.ts';
import { mustComeFromHere } from './origin.ts';

const weekSeconds = 7 * 24 * 3600;

/** Signing in, out, and who is signed in. */
export function sessionRoutes(api: Api, operators: Operators): void {
  api.get(
    '/v1/session',
    { config: { access: 'read' }, schema: { response: { 200: sessionView } } },
    async (request) => viewOf(signedIn(request)),
  );

  api.post(
    '/v1/session',
    {
      config: { access: 'open' },
      bodyLimit: maxSignInBytes,
      schema: { body: signInRequest, response: { 200: sessionView } },
    },
    async (request, reply) => {
      // Nobody shall be signed in as somebody else by a page that he visits.
      mustComeFromHere(request.method, request.headers, false);
      const begun = await operators
        .signIn(request.body.token, addressOf(request))
        .catch((thrown: unknown) => {
          throw challenged(thrown, reply);
        });
      reply.header('set-cookie', cookieOf(begun.secret, weekSeconds));
      return begun.view;
    },
  );

  // Everybody may sign out, so it is no change of what others see.
  api.delete(
    '/v1/session',
    { config: { access: 'read' }, schema: { response: { 200: signedOutAnswer } } },
    async (request, reply) => {
      const { session } = signedIn(request);
      if (session === null)
        throw new BondctlError(
          'bad-input',
          'A token does not sign out; "bondctl operator remove" on the controller ends it.',
        );
      await operators.signOut(session);
      reply.header('set-cookie', noCookie);
      return { signedOut: true as const };
    },
  );
}

function signedIn({ caller }: FastifyRequest): Entered {
  if (caller.signedIn !== null) return caller.signedIn;
  throw new BondctlError('internal', 'A session was asked for where nobody signs in.');
}

const viewOf = ({ operator, rights, expiresUnixMs }: Entered) => ({ operator, rights, expiresUnixMs });
