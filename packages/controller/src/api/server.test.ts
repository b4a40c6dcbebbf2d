import { type Client, createClient, problemError } from '@bondctl/proto/api/client';
import { userHeader } from '@bondctl/proto/api/place';
import * as schema from '@bondctl/proto/api/schema';
import { BondctlError, type ErrorCode, errorCodes } from '@bondctl/proto/model/error';
import type { RecordedEvent } from '@bondctl/proto/model/event';
import type { TxId } from '@bondctl/proto/model/names';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import {
  alpha,
  drbd,
  emptyPlan,
  fakeParts,
  fakeRollout,
  fakeTest,
} from '../../../../test/fakes/fake-parts.ts';
import { name } from '../../../../test/fakes/fake-report.ts';
import { statuses } from './errors.ts';
import type { Parts } from './ports.ts';
import { createApi } from './server.ts';

const silent = pino({ level: 'silent' });
const spec = { file: 'cluster.yaml', text: 'version: 1\n' };

/** The API with a client that reaches it without a socket. */
async function world(change: (parts: Parts) => Parts = (parts) => parts) {
  const fake = await fakeParts();
  const routes: { method: string; path: string; access: string }[] = [];
  const api = createApi(change(fake.parts), silent, (method, path, access) =>
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

async function all<T>(values: AsyncIterable<T>): Promise<readonly T[]> {
  const seen: T[] = [];
  for await (const value of values) seen.push(value);
  return seen;
}

const accepted = async (client: Client) => client.apply({ ...spec, digest: 'd1' });

describe('every route', () => {
  test('says whether it reads or changes', async () => {
    const { routes } = await world();
    expect(routes.map((one) => `${one.access} ${one.method} ${one.path}`)).toMatchInlineSnapshot(`
      [
        "read GET /v1/about",
        "read GET /v1/status",
        "read GET /v1/hosts",
        "change DELETE /v1/hosts/:host",
        "read POST /v1/plan",
        "change POST /v1/apply",
        "read GET /v1/rollouts",
        "read GET /v1/rollouts/:id",
        "read GET /v1/rollouts/:id/watch",
        "change POST /v1/tests",
        "read GET /v1/tests",
        "read GET /v1/tests/:id",
        "read GET /v1/events",
        "read GET /v1/events/follow",
        "change POST /v1/tokens",
      ]
    `);
  });

  test('that changes wants a name for the record, and does nothing without one', async () => {
    const { api, routes, asked, recorder } = await world();
    const changing = routes.filter((one) => one.access === 'change');
    expect(changing.length).toBeGreaterThan(0);
    for (const { method, path } of changing) {
      const response = await api.inject({ method: method as 'POST', url: path.replace(/:\w+/, 'alpha') });
      expect([path, response.statusCode]).toEqual([path, 400]);
      expect(response.json<schema.Problem>().detail).toContain(userHeader);
    }
    expect(asked).toEqual([]);
    expect(await recorder.list({ limit: 10 })).toEqual([]);
  });

  test('that changes leaves its actor in the record', async () => {
    const { client, recorder, routes } = await world();
    await accepted(client);
    await all(client.test({ link: 'drbd', streams: null, seconds: null }));
    await client.createToken({ host: null, ttlMs: 60_000, uses: 1 });
    await client.removeHost('alpha');
    const events = await recorder.list({ limit: 10 });
    expect(events.map((event) => event.actor)).toEqual(['cli:ada', 'cli:ada', 'cli:ada', 'cli:ada']);
    expect(routes.filter((one) => one.access === 'change')).toHaveLength(events.length);
  });
});

describe('answers', () => {
  test('about, hosts, status, events', async () => {
    const { client, recorder } = await world();
    const event = await recorder.record('controller', {
      type: 'hostConnected',
      host: alpha,
      agentVersion: '1',
    });
    expect((await client.about()).hub).toBe('0.0.0.0:7440');
    expect((await client.hosts()).hosts.map((host) => [host.host, host.presence, host.health])).toEqual([
      ['alpha', 'connected', 'ok'],
      ['beta', 'unknown', 'unknown'],
    ]);
    expect((await client.status()).hosts).toHaveLength(2);
    expect(await client.events({ limit: 10 })).toEqual({ events: [event] });
    expect(await client.events({ limit: 10, host: 'beta' })).toEqual({ events: [] });
    expect(await client.events({ limit: 10, type: 'hostConnected' })).toEqual({ events: [event] });
  });

  test('a status narrowed to a link, an end, and to nothing that there is', async () => {
    const { client } = await world();
    await accepted(client);
    expect((await client.status('drbd')).links.map((link) => link.name)).toEqual(['drbd']);
    expect((await client.status('alpha/sync0')).hosts.map((host) => host.host)).toEqual(['alpha']);
    await expect(client.status('drdb')).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no link, host or bond called "drdb"; there are drbd, alpha, beta.',
    });
  });

  test('plan and apply hand over the spec as it was written', async () => {
    const { client, asked } = await world();
    expect(await client.plan(spec)).toEqual(emptyPlan);
    expect(await client.apply({ ...spec, digest: 'd1' })).toEqual({ revision: 1, rollout: fakeRollout });
    expect(asked).toEqual([
      ['plan', spec],
      ['apply', 'cli:ada', spec, 'd1'],
    ]);
  });

  test('tests and tokens', async () => {
    const { client } = await world();
    await accepted(client);
    await all(client.test({ link: 'drbd', streams: 1, seconds: 10 }));
    expect((await client.tests(5)).tests.map((one) => one.id)).toEqual([fakeTest.id]);
    expect(await client.testResult(fakeTest.id)).toEqual(fakeTest);
    expect((await client.createToken({ host: 'gamma', ttlMs: 60_000, uses: 2 })).host).toBe('gamma');
  });

  test('a removed host is gone from the list', async () => {
    const { client } = await world();
    expect(await client.removeHost('alpha')).toEqual({ host: 'alpha', removed: true });
    expect((await client.hosts()).hosts.map((host) => host.host)).toEqual(['beta']);
    await expect(client.removeHost('alpha')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('streams', () => {
  test('a link test tells rates while it runs and ends with its result', async () => {
    const { client } = await world((parts) => ({
      ...parts,
      linkTests: {
        async run(...given) {
          for (const [at, bytes] of [0, 125_000].entries())
            parts.live.push({
              host: alpha,
              live: { kind: 'samples', test: fakeTest.id, samples: [sample(at, bytes)] },
            });
          await new Promise((resolve) => setTimeout(resolve, 20));
          return parts.linkTests.run(...given);
        },
      },
    }));
    await accepted(client);
    const lines = await all(client.test({ link: 'drbd', streams: 1, seconds: 10 }));
    expect(lines.map((line) => schema.testLine.parse(line))).toEqual(lines);
    expect(lines.filter((line) => line.type === 'rates').map((line) => line.ports)).toEqual([
      [{ port: 'eth2', txBps: 1_000_000, rxBps: 0 }],
    ]);
    expect(lines.at(-1)).toEqual({ type: 'end', result: fakeTest, exitCode: 0 });
  });

  test('a link test that fails ends with its problem and exit code', async () => {
    const { client } = await world((parts) => ({
      ...parts,
      linkTests: { run: () => Promise.reject(new BondctlError('busy', 'alpha is in another test.')) },
    }));
    await accepted(client);
    const last = (await all(client.test({ link: 'drbd', streams: 1, seconds: 10 }))).at(-1);
    expect(last).toMatchObject({
      type: 'failed',
      exitCode: 4,
      problem: { detail: 'alpha is in another test.' },
    });
  });

  test('a rollout is told from where the reader left, and ends with how it stands', async () => {
    const { client, recorder } = await world();
    await accepted(client);
    const tx = 'tx_fake12345' as TxId;
    const facts = [
      { type: 'hostPrepared', rollout: fakeRollout, host: alpha, tx },
      { type: 'hostRolledBack', rollout: fakeRollout, host: alpha, tx, why: 'asked' },
      { type: 'proofFailed', rollout: fakeRollout, link: drbd.name, test: null, why: 'too slow' },
      { type: 'rolloutEnded', rollout: fakeRollout, ending: 'failed', why: 'drbd: too slow' },
    ] as const;
    const events: RecordedEvent[] = [];
    for (const fact of facts) events.push(await recorder.record('controller', fact));
    const lines = await all(client.watch(fakeRollout, events[0]?.id ?? 0));
    expect(lines.map((line) => schema.watchLine.parse(line))).toEqual(lines);
    const told = lines.flatMap((line) => (line.type === 'event' ? [line.event.fact.type] : []));
    expect(told).toEqual(['hostRolledBack', 'proofFailed', 'rolloutEnded']);
    expect(lines.at(-1)).toMatchObject({
      type: 'end',
      exitCode: 1,
      result: { state: 'failed', why: 'drbd: too slow' },
    });
    // A reader that saw the ending but lost the last line gets it again.
    const again = await all(client.watch(fakeRollout, 99));
    expect(again.filter((line) => line.type !== 'alive')).toEqual([lines.at(-1)]);
  });

  test('a controller that stops breaks its streams off, so that readers come back', async () => {
    const { client, stop } = await world();
    setTimeout(() => stop.abort(), 30);
    await expect(all(client.follow({}))).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('errors', () => {
  test('a spec with mistakes answers all of them', async () => {
    const mistakes = [1, 2].map((line) => ({
      file: 'c.yaml',
      line,
      column: 3,
      path: 'bonds',
      message: 'is wrong',
    }));
    const { client } = await world((parts) => ({
      ...parts,
      changes: {
        ...parts.changes,
        plan: () => Promise.reject(new BondctlError('bad-input', 'The spec has 2 mistakes.', { mistakes })),
      },
    }));
    await expect(client.plan(spec)).rejects.toMatchObject({ code: 'bad-input', mistakes });
  });

  test.each([
    ['an unknown path', 'GET', '/v1/nothing', 404],
    ['a wrong query', 'GET', '/v1/events?limit=many', 400],
    ['an unknown filter', 'GET', '/v1/events?hots=alpha', 400],
    ['an unknown kind of event', 'GET', '/v1/events?type=hostVanished', 400],
    ['an unknown link', 'POST', '/v1/tests', 404],
    ['an unknown rollout', 'GET', '/v1/rollouts/ro_nobody11', 404],
    ['a name that is no rollout', 'GET', '/v1/rollouts/nobody', 400],
    ['an unknown test', 'GET', '/v1/tests/test_nobody11', 404],
    ['a body that is too much', 'POST', '/v1/tokens', 400],
  ] as const)('%s is a problem document with one sentence', async (_what, method, url, status) => {
    const { api } = await world();
    const bodies: Readonly<Record<string, unknown>> = {
      '/v1/tests': { link: 'drbd', streams: null, seconds: null },
      '/v1/tokens': { host: null, ttlMs: 60_000, uses: 1, more: true },
    };
    const payload = bodies[url] as object | undefined;
    const headers = { [userHeader]: 'ada' };
    const response = await api.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    expect([response.statusCode, response.headers['content-type']]).toEqual([
      status,
      'application/problem+json',
    ]);
    const problem = schema.problem.parse(response.json());
    expect(problem).toMatchObject({ status, detail: expect.stringMatching(/.{10}/) as unknown });
  });

  test('what nobody expected is internal and keeps its cause to itself', async () => {
    const { api } = await world((parts) => ({
      ...parts,
      nowUnixMs: () => {
        throw new Error('secret path /root/x');
      },
    }));
    const response = await api.inject({ url: '/v1/status' });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('secret');
  });

  test('every code has a status and comes back as itself', () => {
    const codes = errorCodes.map((code): [ErrorCode, number] => [code, statuses[code]]);
    expect(codes.every(([, status]) => status >= 400 && status < 600)).toBe(true);
    const problem = {
      type: 'x',
      title: 'x',
      status: 409,
      detail: 'd',
      code: 'busy' as const,
      mistakes: [],
      refusals: [],
    };
    expect(problemError(problem)).toMatchObject({ code: 'busy', message: 'd' });
  });
});

const sample = (seconds: number, txBytes: number) => ({
  port: name('eth2'),
  atMs: seconds * 1000,
  txBytes,
  rxBytes: 0,
  txPackets: 0,
  rxPackets: 0,
  txDropped: 0,
  rxDropped: 0,
});
