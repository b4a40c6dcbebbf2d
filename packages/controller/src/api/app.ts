import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifyServerFactory,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Entered } from '../operators/ports.ts';
import type { Parts } from './ports.ts';

/** Whether a route only shows, causes something, or is `open` to whoever is there, because he is about to sign in. Every route says. */
export type Access = 'read' | 'change' | 'open';

/** Who asks. */
export interface Caller {
  /** For the record; null: nobody said, and nothing is to be recorded. */
  readonly actor: string | null;
  /** null: nobody had to sign in, because he came over the socket or to an open route. */
  readonly signedIn: Entered | null;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access: Access;
  }
  interface FastifyRequest {
    caller: Caller;
  }
}

/** A way into the API: a socket of its own, who may come in there, and what there is besides the API. */
export interface Entrance {
  readonly serverFactory?: FastifyServerFactory;
  /** Who asks, before his body is read. Throws when he may not. */
  admit(request: FastifyRequest, reply: FastifyReply): Caller | Promise<Caller>;
  /** Routes that are nowhere else. */
  addRoutes(api: Api, parts: Parts): void;
}

/** The API under construction, with zod for its types. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;
