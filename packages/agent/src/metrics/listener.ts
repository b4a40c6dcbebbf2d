import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket as Connection } from 'node:net';
import { metricsContentType } from '@bondctl/proto/metrics/exposition';
import type { Clock } from '../kernel/ports.ts';
import type { Page } from './page.ts';
import type { Trouble } from './trouble.ts';
import type { Socket } from './way.ts';

/** What the listener is made of. */
export interface ListenerParts {
  readonly socket: Socket;
  readonly page: Page;
  readonly clock: Clock;
  readonly trouble: Trouble;
}

/** Bounds of who asks. Prometheus needs one connection, and none of them for long. */
export const listenerBounds = { connections: 16, headerBytes: 4096, connectionMs: 10_000 } as const;

/** An address may come with a bond that is not up yet, or be somebody else's until he ends. */
const listenAgainMs = 10_000;

/**
 * Serves `GET /metrics` over plain HTTP, and nothing else; it reads no body. Where it cannot listen it says so once and
 * tries again, and the agent goes on. Returns what ends it, with all its connections.
 */
export function startListener(parts: ListenerParts): () => Promise<void> {
  const { clock, trouble, socket } = parts;
  let cancel = (): void => undefined;
  const server = bounded(parts);
  const listen = () => server.listen({ host: socket.address, port: socket.port });
  server.on('listening', () => trouble.over());
  server.on('error', (error) => {
    trouble.met(error);
    cancel = clock.after(listenAgainMs, listen);
  });
  listen();
  return () => {
    cancel();
    return close(server);
  };
}

function bounded({ page, clock }: ListenerParts): Server {
  const { connections, headerBytes, connectionMs } = listenerBounds;
  const server = createServer({ maxHeaderSize: headerBytes }, (request, response) => {
    answer(request, response, page);
  });
  server.maxConnections = connections;
  // However slowly somebody writes or reads, his place is free again after that.
  server.on('connection', (connection: Connection) => {
    connection.once(
      'close',
      clock.after(connectionMs, () => connection.destroy()),
    );
  });
  return server;
}

/** The status of a request that gets no page. */
function refusalOf({ method, url = '' }: IncomingMessage): 404 | 405 | undefined {
  if (url.split('?')[0] !== '/metrics') return 404;
  return method === 'GET' ? undefined : 405;
}

function answer(request: IncomingMessage, response: ServerResponse, page: Page): void {
  const say = (status: number, type: string, text: string) =>
    response.writeHead(status, { 'content-type': type, connection: 'close' }).end(text);
  const refusal = refusalOf(request);
  if (refusal === 405) response.setHeader('allow', 'GET');
  if (refusal !== undefined) say(refusal, 'text/plain', 'Here is GET /metrics and nothing else.\n');
  else {
    page().then(
      (text) => say(200, metricsContentType, text),
      (thrown: unknown) => say(500, 'text/plain', `The metrics cannot be written: ${String(thrown)}\n`),
    );
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // One that never listened says so, and is as closed as any.
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
