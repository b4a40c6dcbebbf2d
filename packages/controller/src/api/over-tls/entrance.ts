import { BondctlError } from '@bondctl/proto/model/error';
import type { FastifyReply, FastifyRequest, FastifyServerFactory } from 'fastify';
import type { Credential, Entered, Operators } from '../../operators/ports.ts';
import type { Caller, Entrance } from '../app.ts';
import { mustChange } from '../rights.ts';
import { addressOf, challenged } from './challenge.ts';
import { secretIn } from './cookie.ts';
import { dashboardRoutes } from './dashboard.ts';
import { mustComeFromHere } from './origin.ts';
import { sessionRoutes } from './sessions.ts';

/** What the entrance over TLS is made of. */
export interface OverTlsParts {
  readonly operators: Operators;
  /** The folder of the dashboard's files; it may be missing. */
  readonly dashboard: string;
  readonly serverFactory: FastifyServerFactory;
}

/** Whoever was removed gets this long to hear that it is over; then the line is cut. */
const farewellMs = 1000;
const longestSecret = 256;
const nobody: Caller = { actor: null, signedIn: null };

/** The network: who comes in here shows a token or a session, reads, and changes only if he has the right to. */
export const overTls = ({ operators, dashboard, serverFactory }: OverTlsParts): Entrance => ({
  serverFactory,
  admit: (request, reply) => admit(operators, request, reply),
  addRoutes(api) {
    sessionRoutes(api, operators);
    dashboardRoutes(api, dashboard);
  },
});

async function admit(operators: Operators, request: FastifyRequest, reply: FastifyReply): Promise<Caller> {
  // What is no route at all is nobody's business either.
  const access = request.routeOptions.config.access ?? 'read';
  if (access === 'open') return nobody;
  const credential = credentialOf(request);
  if (credential === undefined) throw unknown(reply);
  if (credential.kind === 'session') mustComeFromHere(request.method, request.headers, true);
  const entered = await operators.enter(credential, addressOf(request)).catch((thrown: unknown) => {
    throw challenged(thrown, reply);
  });
  untilItIsOver(entered, request, reply);
  if (access === 'change') mustChange(entered);
  return { actor: `operator:${entered.operator}`, signedIn: entered };
}

/** A token wins over a cookie: a program that shows one means it. */
function credentialOf({ headers }: FastifyRequest): Credential | undefined {
  const { authorization } = headers;
  if (authorization !== undefined) {
    const secret = /^bearer +([\w.~+/=-]+) *$/i.exec(authorization)?.[1];
    return secret === undefined || secret.length > longestSecret ? undefined : { kind: 'token', secret };
  }
  const secret = secretIn(headers.cookie);
  return secret === undefined || secret.length > longestSecret ? undefined : { kind: 'session', secret };
}

function unknown(reply: FastifyReply): unknown {
  const error = new BondctlError(
    'not-signed-in',
    'Nobody is signed in. Sign in, or send "Authorization: Bearer TOKEN"; "bondctl operator add" on the controller makes a token.',
  );
  return challenged(error, reply);
}

function untilItIsOver(entered: Entered, request: FastifyRequest, reply: FastifyReply): void {
  const { socket } = request;
  let cutting: NodeJS.Timeout | undefined;
  const cutSoon = (): void => {
    cutting = setTimeout(() => socket.destroy(), farewellMs).unref();
  };
  const over = (): void => {
    clearTimeout(cutting);
    entered.ended.removeEventListener('abort', cutSoon);
    entered.leave();
  };
  entered.ended.addEventListener('abort', cutSoon);
  if (reply.raw.destroyed) over();
  else reply.raw.once('close', over);
}
