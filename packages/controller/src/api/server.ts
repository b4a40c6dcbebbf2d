import { maxBodyBytes } from '@bondctl/proto/api/schema';
import { BondctlError } from '@bondctl/proto/model/error';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Access, Api, Entrance } from './app.ts';
import { asBondctlError, toProblem } from './errors.ts';
import { overSocket } from './over-socket.ts';
import type { Parts } from './ports.ts';
import { adoptRoutes } from './routes/adopt.ts';
import { alertRoutes } from './routes/alerts.ts';
import { diagnoseRoutes } from './routes/diagnose.ts';
import { eventRoutes } from './routes/events.ts';
import { fleetRoutes } from './routes/fleet.ts';
import { historyRoutes } from './routes/history.ts';
import { hostRoutes } from './routes/hosts.ts';
import { meshRoutes } from './routes/meshes.ts';
import { metricsRoutes } from './routes/metrics.ts';
import { reportRoutes } from './routes/reports.ts';
import { rolloutRoutes } from './routes/rollouts.ts';
import { statusRoutes } from './routes/status.ts';
import { sweepRoutes } from './routes/sweeps.ts';
import { testResultRoutes } from './routes/test-results.ts';
import { testRoutes } from './routes/tests.ts';
import { tokenRoutes } from './routes/tokens.ts';
import { whyRoutes } from './routes/why.ts';

const sections = [
  statusRoutes,
  fleetRoutes,
  hostRoutes,
  rolloutRoutes,
  testRoutes,
  meshRoutes,
  sweepRoutes,
  testResultRoutes,
  eventRoutes,
  historyRoutes,
  alertRoutes,
  reportRoutes,
  tokenRoutes,
  whyRoutes,
  diagnoseRoutes,
  adoptRoutes,
  metricsRoutes,
];

/** The API over its parts, not yet listening. `onRoute` sees every route; without an entrance it is for a unix socket. */
export function createApi(
  parts: Parts,
  log: FastifyBaseLogger,
  onRoute: (method: string, path: string, access: Access) => void = () => {},
  entrance: Entrance = overSocket,
): Api {
  const app: Api = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    ...(entrance.serverFactory === undefined ? {} : { serverFactory: entrance.serverFactory }),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.addHook('onRoute', (route) => {
    const access = route.config?.access;
    if (access === undefined)
      throw new BondctlError('internal', `Route ${route.url} does not say whether it reads or changes.`);
    onRoute(String(route.method), route.url, access);
  });
  app.decorateRequest('caller');
  app.addHook('onRequest', async (request, reply) => {
    request.caller = await entrance.admit(request, reply);
  });
  app.setErrorHandler((thrown, request, reply) => sendProblem(thrown, request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      new BondctlError('not-found', `The API has no ${request.method} ${request.url}.`),
      request,
      reply,
    ),
  );
  for (const section of sections) section(app, parts);
  entrance.addRoutes(app, parts);
  return app;
}

function sendProblem(thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = asBondctlError(thrown);
  if (error.code === 'internal') request.log.error({ err: error.cause ?? error }, 'request failed');
  const problem = toProblem(error);
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem);
}
