import { Readable } from 'node:stream';
import { exitCodes } from '@bondctl/proto/model/error';
import type { FastifyReply } from 'fastify';
import { asBondctlError, toProblem } from './errors.ts';

/**
 * Answers with newline-delimited JSON. `lines` is given a signal that aborts when the reader goes away, may not read any
 * more, or the controller stops; what it throws becomes the last line, of type `failed`.
 */
export function sendLines(
  reply: FastifyReply,
  stopping: AbortSignal,
  lines: (signal: AbortSignal) => AsyncGenerator<{ readonly type: string }, void, undefined>,
): FastifyReply {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  // He went away while it was found out what to tell him.
  if (reply.raw.destroyed) gone.abort();
  const ended = reply.request.caller.signedIn?.ended;
  const signal = AbortSignal.any([gone.signal, stopping, ...(ended === undefined ? [] : [ended])]);
  return reply
    .header('content-type', 'application/x-ndjson')
    .header('cache-control', 'no-store')
    .send(Readable.from(written(reply, lines(signal), signal), { objectMode: false }));
}

async function* written(
  reply: FastifyReply,
  lines: AsyncGenerator<{ readonly type: string }, void, undefined>,
  signal: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  try {
    for await (const line of lines) yield `${JSON.stringify(line)}\n`;
  } catch (thrown) {
    // A stopping controller says nothing about how things end: its reader comes back and asks. Who was removed hears nothing more.
    if (signal.aborted) return;
    const error = asBondctlError(thrown);
    if (error.code === 'internal') reply.log.error({ err: error.cause ?? error }, 'stream failed');
    yield `${JSON.stringify({ type: 'failed', problem: toProblem(error), exitCode: exitCodes[error.code] })}\n`;
  }
}
