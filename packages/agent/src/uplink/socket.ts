import type { TLSSocket } from 'node:tls';
import { closeCodes, closeReason, closingOf } from '@bondctl/proto/wire/close-codes';
import { exporterBytes, limits, subprotocol } from '@bondctl/proto/wire/limits';
import { type ClientOptions, WebSocket } from 'ws';
import type { Clock } from '../kernel/ports.ts';
import type { Dial, Ending, Line, LineEvents, Target } from './line.ts';

// Newer than the published types of ws.
type Options = ClientOptions & { readonly maxFragments: number; readonly maxBufferedChunks: number };

const connectMs = 10_000;
const closeMs = 5000;

const options = (target: Target): Options =>
  ({
    ca: target.caPem,
    key: target.credentials.keyPem,
    cert: target.credentials.certificatePem,
    minVersion: 'TLSv1.3',
    perMessageDeflate: false,
    maxPayload: limits.frameBytes,
    maxFragments: limits.fragments,
    maxBufferedChunks: limits.bufferedChunks,
    handshakeTimeout: connectMs,
    closeTimeout: closeMs,
  }) as Options;

/** What went wrong in a sentence. TLS errors that people meet are told by their cause. */
export function dialingSentence(code: string | undefined, message: string): string {
  switch (code) {
    case 'CERT_NOT_YET_VALID':
      return "the controller's certificate is not valid yet: set this host's clock";
    case 'CERT_HAS_EXPIRED':
      return "the controller's certificate has expired: restart the controller, and check this host's clock";
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `the controller's certificate does not name the dialled address: ${message}`;
    case 'ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED':
    case 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA':
    case 'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE':
      return "the controller does not accept this host's certificate: join again";
    case 'ECONNRESET':
      return 'the controller hung up: it does not accept this host (was it removed?), or it is just starting';
    default:
      return message;
  }
}

const nothing: Ending = { closing: undefined, retryAfterMs: undefined, message: 'the connection broke' };

/** The one place of the agent that knows WebSockets. */
export function createDial(clock: Clock): Dial {
  return (target, events) => {
    const ws = new WebSocket(target.url, [subprotocol], options(target));
    const ending = listen(ws, events);
    return lineOf(ws, clock, events, ending);
  };
}

interface Listening {
  socket: TLSSocket | undefined;
}

function listen(ws: WebSocket, events: LineEvents): Listening {
  const listening: Listening = { socket: undefined };
  let ending = nothing;
  ws.on('upgrade', (response) => {
    listening.socket = response.socket as TLSSocket;
  });
  ws.on('open', () => events.opened());
  ws.on('message', (data, isBinary) => {
    if (isBinary && Buffer.isBuffer(data)) events.frame(data);
    else ws.close(closeCodes.malformed, 'not a binary message');
  });
  ws.on('unexpected-response', (request, response) => {
    const seconds = Number(response.headers['retry-after']);
    const message = `the controller answered HTTP ${response.statusCode}`;
    ending = { ...nothing, message, retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : undefined };
    request.destroy();
  });
  ws.on('error', (error: Error & { code?: string }) => {
    if (ending === nothing) ending = { ...nothing, message: dialingSentence(error.code, error.message) };
  });
  ws.on('close', (code, reason) => {
    const closing = closingOf(code);
    const message = closing === undefined ? ending.message : `${closing}: ${reason.toString()}`;
    events.gone({ ...ending, closing, message });
  });
  return listening;
}

function lineOf(ws: WebSocket, clock: Clock, events: LineEvents, listening: Listening): Line {
  const unsent: number[] = [];
  return {
    send(bytes) {
      if (ws.readyState !== WebSocket.OPEN) return;
      unsent.push(clock.monotonicMs());
      ws.send(bytes, { binary: true }, () => {
        unsent.shift();
        if (unsent.length === 0) events.flushed();
      });
    },
    waiting: () => ({
      bytes: ws.bufferedAmount,
      forMs: unsent[0] === undefined ? 0 : clock.monotonicMs() - unsent[0],
    }),
    pause: () => ws.pause(),
    resume: () => ws.resume(),
    close: (closing, message) => ws.close(closeCodes[closing], closeReason(message)),
    terminate: () => ws.terminate(),
    localAddress: () => listening.socket?.localAddress,
    keyingMaterial: (label) => listening.socket?.exportKeyingMaterial(exporterBytes, label, Buffer.alloc(0)),
  };
}
