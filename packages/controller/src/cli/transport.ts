import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { userInfo } from 'node:os';
import { userHeader } from '@bondctl/proto/api/place';
import type { ApiRequest, ApiResponse, Send } from '@bondctl/proto/api/reading';
import { BondctlError } from '@bondctl/proto/model/error';

// The controller says something every 5 s while it streams; a plan asks every host and may take its time.
const silenceMs = 60_000;

/** A controller over the network, and the token that it wants. */
export interface Remote {
  readonly url: URL;
  /** The CA that it must show, PEM; null: whoever the system trusts. */
  readonly ca: string | null;
  readonly token: string;
}

/** Opens a request, and says in our words what kept it from being answered. */
interface Wire {
  open(request: ApiRequest, signal: AbortSignal): ClientRequest;
  notReached(error: unknown): BondctlError;
}

/** Requests over the controller's unix socket. Throws BondctlError `unreachable` or `refused`, with what to do. */
export function socketTransport(path: string, interrupted: AbortSignal): Send {
  const user = userInfo().username;
  const open: Wire['open'] = (request, signal) =>
    httpRequest({
      socketPath: path,
      method: request.method,
      path: request.path,
      headers: { [userHeader]: user, ...bodyHeaders(request) },
      signal,
    });
  return transport({ open, notReached: (error) => socketNotReached(path, error) }, interrupted);
}

/** Requests over TLS. Throws BondctlError `unreachable`, also where the controller cannot show that it is the right one. */
export function tlsTransport({ url, ca, token }: Remote, interrupted: AbortSignal): Send {
  const open: Wire['open'] = (request, signal) =>
    httpsRequest(new URL(request.path, url), {
      method: request.method,
      headers: { authorization: `Bearer ${token}`, ...bodyHeaders(request) },
      minVersion: 'TLSv1.2',
      ...(ca === null ? {} : { ca }),
      signal,
    });
  return transport({ open, notReached: (error) => tlsNotReached(url, ca !== null, error) }, interrupted);
}

const bodyHeaders = ({ body }: ApiRequest): Readonly<Record<string, string>> =>
  body === undefined ? {} : { 'content-type': 'application/json' };

function transport(wire: Wire, interrupted: AbortSignal): Send {
  return (request) =>
    new Promise((resolve, reject) => {
      const fail = (error: unknown): void => reject(broken(wire, error, interrupted));
      const sent = wire.open(request, interrupted);
      sent.once('response', (response) => resolve(answer(wire, response, interrupted))).once('error', fail);
      sent.setTimeout(silenceMs, () =>
        sent.destroy(new Error(`nothing was heard for ${silenceMs / 1000} s`)),
      );
      sent.end(request.body === undefined ? undefined : JSON.stringify(request.body));
    });
}

function answer(wire: Wire, response: IncomingMessage, interrupted: AbortSignal): ApiResponse {
  return { status: response.statusCode ?? 0, text: texts(wire, response, interrupted) };
}

async function* texts(
  wire: Wire,
  response: IncomingMessage,
  interrupted: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  response.setEncoding('utf8');
  try {
    for await (const chunk of response) yield String(chunk);
  } catch (error) {
    throw broken(wire, error, interrupted);
  }
}

const broken = (wire: Wire, error: unknown, interrupted: AbortSignal): BondctlError =>
  interrupted.aborted ? new BondctlError('failed', 'Interrupted.', { cause: error }) : wire.notReached(error);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

function socketNotReached(path: string, error: unknown): BondctlError {
  const code = codeOf(error);
  if (code === 'EACCES')
    return new BondctlError(
      'refused',
      `You may not use ${path}; become a member of its group, or use sudo.`,
      { cause: error },
    );
  return new BondctlError(
    'unreachable',
    `No controller answers on ${path} (${code}). Start it with "bondctl-controller serve", or name its socket with --socket.`,
    { cause: error },
  );
}

/** What OpenSSL says of a certificate that does not lead to a CA that is trusted. */
const untrusted: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_SIGNATURE_FAILURE',
]);

function tlsNotReached({ origin, hostname }: URL, ownCa: boolean, error: unknown): BondctlError {
  const code = codeOf(error);
  const said = (sentence: string): BondctlError =>
    new BondctlError('unreachable', sentence, { cause: error });
  if (untrusted.has(code))
    return said(
      ownCa
        ? `${origin} shows a certificate that is not by the CA of --ca (${code}). Is it the right controller? Nothing was sent.`
        : `${origin} shows a certificate that nobody here trusts (${code}). Name the controller's ca.pem with --ca. Nothing was sent.`,
    );
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return said(
      `${origin} shows a certificate that is not for ${hostname}. Start the controller with "--name ${hostname}", or use a name that it has. Nothing was sent.`,
    );
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID')
    return said(
      `${origin} shows a certificate that is not good now (${code}); look at the clocks. Nothing was sent.`,
    );
  return said(
    `No controller answers on ${origin} (${code}). Look at its --web-listen, and at firewalls on the way.`,
  );
}
