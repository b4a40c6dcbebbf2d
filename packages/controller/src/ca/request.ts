import type { IncomingMessage } from 'node:http';

const bodyBytes = 16 * 1024;
const longest = 4096;

/** An enrolment request as it was read; whether any of it is true is checked elsewhere. */
export interface EnrolRequest {
  readonly token: string;
  readonly host: string;
  readonly publicKey: Uint8Array;
  readonly proof: Uint8Array;
}

/** The body of a request; undefined when it is longer than 16 KiB. What is too long is not kept. */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length <= bodyBytes) parts.push(part);
    else if (length > bodyBytes * 4) request.destroy();
  }
  return length > bodyBytes ? undefined : Buffer.concat(parts).toString('utf8');
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= longest;

/** The four fields of a request; undefined when one is missing. */
export function readRequest(body: string): EnrolRequest | undefined {
  let value: Record<string, unknown> | null;
  try {
    value = JSON.parse(body) as typeof value;
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { token, host, publicKey, proof } = value as Partial<Record<string, unknown>>;
  if (!isText(token) || !isText(host) || !isText(publicKey) || !isText(proof)) return undefined;
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'));
  return { token, host, publicKey: bytes(publicKey), proof: bytes(proof) };
}
