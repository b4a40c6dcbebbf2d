import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { type HostId, parseHostId } from '@bondctl/proto/model/names';
import { closeCodes, closeReason, closingOf } from '@bondctl/proto/wire/close-codes';
import { agentPath, exporterBytes, limits, subprotocol } from '@bondctl/proto/wire/limits';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import type { HubClock } from './clock.ts';
import type { Door, Peer, PeerEvents } from './peer.ts';

/** What the door needs. */
export interface DoorParts {
  readonly listen: { readonly host: string; readonly port: number };
  readonly tls: { readonly keyPem: string; readonly chainPem: string; readonly caPem: string };
  readonly clock: HubClock;
  /** Serials that are denied from the start. */
  readonly denied: readonly string[];
  /** True when one more upgrade may be let in now. */
  readonly admits: () => boolean;
  /** Someone came in; what he says goes to the returned events. */
  readonly enter: (peer: Peer) => PeerEvents;
}

// Newer than the published types of ws.
type Options = ServerOptions & { readonly maxFragments: number; readonly maxBufferedChunks: number };

const handshakeMs = 10_000;
const closeMs = 5000;
const graceMs = 1000;
const headerBytes = 8 * 1024;
const retryAfterSeconds = 1;

const options: Options = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: limits.frameBytes,
  maxFragments: limits.fragments,
  maxBufferedChunks: limits.bufferedChunks,
  closeTimeout: closeMs,
  handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
} as Options;

const serialOf = (socket: TLSSocket): string => socket.getPeerCertificate().serialNumber?.toLowerCase() ?? '';

/** The host a certificate of our CA names; no message field is ever asked. */
function hostOf(socket: TLSSocket): HostId | undefined {
  const names = socket.getPeerCertificate().subjectaltname ?? '';
  const host = parseHostId(/^URI:bondctl:host\/([^,\s]+)$/.exec(names)?.[1] ?? '');
  return host.ok ? host.value : undefined;
}

/** Opens the hub's listener: TLS 1.3, a certificate of our CA or nothing, one path, one subprotocol. */
export async function openDoor(parts: DoorParts): Promise<Door> {
  const denied = new Set(parts.denied);
  const open = new Set<WebSocket>();
  let upgrades = 0;
  const server = createServer({
    key: parts.tls.keyPem,
    cert: parts.tls.chainPem,
    ca: parts.tls.caPem,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.3',
    handshakeTimeout: handshakeMs,
    headersTimeout: handshakeMs,
    maxHeaderSize: headerBytes,
  });
  const sockets = new WebSocketServer(options);
  // Before http's own listener: of a revoked certificate the parser sees nothing.
  server.prependListener('secureConnection', (socket) => {
    if (!socket.authorized || denied.has(serialOf(socket))) socket.destroy();
  });
  server.on('request', (_, response) => response.writeHead(404, { connection: 'close' }).end());
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgrades += 1;
    const letIn = (ws: WebSocket, host: HostId) => {
      open.add(ws);
      ws.once('close', () => open.delete(ws));
      listen(ws, parts.enter(peerOf(ws, request.socket as TLSSocket, host, parts.clock)));
    };
    const host = admittedHost(parts, request, socket);
    if (host !== undefined) sockets.handleUpgrade(request, socket, head, (ws) => letIn(ws, host));
  });
  server.listen(parts.listen.port, parts.listen.host);
  await once(server, 'listening');
  return {
    port: () => (server.address() as AddressInfo).port,
    upgrades: () => upgrades,
    deny: (serial) => denied.add(serial),
    close: () => closed(server, open),
  };
}

/** Peers that do not answer the closing handshake are not waited for. */
function closed(server: Server, open: ReadonlySet<WebSocket>): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => {
      for (const ws of open) ws.terminate();
    }, graceMs);
    server.close(() => {
      clearTimeout(impatient);
      resolve();
    });
    server.closeAllConnections();
  });
}

function refuse(socket: Duplex, status: string, ...headers: readonly string[]): void {
  socket.on('error', () => socket.destroy());
  socket.end(
    [`HTTP/1.1 ${status}`, 'Connection: close', 'Content-Length: 0', ...headers, '', ''].join('\r\n'),
  );
}

/** The host that may come in; undefined when the request was answered with an error. */
function admittedHost(parts: DoorParts, request: IncomingMessage, socket: Duplex): HostId | undefined {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const host = hostOf(request.socket as TLSSocket);
  if (request.url !== agentPath) refuse(socket, '404 Not Found');
  else if (!offered.includes(subprotocol)) refuse(socket, '400 Bad Request');
  else if (host === undefined) refuse(socket, '403 Forbidden');
  else if (!parts.admits()) refuse(socket, '503 Service Unavailable', `Retry-After: ${retryAfterSeconds}`);
  else return host;
  return undefined;
}

function listen(ws: WebSocket, events: PeerEvents): void {
  let broken = 'the connection broke';
  ws.on('message', (data, isBinary) => {
    if (isBinary && Buffer.isBuffer(data)) events.frame(data);
    else ws.close(closeCodes.malformed, 'not a binary message');
  });
  ws.on('error', (error) => {
    broken = error.message;
  });
  ws.on('close', (code, reason) => {
    const closing = closingOf(code);
    const said = reason.toString();
    events.gone(closing, said === '' ? (closing ?? broken) : said);
  });
}

function peerOf(ws: WebSocket, tls: TLSSocket, host: HostId, clock: HubClock): Peer {
  const unsent: number[] = [];
  return {
    host,
    serial: serialOf(tls),
    send(bytes) {
      if (ws.readyState !== ws.OPEN) return;
      unsent.push(clock.monotonicMs());
      ws.send(bytes, { binary: true }, () => unsent.shift());
    },
    waiting: () => ({
      bytes: ws.bufferedAmount,
      forMs: unsent[0] === undefined ? 0 : clock.monotonicMs() - unsent[0],
    }),
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    close: (closing, message) => ws.close(closeCodes[closing], closeReason(message)),
    terminate: () => ws.terminate(),
    keyingMaterial: (label) => tls.exportKeyingMaterial(exporterBytes, label, Buffer.alloc(0)),
  };
}
