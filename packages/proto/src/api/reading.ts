import { BondctlError, type ErrorCode, errorCodes, type Mistake, type Refusal } from '../model/error.ts';

/** A request as the transport carries it. */
export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path and query, starting with a slash. */
  readonly path: string;
  readonly body?: unknown;
}

/** An answer: its status, and its text as it arrives. */
export interface ApiResponse {
  readonly status: number;
  readonly text: AsyncIterable<string>;
}

/** Carries one request. Throws BondctlError `unreachable` when nobody answers. */
export type Send = (request: ApiRequest) => Promise<ApiResponse>;

const maxCharacters = 64 * 1024 * 1024;

/** One whole answer. Throws the BondctlError it stands for. */
export async function read<R>(send: Send, request: ApiRequest): Promise<R> {
  return JSON.parse(await readText(send, request)) as R;
}

/** One whole answer as it is. Throws as `read`. */
export async function readText(send: Send, request: ApiRequest): Promise<string> {
  const response = await send(request);
  const text = await whole(response);
  if (response.status >= 400) throw answered(response.status, text);
  return text;
}

/** An answer line by line, each a JSON value; the last is of type `end` or `failed`. */
export async function* lines<L extends { readonly type: string }>(
  send: Send,
  request: ApiRequest,
): AsyncGenerator<L, void, undefined> {
  const response = await send(request);
  if (response.status >= 400) throw answered(response.status, await whole(response));
  for await (const text of split(response.text)) {
    const line = JSON.parse(text) as L;
    yield line;
    if (line.type === 'end' || line.type === 'failed') return;
  }
  throw new BondctlError('unreachable', 'The controller went away before it was done.');
}

async function* split(text: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const chunk of text) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > maxCharacters) throw tooLong();
    yield* parts.filter((part) => part !== '');
  }
}

async function whole(response: ApiResponse): Promise<string> {
  let text = '';
  for await (const chunk of response.text) {
    text += chunk;
    if (text.length > maxCharacters) throw tooLong();
  }
  return text;
}

const tooLong = () => new BondctlError('internal', `The answer is longer than ${maxCharacters} characters.`);

interface Answered {
  readonly code?: string;
  readonly detail?: string;
  readonly mistakes?: readonly Mistake[];
  readonly refusals?: readonly Refusal[];
}

function answered(status: number, text: string): BondctlError {
  const problem = parsed(text);
  const code = errorCodes.find((known): known is ErrorCode => known === problem.code) ?? 'internal';
  return new BondctlError(code, problem.detail ?? `The controller answered with status ${status}.`, {
    mistakes: problem.mistakes ?? [],
    refusals: problem.refusals ?? [],
  });
}

function parsed(text: string): Answered {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    // Not our server, or not whole: the status says all there is to say.
    return {};
  }
}
