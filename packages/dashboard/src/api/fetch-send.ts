import type { ApiResponse, Send } from '@bondctl/proto/api/reading';
import { BondctlError } from '@bondctl/proto/model/error';

/** What a request may take, and who hears of an answer that says nobody is signed in. */
export interface Carriage {
  /** Ends what is under way. */
  readonly signal: () => AbortSignal;
  readonly onSignedOut: () => void;
}

const unauthorized = 401;

/** The browser as a transport of the API's client, to the controller that served this page. */
export const sendOver =
  ({ signal, onSignedOut }: Carriage): Send =>
  async ({ method, path, body }) => {
    const response = await fetch(path, {
      method,
      signal: signal(),
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }).catch((thrown: unknown) => {
      throw unreachable(thrown);
    });
    if (response.status === unauthorized) onSignedOut();
    return { status: response.status, text: pieces(response) };
  };

async function* pieces(response: Response): ApiResponse['text'] {
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((thrown: unknown) => {
        throw unreachable(thrown);
      });
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops reading has no use for the rest, and cannot be told that giving it up failed.
    void reader.cancel().catch(() => {});
  }
}

function unreachable(thrown: unknown): BondctlError {
  const timedOut = thrown instanceof DOMException && thrown.name === 'TimeoutError';
  const sentence = timedOut
    ? 'It took longer than a minute to answer.'
    : 'Check that it runs, and that this machine reaches it.';
  return new BondctlError('unreachable', sentence, { cause: thrown });
}
