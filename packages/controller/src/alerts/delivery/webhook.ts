import { createHmac } from 'node:crypto';
import type { Way } from '../routes.ts';
import type { Tried } from './queue.ts';

/** A message for one try. */
export interface Post {
  readonly id: string;
  readonly body: string;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** Statuses that another try may change: too early, too slow, too many. */
const passing = [408, 425, 429];

/** Posts a message. Only the status counts: of the answer's body nothing is read. Never throws. */
export async function postWebhook(
  { url, secret }: Extract<Way, { kind: 'webhook' }>,
  { id, body, deadlineMs, signal }: Post,
): Promise<Tried> {
  const late = AbortSignal.timeout(deadlineMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-bondctl-delivery': id, ...signature(secret, body) },
      // Whoever answers elsewhere is not who was written into the file.
      redirect: 'manual',
      signal: AbortSignal.any([late, signal]),
    });
    await response.body?.cancel();
    return answered(response.status);
  } catch (thrown) {
    const why = late.aborted ? `no answer within ${deadlineMs / 1000} s` : reasonOf(thrown);
    return { ok: false, why, isFinal: false };
  }
}

const signature = (secret: string | null, body: string): Readonly<Record<string, string>> =>
  secret === null
    ? {}
    : { 'x-bondctl-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };

function answered(status: number): Tried {
  if (status >= 200 && status < 300) return { ok: true };
  if (status >= 300 && status < 400)
    return { ok: false, why: `it answered ${status}; redirects are not followed`, isFinal: true };
  return { ok: false, why: `it answered ${status}`, isFinal: status < 500 && !passing.includes(status) };
}

/** `fetch failed` says nothing; what it failed of is its cause. */
function reasonOf(thrown: unknown): string {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  if (!(cause instanceof Error)) return String(cause);
  return 'code' in cause ? `${cause.message} (${String(cause.code)})` : cause.message;
}
