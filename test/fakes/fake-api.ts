import { type Client, createClient } from '@bondctl/proto/api/client';
import { userHeader } from '@bondctl/proto/api/place';
import type { Parts } from '../../packages/controller/src/api/ports.ts';
import { createApi } from '../../packages/controller/src/api/server.ts';
import { createLog } from '../../packages/controller/src/log.ts';
import { fakeParts } from './fake-parts.ts';

/** A spec as somebody wrote it. */
export const writtenSpec = { file: 'cluster.yaml', text: 'version: 1\n' };

/** The API over fake parts, with a client that reaches it without a socket. */
export async function fakeApi(change: (parts: Parts) => Parts = (parts) => parts) {
  const fake = await fakeParts();
  const routes: { method: string; path: string; access: string }[] = [];
  // What a test breaks on purpose is logged as an error: nobody needs to read it.
  const log = createLog('error');
  log.level = 'silent';
  const api = createApi(change(fake.parts), log, (method, path, access) =>
    routes.push({ method, path, access }),
  );
  const client = createClient(async (request) => {
    const response = await api.inject({
      method: request.method,
      url: request.path,
      headers: { [userHeader]: 'ada' },
      ...(request.body === undefined ? {} : { payload: request.body as object }),
    });
    return { status: response.statusCode, text: [response.body] as unknown as AsyncIterable<string> };
  });
  return { ...fake, api, client, routes };
}

/** Everything a stream says. */
export async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const seen: T[] = [];
  for await (const value of values) seen.push(value);
  return seen;
}

/** A spec with the link `drbd` is accepted. */
export const accepted = (client: Client) => client.apply({ ...writtenSpec, digest: 'd1' });
