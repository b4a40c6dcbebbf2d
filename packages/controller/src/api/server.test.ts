import { problemError } from '@bondctl/proto/api/client';
import { userHeader } from '@bondctl/proto/api/place';
import * as schema from '@bondctl/proto/api/schema';
import { BondctlError, type ErrorCode, errorCodes } from '@bondctl/proto/model/error';
import { describe, expect, test } from 'vitest';
import { accepted, all, fakeApi, writtenSpec } from '../../../../test/fakes/fake-api.ts';
import { fakeKept, fakeSeries } from '../../../../test/fakes/fake-history.ts';
import { alpha, emptyPlan, fakeAlert, fakeRollout, fakeTest } from '../../../../test/fakes/fake-parts.ts';
import { usualAsk } from '../../../../test/fakes/fake-test.ts';
import { statuses } from './errors.ts';

describe('every route', () => {
  test('says whether it reads or changes', async () => {
    const { routes } = await fakeApi();
    expect(routes.map((one) => `${one.access} ${one.method} ${one.path}`)).toMatchInlineSnapshot(`
      [
        "read GET /v1/about",
        "read GET /v1/status",
        "read GET /v1/fleet",
        "read GET /v1/live",
        "read GET /v1/hosts",
        "change DELETE /v1/hosts/:host",
        "read GET /v1/revisions/accepted",
        "read POST /v1/plan",
        "change POST /v1/apply",
        "change POST /v1/rollouts/:id/pause",
        "change POST /v1/rollouts/:id/resume",
        "change POST /v1/rollouts/:id/abort",
        "read GET /v1/rollouts/:id/undo",
        "read GET /v1/rollouts",
        "read GET /v1/rollouts/:id",
        "read GET /v1/rollouts/:id/watch",
        "change POST /v1/tests",
        "read GET /v1/meshes/plan",
        "change POST /v1/meshes",
        "read GET /v1/sweeps",
        "read GET /v1/sweeps/:id",
        "read GET /v1/sweeps/:id/spec",
        "read POST /v1/sweeps/plan",
        "change POST /v1/sweeps",
        "read GET /v1/tests",
        "read GET /v1/tests/compare",
        "read GET /v1/tests/:id",
        "read GET /v1/tests/:id/page",
        "read GET /v1/events",
        "read GET /v1/events/follow",
        "read GET /v1/series",
        "read GET /v1/history",
        "read GET /v1/alerts",
        "change POST /v1/alerts/:id/silence",
        "change POST /v1/alerts/test",
        "read GET /v1/reports/daily",
        "change POST /v1/tokens",
        "read GET /v1/why",
        "read GET /v1/diagnose",
        "read POST /v1/adopt",
        "read GET /metrics",
        "read GET /v1/operators",
        "change POST /v1/operators",
        "change DELETE /v1/operators/:operator",
      ]
    `);
  });

  test('that changes wants a name for the record, and does nothing without one', async () => {
    const { api, routes, asked, recorder } = await fakeApi();
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
    const { client, recorder, routes } = await fakeApi();
    await accepted(client);
    for (const action of ['pause', 'resume', 'abort'] as const) await client.control(fakeRollout, action);
    await all(client.test({ link: 'drbd', ...usualAsk }));
    await all(client.testMesh({ mesh: 'every', ...usualAsk }));
    await all(client.sweep({ link: 'drbd' }));
    await client.silenceAlert(fakeAlert.id, 60_000);
    await client.testAlerts();
    await client.createToken({ host: null, ttlMs: 60_000, uses: 1 });
    await client.removeHost('alpha');
    await client.addOperator({ operator: 'ada', rights: 'change' });
    await client.removeOperator('ada');
    const events = await recorder.list({ limit: 20 });
    expect(events.map((event) => event.actor)).toEqual(events.map(() => 'cli:ada'));
    expect(routes.filter((one) => one.access === 'change')).toHaveLength(events.length);
  });
});

describe('answers', () => {
  test('about, hosts, status, events', async () => {
    const { client, recorder } = await fakeApi();
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

  test('history: what ports moved, and what is kept', async () => {
    const { client } = await fakeApi();
    expect(await client.series({ host: 'alpha', port: 'eth2', from: 0, until: 2000 })).toEqual(fakeSeries);
    expect(await client.history()).toEqual(fakeKept);
  });

  test('a status narrowed to a link, an end, and to nothing that there is', async () => {
    const { client } = await fakeApi();
    await accepted(client);
    expect((await client.status('drbd')).links.map((link) => link.name)).toEqual(['drbd']);
    expect((await client.status('alpha/sync0')).hosts.map((host) => host.host)).toEqual(['alpha']);
    await expect(client.status('drdb')).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no link, host or bond called "drdb"; there are drbd, alpha, beta.',
    });
  });

  test('plan and apply hand over the spec as it was written', async () => {
    const { client, asked } = await fakeApi();
    expect(await client.plan(writtenSpec)).toEqual(emptyPlan);
    expect(await client.apply({ ...writtenSpec, digest: 'd1' })).toEqual({
      revision: 1,
      rollout: fakeRollout,
    });
    expect(asked).toEqual([
      ['plan', writtenSpec],
      ['apply', 'cli:ada', writtenSpec, 'd1'],
    ]);
  });

  test('the accepted spec as it was written, or that there is none', async () => {
    const { client } = await fakeApi();
    await expect(client.acceptedRevision()).rejects.toMatchObject({
      code: 'not-found',
      message: 'No spec was applied yet; name one with -f.',
    });
    await accepted(client);
    expect(await client.acceptedRevision()).toEqual({
      revision: 1,
      atUnixMs: 1_000,
      actor: 'cli:ada',
      text: writtenSpec.text,
    });
  });

  test('tests and tokens', async () => {
    const { client } = await fakeApi();
    await accepted(client);
    await all(client.test({ link: 'drbd', ...usualAsk }));
    expect((await client.tests(5)).tests.map((one) => one.id)).toEqual([fakeTest.id]);
    expect(await client.testResult(fakeTest.id)).toEqual(fakeTest);
    expect((await client.createToken({ host: 'gamma', ttlMs: 60_000, uses: 2 })).host).toBe('gamma');
  });

  test('a diagnosis of the cluster, of a host, and of nothing that there is', async () => {
    const { client, asked } = await fakeApi();
    expect(await client.diagnose()).toMatchObject({
      about: null,
      lookedAt: { hosts: 1, bonds: 1, links: 0 },
      findings: [],
      notLookedAt: [{ host: 'beta', presence: 'unknown', sinceUnixMs: null }],
    });
    expect(await client.diagnose('alpha')).toMatchObject({ about: 'alpha', notLookedAt: [] });
    await expect(client.diagnose('gamma')).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no host or link called "gamma"; there are alpha, beta.',
    });
    expect(asked).toEqual([]);
  });

  test('alerts, with those that are over only when asked, and silenced for a while', async () => {
    const { client, asked } = await fakeApi();
    expect(await client.alerts()).toEqual({ alerts: [fakeAlert] });
    await client.alerts({ ended: 'yes', limit: 7 });
    expect(asked).toEqual([
      ['alerts', { ended: false, limit: 50 }],
      ['alerts', { ended: true, limit: 7 }],
    ]);
    expect(await client.silenceAlert(fakeAlert.id, 60_000)).toMatchObject({ silencedUntilUnixMs: 61_000 });
    await expect(client.silenceAlert('drbd', 60_000)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(client.silenceAlert(fakeAlert.id, 10)).rejects.toMatchObject({ code: 'bad-input' });
    expect((await client.testAlerts()).routes).toHaveLength(1);
  });

  test('a removed host is gone from the list', async () => {
    const { client } = await fakeApi();
    expect(await client.removeHost('alpha')).toEqual({ host: 'alpha', removed: true });
    expect((await client.hosts()).hosts.map((host) => host.host)).toEqual(['beta']);
    await expect(client.removeHost('alpha')).rejects.toMatchObject({ code: 'not-found' });
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
    const { client } = await fakeApi((parts) => ({
      ...parts,
      changes: {
        ...parts.changes,
        plan: () => Promise.reject(new BondctlError('bad-input', 'The spec has 2 mistakes.', { mistakes })),
      },
    }));
    await expect(client.plan(writtenSpec)).rejects.toMatchObject({ code: 'bad-input', mistakes });
  });

  test.each([
    ['an unknown path', 'GET', '/v1/nothing', 404],
    ['a wrong query', 'GET', '/v1/events?limit=many', 400],
    ['an unknown filter', 'GET', '/v1/events?hots=alpha', 400],
    ['an unknown kind of event', 'GET', '/v1/events?type=hostVanished', 400],
    ['a series of nobody', 'GET', '/v1/series', 400],
    ['a series that ends before it begins', 'GET', '/v1/series?host=alpha&from=5&until=5', 400],
    ['a series of a port that cannot be', 'GET', '/v1/series?host=alpha&port=a%2Fb', 400],
    ['an unknown link', 'POST', '/v1/tests', 404],
    ['an unknown rollout', 'GET', '/v1/rollouts/ro_nobody11', 404],
    ['a name that is no rollout', 'GET', '/v1/rollouts/nobody', 400],
    ['an unknown test', 'GET', '/v1/tests/test_nobody11', 404],
    ['a body that is too much', 'POST', '/v1/tokens', 400],
  ] as const)('%s is a problem document with one sentence', async (_what, method, url, status) => {
    const { api } = await fakeApi();
    const bodies: Readonly<Record<string, unknown>> = {
      '/v1/tests': { link: 'drbd', ...usualAsk },
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
    const { api } = await fakeApi((parts) => ({
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
