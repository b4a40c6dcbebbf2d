import type { IncomingMessage, Server as PlainServer, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { Socket } from 'node:net';
import type { FastifyServerFactory } from 'fastify';
import { securityHeaders } from './headers.ts';

/** A key and a chain of certificates, as PEM. */
export interface Certificate {
  readonly keyPem: string;
  readonly chainPem: string;
}

const handshakeMs = 10_000;
const headersMs = 10_000;
const requestMs = 60_000;
const keepAliveMs = 10_000;
/** Whoever takes nothing for so long has gone; streams say something every 5 s. */
const silentMs = 120_000;
const headerBytes = 16 * 1024;
const mostConnections = 1024;
const mostOfOneAddress = 128;
const minVersion = 'TLSv1.2';

/** The servers of one entrance; `use` changes the certificate that they show from now on. */
export interface TlsServers {
  readonly factory: FastifyServerFactory;
  use(certificate: Certificate): void;
}

/** Servers that speak TLS 1.2 or newer and give nobody more time, memory or connections than these bounds. */
export function createTlsServers(first: Certificate): TlsServers {
  const servers: Server[] = [];
  let certificate = first;
  return {
    factory(handler) {
      const server = createServer(optionsOf(certificate), (request, response) => {
        guard(request, response);
        handler(request, response);
      });
      bound(server);
      servers.push(server);
      // Fastify asks for what both have.
      return server as unknown as PlainServer;
    },
    use(next) {
      certificate = next;
      for (const server of servers) server.setSecureContext(contextOf(next));
    },
  };
}

const contextOf = ({ keyPem, chainPem }: Certificate) =>
  ({ key: keyPem, cert: chainPem, minVersion }) as const;

const optionsOf = (certificate: Certificate) => ({
  ...contextOf(certificate),
  handshakeTimeout: handshakeMs,
  headersTimeout: headersMs,
  requestTimeout: requestMs,
  keepAliveTimeout: keepAliveMs,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: headerBytes,
});

/** Before anything is decided: so that refusals and mistakes have them too. */
function guard(request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(securityHeaders(request.headers.host)))
    response.setHeader(name, value);
}

function bound(server: Server): void {
  const byAddress = new Map<string, number>();
  server.maxConnections = mostConnections;
  server.setTimeout(silentMs);
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? '';
    const open = byAddress.get(address) ?? 0;
    if (open >= mostOfOneAddress) {
      socket.destroy();
      return;
    }
    byAddress.set(address, open + 1);
    socket.once('close', () => {
      const left = (byAddress.get(address) ?? 1) - 1;
      if (left > 0) byAddress.set(address, left);
      else byAddress.delete(address);
    });
  });
}
