import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { userInfo } from 'node:os';
import { userHeader } from '@bondctl/proto/api/place';
import type { ApiRequest, ApiResponse, Send } from '@bondctl/proto/api/reading';
import { BondctlError } from '@bondctl/proto/model/error';

// The controller says something every 5 s while it streams; a plan asks every host and may take its time.
const silenceMs = 60_000;

/** Requests over the controller's unix socket. Throws BondctlError `unreachable` or `refused`, with what to do. */
export function socketTransport(path: string, interrupted: AbortSignal): Send {
  const user = userInfo().username;
  return (request) =>
    new Promise((resolve, reject) => {
      const fail = (error: unknown): void => reject(broken(path, error, interrupted));
      const sent = open(path, request, user, interrupted);
      sent.once('response', (response) => resolve(answer(path, response, interrupted))).once('error', fail);
      sent.setTimeout(silenceMs, () =>
        sent.destroy(new Error(`nothing was heard for ${silenceMs / 1000} s`)),
      );
      sent.end(request.body === undefined ? undefined : JSON.stringify(request.body));
    });
}

function open(path: string, request: ApiRequest, user: string, signal: AbortSignal): ClientRequest {
  return httpRequest({
    socketPath: path,
    method: request.method,
    path: request.path,
    headers: {
      [userHeader]: user,
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    signal,
  });
}

function answer(path: string, response: IncomingMessage, interrupted: AbortSignal): ApiResponse {
  return { status: response.statusCode ?? 0, text: texts(path, response, interrupted) };
}

async function* texts(
  path: string,
  response: IncomingMessage,
  interrupted: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  response.setEncoding('utf8');
  try {
    for await (const chunk of response) yield String(chunk);
  } catch (error) {
    throw broken(path, error, interrupted);
  }
}

const broken = (path: string, error: unknown, interrupted: AbortSignal): BondctlError =>
  interrupted.aborted
    ? new BondctlError('failed', 'Interrupted.', { cause: error })
    : notReached(path, error);

function notReached(path: string, error: unknown): BondctlError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'EACCES')
    return new BondctlError(
      'refused',
      `You may not use ${path}; become a member of its group, or use sudo.`,
      {
        cause: error,
      },
    );
  return new BondctlError(
    'unreachable',
    `No controller answers on ${path} (${code}). Start it with "bondctl-controller serve", or name its socket with --socket.`,
    { cause: error },
  );
}
