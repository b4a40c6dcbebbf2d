import { describe, expect, test } from 'vitest';
import { createClient } from './client.ts';
import type { ApiRequest } from './reading.ts';

/** A client whose controller answers with these pieces of text, whatever it is asked. */
function clientOf(status: number, ...pieces: readonly string[]) {
  const asked: ApiRequest[] = [];
  const client = createClient(async (request) => {
    asked.push(request);
    return {
      status,
      text: (async function* () {
        yield* pieces;
      })(),
    };
  });
  return { client, asked };
}

async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const seen: T[] = [];
  for await (const value of values) seen.push(value);
  return seen;
}

describe('a stream', () => {
  const text = '{"type":"alive","atUnixMs":1}\n\n{"type":"end","result":null,"exitCode":0}\n';
  const lines = [
    { type: 'alive', atUnixMs: 1 },
    { type: 'end', result: null, exitCode: 0 },
  ];

  test.each([1, 3, 7, 1000])('cut into pieces of %d characters says the same', async (size) => {
    const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
    expect(await all(clientOf(200, ...pieces).client.follow({}))).toEqual(lines);
  });

  test('ends at its last line, whatever comes after', async () => {
    expect(await all(clientOf(200, text, '{"type":"alive"}\n').client.follow({}))).toEqual(lines);
  });

  test('that breaks off before its last line is a controller that went away', async () => {
    const cut = clientOf(200, text.slice(0, 40)).client;
    await expect(all(cut.follow({}))).rejects.toMatchObject({ code: 'unreachable' });
  });
});

test('an error is the error that was answered', async () => {
  const problem = { code: 'busy', detail: 'Wait.', mistakes: [], refusals: [{ subject: 'a', message: 'b' }] };
  const { client } = clientOf(409, JSON.stringify(problem));
  await expect(client.status()).rejects.toMatchObject({
    code: 'busy',
    message: 'Wait.',
    refusals: problem.refusals,
  });
});

test.each([['<html>'], ['"text"'], ['{"code":"new"}'], [''], ['null']])(
  'an error that is not ours (%s) is internal and names the status',
  async (text) => {
    await expect(clientOf(502, text).client.hosts()).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('502') as unknown,
    });
  },
);

test('names and filters travel as data, never as path or query', async () => {
  const { client, asked } = clientOf(200, '{}');
  await client.removeHost('a/../b?c');
  await client.status('alpha/bond0 &x=1');
  await client.events({ limit: 5, host: 'é' });
  expect(asked.map((request) => request.path)).toEqual([
    '/v1/hosts/a%2F..%2Fb%3Fc',
    '/v1/status?scope=alpha%2Fbond0%20%26x%3D1',
    '/v1/events?limit=5&host=%C3%A9',
  ]);
});
