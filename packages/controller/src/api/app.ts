import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

/** Whether a route only shows, or causes something. Every route says. */
export type Access = 'read' | 'change';

declare module 'fastify' {
  interface FastifyContextConfig {
    access: Access;
  }
}

/** The API under construction, with zod for its types. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;
