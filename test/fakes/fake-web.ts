import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage, RequestOptions } from 'node:http';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OperatorName } from '@bondctl/proto/model/names';
import type { OperatorRights } from '@bondctl/proto/model/operator';
import { overTls } from '../../packages/controller/src/api/over-tls/entrance.ts';
import { createTlsServers } from '../../packages/controller/src/api/over-tls/server.ts';
import type { Parts } from '../../packages/controller/src/api/ports.ts';
import { createApi } from '../../packages/controller/src/api/server.ts';
import { openCa } from '../../packages/controller/src/ca/ca.ts';
import { createLog } from '../../packages/controller/src/log.ts';
import { fakeParts } from './fake-parts.ts';

/** What was answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is asked besides a path. */
export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | object;
}

/** The API over fake parts, over TLS on a port of its own; `end` closes and removes everything. */
export async function fakeWeb(change: (parts: Parts) => Parts = (parts) => parts) {
  const folder = await mkdtemp(join(tmpdir(), 'bondctl-web-'));
  const ca = await openCa({
    folder: join(folder, 'ca'),
    names: ['localhost'],
    nowUnixMs: Date.now,
    certificateMs: 86_400_000,
  });
  const fake = await fakeParts();
  const parts = change(fake.parts);
  const routes: { method: string; path: string; access: string }[] = [];
  const log = createLog('error');
  log.level = 'silent';
  const servers = createTlsServers(ca.server);
  const entrance = overTls({
    operators: parts.operators,
    dashboard: join(folder, 'dashboard'),
    serverFactory: servers.factory,
  });
  const listen = async () => {
    const api = createApi(
      parts,
      log,
      (method, path, access) => routes.push({ method, path, access }),
      entrance,
    );
    await api.listen({ host: '127.0.0.1', port: 0 });
    const [address] = api.addresses();
    return { api, port: typeof address === 'object' ? address.port : 0 };
  };
  return { ...fake, parts, folder, ca, servers, routes, listen };
}

/** An open web with people in it. */
export async function openFakeWeb(
  change: (parts: Parts) => Parts = (parts) => parts,
  prepare: (folder: string) => Promise<void> = async () => {},
) {
  const web = await fakeWeb(change);
  await prepare(web.folder);
  const { api, port } = await web.listen();
  const options = {
    host: '127.0.0.1',
    port,
    ca: web.ca.caPem,
    servername: 'localhost',
    agent: false,
  } as const;
  const add = async (name: string, rights: OperatorRights) =>
    (await web.parts.operators.add('cli:ada', name as OperatorName, rights)).token;
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const end = async (): Promise<void> => {
    agent.destroy();
    web.stop.abort();
    await api.close();
    await web.store.close();
    await rm(web.folder, { recursive: true });
  };
  return {
    ...web,
    port,
    options,
    add,
    end,
    ask: (path: string, asked: Ask = {}) => whole(opened({ ...options, path }, asked)),
    /** As `ask`, on connections that are kept: for many questions without a body. */
    askAlong: (path: string, asked: Ask = {}) => whole(opened({ ...options, agent, path }, asked)),
    /** How many connections the server has open. */
    connections: () =>
      new Promise<number>((resolve) => api.server.getConnections((_, count) => resolve(count))),
    /** A request whose answer is read as it comes. */
    open: (path: string, asked: Ask = {}) => opened({ ...options, path }, asked),
  };
}

/** An Authorization header. */
export const bearer = (token: string): Readonly<Record<string, string>> => ({
  authorization: `Bearer ${token}`,
});

async function opened(options: RequestOptions, { method = 'GET', headers = {}, body }: Ask) {
  const text = typeof body === 'object' ? JSON.stringify(body) : body;
  const sent = request({
    ...options,
    method,
    headers: {
      ...(typeof body === 'object' ? { 'content-type': 'application/json' } : {}),
      ...(text === undefined ? {} : { 'content-length': Buffer.byteLength(text) }),
      ...headers,
    },
  });
  const answered = once(sent, 'response');
  // A server that has answered need not take the rest.
  sent.on('error', () => {});
  sent.end(text);
  const [response] = (await answered) as [IncomingMessage];
  return response;
}

async function whole(opening: Promise<IncomingMessage>): Promise<Answer> {
  const response = await opening;
  let body = '';
  for await (const chunk of response.setEncoding('utf8')) body += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, body };
}
