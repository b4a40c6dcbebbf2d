// A controller on loopback: the real API over fake parts, and what a scene says in its place.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { userHeader } from '@bondctl/proto/api/place';
import type { FleetLine } from '@bondctl/proto/model/fleet';
import { accepted, fakeApi } from '../../fakes/fake-api.ts';
import { serveFile } from './files.ts';
import { ada } from './operators.ts';
import { type Scene, sceneUnixMs } from './scene.ts';

/** A controller that serves the dashboard. `stop` ends it in the middle of whatever it says, as a crash does. */
export interface Served {
  readonly url: string;
  /** Says a line to everybody who listens. */
  say(line: FleetLine): void;
  stop(): Promise<void>;
  /** The controller that comes back at the same address after `stop`. */
  again(scene: Scene): Promise<Served>;
}

const tickMs = 1_000;

/** Serves the dashboard that was built into `folder`, with the controller of a scene behind it; `port` 0 takes any. */
export async function serveScene(folder: string, scene: Scene, port = 0): Promise<Served> {
  const { api, client, routes } = await fakeApi(scene.parts);
  await accepted(client);
  await api.ready();
  const listeners = new Set<ServerResponse>();
  const say = (line: FleetLine) => {
    for (const listener of listeners) listener.write(`${JSON.stringify(line)}\n`);
  };
  let session = scene.session;

  const own: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
    'GET /v1/session': (_request, response) => answer(response, session ?? notSignedIn),
    'POST /v1/session': (request, response) =>
      void bodyOf(request).then((body) => {
        session = body.includes('wrong') ? null : ada;
        answer(response, session ?? notSignedIn);
      }),
    'DELETE /v1/session': (_request, response) => {
      session = null;
      answer(response, { signedOut: true });
    },
    'GET /v1/fleet': (_request, response) => answer(response, scene.fleet),
    'GET /v1/live': (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.write(`${JSON.stringify({ type: 'fleet', fleet: scene.fleet })}\n`);
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    'GET /v1/series': (request, response) => {
      const host = new URL(request.url ?? '/', 'http://here').searchParams.get('host') ?? '';
      answer(response, scene.series?.(host) ?? noSeries);
    },
  };

  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const given = scene.answers?.[path];
    const handler = own[`${request.method} ${path.replace(/\?.*$/, '')}`];
    if (given !== undefined) answer(response, given);
    else if (handler !== undefined) handler(request, response);
    else if (session?.rights === 'read' && isChange(routes, request)) answer(response, mayNot);
    else if (path.startsWith('/v1/')) {
      request.headers[userHeader] = session?.operator;
      api.routing(request, response);
    } else void serveFile(folder, request, response);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));

  let nth = 0;
  const ticking = setInterval(() => {
    nth += 1;
    const atUnixMs = sceneUnixMs + nth * tickMs;
    say({ type: 'alive', atUnixMs });
    for (const line of scene.tick?.(atUnixMs, nth) ?? []) say(line);
  }, tickMs);

  const { port: at } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${at}`,
    say,
    again: (next) => serveScene(folder, next, at),
    async stop() {
      if (!server.listening) return;
      clearInterval(ticking);
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await api.close();
    },
  };
}

const notSignedIn = {
  status: 401,
  code: 'refused',
  detail: 'Nobody is signed in, or the token is not one.',
};
const mayNot = { status: 403, code: 'refused', detail: 'You may read, and this changes something.' };

type Routes = readonly { readonly method: string; readonly path: string; readonly access: string }[];

/** Whether a request is for a route that changes something. */
const isChange = (routes: Routes, { method, url = '/' }: IncomingMessage): boolean =>
  routes.some(
    (route) =>
      route.access === 'change' &&
      route.method === method &&
      new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(url.replace(/\?.*$/, '')),
  );

const noSeries = { everyMs: 1_000, fromUnixMs: 0, untilUnixMs: 0, series: [] };

function answer(response: ServerResponse, body: object): void {
  const status = 'status' in body && typeof body.status === 'number' ? body.status : 200;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
