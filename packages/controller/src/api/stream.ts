import { Readable } from 'node:stream';
import { exitCodes } from '@bondctl/proto/model/error';
import type { FastifyReply } from 'fastify';
import { asBondctlError, toProblem } from './errors.ts';

/**
 * Answers with newline-delimited JSON. `lines` is given a signal that aborts when the reader goes away or the controller
 * stops; what it throws becomes the last line, of type `failed`.
 */
export function sendLines(
  reply: FastifyReply,
  stopping: AbortSignal,
  lines: (signal: AbortSignal) => AsyncGenerator<{ readonly type: string }, void, undefined>,
): FastifyReply {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  const signal = AbortSignal.any([gone.signal, stopping]);
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
    // A stopping controller says nothing about how things end: its reader comes back and asks.
    if (signal.aborted) return;
    const error = asBondctlError(thrown);
    if (error.code === 'internal') reply.log.error({ err: error.cause ?? error }, 'stream failed');
    yield `${JSON.stringify({ type: 'failed', problem: toProblem(error), exitCode: exitCodes[error.code] })}\n`;
  }
}
